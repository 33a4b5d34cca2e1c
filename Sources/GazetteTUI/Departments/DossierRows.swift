import GazetteModel
import GazetteText
import TerminalKit

/// A dossier set in rows for a pane.
struct DossierRows: Sendable {
  /// What can be selected.
  struct Item: Sendable {
    enum Target: Hashable, Sendable {
      /// A clause, by the index of its responsibility.
      case clause(Int)
      /// A partner or a collective, by its place in the index.
      case body(Int)
    }

    let target: Target
    let rows: Range<Int>
    /// The heading it stands under, counted from 0.
    let group: Int
  }

  private(set) var rows: [DetailLine] = []
  private(set) var items: [Item] = []
  /// The roles in which the body has anything to do, in order of rank.
  let roles: [Role]
  private let columns: Int
  private let language: Language
  private let ambiguous: AmbiguousWidth
  private let keys: KeyLabels
  private var group = -1
  private let unfolded: [Int]
  private let targets: TargetIndex

  /// The most rows of a sentence that is unfolded; the pane beside shows what is longer.
  private static let sentenceRows = 12
  private static let indent = 3

  init(
    _ open: OpenDossier, _ indexes: IssueIndexes, in issue: Issue, left: NodeSet?, columns: Int,
    settings: Settings, keys: KeyLabels
  ) {
    self.keys = keys
    unfolded = open.unfolded
    targets = indexes.targets
    self.columns = max(12, columns)
    language = settings.language
    ambiguous = settings.ambiguous
    let index = indexes.departments
    let dossier = index.dossier(of: open.department, in: issue)
    roles = Role.allCases.filter { role in dossier.sections.contains { $0.role == role } }
    addHead(open, index, issue)
    let sections = dossier.sections.filter { open.role == nil || open.role == $0.role }.map {
      section in
      DepartmentIndex.DossierSection(
        role: section.role, isInherited: section.isInherited,
        documents: open.listed(section.documents, left: left))
    }.filter { !$0.documents.isEmpty }
    if open.isByDeadline {
      addByDeadline(sections, index, issue)
    } else {
      for section in sections { add(section, index, issue) }
    }
    var clausesOfPartner: [Int: Set<NodeID>] = [:]
    for section in sections where !section.isInherited {
      for entry in section.documents.flatMap(\.entries) {
        for partner in entry.partners {
          clausesOfPartner[partner.department, default: []].insert(entry.node)
        }
      }
    }
    let partners = clausesOfPartner.map { (place: $0.key, count: $0.value.count) }.sorted {
      ($1.count, $0.place) < ($0.count, $1.place)
    }
    addBodies(DutyText.partners, partners, index)
    addBodies(
      DutyText.collectives,
      dossier.collectives.map { ($0, index.departments[$0].counts.clauses) }, index)
  }

  // MARK: - Parts

  private mutating func add(
    _ section: DepartmentIndex.DossierSection, _ index: DepartmentIndex, _ issue: Issue
  ) {
    addHeading(section, section.documents)
    for document in section.documents {
      addDocument(document.document, in: issue)
      for entry in document.entries { add(entry, section, index, issue) }
    }
  }

  /// All tasks in one list, the earliest due first; those without a day at the end.
  private mutating func addByDeadline(
    _ sections: [DepartmentIndex.DossierSection], _ index: DepartmentIndex, _ issue: Issue
  ) {
    group += 1
    rows.append(DetailLine())
    addText(DutyText.byDeadline[language], .heading, indent: 0)
    let all = sections.flatMap { section in
      section.documents.flatMap(\.entries).map { (section, $0, deadline(of: $0.node)) }
    }
    let last = CalendarDate(year: 9999, month: 12, day: 31)
    let sorted = all.sorted { left, right in
      let (first, second) = (left.2 ?? last, right.2 ?? last)
      return first == second ? left.1.responsibility < right.1.responsibility : first < second
    }
    for (section, entry, _) in sorted { add(entry, section, index, issue, showsRole: true) }
  }

