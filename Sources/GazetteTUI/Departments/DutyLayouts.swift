import GazetteModel
import GazetteText
import TerminalKit

/// What the views of responsibilities show, remembered by value.
final class DutyLayouts: RoomMemo {
  private var list: (key: ListKey, list: DepartmentList)?
  private var dossiers: [(key: DossierKey, rows: DossierRows)] = []
  private var tables: [IssueID: DutyTable] = [:]
  private var leftTable: (issue: IssueID, left: NodeSet, table: DutyTable)?
  private var heads: [IssueID: [String]] = [:]
  private var owns: [(wanted: String, issue: IssueID, own: OwnDepartment?)] = []
  private var attributions: [AttributionKey: [Attributed]] = [:]

  private struct ListKey: Hashable {
    let issue: IssueID
    let order: Departments.Order
    let query: String
  }

  private struct DossierKey: Hashable {
    let issue: IssueID
    let department: Int
    let role: Role?
    let document: OpenDossier.OnlyDocument?
    let isByDeadline: Bool
    let unfolded: [Int]
    /// What a filter leaves; all when nil.
    let left: NodeSet?
    let columns: Int
    let language: Language
    let ambiguous: AmbiguousWidth
  }

  private struct AttributionKey: Hashable {
    let issue: IssueID
    let node: NodeID
    let paragraph: Int
    /// The name of the reader's own department.
    let own: String?
  }

  /// A stretch of a paragraph that attributes responsibility, a body in it that leads, or the
  /// reader's own department.
  typealias Attributed = (range: ScalarRange, role: StyleRole)

  private static let dossierLimit = 8

  func list(_ departments: Departments, _ indexes: IssueIndexes) -> DepartmentList {
    let key = ListKey(
      issue: departments.issue, order: departments.order, query: departments.query)
    if let list, list.key == key { return list.list }
    let made = DepartmentList(indexes, order: departments.order, query: departments.query)
    list = (key, made)
    return made
  }

  func dossier(
    _ open: OpenDossier, of issueID: IssueID, _ indexes: IssueIndexes, in issue: Issue,
    left: NodeSet?, columns: Int, settings: Settings, keys: KeyLabels
  ) -> DossierRows {
    let key = DossierKey(
      issue: issueID, department: open.department, role: open.role, document: open.document,
      isByDeadline: open.isByDeadline, unfolded: open.unfolded, left: left,
      columns: columns, language: settings.language, ambiguous: settings.ambiguous)
    if let known = dossiers.first(where: { $0.key == key }) { return known.rows }
    let rows = DossierRows(
      open, indexes, in: issue, left: left, columns: columns, settings: settings, keys: keys)
    if dossiers.count >= Self.dossierLimit { dossiers.removeLast() }
    dossiers.insert((key, rows), at: 0)
    return rows
  }

  /// The table of what a filter leaves.
  func table(
    of issueID: IssueID, _ indexes: IssueIndexes, in issue: Issue, left: NodeSet
  ) -> DutyTable {
    if let leftTable, leftTable.issue == issueID, leftTable.left == left {
      return leftTable.table
    }
    let table = DutyTable(indexes.departments, in: issue, where: left.contains)
    leftTable = (issueID, left, table)
    return table
  }

  func table(of issueID: IssueID, _ indexes: IssueIndexes, in issue: Issue) -> DutyTable {
    if let known = tables[issueID] { return known }
    let table = DutyTable(indexes.departments, in: issue)
    tables[issueID] = table
    return table
  }

  /// What stands over the columns of a table: the titles without what they begin with alike.
  func heads(of issueID: IssueID, _ table: DutyTable, in issue: Issue) -> [String] {
    if let known = heads[issueID] { return known }
    let titles = table.documents.map { document in
      Array((document.flatMap { issue[$0].shortTitle } ?? "").unicodeScalars)
    }
    let names = titles.indices.map { place in
      let title = titles[place]
      let others = titles.indices.filter { $0 != place }
      let shared = others.map { zip(title, titles[$0]).prefix { $0 == $1 }.count }.max() ?? 0
      let rest = shared < title.count ? title.dropFirst(shared) : title[...]
      return String(String.UnicodeScalarView(rest))
    }
    heads[issueID] = names
    return names
  }

  func attributions(
    of node: Node, paragraph: Int, issue: IssueID, own: String?, _ indexes: IssueIndexes
  ) -> [Attributed] {
    let key = AttributionKey(issue: issue, node: node.id, paragraph: paragraph, own: own)
    if let known = attributions[key] { return known }
    var result: [Attributed] = []
    for place in indexes.departments.responsibilities(of: node.id, paragraph: paragraph) {
      let responsibility = indexes.departments.responsibilities[place]
      guard responsibility.row == nil, responsibility.paragraph == paragraph,
        let range = responsibility.range
      else {
        continue
      }
      result.append((range, .attribution))
      let groups = responsibility.groups
      let leads = groups.filter { $0.role == .lead }.flatMap(\.bodies)
      let owns = groups.flatMap(\.bodies).filter { $0.name == own }
      for (bodies, role) in [(leads, StyleRole.lead), (owns, .chip)] {
        result += Self.places(of: bodies.map(\.printed), range, in: node.paragraphs[paragraph])
          .map { ($0, role) }
      }
    }
    attributions[key] = result
    return result
  }

