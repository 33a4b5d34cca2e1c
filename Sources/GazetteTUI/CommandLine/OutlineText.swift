import GazetteModel
import GazetteText

/// The tree of an issue as text: the reference of each unit, then its number and title, indented
/// by depth.
struct OutlineText {
  let issue: GazetteModel.Issue
  let language: Language

  /// So many characters of a unit without title say what it is.
  private static let excerptLength = 24

  /// Writes the trees of all issues, a blank line between them.
  static func write(_ opened: OpenedLibrary, _ language: Language, to output: inout TextOutput) {
    for (index, issue) in opened.printed.enumerated() {
      if index > 0 { output.writeLine("") }
      OutlineText(issue: issue, language: language).write(to: &output)
    }
  }

  func write(to output: inout TextOutput) {
    output.writeCutLine(heading)
    let references = issue.nodes.map {
      $0.reference.text
    }
    let width = references.reduce(0) { max($0, DisplayWidth.columns(of: $1)) } + 2
    var column: String?
    for (node, reference) in zip(issue.nodes, references) {
      if let next = node.head?.column, node.kind == .document, next != column {
        output.writeCutLine(String(repeating: " ", count: width) + "【\(next)】")
        column = next
      }
      let padding = String(
        repeating: " ", count: max(0, width - DisplayWidth.columns(of: reference)))
      let indent = String(repeating: "  ", count: node.depth)
      output.writeCutLine(reference + padding + indent + label(of: node))
    }
    for entry in issue.contents where entry.document == nil {
      output.writeCutLine("\(Messages.listedOnly[language])\(entry.title)")
    }
  }

  /// The gazette, the issue and the day.
  private var heading: String {
    let identity = issue.identity
    var parts: [String] = []
    if let title = identity.title { parts.append(title) }
    if let year = identity.year, let number = identity.number {
      parts.append(Messages.issue(year: year, number: number)[language])
    }
    if let number = identity.cumulativeNumber { parts.append(Messages.overall(number)[language]) }
    if let date = identity.publicationDate { parts.append(date.iso8601) }
    return parts.isEmpty ? identity.id : parts.joined(separator: " ")
  }

  private func label(of node: Node) -> String {
    switch node.kind {
    case .cover: return Messages.cover[language]
    case .contents: return Messages.contents[language]
    default: break
    }
    let title = node.title ?? opening(of: node)
    return node.numbered(title ?? "")
  }

  /// How an untitled unit begins: with its first words, or with a table.
  private func opening(of node: Node) -> String? {
    if let table = node.tables.first, table.after == 0 { return TableLabel.text(table)[language] }
    return node.paragraphs.first.map { Self.excerpt($0.text) }
  }

  private static func excerpt(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > excerptLength else { return text }
    return String(scalars.prefix(excerptLength)) + "…"
  }
}
