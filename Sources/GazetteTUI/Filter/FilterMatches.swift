import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// What a filter leaves of a library.
struct FilterMatches: Sendable {
  /// For each issue its matching nodes; nil while the issue is not indexed.
  let sets: [NodeSet?]
  /// How many nodes match.
  let count: Int
  /// How many documents and attachments they stand in.
  let documents: Int
  /// Terms that could not be answered.
  let diagnostics: [QueryDiagnostic]

  /// - Parameter review: What answers the terms of the review at an issue.
  init(
    _ query: Query, _ indexes: LibraryIndexes?, issues: Int,
    review: (Int) -> (any ReviewTermSource)?
  ) {
    var sets: [NodeSet?] = []
    var count = 0
    var documents = 0
    // A name that one issue knows is no slip.
    var unanswered: [QueryDiagnostic]?
    for place in 0..<issues {
      guard let index = indexes?[place] else {
        sets.append(nil)
        continue
      }
      var filter = index.filter
      filter.review = review(place)
      let result = filter.evaluate(query)
      unanswered = unanswered.map { $0.filter(result.diagnostics.contains) } ?? result.diagnostics
      sets.append(result.matches)
      count += result.matches.count
      documents += Self.documents(of: result.matches, in: index.filter.issue)
    }
    self.sets = sets
    self.count = count
    self.documents = documents
    diagnostics = unanswered ?? []
  }

  /// Whether every issue is indexed.
  var isComplete: Bool { !sets.contains { $0 == nil } }

  func contains(_ node: NodeID, in issue: Int) -> Bool { sets[issue]?.contains(node) ?? false }

  /// How many nodes match among a run of them.
  func count(in range: Range<Int>, of issue: Int) -> Int {
    guard let set = sets[issue] else { return 0 }
    return range.count { set.contains(NodeID($0)) }
  }

  /// The match that is `steps` away from a node, round the ends of the library; the first step
  /// leads to the nearest match behind (or before) the node, which counts itself only where
  /// `includesSelf` says so.
  func match(_ steps: Int, from start: NodeAddress, includesSelf: Bool = false) -> NodeAddress? {
    guard count > 0, steps != 0 || includesSelf else { return nil }
    if includesSelf, contains(start.node, in: start.issue) { return start }
    var place = start
    for _ in 0..<max(1, min(abs(steps), count)) {
      guard let next = steps < 0 ? before(place) : behind(place) else { return nil }
      place = next
    }
    return place
  }

  private func behind(_ place: NodeAddress) -> NodeAddress? {
    for offset in 0...sets.count {
      let issue = (place.issue + offset) % sets.count
      guard let set = sets[issue] else { continue }
      if let node = set.first(from: offset == 0 ? place.node.index + 1 : 0) {
        return NodeAddress(issue: issue, node: node)
      }
    }
    return nil
  }

  private func before(_ place: NodeAddress) -> NodeAddress? {
    for offset in 0...sets.count {
      let issue = ((place.issue - offset) % sets.count + sets.count) % sets.count
      guard let set = sets[issue] else { continue }
      if let node = set.last(before: offset == 0 ? place.node.index : Int.max) {
        return NodeAddress(issue: issue, node: node)
      }
    }
    return nil
  }

  private static func documents(of set: NodeSet, in issue: Issue) -> Int {
    var count = 0
    var index = 0
    while let node = set.first(from: index) {
      guard let document = issue.document(of: node) else {
        index = node.index + 1
        continue
      }
      count += 1
      index = end(of: document, behind: node, in: issue)
    }
    return count
  }

  /// Where what belongs to a document itself ends: before the next attachment in it.
  private static func end(of document: NodeID, behind node: NodeID, in issue: Issue) -> Int {
    let end = issue[document].subtreeEnd
    let next = (node.index + 1..<max(node.index + 1, end)).first { issue.nodes[$0].kind.isDocument }
    return next ?? end
  }
}