  /// The first day that a clause sets.
  private func deadline(of node: NodeID) -> CalendarDate? {
    targets.targets(of: node).compactMap(\.deadline).min()
  }

  private mutating func addHead(_ open: OpenDossier, _ index: DepartmentIndex, _ issue: Issue) {
    let department = index.departments[open.department]
    addText(department.body.name, .title, indent: 0)
    var facts = [
      DutyText.category(department.body.category)[language],
      DutyText.clauses(department.counts.clauses)[language],
    ]
    if department.counts.inheritedClauses > 0 {
      facts.append("\(DutyText.inherited[language]) \(department.counts.inheritedClauses)")
    }
    addText(facts.joined(separator: "  "), .muted, indent: 0)
    if let role = open.role {
      let only = Message(.onlyRole, role.name[language])
      addText(only.text(language, keys: keys.label), .label, indent: 0)
    }
    if let restriction = open.document {
      let name = restriction.node.map { issue[$0].reference.text } ?? "-"
      addText(Message(.onlyDocument, name).text(language), .label, indent: 0)
    }
  }

  private mutating func addHeading(
    _ section: DepartmentIndex.DossierSection, _ documents: [DepartmentIndex.DossierDocument]
  ) {
    var clauses: Set<NodeID> = []
    for entry in documents.flatMap(\.entries) { clauses.insert(entry.node) }
    var title = section.role.name[language]
    if section.isInherited { title += " (\(DutyText.inherited[language]))" }
    rows.append(DetailLine())
    addText("\(title)  \(DutyText.clauses(clauses.count)[language])", .heading, indent: 0)
  }

  private mutating func addDocument(_ document: NodeID?, in issue: Issue) {
    group += 1
    guard let document else { return }
    let title = "\(issue[document].reference.text) \(issue[document].shortTitle ?? "")"
    add(DisplayWidth.truncated(title, to: columns - 1, ambiguous: ambiguous), .column, column: 1)
  }

  /// Adds a task: one row, or where it is unfolded all of it.
  private mutating func add(
    _ entry: DepartmentIndex.DossierEntry, _ section: DepartmentIndex.DossierSection,
    _ index: DepartmentIndex, _ issue: Issue, showsRole: Bool = false
  ) {
    let start = rows.count
    let reference = issue[entry.node].reference.text
    let place = reference.firstIndex(of: "/").map { String(reference[$0...].dropFirst()) }
    let label = (showsRole ? reference : place ?? reference) + " "
    if unfolded.contains(entry.responsibility) {
      addWhole(entry, section, label, index, issue)
    } else {
      addLine(entry, section, label, issue, showsRole: showsRole)
    }
    items.append(
      Item(target: .clause(entry.responsibility), rows: start..<rows.count, group: group))
  }

  /// One row: reference, title, with how many others, and until when.
  private mutating func addLine(
    _ entry: DepartmentIndex.DossierEntry, _ section: DepartmentIndex.DossierSection,
    _ label: String, _ issue: Issue, showsRole: Bool
  ) {
    var line = DetailLine()
    var end = columns
    func put(_ text: String, _ role: StyleRole) {
      let width = DisplayWidth.columns(of: text, ambiguous: ambiguous)
      guard end - width > columns / 2 else { return }
      end -= width
      line.pieces.append(.init(column: end, text: text, role: role))
      end -= 1
    }
    if let day = deadline(of: entry.node) {
      put(columns < 60 ? String(day.iso8601.prefix(7)) : day.iso8601, .attribution)
    }
    if showsRole { put(section.role.name[language], .lead) }
    if columns >= 40, !entry.partners.isEmpty {
      put(DutyText.partnerCount(entry.partners.count)[language], .muted)
    }
    let used = DisplayWidth.columns(of: label)
    let start = Self.indent - 1 + used
    let title = issue[entry.node].title ?? entry.sentence
    line.pieces.append(.init(column: Self.indent - 1, text: label, role: .number))
    line.pieces.append(
      .init(
        column: start,
        text: DisplayWidth.truncated(title, to: max(0, end - start), ambiguous: ambiguous),
        role: .plain))
    rows.append(line)
  }

