import Glibc

/// Programs that are installed with the running one.
package enum CompanionProgram {
  /// The path of a program beside the running one, or in `../libexec/gazette`; nil where it is not installed.
  ///
  /// Never by `PATH`: whoever sets that would choose what is run.
  package static func path(named name: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0, count < buffer.count else { return nil }
    let program = FileName.text(buffer.prefix(count).map { UInt8(bitPattern: $0) })
    guard let slash = program.lastIndex(of: "/") else { return nil }
    let folder = String(program[...slash])
    return [folder + name, folder + "../libexec/gazette/" + name].first { place in
      FileName.withBytes(place) { access($0, X_OK) } == 0
    }
  }
}
