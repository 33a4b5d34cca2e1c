import Foundation
import GazetteText
import TerminalKit
import Testing

/// The edges between folders that the compiler does not check.
@Suite struct ArchitectureTests {
  private struct SourceFile {
    let name: String
    let folder: String
    let lines: [String]

    /// Whether it is of a room of the browser: state, actions on it, and what is drawn of it.
    var isInRoom: Bool { ArchitectureTests.rooms.contains(folder) }
    /// Whether it draws.
    var isView: Bool {
      name.hasSuffix("View.swift") || name.hasSuffix("Bar.swift") || name == "Screen.swift"
    }
  }

  /// The rooms of the browser: one for the loop, one for what all panes share, one for each
  /// feature, and that in which they come together.
  private static let rooms: Set<String> = [
    "Loop", "Panes", "Contents", "Reading", "Details", "Departments", "Matrix", "Targets", "Filter",
    "Chooser", "Review", "Checks", "Start", "Tables", "Browser",
  ]

  /// One room reads the environment and ends the process.
  @Test func onlyOneRoomKnowsTheCLibrary() throws {
    for file in try files() where file.folder != "System" {
      #expect(!imports(in: file).contains("Glibc"), "\(file.name)")
    }
  }

  @Test func onlyTheSessionKnowsBothStateAndTerminal() throws {
    for file in try files() where file.isInRoom && !file.isView {
      guard !file.name.hasSuffix("Commands.swift") else { continue }
      for word in ["Terminal(", "Screen.", "HelpText", "CommandTable", "KeyMap", "Theme("] {
        #expect(!file.lines.contains { code(of: $0).contains(word) }, "\(file.name): \(word)")
      }
    }
  }

  @Test func viewsNeitherKnowTheTerminalNorAskForEffects() throws {
    let views = try files().filter { $0.isInRoom && $0.isView }
    #expect(views.count > 15)
    for file in views {
      for word in ["Terminal", "Effect", "update("] {
        #expect(!file.lines.contains { code(of: $0).contains(word) }, "\(file.name): \(word)")
      }
    }
  }

  @Test func theSessionIsShort() throws {
    let session = try #require(try files().first { $0.name == "Session.swift" })
    #expect(session.lines.count <= 125)
  }

  @Test func filesAreShort() throws {
    for file in try files() where !Self.longFiles.keys.contains(file.name) {
      #expect(file.lines.count <= 300, "\(file.name): \(file.lines.count) lines")
    }
  }

  /// Files that may be longer, each with its reason.
  private static let longFiles: [String: String] = [
    "CommandTable.swift": "a table",
    "HelpCatalogue.swift": "a table",
    "Strings.swift": "a table",
  ]

  // MARK: - Reading the sources

  private func files() throws -> [SourceFile] {
    var root = URL(fileURLWithPath: #filePath)
    while root.lastPathComponent != "Tests" { root.deleteLastPathComponent() }
    root = root.deletingLastPathComponent().appendingPathComponent("Sources/GazetteTUI")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try paths.filter { $0.hasSuffix(".swift") }.map { path in
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      let parts = path.split(separator: "/").map(String.init)
      return SourceFile(
        name: parts.last ?? path, folder: parts.count > 1 ? parts[0] : "",
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          .map(String.init))
    }
  }

  private func imports(in file: SourceFile) -> [String] {
    file.lines.filter { $0.hasPrefix("import ") }.map { String($0.dropFirst(7)) }
  }

  private func code(of line: String) -> Substring {
    line.drop { $0 == " " }.hasPrefix("//") || line.hasPrefix("import ") ? "" : line[...]
  }
}
