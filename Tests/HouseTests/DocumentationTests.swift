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
    var root = URL(fileURLWithPath: #filePath)
    while root.lastPathComponent != "Tests" { root.deleteLastPathComponent() }
    let sources = root.deletingLastPathComponent().appendingPathComponent("Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    let libraries = paths.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("GazetteTUI/") }
    #expect(!libraries.isEmpty)
    for path in libraries {
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      for found in Self.undocumented(text.split(separator: "\n", omittingEmptySubsequences: false), path) {
        Issue.record("\(found)")
      }
    }
  }

  @Test func whatIsNotDocumentedIsFound() {
    let lines = ["/// Known.", "public let a = 1", "@inlinable", "public var b: Int { 2 }"]
    #expect(Self.undocumented(lines.map { $0[...] }, "x.swift").map(\.line) == [4])
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
