import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// The text being read.
enum DocumentView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let pane = state.panes.text else { return }
    let layout = layouts.document(for: state)
    let column = state.textColumn
    let top = layout.row(of: state.top)
    let cursorRow = layout.row(of: state.cursor)
    let currentMatch = currentMatch(state, layouts)
    let marks = state.sheet.map { ($0, layouts.scope(of: state.issue)) }
    let selection = state.selectedUnits(layouts).flatMap { selection in
      selection.issue == state.issue ? Set(selection.units) : nil
    }
    let pointed = state.settings.isPrinted ? nil : layouts.pointedResponsibility(for: state)
    for line in 0..<pane.rows where layout.rows.indices.contains(top + line) {
      let row = top + line
      drawMatchesAndText(
        row, at: Position(row: pane.row + line, column: column.column), state, layout, layouts,
        currentMatch, pointed, in: &frame)
      let gutter = Position(row: pane.row + line, column: column.column - State.gutterColumns)
      if let (sheet, scope) = marks {
        drawMark(row, at: gutter, sheet, scope, selection, state, layout, in: &frame)
      }
      if row == cursorRow {
        frame.write(
          ">", at: Position(row: pane.row + line, column: column.column - 2),
          style: Style(state.focus == .text ? .current : .number))
      }
    }
    drawTableHead(top, cursorRow, pane, column, state, layout, in: &frame)
    if state.focus == .text, state.overlays.isEmpty {
      frame.cursor = Position(
        row: pane.row + cursorRow - top, column: column.column - State.gutterColumns)
    }
  }

  /// Draws the mark of a unit beside its first row, and what shows that the unit is selected.
  private static func drawMark(
    _ index: Int, at gutter: Position, _ sheet: ReviewSheet, _ scope: ReviewScope,
    _ selection: Set<NodeID>?, _ state: State, _ layout: DocumentLayout, in frame: inout Frame
  ) {
    let row = layout.rows[index]
    if let selection, !row.isBlank {
      let issue = state.library[state.issue]
      let isSelected = ([row.node] + issue.ancestors(of: row.node)).contains(
        where: selection.contains)
      if isSelected { frame.write("|", at: gutter, style: Style(.key)) }
    }
    let look: ReviewLook?
    if case .row(let place) = row.part, row.range.start == 0,
      let key = scope.key(of: NodeRow(node: row.node, place: place)), sheet.mark(at: key) != nil
    {
      look = ReviewLook(at: key, sheet, scope)
    } else if layout.firstRow(of: row.node) == index {
      look = ReviewLook(at: row.node, sheet, scope)
    } else {
      return
    }
    guard let look else { return }
    frame.write(
      look.symbol, at: Position(row: gutter.row, column: gutter.column + 1), style: Style(look.role)
    )
  }

  private static func currentMatch(
    _ state: State, _ layouts: LayoutCache
  ) -> SearchIndex.Match? {
    guard let current = state.search.current else { return nil }
    let matches = layouts.matches(for: state)
    return matches.indices.contains(current) ? matches[current] : nil
  }

  /// Keeps the head of a table in sight whose rows fill the top of the pane, unless the reader is at
  /// one of the rows that it would hide.
  private static func drawTableHead(
    _ top: Int, _ cursorRow: Int, _ pane: Rect, _ column: Rect, _ state: State,
    _ layout: DocumentLayout, in frame: inout Frame
  ) {
    let head = layout.tableHead(above: top)
    guard !head.isEmpty, head.count + 4 < pane.rows, cursorRow - top >= head.count else { return }
    for (line, row) in head.enumerated() {
      let place = Position(row: pane.row + line, column: column.column)
      frame.write(
        String(repeating: " ", count: column.columns + state.roomBeside), at: place,
        style: Style(.plain))
      for segment in layout.segments(ofRow: row) {
        frame.write(
          segment.text, at: Position(row: place.row, column: place.column + segment.column),
          style: segment.style)
      }
    }
  }

  /// Draws a row of a table with what searches and filters found in its cells.
  private static func drawCells(
    _ index: Int, at start: Position, _ state: State, _ layout: DocumentLayout,
    _ layouts: LayoutCache, in frame: inout Frame
  ) {
    let node = layout.rows[index].node
    let all = layouts.matches(for: state)
    let segments = layout.cellSegments(ofRow: index) { place in
      layouts.matches(in: .cell(place), of: node, for: state).map { all[$0].range }
        + layouts.highlights(in: .cell(place), of: node, for: state)
    }
    for segment in segments {
      frame.write(
        segment.text, at: Position(row: start.row, column: start.column + segment.column),
        style: segment.style)
    }
  }

  private static func drawMatchesAndText(
    _ index: Int, at start: Position, _ state: State, _ layout: DocumentLayout,
    _ layouts: LayoutCache, _ currentMatch: SearchIndex.Match?,
    _ pointed: Responsibility?, in frame: inout Frame
  ) {
    let row = layout.rows[index]
    guard let part = row.part else { return }
    if !row.cells.isEmpty {
      drawCells(index, at: start, state, layout, layouts, in: &frame)
      return
    }
    let all = layouts.matches(for: state)
    let found = layouts.matches(in: part, of: row.node, for: state).map { all[$0] }
    var currentRange: ScalarRange?
    if let match = currentMatch, match.node == row.node, TextPart(match.part) == part {
      currentRange = match.range
    }
    if currentRange == nil, let pointed, pointed.node == row.node,
      part == .paragraph(pointed.paragraph)
    {
      currentRange = pointed.range
    }
    if let stretch = state.review.work.stretch, stretch.issue == state.issue,
      stretch.node == row.node, part == .paragraph(stretch.paragraph)
    {
      currentRange = ScalarRange(stretch.range.lowerBound, stretch.range.upperBound)
    }
    let filtered = layouts.highlights(in: part, of: row.node, for: state)
    let quoted = layouts.quoted(in: part, of: row.node, for: state)
    let segments = layout.segments(
      ofRow: index, matches: found.map(\.range) + filtered, current: currentRange,
      stretches: layouts.attributions(in: part, of: row.node, for: state)
        + quoted.map { ($0, .question) })
    for (place, segment) in segments.enumerated() {
      var style = segment.style
      if place == 0, row.marker != nil {
        style.isMatch = found.contains { $0.includesNumber }
        style.isCurrentMatch = currentRange != nil && currentMatch?.includesNumber == true
      }
      frame.write(
        segment.text, at: Position(row: start.row, column: start.column + segment.column),
        style: style)
    }
  }
}
