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
  /// The text that is shown, and the first hit in it.
  private var units = 0..<0
  private var hit: ScalarRange?
  /// What is shown where the issue or the model had to be asked.
  private var made: FilterMatch?

  /// A unit of an issue, which is chosen next.
  init(_ content: IssueContent, _ highlights: StoredHighlights? = nil) {
    self.content = content
    self.highlights = highlights
  }

  /// Takes another unit of the same issue, shown from what the index has of it.
  mutating func choose(_ node: NodeID) {
    guard let place = highlights?.place(of: node, isFirstEnough: true) else { return }
    (self.node, units, hit, made) = (node, place.units, place.hits.first, nil)
  }

  /// Takes another unit of the same issue, shown as somebody else has it.
  mutating func choose(_ match: FilterMatch) {
    (node, made) = (match.node, match)
  }

  /// The place of the issue.
  public var issue: Int { content.place }

  /// Its reference, without the issue.
  public var reference: String { content.tree.reference(of: node.index) }

  /// Its title.
  public var title: String? { content.tree.title(of: node.index, in: content.text) }

  /// What is shown of it.
  public var match: FilterMatch {
    made ?? content.text.match(node, units, highlights?.place(of: node).hits ?? [])
  }

  /// Adds its reference in UTF-8.
  public func appendReference(to bytes: inout [UInt8]) {
    content.tree.appendReference(of: node.index, to: &bytes)
  }

  /// Adds its title in UTF-8; whether it has one.
  public func appendTitle(to bytes: inout [UInt8]) -> Bool {
    guard let units = content.tree.titleUnits(of: node.index) else { return false }
    content.text.append(units, to: &bytes)
    return true
  }

  /// Adds the words around the first hit in UTF-8, with … where they are cut.
  public func appendSnippet(to bytes: inout [UInt8]) {
    guard made == nil, content.text.isOfPlainUnits(units) else {
      return bytes.append(contentsOf: match.snippet.utf8)
    }
    let shown = FilterMatch.shown(of: units.count, around: hit)
    content.text.append(
      units.lowerBound + shown.lowerBound..<units.lowerBound + shown.upperBound,
      isCutBefore: shown.lowerBound > 0, isCutBehind: shown.upperBound < units.count, to: &bytes)
  }
}
