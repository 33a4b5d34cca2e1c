import GazetteModel
import GazetteText
import TerminalKit

/// The way to a unit in one line: number of the document, attachment, sections, clause
/// (10号 › 空气质量巩固提升行动方案 › 二 › （四） › 16).
struct Breadcrumb: Hashable, Sendable {
  /// The short number of the document (10号); empty where it has none or is itself what is named.
  let number: String
  /// The title of the document or attachment, and what it is about.
  let title: String
  let shortTitle: String
  /// The numbers of the units, as printed, without the mark behind them.
  let numbers: [String]

  init(of node: NodeID, in issue: Issue) {
    let root = issue.root(of: node)
    let document = issue.document(of: node) ?? root
    title = issue[document].title ?? issue[root].title ?? ""
    shortTitle = issue[document].shortTitle ?? title
    number =
      document == root ? "" : issue[root].head?.documentNumber.map(Self.lastNumber) ?? ""
    numbers = (issue.ancestors(of: node).reversed() + [node]).filter {
      !issue[$0].kind.isDocument
    }.compactMap { issue[$0].numbering?.printed }.map(Self.withoutMark)
  }

  /// The line for so many columns: the numbers whole, and of the title what has room.
  func text(columns: Int, sign: String, ambiguous: AmbiguousWidth) -> String {
    func width(_ text: String) -> Int { DisplayWidth.columns(of: text, ambiguous: ambiguous) }
    let before = number.isEmpty ? "" : "\(number) \(sign) "
    var behind = numbers.map { " \(sign) \($0)" }.joined()
    if width(before) + width(behind) + Self.leastTitle > columns {
      // The clause says more than the sections above it.
      behind = numbers.last.map { " \(sign) \($0)" } ?? ""
    }
    let room = columns - width(before) - width(behind)
    guard room >= Self.leastTitle else {
      return DisplayWidth.truncated(shortTitle, to: columns, ambiguous: ambiguous)
    }
    let name = width(title) <= room ? title : shortTitle
    return before + DisplayWidth.truncated(name, to: room, ambiguous: ambiguous) + behind
  }

  /// The fewest columns that say anything of a title.
  private static let leastTitle = 12

  /// 10号 of 吉政办发〔2021〕10号.
  private static func lastNumber(_ number: String) -> String {
    guard let bracket = number.lastIndex(where: { "〕]】）)".contains($0) }) else { return number }
    return String(number[number.index(after: bracket)...])
  }

  /// 二 of 二、 and 16 of 16. ; brackets belong to the number.
  private static func withoutMark(_ printed: String) -> String {
    var text = printed[...]
    while let last = text.last, "、.．。 　".contains(last) { text.removeLast() }
    return String(text)
  }
}
