import Foundation
import GazetteModel
import Testing

/// A small input with what must hold of it, from variants.txt.
struct Variant: Sendable, CustomTestStringConvertible {
  let name: String
  let expectations: [String]
  let input: String

  var testDescription: String { name }

  static let all: [Variant] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("variants.txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "=== ").dropFirst().compactMap { part in
      let halves = part.components(separatedBy: "\n---\n")
      guard halves.count == 2 else { return nil }
      let lines = halves[0].split(separator: "\n").map(String.init)
      return Variant(
        name: lines.first ?? "", expectations: Array(lines.dropFirst()), input: halves[1])
    }
  }()
}

/// What is read of a variant, asked in the words of its expectations.
struct VariantReading {
  private let issue: GazetteModel.Issue
  private let duties: [Responsibility]
  private let targets: [Target]

  init(_ variant: Variant) {
    issue = parse(variant.input)
    duties = ResponsibilityReader(issue).responsibilities
    targets = TargetIndex(issue).targets
  }

  /// Whether an expectation holds; nil where its word is unknown.
  func holds(_ expectation: String) -> Bool? {
    let word = expectation.prefix { $0 != " " }
    let rest = String(expectation.dropFirst(word.count + 1))
    let parts = rest.split(separator: " ").map(String.init)
    switch word {
    case "DOCS": return String(issue.nodes.count { $0.kind == .document }) == rest
    case "UNIT":
      guard let node = node(parts[0]) else { return false }
      let title = parts.dropFirst().joined(separator: " ")
      return title.isEmpty || node.title == title
    case "NOUNIT": return node(rest) == nil
    case "INUNIT": return text(below: parts[0]).contains(rest.dropFirst(parts[0].count + 1))
    case "NUMBER": return issue.nodes.contains { $0.head?.documentNumber == rest }
    case "TEXT": return bodyText.contains(rest)
    case "NOTEXT": return !bodyText.contains(rest)
    case "CONTENTS":
      let title = parts.dropLast().joined(separator: " ")
      return issue.contents.contains {
        $0.title == title && $0.page.map(String.init) == parts.last
      }
    case "CHECK": return issue.findings.contains { $0.excerpt.contains(rest) }
    case "ONCE": return issue.wronglyCountedLines.isEmpty
    case "FIND": return text(below: parts[1]).contains(parts[0])
    default: return holdsOfDuties(String(word), rest, parts)
    }
  }

  private func holdsOfDuties(_ word: String, _ rest: String, _ parts: [String]) -> Bool? {
    let printed = duties.flatMap { $0.groups.flatMap(\.bodies) }.map(\.printed)
    switch word {
    case "NOBODY": return !printed.contains(rest)
    case "NOBODYLIKE": return !printed.contains { $0.contains(rest) }
    case "TRIPLE":
      return duties.contains {
        $0.inheritedFrom == nil && reference($0) == parts[0] && names($0, parts[1], parts[2])
      }
    case "INHERIT":
      return duties.contains {
        $0.inheritedFrom != nil && reference($0) == parts[0]
          && $0.groups.flatMap(\.bodies).contains { $0.printed == parts[1] }
      }
    case "ROW": return duties.contains { isRow($0, parts) && names($0, parts[3], parts[4]) }
    case "ROWS": return node(parts[0])?.tables.first.map { String($0.rowCount) } == parts[2]
    case "CELL":
      return issue.nodes.flatMap(\.tables).flatMap(\.rows).contains { $0.contains(rest) }
    case "TARGET": return targets.contains { isTarget($0, parts) }
    default: return nil
    }
  }

  private func isRow(_ duty: Responsibility, _ parts: [String]) -> Bool {
    guard let row = duty.row, reference(duty) == parts[0] else { return false }
    let isThere = [String(row.table), String(row.row)] == Array(parts[1...2])
    let day = duty.deadline?.iso8601 ?? "None"
    return isThere && (parts.count < 7 || day == parts[6])
  }

  private func isTarget(_ target: Target, _ parts: [String]) -> Bool {
    guard let value = target.value, value == Double(parts[0]), target.unit == parts[1] else {
      return false
    }
    return parts.count < 3 || (target.deadline?.iso8601 ?? "None") == parts[2]
  }

  private func names(_ duty: Responsibility, _ role: String, _ body: String) -> Bool {
    duty.groups.contains { group in
      group.role.rawValue == role && group.bodies.contains { $0.printed == body }
    }
  }

  private func reference(_ duty: Responsibility) -> String { issue[duty.node].reference.text }

  private func node(_ reference: String) -> Node? {
    issue.nodes.first { $0.reference.text == reference }
  }

  private func text(_ node: Node) -> String {
    (node.title ?? "") + "\n" + node.paragraphs.map(\.text).joined(separator: "\n")
  }

  private func text(below reference: String) -> String {
    guard let node = node(reference) else { return "" }
    return issue.nodes[node.id.index..<node.subtreeEnd].map(text).joined(separator: "\n")
  }

  /// All but the cover and the contents.
  private var bodyText: String {
    issue.nodes.filter { $0.kind != .cover && $0.kind != .contents }.map(text)
      .joined(separator: "\n")
  }
}

@Suite struct VariantTests {
  @Test(arguments: Variant.all)
  func whatWasFoundInOneTextHoldsInOthersOfItsKind(_ variant: Variant) {
    let reading = VariantReading(variant)
    for expectation in variant.expectations {
      #expect(reading.holds(expectation) == true, "\(expectation)")
    }
  }

  @Test func variantsAreFound() {
    #expect(Variant.all.count >= 80)
  }
}
