import GazetteModel
import GazetteText
import TerminalKit

/// The chips of kept filters, the line in which one is typed with its completions, and the toggles.
enum FilterView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    let rows = state.filterRows
    if let rect = state.panes.chips { drawChips(state, layouts, in: rect, &frame) }
    guard let rect = state.panes.filters else { return }
    if rows.line > 0 {
      let diagnostics = layouts.filterDiagnostics(for: state)
      let line = Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1)
      drawLine(state, layouts, diagnostics, in: line, &frame)
      let list = Rect(
        column: rect.column, row: rect.row + 1, columns: rect.columns, rows: rows.list)
      drawList(state, layouts, diagnostics, in: list, &frame)
    }
    if rows.toggles > 0 {
      let row = rect.row + rect.rows - 1
      let line = Rect(column: rect.column, row: row, columns: rect.columns, rows: 1)
      drawToggles(state, layouts, in: line, &frame)
    }
  }

  // MARK: - Rows

  private static func drawChips(
    _ state: State, _ layouts: LayoutCache, in rect: Rect, _ frame: inout Frame
  ) {
    var end = rect.column
    for chip in state.chips() {
      for piece in chip.pieces {
        frame.write(
          piece.text, at: Position(row: rect.row, column: chip.column + piece.column),
          style: Style(piece.role))
      }
      end = chip.column + chip.columns
    }
    drawCount(state, layouts, in: rect, from: end + 1, &frame)
  }

  /// How much is left, at the right end of a row.
  private static func drawCount(
    _ state: State, _ layouts: LayoutCache, in rect: Rect, from start: Int, _ frame: inout Frame
  ) {
    let (text, role) = count(state, layouts)
    let column = rect.column + rect.columns - DisplayWidth.columns(of: text) - 1
    guard column >= start else { return }
    frame.write(text, at: Position(row: rect.row, column: column), style: Style(role))
  }

  private static func count(_ state: State, _ layouts: LayoutCache) -> (String, StyleRole) {
    let language = state.settings.language
    if state.indexes == nil { return (Strings.text(.notIndexed, language), .muted) }
    guard let matches = layouts.filterMatches(for: state) else { return ("", .muted) }
    if matches.count == 0, matches.isComplete {
      return (Strings.text(.noMatch, language), .warning)
    }
    let documents =
      matches.documents == 1
      ? Strings.text(.oneDocument, language)
      : Message(.someDocuments, String(matches.documents)).text(language)
    let text = Message(
      matches.isComplete ? .filterCount : .filterCountSoFar, String(matches.count), documents
    ).text(language)
    return (text, .key)
  }

  private static func drawToggles(
    _ state: State, _ layouts: LayoutCache, in rect: Rect, _ frame: inout Frame
  ) {
    let labels = layouts.toggleLabels(for: state, columns: rect.columns)
    for label in labels {
      for piece in label.pieces {
        frame.write(
          piece.text, at: Position(row: rect.row, column: label.column + piece.column),
          style: Style(piece.role))
      }
    }
    guard state.filterRows.line == 0, state.filterRows.chips == 0 else { return }
    drawCount(
      state, layouts, in: rect, from: (labels.last.map { $0.column + $0.columns } ?? 0) + 2, &frame)
  }

  // MARK: - The line

  private static func drawLine(
    _ state: State, _ layouts: LayoutCache, _ diagnostics: [QueryDiagnostic], in rect: Rect,
    _ frame: inout Frame
  ) {
    frame.fill(rect, style: Style(.bar))
    let ambiguous = frame.ambiguous
    let name = Strings.text(.filterPrompt, state.settings.language)
    var column = rect.column + 1
    column += frame.write(
      name, at: Position(row: rect.row, column: column), style: Style(.activeBar))
    column += 1
    let (text, role) = count(state, layouts)
    let countColumns = DisplayWidth.columns(of: text)
    let end = rect.column + rect.columns - countColumns - 2
    let room = max(4, end - column - 1)
    // A line longer than its room shows the part before the cursor.
    let scalars = state.editor.scalars
    var first = 0
    while first < state.editor.cursor,
      DisplayWidth.columns(of: scalars[first..<state.editor.cursor], ambiguous: ambiguous) >= room
    {
      first += 1
    }
    var used = column
    for index in first..<scalars.count where used < column + room {
      var style = Style(.bar)
      if diagnostics.contains(where: { $0.range.contains(index) }) { style = Style(.wrong) }
      used += frame.write(
        scalars[index...index], at: Position(row: rect.row, column: used), style: style,
        limit: column + room - used)
    }
    let before = DisplayWidth.columns(
      of: scalars[first..<state.editor.cursor], ambiguous: ambiguous)
    if state.mode == .filter {
      frame.cursor = Position(row: rect.row, column: min(column + before, column + room))
    }
    if end > column {
      var style = Style(.bar)
      // Nothing is found yet, or nothing will be: that is known when the line is kept.
      if role == .warning, state.mode != .filter { style = Style(.wrong) }
      frame.write(
        text, at: Position(row: rect.row, column: end + 1), style: style)
    }
  }

  private static func drawList(
    _ state: State, _ layouts: LayoutCache, _ diagnostics: [QueryDiagnostic], in rect: Rect,
    _ frame: inout Frame
  ) {
    guard rect.rows > 0 else { return }
    let language = state.settings.language
    var rows = rect.rows
    if let diagnostic = diagnostics.first {
      rows -= 1
      let text = QueryText.text(of: diagnostic)[language]
      frame.write(
        DisplayWidth.truncated(text, to: rect.columns - 2, ambiguous: frame.ambiguous),
        at: Position(row: rect.row + rows, column: rect.column + 1), style: Style(.warning))
    }
    let suggestions = layouts.suggestions(for: state)
    let first = state.firstCompletion(state.filterRows)
    let columns = suggestions.map { DisplayWidth.columns(of: $0.text) }.max() ?? 0
    let detail = min(max(16, columns + 2), max(16, rect.columns / 2))
    for row in 0..<rows where suggestions.indices.contains(first + row) {
      let suggestion = suggestions[first + row]
      let isSelected = state.filterLine.completion == first + row
      let area = Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1)
      func style(_ role: StyleRole) -> Style {
        ListRows.style(role, isSelected: isSelected, hasFocus: true)
      }
      if isSelected { frame.fill(area, style: style(.plain)) }
      let start = area.column + 6
      frame.write(
        DisplayWidth.truncated(suggestion.text, to: detail - 1, ambiguous: frame.ambiguous),
        at: Position(row: area.row, column: start), style: style(.plain))
      frame.write(
        DisplayWidth.truncated(
          QueryText.text(of: suggestion.meaning)[language],
          to: area.columns - start - detail - 1, ambiguous: frame.ambiguous),
        at: Position(row: area.row, column: start + detail), style: style(.muted))
    }
    let hidden = suggestions.count - first - rows
    if hidden > 0, rows > 0 {
      let text = Message(.moreBelow, String(hidden)).text(language)
      frame.write(
        text,
        at: Position(
          row: rect.row + rows - 1,
          column: rect.column + rect.columns - DisplayWidth.columns(of: text) - 1),
        style: Style(.muted))
    }
  }
}
