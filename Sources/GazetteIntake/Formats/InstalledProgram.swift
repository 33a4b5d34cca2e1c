import Glibc

/// Programs of other packages that read formats.
package enum InstalledProgram {
  /// Where packages put programs. `PATH` is not asked: whoever sets it would choose what reads the
  /// files.
  package static let folders = ["/usr/bin/", "/usr/local/bin/"]

  /// Where the program is.
  ///
  /// - Parameters:
  ///   - name: The name of its file.
  ///   - title: What people call it, where that is another name.
  ///   - package: The Debian package that brings it.
  ///   - folders: Where it may be.
  package static func path(
    of name: String, titled title: String? = nil, package: String, in folders: [String] = folders
  ) throws(IntakeFailure) -> String {
    guard let path = folders.map({ $0 + name }).first(where: { access($0, X_OK) == 0 }) else {
      throw .noProgram(title ?? name, package: package)
    }
    return path
  }
}
