import GazetteModel
import GazetteText

/// The documents as they were set last, and what was searched for in them.
final class ReadingMemo: RoomMemo {
  fileprivate var documents: [(key: DocumentKey, layout: DocumentLayout)] = []
  fileprivate var indexes: [IssueID: SearchIndex] = [:]
  fileprivate var found: (issue: IssueID, query: String, answer: SearchIndex.Found)?
  fileprivate var grouped: [PartKey: [Int]] = [:]

  fileprivate struct DocumentKey: Equatable {
    let issue: IssueID
    let root: NodeID
    let measure: Int
    let options: DocumentLayoutOptions
  }

  fileprivate struct PartKey: Hashable {
    let node: NodeID
    let part: TextPart
  }

  /// How many documents are kept.
  fileprivate static let limit = 12
}

extension LayoutCache {
  /// The document being read, set for its pane.
  func document(for state: State) -> DocumentLayout {
    document(of: state.cursor.node, in: state.issue, for: state)
  }

  /// The document that `node` stands in, set for the reading pane.
  func document(of node: NodeID, in issue: IssueID, for state: State) -> DocumentLayout {
    let memo = memo(ReadingMemo.self)
    let opened = tree.library[issue]
    let options = DocumentLayoutOptions(
      isPrinted: state.settings.isPrinted, roomBeside: state.roomBeside,
      ambiguous: state.settings.ambiguous,
      missingMark: Strings.text(.notInSource, state.settings.language))
    let key = ReadingMemo.DocumentKey(
      issue: issue, root: opened.root(of: node), measure: state.textColumn.columns,
      options: options)
    // A few keys are compared quicker than hashed.
    if let known = memo.documents.first(where: { $0.key == key }) { return known.layout }
    if memo.documents.count >= ReadingMemo.limit { memo.documents.removeAll() }
    let layout = DocumentLayout(
      issue: opened, root: key.root, measure: key.measure, options: options)
    memo.documents.append((key, layout))
    return layout
  }

  /// Every match of the words that are searched, in order of print.
  func matches(for state: State) -> [SearchIndex.Match] {
    state.search.query.isEmpty ? [] : found(for: state).matches
  }

  /// What is searched, as it was found.
  func found(for state: State) -> SearchIndex.Found {
    let query = state.search.query
    let memo = memo(ReadingMemo.self)
    if let found = memo.found, found.issue == state.issue, found.query == query {
      return found.answer
    }
    let answer = index(of: state.issue).find(query)
    memo.found = (state.issue, query, answer)
    memo.grouped.removeAll(keepingCapacity: true)
    for (place, match) in answer.matches.enumerated() {
      let key = ReadingMemo.PartKey(node: match.node, part: TextPart(match.part))
      memo.grouped[key, default: []].append(place)
    }
    return answer
  }

  /// The places among `matches(for:)` of those that stand in a text.
  func matches(in part: TextPart, of node: NodeID, for state: State) -> [Int] {
    if matches(for: state).isEmpty { return [] }
    return memo(ReadingMemo.self).grouped[ReadingMemo.PartKey(node: node, part: part)] ?? []
  }

  /// The folded text of an issue.
  func index(of issue: IssueID) -> SearchIndex {
    let memo = memo(ReadingMemo.self)
    if let known = memo.indexes[issue] { return known }
    let index = SearchIndex(tree.library[issue])
    memo.indexes[issue] = index
    return index
  }
}
