import Foundation
import GazetteModel
import Testing

/// Small texts with the trees that are expected of them, from Corpus/*.txt.
///
/// An entry is a line `=== name`, the input, a line `---`, and the tree as `treeDump` prints it.
/// `RECORD=1` writes the trees that come out and fails the test, so that they are read before they
/// are kept.
struct CorpusEntry: Sendable, CustomTestStringConvertible {
  let file: String
  let name: String
  let input: String
  let expected: String

  var testDescription: String { "\(file): \(name)" }

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpus")

  static let all: [CorpusEntry] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted().flatMap(entries)
  }()

  static func entries(in file: String) -> [CorpusEntry] {
    let url = folder.appendingPathComponent(file)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "=== ").dropFirst().compactMap { part in
      guard let nameEnd = part.firstIndex(of: "\n") else { return nil }
      let body = String(part[part.index(after: nameEnd)...])
      let halves = body.components(separatedBy: "\n---\n")
      return CorpusEntry(
        file: file, name: String(part[..<nameEnd]), input: halves[0],
        expected: halves.count > 1 ? halves[1].trimmingCharacters(in: .newlines) : "")
    }
  }

  /// The tree of the input, with its findings behind it.
  var actual: String {
    let issue = parse(input)
    let findings = issue.findings
      .filter { $0.kind != .documentNotInContents }
      .map { "? \($0.kind.rawValue) @\($0.lines.first) \($0.excerpt)\n" }
    return (issue.treeDump() + findings.joined()).trimmingCharacters(in: .newlines)
  }

  static func record() throws {
    for (file, entries) in Dictionary(grouping: all, by: \.file) {
      let text = entries.map { "=== \($0.name)\n\($0.input)\n---\n\($0.actual)\n" }
      try text.joined(separator: "\n").write(
        to: folder.appendingPathComponent(file), atomically: true, encoding: .utf8)
    }
  }
}

/// Parses a text without a manifest.
func parse(_ text: String) -> GazetteModel.Issue {
  IssueParser.parse(SourceText(bytes: Array(text.utf8)))
}
