import Foundation
import Testing

/// An account that may read one archive and nothing else, on a real server, while its index is built.
@Suite(.serialized) struct ArchiveAccountTests {
  private let folder: TemporaryFolder
  private let server: SSHServer

  init() throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    try FileManager.default.createDirectory(
      atPath: folder.path + "/issues", withIntermediateDirectories: true)
    for number in 1...3 { try Self.write(number, in: folder) }
    _ = try Program.run("archive", "build", folder.path + "/issues", "-o", folder.path + "/index")
    server = try SSHServer { site in
      """
      Match User \(site.user)
        ForceCommand \(Program.path) --restricted \(folder.path)/index
        AcceptEnv LANG

      """
    }
  }

  private static func write(_ number: Int, in folder: TemporaryFolder) throws {
    _ = try folder.file(
      "issues/\(number).md",
      "# 甲省人民政府公报\n\n2021年第\(number)期\n\n# 关于第\(number)件事的通知\n\n一、要求\n\n"
        + "1. 推进第\(number)批黑土地保护。（省生态环境厅牵头）\n")
  }

  private func login() throws -> TerminalSession {
    try TerminalSession(
      "\(server.login(options: "-t -o SendEnv=LANG")); echo \"status $?\"; read line",
      columns: 100, rows: 30)
  }

  @Test func aReaderGoesOnReadingWhileAnotherBuilds() throws {
    let reader = try login()
    try reader.waitFor("文库 3期")
    try reader.type("/")
    try reader.type("黑土地")
    try reader.press("Enter")
    try reader.waitFor("3处")
    let before = try Program.shell("find '\(server.home)' -mindepth 1").text
    // A builder at every moment until the reader has been through the lists.
    try Self.write(4, in: folder)
    let builder = Process()
    builder.executableURL = URL(fileURLWithPath: "/bin/sh")
    builder.arguments = [
      "-c",
      """
      for turn in $(seq 20); do echo >> '\(folder.path)/issues/1.md'
      '\(Program.path)' archive build '\(folder.path)/issues' -o '\(folder.path)/index'; done
      """,
    ]
    builder.standardOutput = FileHandle.nullDevice
    builder.standardError = FileHandle.nullDevice
    try builder.run()
    try reader.type("2")
    try reader.waitFor("省生态环境厅")
    try reader.press("Enter")
    try reader.waitFor("2021", "3条")
    try reader.type("1")
    try reader.waitFor("2021年第3期")
    try reader.press("Enter")
    try reader.waitFor("关于第3件事的通知", "返回文库")
    try reader.type("E")
    try reader.waitFor("此处只供阅读")
    try reader.type("q")
    try reader.waitFor("文库 3期")
    builder.waitUntilExit()
    #expect(builder.terminationStatus == 0)
    let late = try login()
    try late.waitFor("文库 4期")
    for session in [reader, late] {
      try session.type("q")
      try session.waitFor("status 0")
    }
    try server.waitUntilNobodyIsLeft()
    #expect(try Program.shell("find '\(server.home)' -mindepth 1").text == before)
  }
}
