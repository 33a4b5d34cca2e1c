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

  /// Where programs are looked for. `make test` names a folder that holds nothing but programs of the base system and
  /// of the packages in its lists, so that no test relies on what another machine does not have.
  static let searchPath =
    ProcessInfo.processInfo.environment["GAZETTE_TEST_PATH"] ?? "/usr/local/bin:/usr/bin:/bin"

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

  /// Runs the program without a terminal.
  static func run(arguments: [String]) throws -> Result {
    try run(path, arguments, locale: "zh_CN.UTF-8", in: "/")
  }

  /// Runs a command of bash in which `$GAZETTE` is the program.
  static func shell(_ command: String) throws -> Result {
    try run("/bin/bash", ["-c", command], locale: "C.UTF-8", in: "/")
  }

  /// A program that is no part of this one, ended with everything it started when it takes longer
  /// than `seconds`.
  ///
  /// - Parameter names: The first of these that there is is run.
  static func tool(
    _ names: [String], _ arguments: [String], in folder: TemporaryFolder, seconds: Int = 120
  ) throws -> Result {
    let folders = searchPath.split(separator: ":").map(String.init)
    let found = names.lazy.flatMap { name in folders.map { $0 + "/" + name } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else {
      throw MissingTool(
        description: "\(names[0]) is not installed; make test installs it (TEST_PACKAGES)")
    }
    let result = try run(
      "/usr/bin/timeout", ["--kill-after=5", String(seconds), found] + arguments,
      locale: "C.UTF-8", in: folder.path)
    guard result.status != 124, result.status != 137 else {
      throw MissingTool(description: "\(found) did not end within \(seconds) seconds")
    }
    return result
  }

  /// A program without which a test can say nothing.
  struct MissingTool: Error, CustomStringConvertible { let description: String }

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
        "PATH": searchPath, "LC_ALL": locale, "TERM": "xterm-256color",
        "GAZETTE": path,
      ], in: folder, output: outputPath, errors: errorPath)
    return Result(
      status: status,
      output: [UInt8](try Data(contentsOf: URL(fileURLWithPath: outputPath))),
      errors: String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: errorPath)), as: UTF8.self))
  }
}

extension Program {
  /// Makes a folder the home of somebody who does not want the page that a new issue begins with, so
  /// that a test meets the text; the page has tests of its own.
  static func skipStartPage(inHome path: String) throws {
    let configuration = path + "/.config/gazette"
    try FileManager.default.createDirectory(
      atPath: configuration, withIntermediateDirectories: true)
    try Data("[layout]\nstart-page = false\n".utf8).write(
      to: URL(fileURLWithPath: configuration + "/config.toml"))
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