  /// The sentence of the task, and by role who else is named.
  private mutating func addWhole(
    _ entry: DepartmentIndex.DossierEntry, _ section: DepartmentIndex.DossierSection,
    _ label: String, _ index: DepartmentIndex, _ issue: Issue
  ) {
    let text = section.isInherited ? issue[entry.node].title ?? entry.sentence : entry.sentence
    let used = DisplayWidth.columns(of: label)
    let set = cutRows(
      of: text, first: columns - Self.indent + 1 - used, rest: columns - Self.indent,
      most: Self.sentenceRows)
    var line = DetailLine()
    line.pieces.append(.init(column: Self.indent - 1, text: label, role: .number))
    line.pieces.append(.init(column: Self.indent - 1 + used, text: set.first ?? "", role: .plain))
    rows.append(line)
    for row in set.dropFirst() { add(row, .plain, column: Self.indent) }
    let partners = Self.partners(of: entry, index, language)
    let width = columns - Self.indent - 2
    for row in cutRows(of: partners, first: width, rest: width, most: Self.sentenceRows)
    where !row.isEmpty {
      add(row, .muted, column: Self.indent + 2)
    }
  }

  /// Who else the phrase names, by role.
  private static func partners(
    of entry: DepartmentIndex.DossierEntry, _ index: DepartmentIndex, _ language: Language
  ) -> String {
    Role.allCases.compactMap { role in
      let names = entry.partners.filter { $0.role == role }.map {
        index.departments[$0.department].body.name
      }
      guard !names.isEmpty else { return nil }
      return "\(role.name[language])：" + BodyNames.line(names)
    }.joined(separator: "；")
  }

  private mutating func addBodies(
    _ heading: Phrase, _ bodies: [(place: Int, count: Int)], _ index: DepartmentIndex
  ) {
    guard !bodies.isEmpty else { return }
    group += 1
    rows.append(DetailLine())
    addText(heading[language], .heading, indent: 0)
    let width = (bodies.map { String($0.count).count }.max() ?? 1) + 1
    for body in bodies {
      let room = columns - Self.indent - width
      var line = DetailLine()
      let name = index.departments[body.place].body.name
      line.pieces.append(
        .init(
          column: Self.indent - 1,
          text: DisplayWidth.truncated(name, to: room, ambiguous: ambiguous), role: .plain))
      let count = String(body.count)
      line.pieces.append(.init(column: columns - count.count, text: count, role: .number))
      rows.append(line)
      items.append(
        Item(target: .body(body.place), rows: rows.count - 1..<rows.count, group: group))
    }
  }

  // MARK: - Rows

  private mutating func add(_ text: String, _ role: StyleRole, column: Int) {
    rows.append(DetailLine(pieces: [.init(column: column, text: text, role: role)]))
  }

  private mutating func addText(_ text: String, _ role: StyleRole, indent: Int) {
    for row in cutRows(of: text, first: columns - indent, rest: columns - indent, most: 4) {
      add(row, role, column: indent)
    }
  }

  /// The first rows of a text; what does not fit is left out with an ellipsis.
  private func cutRows(of text: String, first: Int, rest: Int, most: Int) -> [String] {
    // No row holds more scalars than it has columns, as far as it is text.
    let limit = first + rest * most
    let scalars = Array(text.unicodeScalars.prefix(limit))
    let set = LineBreaking.rows(
      of: scalars, firstWidth: first, restWidth: rest, ambiguous: ambiguous)
    func string(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }
    guard set.count > most else { return set.map { string($0.range.start..<$0.range.end) } }
    var rows = set.prefix(most - 1).map { string($0.range.start..<$0.range.end) }
    let last = set[most - 1].range.start
    rows.append(
      DisplayWidth.truncated(
        string(last..<scalars.count), to: most == 1 ? first : rest, ambiguous: ambiguous))
    return rows
  }
}
