import GazetteModel
import GazetteText

/// What a query finds: a unit of an issue, with the words around the first hit.
///
/// It holds what the index has of the issue and makes texts only of what it is asked for: a common
/// word stands in tens of thousands of units, and each would be three texts.
public struct FoundUnit: Sendable {
  private let content: IssueContent
  /// What the query is about in the issue; nil where the model is asked for that.
  private let highlights: StoredHighlights?
  private var node = NodeID(0)
  /// The text that is shown.
  private var units = 0..<0
  /// The units of its title.
  private var titleUnits: Range<Int>?
  /// What is shown of it; nil where a text has to be made for that.
  private var shown: Range<Int>?
  /// What is shown where the issue or the model had to be asked.
  private var made: FilterMatch?

  /// A unit of an issue, which is chosen next.
  init(_ content: IssueContent, _ highlights: StoredHighlights? = nil) {
    self.content = content
    self.highlights = highlights
  }

  /// Takes another unit of the same issue, shown from what the index has of it.
  mutating func choose(_ node: NodeID) {
    guard let place = highlights?.firstPlace(of: node) else { return }
    (self.node, units, made) = (node, place.units, nil)
    titleUnits = content.tree.titleUnits(of: node.index)
    shown =
      content.text.isOfPlainUnits(units)
      ? FilterMatch.shown(of: units.count, around: place.hit) : nil
  }

  /// Takes another unit of the same issue, shown as somebody else has it.
  mutating func choose(_ match: FilterMatch) {
    (node, shown, made) = (match.node, nil, match)
    titleUnits = content.tree.titleUnits(of: node.index)
  }

  /// The place of the issue.
  public var issue: Int { content.place }

  /// Its reference, without the issue.
  public var reference: String { content.tree.reference(of: node.index) }

  /// Its title.
  public var title: String? { titleUnits.map(content.text.string) }

  /// What is shown of it.
  public var match: FilterMatch {
    made ?? content.text.match(node, units, highlights?.place(of: node).hits ?? [])
  }

  private static let ellipsis: UInt16 = 0x2026

  /// Adds its reference to a line.
  public func appendReference(to line: inout LineBytes) {
    content.tree.appendReference(of: node.index, to: &line)
  }

  /// Adds its title to a line; whether it has one.
  public func appendTitle(to line: inout LineBytes) -> Bool {
    guard let title = titleUnits else { return false }
    content.text.append(title, to: &line)
    return true
  }

  /// Adds the words around the first hit to a line, with … where they are cut.
  public func appendSnippet(to line: inout LineBytes) {
    guard let shown else { return line.append(match.snippet) }
    if shown.lowerBound > 0 { line.append("…") }
    content.text.append(
      units.lowerBound + shown.lowerBound..<units.lowerBound + shown.upperBound, to: &line)
    if shown.upperBound < units.count { line.append("…") }
  }

  /// Whether it has a title and the words around the first hit begin with it.
  public var beginsWithTitle: Bool {
    guard let title = titleUnits else { return false }
    if let shown {
      let begins = content.text.withUnits(title) { title -> Bool? in
        // Where it is cut they begin, or end, with ….
        if shown.lowerBound > 0 { return title.first == Self.ellipsis ? nil : title.isEmpty }
        guard title.count <= shown.count else { return title.last == Self.ellipsis ? nil : false }
        return content.text.withUnits(units) { $0.starts(with: title) }
      }
      if let begins { return begins }
    }
    return match.snippet.utf8.starts(with: (self.title ?? "").utf8)
  }
}