/// What filters show, remembered by value.
struct FilterLayouts {
  private let scopes: ReviewScopes
  private var results: [(query: Query, version: Int, matches: FilterMatches)] = []
  private var toggles: (indexed: Int, sets: [FilterToggle: [NodeSet?]])?
  private var highlights: (query: Query, version: Int, byNode: [NodeAddress: FilterHighlights])?
  private var completions: (text: String, cursor: Int, list: [QueryCompletion.Suggestion])?
  var outline: (key: OutlineKey, outline: Outline)?
  var targets: (key: TargetTable.Key, table: TargetTable)?
  var palette: Palette?
  var found: (query: String, indexed: Int, entries: [Palette.Found])?
  var help: (query: String, mode: Mode, list: HelpList)?
  var commandNames: [[RankedName]]?

  struct OutlineKey: Equatable {
    let query: Query
    let version: Int
    let folds: FoldSet
  }

  private static let limit = 8

  init(scopes: ReviewScopes) {
    self.scopes = scopes
  }

  /// What the answer to a query depends on besides the query: how much is indexed, and which marks
  /// there are where it asks for them.
  static func version(of query: Query, _ state: State) -> Int {
    let indexed = state.indexes?.issues.count ?? 0
    return query.reviewTerms.isEmpty ? indexed : indexed + (state.review.revision + 1) << 20
  }

  mutating func matches(of query: Query, _ state: State) -> FilterMatches {
    let version = Self.version(of: query, state)
    if let known = results.first(where: { $0.version == version && $0.query == query }) {
      return known.matches
    }
    let asksForMarks = !query.reviewTerms.isEmpty
    let matches = FilterMatches(query, state.indexes, issues: state.library.issues.count) { issue in
      guard asksForMarks, let sheet = state.review.sheet(issue) else { return nil }
      let scope = scopes.scope(of: issue)
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
  mutating func count(of toggle: FilterToggle, in matches: FilterMatches, _ state: State) -> Int {
    let indexed = state.indexes?.issues.count ?? 0
    if toggles?.indexed != indexed { toggles = (indexed, [:]) }
    let known = toggles?.sets[toggle]
    let own =
      known
      ?? state.library.issues.indices.map {
        state.indexes?[$0]?.filter.evaluate(Query(toggle.term)).matches
      }
    if known == nil { toggles?.sets[toggle] = own }
    return zip(matches.sets, own).reduce(0) { sum, pair in
      guard let left = pair.0, let right = pair.1 else { return sum }
      return sum + left.countShared(with: right)
    }
  }

  mutating func highlights(of node: NodeID, in issue: Int, _ state: State) -> FilterHighlights {
    guard state.filter.isActive, let index = state.indexes?[issue] else { return .none }
    let version = Self.version(of: state.filter.query, state)
    if highlights?.query != state.filter.query || highlights?.version != version {
      highlights = (state.filter.query, version, [:])
    }
    let address = NodeAddress(issue: issue, node: node)
    if let known = highlights?.byNode[address] { return known }
    let isLeft = matches(of: state.filter.query, state).contains(node, in: issue)
    let found = isLeft ? index.filter.highlights(of: state.filter.query, in: node) : .none
    highlights?.byNode[address] = found
    return found
  }

  mutating func suggestions(_ state: State) -> [QueryCompletion.Suggestion] {
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
  /// What the filter leaves; nil where nothing is left out.
  func filterMatches(for state: State) -> FilterMatches? {
    state.filter.isActive ? filters.matches(of: state.filter.query, state) : nil
  }

  /// How many of the nodes that are left a toggle holds.
  func count(of toggle: FilterToggle, for state: State) -> Int {
    filters.count(of: toggle, in: filters.matches(of: state.filter.query, state), state)
  }

  /// What the filter is about in a node.
  func highlights(of node: NodeID, in issue: Int, for state: State) -> FilterHighlights {
    filters.highlights(of: node, in: issue, state)
  }

  /// The same in one of its texts.
  func highlights(in part: TextPart, of node: NodeID, for state: State) -> [ScalarRange] {
    let found = highlights(of: node, in: state.issue, for: state)
    if found.isEmpty { return [] }
    switch part {
    case .heading: return found.title
    case .paragraph(let index): return found.paragraphs[index] ?? []
    case .head(let index):
      let lines = state.library.issues[state.issue][node].head?.lines ?? []
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
      state.indexes == nil ? [] : filters.matches(of: parsed.query, state).diagnostics
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
