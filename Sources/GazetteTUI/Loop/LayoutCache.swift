import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// What is worked out from the state and costs more than a glance, remembered by value.
///
/// It is no part of the state: without it everything would look the same and take longer.
final class LayoutCache {
  /// The contents with every fold open.
  let tree: OutlineTree
  /// What the reader can ask for, to be listed and run.
  let commands: [Command]
  /// The reader's keys, for sentences that name some.
  var keys: KeyLabels { KeyLabels(commands) }
  /// The latest last.
  private var outlines: [(folds: FoldSet, outline: Outline)] = []
  private var documents: [(key: DocumentKey, layout: DocumentLayout)] = []
  private var indexes: [Int: SearchIndex] = [:]
  private var found: (issue: Int, query: String, matches: [SearchIndex.Match])?
  private var grouped: [PartKey: [Int]] = [:]
  private var progress: [Int: (revision: Int, value: ReviewProgress)] = [:]
  private var list: (key: ListKey, value: ReviewList)?
  /// How far a team is with an issue.
  var team: (issue: Int, revision: Int, value: TeamProgress)?
  /// Where words stand that somebody has written on.
  var quotes: [QuoteKey: [ScalarRange]] = [:]
  private var hints: (choice: KeyHint.Choice, value: [KeyHint])?
  private var details: (key: DetailsKey, lines: [DetailLine])?
  /// What is shown of responsibilities.
  var duties = DutyLayouts()
  /// What is shown of a comparison.
  var comparison = ComparisonMemo()
  /// What is shown of filters.
  var filters: FilterLayouts
  private let scopes: ReviewScopes

  private struct DocumentKey: Equatable {
    let issue: Int
    let root: NodeID
    let measure: Int
    let options: DocumentLayoutOptions
  }

  private struct DetailsKey: Equatable {
    let item: OutlineItem
    let node: NodeID
    /// The row of a table, whose responsibilities alone are shown.
    let row: RowPlace?
    /// The body that is selected in the list of bodies.
    let body: Int?
    let isIndexed: Bool
    let rect: Rect
    let language: Language
    let ambiguous: AmbiguousWidth
    /// Zero while the review is not open.
    let reviewRevision: Int
  }

  private struct ListKey: Equatable {
    let issue: Int
    let revision: Int
    let settings: ReviewListSettings
  }

  private struct PartKey: Hashable {
    let node: NodeID
    let part: TextPart
  }

  /// How many results of a kind are kept.
  private static let limit = 12

  init(_ library: Library, commands: [Command]) {
    tree = OutlineTree(library)
    scopes = ReviewScopes(library)
    filters = FilterLayouts(scopes: scopes)
    self.commands = commands
  }

  /// The visible lines of the tree.
  func outline(for state: State) -> Outline {
    if let matches = filterMatches(for: state) { return filteredOutline(for: state, matches) }
    // Comparing folds is quick where they are the same or differ in number; hashing them never is.
    if let known = outlines.last(where: { $0.folds == state.folds }) { return known.outline }
    if outlines.count >= Self.limit { outlines.removeFirst() }
    let outline = Outline(tree, folds: state.folds)
    outlines.append((state.folds, outline))
    return outline
  }

  /// The document being read, set for its pane.
  func document(for state: State) -> DocumentLayout {
    document(of: state.cursor.node, in: state.issue, for: state)
  }

  /// The document that `node` stands in, set for the reading pane.
  func document(of node: NodeID, in issue: Int, for state: State) -> DocumentLayout {
    let opened = tree.library.issues[issue]
    let options = DocumentLayoutOptions(
      isPrinted: state.settings.isPrinted, ambiguous: state.settings.ambiguous,
      missingMark: Strings.text(.notInSource, state.settings.language))
    let key = DocumentKey(
      issue: issue, root: opened.root(of: node), measure: state.textColumn.columns,
      options: options)
    // A few keys are compared quicker than hashed.
    if let known = documents.first(where: { $0.key == key }) { return known.layout }
    if documents.count >= Self.limit { documents.removeAll() }
    let layout = DocumentLayout(
      issue: opened, root: key.root, measure: key.measure, options: options)
    documents.append((key, layout))
    return layout
  }

  /// Every match of the words that are searched, in order of print.
  func matches(for state: State) -> [SearchIndex.Match] {
    let query = state.search.query
    if query.isEmpty { return [] }
    if let found, found.issue == state.issue, found.query == query { return found.matches }
    let matches = index(of: state.issue).matches(query)
    found = (state.issue, query, matches)
    grouped.removeAll(keepingCapacity: true)
    for (place, match) in matches.enumerated() {
      grouped[PartKey(node: match.node, part: TextPart(match.part)), default: []].append(place)
    }
    return matches
  }

  /// The places among `matches(for:)` of those that stand in a text.
  func matches(in part: TextPart, of node: NodeID, for state: State) -> [Int] {
    if matches(for: state).isEmpty { return [] }
    return grouped[PartKey(node: node, part: part)] ?? []
  }

