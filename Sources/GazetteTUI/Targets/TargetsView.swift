import GazetteModel
import GazetteText
import TerminalKit

/// Targets and deadlines as a table, under a line in time.
enum TargetsView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let rect = state.panes.contents else { return }
    let language = state.settings.language
    guard let table = layouts.targetTable(for: state),
      let index = state.indexes?[state.targets.issue]
    else {
      return ListRows.drawNote(Strings.text(.notIndexed, language), in: rect, &frame)
    }
    if table.rows.isEmpty {
      let key: StringKey = state.filter.isActive ? .noTargetsLeft : .noTargets
      return ListRows.drawNote(Strings.text(key, language), in: rect, &frame)
    }
    let columns = Columns(rect.columns)
    let selected = table.row(of: state.targets.selected)
    var row = rect.row
    if state.showsTimeline {
      let area = Rect(
        column: rect.column, row: row, columns: rect.columns, rows: State.timelineRows)
      let day = selected.flatMap { index.targets.targets[table.rows[$0]].deadline }
      drawTimeline(table, selected: day, state, in: area, &frame)
      row += State.timelineRows
    }
    drawHead(table, columns, state, at: Position(row: row, column: rect.column), &frame)
    row += State.targetHeadRows
    let marks = ListMarks(state, layouts)
    let chosen = state.selectedRows(layouts)
    for line in 0..<state.targetRows where row + line < rect.row + rect.rows {
      let place = state.targets.top + line
      guard table.rows.indices.contains(place) else { break }
      let target = index.targets.targets[table.rows[place]]
      let area = Rect(column: rect.column, row: row + line, columns: rect.columns, rows: 1)
      let reference = index.filter.issue[target.node].reference.text
      draw(
        target, reference, columns, isSelected: place == selected,
        isChosen: chosen?.contains(place) ?? false, state, in: area, &frame)
      marks?.draw(
        place, at: Position(row: area.row, column: area.column), isSelected: place == selected,
        in: &frame)
    }
  }

  // MARK: - The table

  /// Where the columns begin; a narrow pane leaves out those that the text beside it tells.
  private struct Columns {
    let value = 1
    let sign: Int
    let subject: Int
    let deadline: Int
    let reference: Int
    let end: Int
    let referenceColumns: Int
    let deadlineColumns: Int

    init(_ columns: Int) {
      end = columns - 1
      let isRoomy = columns >= 60
      sign = 1
      subject = isRoomy ? 20 : 15
      referenceColumns = columns >= 44 ? (isRoomy ? 12 : 9) : 0
      deadlineColumns = isRoomy ? 10 : 7
      reference = end - referenceColumns
      deadline = reference - (referenceColumns > 0 ? 1 : 0) - deadlineColumns
    }
  }

  /// A deadline on the line in time; the sign of a border would be taken for that of the pane.
  static let due = "I"
  /// Which way a column is sorted.
  static let ascending = "v"
  static let descending = "^"

  private static func drawHead(
    _ table: TargetTable, _ columns: Columns, _ state: State, at start: Position,
    _ frame: inout Frame
  ) {
    let language = state.settings.language
    func write(_ key: StringKey, _ orders: [TargetChoice.Order], at column: Int, to end: Int) {
      let isOrder = orders.contains(state.targets.order)
      // The sign of the order is ASCII, which has one column everywhere.
      let sign = isOrder ? " " + (state.targets.isReversed ? Self.descending : Self.ascending) : ""
      frame.write(
        DisplayWidth.truncated(
          Strings.text(key, language), to: end - column - sign.count) + sign,
        at: Position(row: start.row, column: start.column + column),
        style: Style(isOrder ? .key : .label), limit: end - column)
    }
    write(
      state.targets.order == .unit ? .orderUnit : .targetValue, [.value, .unit],
      at: columns.value, to: columns.subject - 1)
    write(.orderSubject, [.subject], at: columns.subject, to: columns.deadline - 1)
    write(.orderDeadline, [.deadline], at: columns.deadline, to: columns.reference)
    if columns.referenceColumns > 0 {
      write(.reference, [.print], at: columns.reference, to: columns.end)
    }
  }

  private static func draw(
    _ target: Target, _ reference: String, _ columns: Columns, isSelected: Bool, isChosen: Bool,
    _ state: State, in area: Rect, _ frame: inout Frame
  ) {
    func style(_ role: StyleRole) -> Style {
      var style = ListRows.style(role, isSelected: isSelected, hasFocus: state.focus == .contents)
      if isChosen, !isSelected { style.isMarked = true }
      return style
    }
    func write(_ text: String, _ role: StyleRole, at column: Int, to end: Int) {
      frame.write(
        DisplayWidth.truncated(text, to: end - column, ambiguous: state.settings.ambiguous),
        at: Position(row: area.row, column: area.column + column), style: style(role),
        limit: end - column)
    }
    if isSelected || isChosen { frame.fill(area, style: style(.plain)) }
    write(
      TargetText.value(of: target, in: state.settings.language),
      target.kind == .money ? .lead : .number, at: columns.value,
      to: columns.subject - 1)
    write(target.subject, .plain, at: columns.subject, to: columns.deadline - 1)
    if let day = target.deadline {
      let text = columns.deadlineColumns < 10 ? String(day.iso8601.prefix(7)) : day.iso8601
      write(text, .attribution, at: columns.deadline, to: columns.reference)
    }
    if columns.referenceColumns > 0 {
      let width = DisplayWidth.columns(of: reference)
      let cut =
        width <= columns.referenceColumns
        ? reference
        : ".." + String(reference.suffix(columns.referenceColumns - 2))
      write(cut, .muted, at: columns.reference, to: columns.end)
    }
  }

  // MARK: - The line in time

  /// Three rows: how many are due, the line, and the years below it. Drawn in ASCII.
  private static func drawTimeline(
    _ table: TargetTable, selected: CalendarDate?, _ state: State, in area: Rect,
    _ frame: inout Frame
  ) {
    let line = Timeline(table.deadlines, columns: area.columns - 2)
    let column = area.column + 1
    guard !line.marks.isEmpty else {
      frame.write(
        Strings.text(.noDeadlines, state.settings.language),
        at: Position(row: area.row + 1, column: column), style: Style(.muted),
        limit: area.columns - 2)
      return
    }
    frame.write(
      String(repeating: "-", count: area.columns - 2),
      at: Position(row: area.row + 1, column: column), style: Style(.border))
    for mark in line.marks {
      let isSelected = selected.map(mark.days.contains) ?? false
      var style = Style(isSelected ? .lead : .attribution)
      style.isSelected = isSelected
      frame.write(due, at: Position(row: area.row + 1, column: column + mark.column), style: style)
    }
    for label in line.counts {
      frame.write(
        label.text, at: Position(row: area.row, column: column + label.column),
        style: Style(.number))
    }
    for label in line.years {
      frame.write(
        label.text, at: Position(row: area.row + 2, column: column + label.column),
        style: Style(.muted))
    }
  }
}

