import GazetteModel
import GazetteReview
import GazetteText

/// What filters show, remembered by value.
final class FilterLayouts: RoomMemo {
  private var results: [(query: Query, version: Int, matches: FilterMatches)] = []
  private var toggles: (indexed: Int, sets: [FilterToggle: [NodeSet?]])?
  private var highlights: (query: Query, version: Int, byNode: [NodeAddress: FilterHighlights])?
  private var completions: (text: String, cursor: Int, list: [QueryCompletion.Suggestion])?

  private static let limit = 8

  /// What the answer to a query depends on besides the query: how much is indexed, and which marks
  /// there are where it asks for them.
  static func version(of query: Query, _ state: State) -> Int {
    let indexed = state.indexes?.issues.count ?? 0
    return query.reviewTerms.isEmpty ? indexed : indexed + (state.review.revision + 1) << 20
  }

  func matches(of query: Query, _ state: State, _ layouts: LayoutCache) -> FilterMatches {
    let version = Self.version(of: query, state)
    if let known = results.first(where: { $0.version == version && $0.query == query }) {
      return known.matches
    }
    let asksForMarks = !query.reviewTerms.isEmpty
    let matches = FilterMatches(query, state.indexes, of: state.library) { issue in
      guard asksForMarks, let sheet = state.review.sheet(issue) else { return nil }
      let scope = layouts.scope(of: issue)
      let team = state.review.team(issue)
      return ReviewQueryTerms(
        query, scope: scope, marks: sheet.marks, reviewer: sheet.reviewer
      ) { TeamTerms(scope: scope, team: team, sheet: sheet, subject: $0) }
    }
    if results.count >= Self.limit { results.removeLast() }
    results.insert((query, version, matches), at: 0)
    return matches
  }

  /// How many of `matches` a toggle holds.
  func count(of toggle: FilterToggle, in matches: FilterMatches, _ state: State) -> Int {
    let indexed = state.indexes?.issues.count ?? 0
    if toggles?.indexed != indexed { toggles = (indexed, [:]) }
    let known = toggles?.sets[toggle]
    let own =
      known
      ?? state.library.issueIDs.map {
        state.indexes?[$0]?.filter.evaluate(Query(toggle.term)).matches
      }
    if known == nil { toggles?.sets[toggle] = own }
    return zip(matches.sets, own).reduce(0) { sum, pair in
      guard let left = pair.0, let right = pair.1 else { return sum }
      return sum + left.countShared(with: right)
    }
  }

  func highlights(
    of node: NodeID, in issue: IssueID, _ state: State, _ layouts: LayoutCache
  ) -> FilterHighlights {
    guard state.filter.isActive, let index = state.indexes?[issue] else { return .none }
    let version = Self.version(of: state.filter.query, state)
    if highlights?.query != state.filter.query || highlights?.version != version {
      highlights = (state.filter.query, version, [:])
    }
    let address = NodeAddress(issue: issue, node: node)
    if let known = highlights?.byNode[address] { return known }
    let isLeft = matches(of: state.filter.query, state, layouts).contains(node, in: issue)
    let found = isLeft ? index.filter.highlights(of: state.filter.query, in: node) : .none
    highlights?.byNode[address] = found
    return found
  }

  func suggestions(_ state: State) -> [QueryCompletion.Suggestion] {
    guard let index = state.currentIndexes else { return [] }
    let text = state.editor.text
    let cursor = state.editor.cursor
    if let completions, completions.text == text, completions.cursor == cursor {
      return completions.list
    }
    let typed = QueryCompletion(index.filter).suggestions(for: text, cursor: cursor)
    // What stands there already is no suggestion.
    let scalars = Array(text.unicodeScalars)
    let list = typed.filter { suggestion in
      Array(suggestion.text.unicodeScalars)
        != Array(scalars[suggestion.range.start..<suggestion.range.end])
    }
    completions = (text, cursor, list)
    return list
  }
}

extension LayoutCache {
  private var filters: FilterLayouts { memo(FilterLayouts.self) }

  /// What the filter leaves; nil where nothing is left out.
  func filterMatches(for state: State) -> FilterMatches? {
    state.filter.isActive ? filters.matches(of: state.filter.query, state, self) : nil
  }

  /// How many of the nodes that are left a toggle holds.
  func count(of toggle: FilterToggle, for state: State) -> Int {
    filters.count(of: toggle, in: filters.matches(of: state.filter.query, state, self), state)
  }

  /// What the filter is about in a node.
  func highlights(of node: NodeID, in issue: IssueID, for state: State) -> FilterHighlights {
    filters.highlights(of: node, in: issue, state, self)
  }

  /// The same in one of its texts.
  func highlights(in part: TextPart, of node: NodeID, for state: State) -> [ScalarRange] {
    let found = highlights(of: node, in: state.issue, for: state)
    if found.isEmpty { return [] }
    switch part {
    case .heading: return found.title
    case .paragraph(let index): return found.paragraphs[index] ?? []
    case .head(let index):
      let lines = state.library[state.issue][node].head?.lines ?? []
      return lines.indices.contains(index) && lines[index].role == .title ? found.title : []
    case .cell(let place): return found.cells[place] ?? []
    case .column, .entry, .line, .row, .tableHead: return []
    }
  }

  /// What may stand at the cursor of the filter line.
  func suggestions(for state: State) -> [QueryCompletion.Suggestion] { filters.suggestions(state) }

  /// What the filter line says that could not be read, in order of place.
  func filterDiagnostics(for state: State) -> [QueryDiagnostic] {
    guard let typed = state.filter.typed else { return [] }
    let parsed = QueryParser.parse(typed)
    let unanswered =
      state.indexes == nil ? [] : filters.matches(of: parsed.query, state, self).diagnostics
    // An answer that is missing has no place of its own: that of its term.
    let placed = unanswered.map { diagnostic in
      let place = zip(parsed.query.terms, parsed.termRanges).first {
        $0.0.description == diagnostic.text
      }
      return QueryDiagnostic(
        reason: diagnostic.reason, range: place?.1 ?? diagnostic.range, text: diagnostic.text,
        suggestion: diagnostic.suggestion)
    }
    let all = (parsed.diagnostics + placed).sorted { $0.range.start < $1.range.start }
    return state.filterLine.isRefused ? all : all.filter { !$0.isUnfinished(in: state.editor) }
  }
}

extension QueryDiagnostic {
  /// Whether what it is about is still being typed: the word at the cursor, a bracket or quotation
  /// mark whose end may follow, or a field that waits for its value.
  func isUnfinished(in editor: LineEditor) -> Bool {
    switch reason {
    case .unclosedQuote, .unclosedBracket, .missingTerm, .missingValue, .emptyBrackets: true
    default: range.end >= editor.cursor && range.start <= editor.cursor
    }
  }
}