  /// The details of what is selected, set in rows for a pane.
  func details(for state: State, in rect: Rect) -> [DetailLine] {
    var row: RowPlace?
    if case .row(let place) = state.cursor.part { row = place }
    let key = DetailsKey(
      item: state.selected, node: state.cursor.node, row: row, body: selectedBody(for: state),
      isIndexed: state.currentIndexes != nil, rect: rect,
      language: state.settings.language, ambiguous: state.settings.ambiguous,
      reviewRevision: state.review.revision)
    if let details, details.key == key { return details.lines }
    let scope = state.review.isOpen ? scope(of: state.issue) : nil
    let lines = Details(state, tree: tree, scope: scope, rect: rect, body: key.body).lines
    details = (key, lines)
    return lines
  }

  /// The line of hints, made by `make` where it is another than the last.
  func hints(for choice: KeyHint.Choice, make: () -> [KeyHint]) -> [KeyHint] {
    if let hints, hints.choice == choice { return hints.value }
    let value = make()
    hints = (choice, value)
    return value
  }

  /// What of an issue is to be reviewed.
  func scope(of issue: Int) -> ReviewScope { scopes.scope(of: issue) }

  /// How far the review of an issue is; nil while the store is not open.
  func progress(of issue: Int, in review: ReviewDesk) -> ReviewProgress? {
    guard let sheet = review.sheet(issue) else { return nil }
    if let known = progress[issue], known.revision == review.revision { return known.value }
    let value = sheet.progress(of: scope(of: issue))
    progress[issue] = (review.revision, value)
    return value
  }

  /// The list of the review; nil while the store is not open.
  func reviewList(for state: State) -> ReviewList? {
    guard let sheet = state.sheet else { return nil }
    var settings = state.review.list
    settings.selected = nil
    settings.top = 0
    let key = ListKey(issue: state.issue, revision: state.review.revision, settings: settings)
    if let list, list.key == key { return list.value }
    let value = ReviewList(
      settings, sheet: sheet, team: state.review.team(state.issue), scope: scope(of: state.issue),
      issue: tree.library.issues[state.issue])
    list = (key, value)
    return value
  }

  /// Everyone's marks at the clause, set for their box.
  func marksText(for state: State) -> [DetailLine] {
    let target = state.markKeys(self)
    guard target.keys.count == 1, let sheet = state.review.sheet(target.issue) else { return [] }
    return MarksText(
      state, target: target.keys[0], sheet: sheet, scope: scope(of: target.issue),
      columns: state.marksRect.columns - 4, keys: keys
    ).lines
  }

  /// The body whose details are shown: the one that is selected while the list of bodies has the
  /// focus.
  private func selectedBody(for state: State) -> Int? {
    guard state.tab == .departments, state.focus == .contents, state.departments.dossiers.isEmpty,
      let list = departmentList(for: state), let row = list.row(of: state.departments.selected)
    else { return nil }
    return list.rows[row].place
  }

  /// The folded text of an issue.
  func index(of issue: Int) -> SearchIndex {
    if let known = indexes[issue] { return known }
    let index = SearchIndex(tree.library.issues[issue])
    indexes[issue] = index
    return index
  }
}

extension LayoutCache {
  /// The lines of the tree that a filter leaves.
  private func filteredOutline(for state: State, _ matches: FilterMatches) -> Outline {
    let key = FilterLayouts.OutlineKey(
      query: state.filter.query, version: FilterLayouts.version(of: state.filter.query, state),
      folds: state.folds)
    if let known = filters.outline, known.key == key { return known.outline }
    let outline = Outline(tree, folds: state.folds, matches: matches)
    filters.outline = (key, outline)
    return outline
  }
}

extension TextPart {
  /// The part of the layout that shows a part of the search index.
  init(_ part: SearchIndex.Part) {
    switch part {
    case .heading: self = .heading
    case .paragraph(let index): self = .paragraph(index)
    case .cell(let place): self = .cell(place)
    case .headLine(let index): self = .head(index)
    case .entry(let index): self = .entry(index)
    }
  }

  /// The part that shows one of a node's texts.
  init(_ place: TextPlace) {
    switch place {
    case .paragraph(let index): self = .paragraph(index)
    case .cell(let cell): self = .cell(cell)
    }
  }

  /// The part of the search index that holds the text; nil for what is not indexed.
  var indexed: SearchIndex.Part? {
    switch self {
    case .heading: .heading
    case .paragraph(let index): .paragraph(index)
    case .head(let index): .headLine(index)
    case .entry(let index): .entry(index)
    case .cell(let place): .cell(place)
    case .column, .line, .row, .tableHead: nil
    }
  }
}

extension State {
  /// The cells of the reading pane that text fills: the measure, centred, with a gutter at its
  /// left.
  var textColumn: Rect {
    let pane = panes.text ?? PaneLayout(size: size, focus: .text, left: tab.room).text
    guard let pane else {
      return Rect(column: 0, row: 0, columns: DocumentLayout.narrowestMeasure, rows: 1)
    }
    let room = max(DocumentLayout.narrowestMeasure, pane.columns - Self.gutterColumns - 1)
    // Han are two columns wide: an odd column would stay empty in every row.
    let columns = min(settings.measure, room) & ~1
    let margin = max(Self.gutterColumns, (pane.columns - columns) / 2)
    return Rect(
      column: pane.column + margin, row: pane.row, columns: columns, rows: pane.rows)
  }

  /// The columns at the left of the text for the mark of the row being read.
  static let gutterColumns = 2
}
