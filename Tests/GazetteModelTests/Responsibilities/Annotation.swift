import FoundationEssentials
import Testing

@testable import GazetteModel

/// One attribution as a person read it from the issue.
struct Annotation: Equatable, CustomStringConvertible {
  var reference: String
  var line: Int
  var phrase: String
  /// One line for each role: `lead: 甲 | 乙 | 等`, with `printed=canonical` where they differ.
  var groups: [String] = []

  var description: String {
    ([reference + " @\(line) " + phrase] + groups.map { "  " + $0 }).joined(separator: "\n")
  }

  struct Inheritance: Equatable {
    let reference: String
    let body: String
    let role: String
    let clauses: Int
  }

  /// The annotations of the shipped issue.
  static func shipped() throws -> (attributions: [Annotation], inheritances: [Inheritance]) {
    var result: [Annotation] = []
    var inheritances: [Inheritance] = []
    for line in try TestContent.annotations().split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("  ") {
        result[result.count - 1].groups.append(String(line.dropFirst(2)))
        continue
      }
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      if words[0] == "inherit" {
        let rest = words[2].split(separator: " ").map(String.init)
        inheritances.append(
          Inheritance(
            reference: words[1], body: rest[0], role: rest[1], clauses: Int(rest[2]) ?? 0))
      } else {
        result.append(
          Annotation(reference: words[0], line: Int(words[1].dropFirst()) ?? 0, phrase: words[2]))
      }
    }
    return (result, inheritances)
  }

  /// What the parser read, in the same shape.
  static func parsed(_ index: DepartmentIndex, in issue: GazetteModel.Issue) -> [Annotation] {
    index.responsibilities.compactMap { responsibility in
      guard let range = responsibility.range else { return nil }
      let node = issue[responsibility.node]
      let paragraph = node.paragraphs[responsibility.paragraph]
      let line = paragraph.lineStarts.last { $0.offset <= range.start }?.line ?? 0
      return Annotation(
        reference: node.reference.text, line: line, phrase: responsibility.text,
        groups: responsibility.groups.map { group in
          let names = group.bodies.map {
            $0.printed == $0.name ? $0.name : $0.printed + "=" + $0.name
          }
          return group.role.rawValue + ": "
            + (names + (group.andOthers ? ["等"] : [])).joined(separator: " | ")
        })
    }
  }
}
