import Glibc

/// The system's reason for not opening or reading a file.
package struct FileRefusal: Error, Equatable {
  /// The `errno`.
  package let code: Int32

  package init(code: Int32) { self.code = code }

  /// Whether nothing has that name.
  package var isAbsence: Bool { code == ENOENT }

  /// Whether what should be a folder of the path is none.
  package var isBelowNoFolder: Bool { code == ENOTDIR }
}
