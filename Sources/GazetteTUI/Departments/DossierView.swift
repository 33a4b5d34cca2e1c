import GazetteModel
import GazetteText
import TerminalKit

/// The dossier of a body.
enum DossierView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let rect = state.panes.contents, let open = state.departments.dossiers.last,
      let dossier = layouts.dossier(for: state)
    else { return }
    let selected =
      dossier.items.indices.contains(open.selected) ? dossier.items[open.selected].rows : 0..<0
    let chosen = state.selectedRows(layouts).map { rows in
      dossier.items[rows.lowerBound].rows
        .lowerBound..<dossier.items[rows.upperBound].rows.upperBound
    }
    let marks = ListMarks(state, layouts)
    for line in 0..<min(state.listRows, rect.rows) {
      let index = open.top + line
      guard dossier.rows.indices.contains(index) else { break }
      let isSelected = selected.contains(index)
      let row = rect.row + line
      if isSelected {
        frame.fill(
          Rect(column: rect.column, row: row, columns: rect.columns, rows: 1),
          style: ListRows.style(
            .plain, isSelected: true, hasFocus: state.focus == .contents))
      }
      if !isSelected, chosen?.contains(index) == true {
        var style = Style(.plain)
        style.isMarked = true
        frame.fill(
          Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), style: style)
      }
      if let item = dossier.items.firstIndex(where: { $0.rows.lowerBound == index }) {
        marks?.draw(
          item, at: Position(row: row, column: rect.column), isSelected: isSelected, in: &frame)
      }
      for piece in dossier.rows[index].pieces {
        frame.write(
          piece.text, at: Position(row: row, column: rect.column + 1 + piece.column),
          style: ListRows.style(
            piece.role, isSelected: isSelected, hasFocus: state.focus == .contents),
          limit: rect.columns - 1 - piece.column)
      }
    }
    drawDone(dossier, open, marks, in: rect, &frame)
    drawFoot(dossier, open, state, in: rect, &frame)
  }

  /// How many of the tasks the reviewer has marked, at the right of the head.
  private static func drawDone(
    _ dossier: DossierRows, _ open: OpenDossier, _ marks: ListMarks?, in rect: Rect,
    _ frame: inout Frame
  ) {
    guard open.top == 0, let count = marks?.count, count.total > 0 else { return }
    let text = Message(.tasksDone, String(count.done), String(count.total))
      .text(marks?.language ?? .chinese)
    let width = DisplayWidth.columns(of: text)
    let name = dossier.rows.first?.pieces.first.map { DisplayWidth.columns(of: $0.text) } ?? 0
    guard name + width + 3 <= rect.columns else { return }
    frame.write(
      text, at: Position(row: rect.row, column: rect.column + rect.columns - width - 1),
      style: Style(.key))
  }

  /// How far down the dossier the reader is.
  private static func drawFoot(
    _ dossier: DossierRows, _ open: OpenDossier, _ state: State, in rect: Rect,
    _ frame: inout Frame
  ) {
    let below = dossier.rows.count - open.top - state.listRows
    guard below > 0 else { return }
    frame.write(
      Message(.moreBelow, String(below)).text(state.settings.language),
      at: Position(row: rect.row + rect.rows - 1, column: rect.column + 1), style: Style(.muted),
      limit: rect.columns - 2)
  }
}
