import Testing

@testable import GazetteModel

/// What the grammar reads in one paragraph, as one line: `lead 甲 | participate 乙、丙 等`.
struct Phrase: CustomTestStringConvertible {
  let text: String
  let expected: String

  init(_ text: String, _ expected: String) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }

  /// Several attributions of a paragraph are separated by ` ++ `.
  static func read(_ paragraph: String) -> String {
    let parser = ResponsibilityParser(paragraph)
    return parser.found.map { read($0.attribution, in: parser.text) }.joined(separator: " ++ ")
  }

  private static func read(_ attribution: Attribution, in text: AttributionText) -> String {
    var parts = attribution.groups.map {
      line($0.role, $0.names.map { text.folded($0) }) + ($0.andOthers ? " 等" : "")
    }
    if let statement = attribution.statement {
      parts.append("all " + line(statement.role, statement.names.map { text.folded($0) }))
    }
    switch attribution.rule {
    case .firstLeads: parts.append("rule first")
    case .responsibleLeads: parts.append("rule responsible")
    case nil: break
    }
    return parts.joined(separator: " | ")
  }

  private static func line(_ role: Role, _ names: [String]) -> String {
    role.rawValue + " " + names.joined(separator: " + ")
  }
}
