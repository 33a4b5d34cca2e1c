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

  /// The most rows of a sentence; the pane beside shows it whole.
  private var sentenceRows: Int { columns < 50 ? 3 : 2 }
  private static let indent = 3

  init(
    _ open: OpenDossier, _ indexes: IssueIndexes, in issue: Issue, columns: Int,
    settings: Settings, keys: KeyLabels
  ) {
    self.keys = keys
    self.columns = max(12, columns)
    language = settings.language
    ambiguous = settings.ambiguous
    let index = indexes.departments
    let dossier = index.dossier(of: open.department, in: issue)
    roles = Role.allCases.filter { role in dossier.sections.contains { $0.role == role } }
    addHead(open, index, issue)
    var clausesOfPartner: [Int: Set<NodeID>] = [:]
    for section in dossier.sections where open.role == nil || open.role == section.role {
      let documents = section.documents.filter {
        open.document == nil || open.document == OpenDossier.Restriction(node: $0.document)
      }
      guard !documents.isEmpty else { continue }
      addHeading(section, documents)
      for document in documents {
        addDocument(document.document, in: issue)
        for entry in document.entries {
          add(entry, section, index, issue)
          guard !section.isInherited else { continue }
          for partner in entry.partners {
            clausesOfPartner[partner.department, default: []].insert(entry.node)
          }
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
      let only = Message(.onlyRole, DutyText.role(role)[language])
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
    var title = DutyText.role(section.role)[language]
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

  private mutating func add(
    _ entry: DepartmentIndex.DossierEntry, _ section: DepartmentIndex.DossierSection,
    _ index: DepartmentIndex, _ issue: Issue
  ) {
    let node = issue[entry.node]
    let start = rows.count
    let reference = node.reference.text
    let place = reference.firstIndex(of: "/").map { String(reference[$0...].dropFirst()) }
    let label = (place ?? reference) + " "
    let text = section.isInherited ? node.title ?? entry.sentence : entry.sentence
    let used = DisplayWidth.columns(of: label)
    let set = cutRows(
      of: text, first: columns - Self.indent + 1 - used, rest: columns - Self.indent,
      most: sentenceRows)
    var line = DetailLine()
    line.pieces.append(.init(column: Self.indent - 1, text: label, role: .number))
    line.pieces.append(.init(column: Self.indent - 1 + used, text: set.first ?? "", role: .plain))
    rows.append(line)
    for row in set.dropFirst() { add(row, .plain, column: Self.indent) }
    let partners = Self.partners(of: entry, index, language)
    if !partners.isEmpty {
      let width = columns - Self.indent - 3
      for (place, row) in cutRows(of: partners, first: width, rest: width, most: 2).enumerated() {
        add(row, .muted, column: Self.indent + 3)
        guard place == 0 else { continue }
        rows[rows.count - 1].pieces.insert(
          .init(column: Self.indent, text: "+", role: .muted), at: 0)
      }
    }
    items.append(
      Item(target: .clause(entry.responsibility), rows: start..<rows.count, group: group))
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
      return "\(DutyText.role(role)[language])：" + names.joined(separator: "、")
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

  private mutating func add(_ text: String, _ role: Style.Role, column: Int) {
    rows.append(DetailLine(pieces: [.init(column: column, text: text, role: role)]))
  }

  private mutating func addText(_ text: String, _ role: Style.Role, indent: Int) {
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
