import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// What is known of the place being read, set in rows: facts of the document first, then those of
/// the unit, so that moving between neighbours changes few rows. In a low pane the unit comes
/// first, to be in sight.
struct Details {
  var lines: [DetailLine] = []
  /// The responsibilities of the issue being read, once they are known.
  let departments: DepartmentIndex?
  let targets: TargetIndex?
  let references: CrossReferenceIndex?
  let columns: Int
  let language: Language
  let ambiguous: AmbiguousWidth
  /// What the team has said of the issue being read.
  let team: TeamSheet
  /// The row of a table that is being read.
  private(set) var row: NodeRow?
  private let isLow: Bool
  /// The names of what is left out.
  private let hidden: [String]

  /// The columns from which labels have a column of their own.
  private static let roomyColumns = 34

  /// A pane of fewer rows is low.
  private static let highRows = 16

  /// - Parameters:
  ///   - scope: What of the issue is reviewed; nil while the review is not open.
  ///   - body: The body to show in place of what is being read.
  init(
    _ state: State, tree: OutlineTree, scope: ReviewScope?, rect: Rect, body: Int? = nil
  ) {
    columns = max(8, rect.columns - 2)
    isLow = rect.rows < Self.highRows
    language = state.settings.language
    ambiguous = state.settings.ambiguous
    hidden = state.settings.hiddenDetails
    team = state.review.team(state.issue)
    let issue = state.library[state.selected.issue]
    departments = state.currentIndexes?.departments
    targets = state.currentIndexes?.targets
    references = state.currentIndexes?.references
    if let body, let index = state.indexes?[state.departments.issue]?.departments {
      addBody(body, index, state.library[state.departments.issue])
      return
    }
    switch state.selected {
    case .issue: addIssue(issue)
    case .column(let index, let column): addColumn(tree[index].columns[column])
    case .entry(_, let entry): addEntry(issue.contents[entry])
    case .node:
      if case .row(let place) = state.cursor.part {
        row = NodeRow(node: state.cursor.node, place: place)
      }
      addNode(state.cursor.node, in: state.library[state.issue])
    }
    if let scope, !hidden.contains(DetailName.review), let sheet = state.sheet,
      case .node = state.selected
    {
      addReview(state.cursor, in: state.library[state.issue], sheet, scope)
    }
  }

  func word(_ key: StringKey) -> String { Strings.text(key, language) }

  func isHidden(_ key: StringKey) -> Bool {
    !hidden.isEmpty && hidden.contains(DetailName.name(of: key))
  }

  // MARK: - What there is to say

  private mutating func addIssue(_ issue: Issue) {
    let identity = issue.identity
    addText(identity.title ?? identity.id, .title)
    if let year = identity.year, let number = identity.number {
      addText(Message(.issueOfYear, String(year), String(number)).text(language), .plain)
    }
    if let number = identity.cumulativeNumber {
      addText(Message(.cumulativeNumber, String(number)).text(language), .plain)
    }
    addBlank()
    addFact(.publicationDate, identity.publicationDate.map(language.day))
    addFact(.sponsor, identity.sponsor)
    addFact(.frequency, identity.frequency)
    addFact(.documentCount, String(issue.nodes.count { $0.kind == .document }))
    addFact(.lineCount, String(issue.source.lineCount))
    addFact(.readFrom, ProvenanceText.words(of: issue.printed)?[language])
    addFact(.corrections, issue.corrections.isEmpty ? nil : String(issue.corrections.count))
  }

  private mutating func addColumn(_ column: OutlineTree.Column) {
    addText(column.name, .column)
    if column.isWorkedOut { addFact(.column, word(.workedOut)) }
    addFact(.documentCount, String(column.members.count { $0.node != nil }))
  }

  private mutating func addEntry(_ entry: ContentsEntry) {
    addText(entry.title, .title)
    addText(word(.noText), .missing)
    addBlank()
    addFact(.column, entry.column)
    addFact(.page, entry.page.map(pageText))
    addFact(.sourceLines, lineText(entry.lines))
  }

  private mutating func addNode(_ id: NodeID, in issue: Issue) {
    let document = issue.document(of: id)
    if isLow {
      addUnit(issue[id], in: issue, below: document)
      addBlank()
    }
    if let document {
      addDocument(document, in: issue)
    } else {
      addIssue(issue)
    }
    if !isLow {
      addBlank()
      addUnit(issue[id], in: issue, below: document)
    }
  }

  private mutating func addDocument(_ id: NodeID, in issue: Issue) {
    let node = issue[id]
    let root = issue[issue.root(of: id)]
    let head = node.head
    addText(node.title ?? word(.untitled), .title)
    addFact(.documentNumber, head?.documentNumber ?? root.head?.documentNumber)
    let issuers = head?.issuers ?? []
    addFact(
      .issuers, (issuers.isEmpty ? root.head?.issuers ?? [] : issuers).separated(by: "、"))
    addFact(.signer, head?.signer)
    addFact(.signedOn, (head?.signedOn ?? root.head?.signedOn).map(language.day))
    addFact(.adoptedOn, head?.adoptedOn.map(language.day))
    if let column = root.head?.column {
      let isWorkedOut = root.head?.columnIsWorkedOut ?? false
      addFact(.column, isWorkedOut ? "\(column) (\(word(.workedOut)))" : column)
    }
    addFact(.page, root.head?.contentsPage.map(pageText))
    addFact(.sourceNote, head?.sourceNote)
    addFact(.addressees, head?.addressees)
  }