/// Deadlines along a line of so many columns, from the first year to the end of the last.
struct Timeline: Sendable {
  /// A column with the days that fall into it.
  struct Mark: Sendable {
    let column: Int
    var days: Set<CalendarDate>
    var count: Int
  }

  private(set) var marks: [Mark] = []
  /// Labels that do not run into each other; where two would, the one of more deadlines stays.
  private(set) var counts: [(column: Int, text: String)] = []
  private(set) var years: [(column: Int, text: String)] = []

  init(_ deadlines: [(day: CalendarDate, count: Int)], columns: Int) {
    guard let first = deadlines.first?.day, let last = deadlines.last?.day, columns > 8 else {
      return
    }
    let start = first.year * 12
    let span = max(1, (last.year + 1) * 12 - start)
    func column(_ months: Int) -> Int { min(columns - 1, (months - start) * (columns - 1) / span) }
    for deadline in deadlines {
      let place = column(deadline.day.year * 12 + deadline.day.month)
      if marks.last?.column == place {
        marks[marks.count - 1].days.insert(deadline.day)
        marks[marks.count - 1].count += deadline.count
      } else {
        marks.append(Mark(column: place, days: [deadline.day], count: deadline.count))
      }
    }
    counts = Self.labels(
      marks.sorted { ($1.count, $0.column) < ($0.count, $1.column) }.map {
        ($0.column, String($0.count))
      }, columns: columns)
    years = Self.labels(
      (first.year...last.year + 1).map { (column($0 * 12), String($0)) }, columns: columns)
  }

  private static func labels(_ wanted: [(column: Int, text: String)], columns: Int)
    -> [(column: Int, text: String)]
  {
    var taken: [Range<Int>] = []
    var result: [(column: Int, text: String)] = []
    for label in wanted {
      let start = min(label.column, columns - label.text.count)
      let range = start..<start + label.text.count
      // A blank keeps labels apart.
      guard start >= 0,
        !taken.contains(where: { $0.overlaps(start - 1..<range.upperBound + 1) })
      else { continue }
      taken.append(range)
      result.append((start, label.text))
    }
    return result.sorted { $0.column < $1.column }
  }
}
