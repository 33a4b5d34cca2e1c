import GazetteModel
import GazetteText
import TerminalKit

/// The list of bodies with their bars and counts.
enum DepartmentsView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let rect = state.panes.contents else { return }
    let language = state.settings.language
    guard let list = layouts.departmentList(for: state),
      let indexes = state.indexes?[state.departments.issue]
    else {
      return ListRows.drawNote(Strings.text(.notIndexed, language), in: rect, &frame)
    }
    if list.rows.isEmpty {
      let isNarrowed = !state.departments.query.isEmpty
      ListRows.drawNote(
        Strings.text(isNarrowed ? .noBodyFits : .noBodies, language), in: rect, &frame)
      return
    }
    let selected = list.row(of: state.departments.selected)
    for line in 0..<min(state.listRows, rect.rows) {
      let index = state.departments.top + line
      guard list.rows.indices.contains(index) else { break }
      let area = Rect(column: rect.column, row: rect.row + line, columns: rect.columns, rows: 1)
      switch list.rows[index] {
      case .heading(let name, let count):
        frame.write(
          "\(name[language]) \(count)", at: Position(row: area.row, column: area.column + 1),
          style: Style(.column), limit: area.columns - 2)
      case .body(let place, let found):
        draw(
          indexes.departments.departments[place], found, list.mostClauses,
          isSelected: index == selected, state, in: area, &frame)
      }
    }
    drawLegend(state, layouts, in: rect, &frame)
  }

  private static func draw(
    _ department: DepartmentIndex.Department, _ found: ScalarRange?, _ most: Int,
    isSelected: Bool, _ state: State, in area: Rect, _ frame: inout Frame
  ) {
    func style(_ role: StyleRole) -> Style {
      ListRows.style(role, isSelected: isSelected, hasFocus: state.focus == .contents)
    }
    if isSelected { frame.fill(area, style: style(.plain)) }
    let counts = department.counts
    let end = area.column + area.columns - 1
    let count = String(counts.clauses)
    let isRoomy = area.columns >= 40
    let inheritedColumns = isRoomy ? 5 : 0
    let countEnd = end - inheritedColumns
    frame.write(
      count, at: Position(row: area.row, column: countEnd - count.count), style: style(.number))
    if isRoomy, counts.inheritedClauses > 0 {
      let text = "(\(counts.inheritedClauses))"
      frame.write(text, at: Position(row: area.row, column: end - text.count), style: style(.muted))
    }
    let barStart = countEnd - 4 - RoleBar.columns
    frame.write(
      RoleBar.text(counts, most: most), at: Position(row: area.row, column: barStart),
      style: style(.plain))
    let nameStart = area.column + 2
    ListRows.drawFound(
      department.body.name, found.map { [$0] } ?? [], style(.plain),
      at: Position(row: area.row, column: nameStart), room: barStart - 1 - nameStart, &frame)
  }

  /// What the marks of the bars mean; or, where the list is narrowed, by what.
  private static func drawLegend(
    _ state: State, _ layouts: LayoutCache, in rect: Rect, _ frame: inout Frame
  ) {
    let language = state.settings.language
    var column = rect.column + 1
    let row = rect.row + rect.rows - 1
    let end = rect.column + rect.columns - 1
    if !state.departments.query.isEmpty, state.mode != .narrow {
      let text = Message(.narrowedTo, state.departments.query)
        .text(language, keys: layouts.keys.label)
      frame.write(
        DisplayWidth.truncated(text, to: end - column, ambiguous: frame.ambiguous),
        at: Position(row: row, column: column),
        style: Style(.label))
      return
    }
    for role in RoleBar.roles {
      let name = role == .support ? DutyText.otherRoles : DutyText.roleMark(role)
      let text = "\(RoleBar.mark(of: role))\(name[language])"
      guard column + DisplayWidth.columns(of: text) <= end else { return }
      column += frame.write(text, at: Position(row: row, column: column), style: Style(.muted)) + 1
    }
  }
}