  private mutating func addUnit(_ node: Node, in issue: Issue, below document: NodeID?) {
    addFact(.reference, row.map(issue.reference(of:)) ?? node.reference.text)
    addFact(.kind, word(StringKey(node.kind)))
    let lines = row.flatMap { issue[$0.node].lines(of: $0.place) } ?? node.lines
    addFact(.place, issue.printed.places(of: lines).map(placeText))
    addFact(.sourceLines, lineText(lines))
    if !hidden.contains(DetailName.responsibilities) { addResponsibilities(of: node.id, in: issue) }
    if !node.kind.isDocument { addSubstance(of: node, in: issue) }
    // The document's title stands above already.
    let ancestors = issue.ancestors(of: node.id).reversed().filter { $0 != document }
    if document != nil, document != node.id, !isHidden(.path) {
      addBlank()
      addText(word(.path), .label)
      // The label keeps its row from unit to unit, so that only words change.
      if ancestors.isEmpty { addCut(word(.documentItself), indent: 1) }
      for (depth, ancestor) in ancestors.enumerated() {
        let title =
          issue[ancestor].kind.isDocument
          ? issue[ancestor].shortTitle : issue[ancestor].label
        addCut(title ?? word(.untitled), indent: min(depth + 1, 4))
      }
    }
    if !node.kind.isDocument, let label = node.label {
      addBlank()
      addText(label, .plain)
    }
    addCorrections(of: node)
  }

  private mutating func addCorrections(of node: Node) {
    let applied = node.paragraphs.flatMap(\.corrections)
    guard !applied.isEmpty, !isHidden(.corrections) else { return }
    addBlank()
    addText(word(.corrections), .label)
    for place in applied {
      let correction = place.correction
      let now = correction.corrected.isEmpty ? word(.cut) : correction.corrected
      let line = lineText(LineRange(correction.line))
      addText("\(line) \(correction.printed) -> \(now)", .corrected, indent: 1)
      let reason = correction.reason.isEmpty ? word(.otherForm) : correction.reason
      addText(reason, .muted, indent: 3)
    }
  }

  private func pageText(_ page: Int) -> String {
    Message(.pageValue, String(page)).text(language)
  }

  private func placeText(_ places: PrintedText.Places) -> String {
    PlaceText.text(places, language)
  }

  private func lineText(_ lines: LineRange) -> String {
    if lines.first == lines.last { return Message(.lineValue, String(lines.first)).text(language) }
    return Message(.linesValue, String(lines.first), String(lines.last)).text(language)
  }

  // MARK: - Rows

  mutating func addBlank() { lines.append(DetailLine()) }

  /// Adds text that may take several rows.
  mutating func addText(_ text: String, _ role: StyleRole, indent: Int = 0) {
    for row in rows(of: text, first: columns - indent, rest: columns - indent) {
      lines.append(DetailLine(pieces: [.init(column: indent, text: row, role: role)]))
    }
  }

  /// Adds text cut to one row.
  mutating func addCut(_ text: String, indent: Int) {
    let cut = DisplayWidth.truncated(text, to: columns - indent, ambiguous: ambiguous)
    lines.append(DetailLine(pieces: [.init(column: indent, text: cut, role: .plain)]))
  }

  /// Adds a label with its value, if there is one.
  mutating func addFact(_ key: StringKey, _ value: String?) {
    guard let value, !value.isEmpty, !isHidden(key) else { return }
    let label = word(key)
    let own = DisplayWidth.columns(of: label, ambiguous: ambiguous) + 1
    let first = columns >= Self.roomyColumns ? max(own, 11) : own
    let rest = columns >= Self.roomyColumns ? first : 2
    for (index, row) in rows(of: value, first: columns - first, rest: columns - rest).enumerated() {
      var line = DetailLine()
      if index == 0 { line.pieces.append(.init(column: 0, text: label, role: .label)) }
      line.pieces.append(.init(column: index == 0 ? first : rest, text: row, role: .plain))
      lines.append(line)
    }
  }

  private func rows(of text: String, first: Int, rest: Int) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let rows = LineBreaking.rows(
      of: scalars, firstWidth: first, restWidth: rest, ambiguous: ambiguous)
    return rows.map { row in
      // Appending them as a sequence would look through all conformances, before the first frame.
      var text = String.UnicodeScalarView()
      for scalar in scalars[row.range.start..<row.range.end] { text.append(scalar) }
      return String(text)
    }
  }
}
