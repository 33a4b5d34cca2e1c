import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// The note that is being written, in a box beside what it is about.
enum NoteView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard state.mode == .note, let note = state.review.note else { return }
    let box = state.boxRect(rows: state.noteRows, layouts)
    let title = note.title
    let status = Strings.text(.noteIsNew, state.settings.language)
    PaneBox.draw(
      box, title: title.text(state.settings.language), note: note.isChanged ? status : "",
      in: &frame)
    let layout = NoteLayout(
      note.editor.scalars, columns: state.noteColumns, ambiguous: frame.ambiguous)
    let rows = box.rows - 2
    let row = layout.row(of: note.editor.cursor)
    let top = max(0, min(row - rows / 2, layout.rows.count - rows))
    for line in 0..<rows where layout.rows.indices.contains(top + line) {
      frame.write(
        layout.text(ofRow: top + line),
        at: Position(row: box.row + 1 + line, column: box.column + 2), limit: state.noteColumns)
    }
    let column = min(layout.column(of: note.editor.cursor), state.noteColumns - 1)
    frame.cursor = Position(row: box.row + 1 + row - top, column: box.column + 2 + column)
  }
}
