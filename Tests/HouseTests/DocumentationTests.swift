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
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for found in Self.undocumented(lines, path) + Self.partlyDocumented(lines, path) {
        Issue.record("\(found)")
      }
    }
  }

  @Test func whatIsNotDocumentedIsFound() {
    let lines = ["/// Known.", "public let a = 1", "@inlinable", "public var b: Int { 2 }"]
    #expect(Self.undocumented(lines.map { $0[...] }, "x.swift").map(\.line) == [4])
  }

  @Test func aParameterBesideThoseDocumentedIsFound() {
    let lines = """
      /// Looks.
      ///
      /// - Parameter tell: Called.
      public static func run(
        at path: String, tell: @escaping (Int, String) -> Void = { _, _ in }
      ) -> Int {
      /// - Parameters:
      ///   - a: One, of
      ///     several.
      ///   - b: Two.
      @inlinable
      public init(_ a: Int, with b: [Int: Int]) {}
      /// Says nothing of any.
      public func f(a: Int) {}
      """.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(Self.partlyDocumented(lines, "x.swift").map(\.declaration) == ["path"])
    #expect(Self.partlyDocumented(lines, "x.swift").map(\.line) == [4])
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

  /// Parameters that nothing is said of where something is said of others, of which DocC complains.
  private static func partlyDocumented(_ lines: [Substring], _ path: String) -> [Undocumented] {
    let trimmed = lines.map { $0.drop { $0 == " " } }
    return trimmed.indices.flatMap { index -> [Undocumented] in
      guard trimmed[index].hasPrefix("public "), trimmed[index].contains("(") else { return [] }
      let above = trimmed[..<index].reversed().drop { $0.hasPrefix("@") }
        .prefix { $0.hasPrefix("///") }
      let documented = above.compactMap { line in
        line.firstMatch(of: /^\/\/\/ (?:- Parameter| {2}-) (\w+):/).map { String($0.1) }
      }
      if documented.isEmpty { return [] }
      return parameters(of: trimmed[index...].joined(separator: " "))
        .filter { !documented.contains($0) }
        .map { Undocumented(path: path, line: index + 1, declaration: $0) }
    }
  }

  /// The names that a declaration has for its parameters.
  private static func parameters(of declaration: String) -> [String] {
    var parameters = [""]
    var depth = 0
    for character in declaration {
      if "([{".contains(character) {
        depth += 1
        if depth == 1 { continue }
      } else if ")]}".contains(character) {
        depth -= 1
        if depth == 0 { break }
      } else if character == ",", depth == 1 {
        parameters.append("")
      }
      if depth > 0 { parameters[parameters.count - 1].append(character) }
    }
    return parameters.compactMap { parameter in
      parameter.prefix { $0 != ":" }.split(separator: " ").last.map {
        String($0.drop { $0 == "," })
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
