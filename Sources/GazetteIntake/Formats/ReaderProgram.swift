import GazetteText
import Glibc

/// Finds `gazette-intake`.
enum ReaderProgram {
  private static let name = "gazette-intake"

  /// Beside the running program, or in `../libexec/gazette`; nil where it is not installed.
  ///
  /// Never by `PATH`: whoever sets that would choose what reads the files.
  static var path: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0, count < buffer.count else { return nil }
    let bytes = buffer.prefix(count).map { UInt8(bitPattern: $0) }
    let program = FileName.text(bytes)
    guard let slash = program.lastIndex(of: "/") else { return nil }
    let folder = String(program[...slash])
    let places: [String] = [folder + name, folder + "../libexec/gazette/" + name]
    return places.first { FileName.withBytes($0) { access($0, X_OK) } == 0 }
  }
}
