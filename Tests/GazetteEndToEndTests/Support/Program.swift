import Foundation

/// The built program, as a reader would start it.
enum Program {
  /// `GAZETTE_BINARY`, else the newest build of this package.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["GAZETTE_BINARY"] { return path }
    let builds = ["release", "debug"].map { repository + "/.build/\($0)/gazette" }
    func modified(_ path: String) -> Date {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return attributes?[.modificationDate] as? Date ?? .distantPast
    }
    return builds.max { modified($0) < modified($1) } ?? builds[0]
  }()

  /// The folder of the package.
  static let repository: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// What a run left behind.
  struct Result {
    let status: Int32
    let output: [UInt8]
    let errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.components(separatedBy: "\n").dropLast() }
  }

  /// Runs the program without a terminal.
  static func run(
    _ arguments: String..., locale: String = "zh_CN.UTF-8", in folder: String = "/"
  ) throws -> Result {
    try run(path, arguments, locale: locale, in: folder)
  }

  /// Runs a command of bash in which `$GAZETTE` is the program.
  static func shell(_ command: String) throws -> Result {
    try run("/bin/bash", ["-c", command], locale: "C.UTF-8", in: "/")
  }

  private static func run(
    _ executable: String, _ arguments: [String], locale: String, in folder: String
  ) throws -> Result {
    let directory = try TemporaryFolder()
    // Files, not pipes: nobody has to read while the program writes.
    let outputPath = try directory.file("stdout", [])
    let errorPath = try directory.file("stderr", [])
    let status = try spawn(
      executable, arguments,
      environment: [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": locale, "TERM": "xterm-256color",
        "GAZETTE": path,
      ], in: folder, output: outputPath, errors: errorPath)
    return Result(
      status: status,
      output: [UInt8](try Data(contentsOf: URL(fileURLWithPath: outputPath))),
      errors: String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: errorPath)), as: UTF8.self))
  }
}

/// A folder that goes away with its last user.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "gazette-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Writes a text and returns its path.
  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }
}
