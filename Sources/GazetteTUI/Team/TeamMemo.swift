import GazetteModel
import GazetteReview
import GazetteText

/// How far a team is, and where words stand that somebody has written on.
final class TeamMemo: RoomMemo {
  fileprivate var progress: (issue: IssueID, revision: Int, value: TeamProgress)?
  fileprivate var quotes: [QuoteKey: [ScalarRange]] = [:]

  /// A paragraph at a state of the review.
  fileprivate struct QuoteKey: Hashable {
    let issue: IssueID
    let node: NodeID
    let paragraph: Int
    let revision: Int
  }

  /// How many paragraphs are remembered.
  fileprivate static let quoteLimit = 400
}

extension LayoutCache {
  /// How far a team is with the issue being read.
  func teamProgress(for state: State, _ sheet: ReviewSheet) -> TeamProgress {
    let memo = memo(TeamMemo.self)
    if let known = memo.progress, known.issue == state.issue,
      known.revision == state.review.revision
    {
      return known.value
    }
    let value = TeamProgress(
      state.review.team(state.issue), marks: sheet, of: scope(of: state.issue))
    memo.progress = (state.issue, state.review.revision, value)
    return value
  }

  /// How far the one reader whom the filter names is below a heading of the tree; nil where it names
  /// none or several, or nothing there was dealt out.
  func readerFraction(of row: Outline.Row, for state: State) -> String? {
    guard row.hasChildren, case .node(let issue, let node) = row.item,
      let sheet = state.review.sheet(issue)
    else { return nil }
    let readers = state.filter.query.reviewTerms.compactMap { term -> String? in
      if term.field == .assigned { return term.value }
      return term.field == .state && term.value == TeamTerms.Word.mine.rawValue
        ? sheet.reviewer : nil
    }
    guard readers.count == 1 else { return nil }
    let count = TeamProgress.count(
      of: readers[0], in: node, state.review.team(issue), marks: sheet, of: scope(of: issue))
    return count.assigned > 0 ? "\(count.done)/\(count.assigned)" : nil
  }

  /// The stretches of a text that somebody has written on, or that are being chosen.
  func quoted(in part: TextPart, of node: NodeID, for state: State) -> [ScalarRange] {
    guard case .paragraph(let paragraph) = part, state.sheet != nil else { return [] }
    let team = state.review.team(state.issue)
    guard !team.isEmpty else { return [] }
    let memo = memo(TeamMemo.self)
    let key = TeamMemo.QuoteKey(
      issue: state.issue, node: node, paragraph: paragraph, revision: state.review.revision)
    if let known = memo.quotes[key] { return known }
    let issue = tree.library[state.issue]
    let scope = scope(of: state.issue)
    let unit = reviewUnit(of: node, in: state.issue) ?? node
    let text = Array(issue[node].paragraphs[paragraph].text.unicodeScalars)
    let found = team.threads(at: unit, of: scope).compactMap { thread -> ScalarRange? in
      guard thread.isOpen, let place = thread.quote?.place(in: text) else { return nil }
      return ScalarRange(place.range.lowerBound, place.range.upperBound)
    }
    if memo.quotes.count > TeamMemo.quoteLimit { memo.quotes.removeAll() }
    memo.quotes[key] = found
    return found
  }
}
