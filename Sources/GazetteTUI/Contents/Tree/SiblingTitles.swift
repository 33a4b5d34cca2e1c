import GazetteModel
import GazetteText
import TerminalKit

/// What tells a title from those beside it, where it does not fit.
enum SiblingTitles {
  /// The sign for a beginning that is left out; the end has ».
  private static let sign = "«"
  /// The fewest characters that are worth leaving out.
  private static let least = 3

  /// The title, or where it is too long for so many columns what it does not share with the unit
  /// before or behind it: three neighbours that all begin 深入推进 would read alike.
  static func distinct(
    _ title: String, of node: NodeID, in issue: Issue, columns: Int, ambiguous: AmbiguousWidth
  ) -> String {
    guard DisplayWidth.columns(of: title, ambiguous: ambiguous) > columns else { return title }
    let siblings = issue[node].parent.map { issue.children(of: $0) } ?? issue.roots
    guard let place = siblings.firstIndex(of: node) else { return title }
    let own = Array(title.unicodeScalars)
    var shared = 0
    for neighbour in [place - 1, place + 1] where siblings.indices.contains(neighbour) {
      let sibling = issue[siblings[neighbour]]
      let other = sibling.kind.isDocument ? sibling.shortTitle ?? sibling.title : sibling.title
      shared = max(shared, zip(own, (other ?? "").unicodeScalars).prefix { $0 == $1 }.count)
    }
    guard shared >= least, shared < own.count else { return title }
    return sign + String(String.UnicodeScalarView(own[shared...]))
  }
}