  /// The reader's own department in an issue.
  func own(_ wanted: String, in issue: IssueID, _ index: DepartmentIndex) -> OwnDepartment? {
    if let known = owns.first(where: { $0.issue == issue && $0.wanted == wanted }) {
      return known.own
    }
    let own = OwnDepartment(wanted, in: index)
    owns.append((wanted, issue, own))
    return own
  }

  /// Where names stand in a phrase, in its order.
  private static func places(
    of names: [String], _ range: ScalarRange, in paragraph: Paragraph
  ) -> [ScalarRange] {
    guard !names.isEmpty else { return [] }
    let text = Array(paragraph.text.unicodeScalars)
    var result: [ScalarRange] = []
    var start = range.start
    for name in names {
      let wanted = Array(name.unicodeScalars)
      var place = start
      while place + wanted.count <= min(range.end, text.count) {
        if text[place..<place + wanted.count].elementsEqual(wanted) {
          result.append(ScalarRange(place, place + wanted.count))
          start = place + wanted.count
          break
        }
        place += 1
      }
    }
    return result
  }
}

extension LayoutCache {
  var duties: DutyLayouts { memo(DutyLayouts.self) }

  /// The list of bodies; nil while the issue is not indexed.
  func departmentList(for state: State) -> DepartmentList? {
    guard let indexes = state.indexes?[state.departments.issue] else { return nil }
    return duties.list(state.departments, indexes)
  }

  /// The dossier that is open, set for the left pane.
  func dossier(for state: State) -> DossierRows? {
    guard let open = state.departments.dossiers.last,
      let indexes = state.indexes?[state.departments.issue]
    else { return nil }
    return duties.dossier(
      open, of: state.departments.issue, indexes,
      in: tree.library[state.departments.issue],
      left: filterMatches(for: state)?[state.departments.issue],
      columns: state.leftColumns - 2,
      settings: state.settings, keys: keys)
  }

  /// Bodies by documents; nil while the issue is not indexed.
  func dutyTable(for state: State) -> DutyTable? {
    guard let indexes = state.indexes?[state.matrix.issue] else { return nil }
    if let left = filterMatches(for: state)?[state.matrix.issue] {
      return duties.table(
        of: state.matrix.issue, indexes, in: tree.library[state.matrix.issue], left: left)
    }
    return duties.table(
      of: state.matrix.issue, indexes, in: tree.library[state.matrix.issue])
  }

  /// The titles over the columns of the table.
  func tableHeads(_ table: DutyTable, for state: State) -> [String] {
    duties.heads(
      of: state.matrix.issue, table, in: tree.library[state.matrix.issue])
  }

  /// The stretches of a text of the issue being read that attribute responsibility.
  func attributions(in part: TextPart, of node: NodeID, for state: State)
    -> [DutyLayouts.Attributed]
  {
    guard case .paragraph(let index) = part, let indexes = state.currentIndexes else { return [] }
    return duties.attributions(
      of: state.library[state.issue][node], paragraph: index, issue: state.issue,
      own: ownDepartment(in: state.issue, for: state)?.name, indexes)
  }

  /// The responsibility of the issue being read that the dossier or the details point at.
  func pointedResponsibility(for state: State) -> Responsibility? {
    guard let indexes = state.currentIndexes else { return nil }
    if state.focus == .details {
      guard let rect = state.panes.details,
        case .body(_, let responsibility)? = detailLink(for: state, in: rect)?.link
      else { return nil }
      return responsibility.map { indexes.departments.responsibilities[$0] }
    }
    guard state.tab == .departments, state.departments.issue == state.issue,
      let open = state.departments.dossiers.last, let rows = dossier(for: state),
      rows.items.indices.contains(open.selected),
      case .clause(let index) = rows.items[open.selected].target
    else { return nil }
    let responsibility = indexes.departments.responsibilities[index]
    return responsibility.node == state.cursor.node ? responsibility : nil
  }

  /// The selected link of the details, with its row.
  func detailLink(for state: State, in rect: Rect) -> (row: Int, link: DetailLink)? {
    let lines = details(for: state, in: rect)
    let links = lines.indices.filter { lines[$0].link != nil }
    guard !links.isEmpty else { return nil }
    let row = links[min(max(0, state.detailsLink), links.count - 1)]
    return lines[row].link.map { (row, $0) }
  }
}
