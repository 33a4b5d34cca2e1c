import Foundation
import Testing

/// What other programs may use says what it is.
@Suite struct DocumentationTests {
  /// A public declaration of a library that no comment for readers stands above.
  private struct Undocumented: CustomStringConvertible {
    let path: String
    let line: Int
    let declaration: String

    var description: String { "\(path):\(line): \(declaration)" }
  }

  /// What a protocol of the standard library asks for says nothing of its own.
  private static let known = [
    "func ==", "func <", "func hash(", "var description", "func encode(", "init(from ",
  ]

  @Test func everyPublicDeclarationOfTheLibrariesIsDocumented() throws {
    let sources = Self.root.appendingPathComponent("Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    let libraries = paths.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("GazetteTUI/") }
    #expect(!libraries.isEmpty)
    for path in libraries {
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      for found in Self.undocumented(
        text.split(separator: "\n", omittingEmptySubsequences: false), path)
      {
        Issue.record("\(found)")
      }
    }
  }

  @Test func whatIsNotDocumentedIsFound() {
    let lines = ["/// Known.", "public let a = 1", "@inlinable", "public var b: Int { 2 }"]
    #expect(Self.undocumented(lines.map { $0[...] }, "x.swift").map(\.line) == [4])
  }

  /// Where a path that a document names may begin.
  private static let roots = ["", "Sources", "Sources/GazetteTUI", "Tests"]

  @Test(arguments: ["ARCHITECTURE.md", "CONTRIBUTING.md"])
  func everyPathThatADocumentNamesIsThere(_ document: String) throws {
    let root = Self.root
    let text = try String(contentsOf: root.appendingPathComponent(document), encoding: .utf8)
    let paths = Self.paths(in: text)
    #expect(paths.count > 5)
    for path in paths {
      let isThere = Self.roots.contains { start in
        FileManager.default.fileExists(atPath: "\(root.path)/\(start)/\(path)")
      }
      #expect(isThere, "\(document) names \(path)")
    }
  }

  @Test func whatLooksLikeAPathIsOne() {
    let text = "`Panes/Layout/Tab.swift`, `main.swift`, `3.1/2.3.11`, `try!`, `X/…Y.swift`, `Z/`"
    #expect(Self.paths(in: text) == ["Panes/Layout/Tab.swift", "main.swift", "Z/"])
  }

  /// What stands in backquotes and names a file or a folder, and no pattern of names.
  private static func paths(in text: String) -> [Substring] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
      .filter { name in
        guard let first = name.first, first.isLetter, !name.contains(where: { "… *".contains($0) })
        else { return false }
        return name.contains("/") || name.hasSuffix(".swift")
      }
  }

  private static var root: URL {
    var root = URL(fileURLWithPath: #filePath)
    while root.lastPathComponent != "Tests" { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent()
  }

  /// A third language would be answered like English, and nobody would see where.
  @Test func aLanguageIsAskedForItsWordsAndMarksNotForItsName() throws {
    let sources = Self.root.appendingPathComponent("Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    for path in paths where path.hasSuffix(".swift") && !path.hasPrefix("GazetteText/Languages/") {
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      for name in ["chinese", "english"] {
        for question in ["anguage == .\(name)", "anguage != .\(name)", "case .\(name):"] {
          #expect(!text.contains(question), "\(path): \(question)")
        }
      }
    }
  }

  private static func undocumented(_ lines: [Substring], _ path: String) -> [Undocumented] {
    let trimmed = lines.map { $0.drop { $0 == " " } }
    return trimmed.indices.compactMap { index in
      let line = trimmed[index]
      guard line.hasPrefix("public "), !line.hasPrefix("public extension"),
        !known.contains(where: line.contains)
      else { return nil }
      let above = trimmed[..<index].last { !$0.hasPrefix("@") }
      if above?.hasPrefix("///") == true { return nil }
      return Undocumented(path: path, line: index + 1, declaration: String(line))
    }
  }
}
