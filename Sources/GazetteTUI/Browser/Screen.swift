import GazetteModel
import TerminalKit

/// The whole screen, from the state.
enum Screen {
  /// Draws the state; the frame has the size of the state's terminal.
  static func frame(of state: State, layouts: LayoutCache) -> Frame {
    var frame = Frame(
      size: state.size, ambiguous: state.settings.ambiguous, isASCII: state.settings.isASCII)
    let panes = state.panes
    if panes.arrangement == .tooSmall {
      drawTooSmall(state, in: &frame)
      return frame
    }
    switch state.mode {
    case .help, .helpSearch: HelpView.draw(state, layouts, in: &frame)
    case .start: StartView.draw(state, layouts, in: &frame)
    case .handCopy: HandCopyView.draw(state, in: &frame)
    case .table: WideTableView.draw(state, layouts, in: &frame)
    case .comparison: ComparisonView.draw(state, layouts, in: &frame)
    case .chooser where state.compared != nil:
      ComparisonView.draw(state, layouts, in: &frame)
      ChooserView.draw(state, layouts, in: &frame)
    default:
      for border in panes.borders { drawBorder(border, in: &frame) }
      TitleBar.draw(state, in: &frame)
      TabBar.draw(state, in: &frame)
      state.tab.answers.draw(state, layouts, in: &frame)
      DocumentView.draw(state, layouts, in: &frame)
      DetailView.draw(state, layouts, in: &frame)
      FilterView.draw(state, layouts, in: &frame)
      NoteView.draw(state, layouts, in: &frame)
      MarksView.draw(state, layouts, in: &frame)
      ClosingView.draw(state, layouts, in: &frame)
      CitationView.draw(state, layouts, in: &frame)
      if state.mode == .palette || state.mode == .chooser {
        ChooserView.draw(state, layouts, in: &frame)
      }
    }
    StatusBar.draw(state, layouts, in: &frame)
    FollowingView.draw(state, layouts, in: &frame)
    return frame
  }

  private static func drawBorder(_ border: Rect, in frame: inout Frame) {
    for row in border.row..<border.row + border.rows {
      frame.write("|", at: Position(row: row, column: border.column), style: Style(.border))
    }
  }

  private static func drawTooSmall(_ state: State, in frame: inout Frame) {
    let text = Strings.text(.moreRoom, state.settings.language)
    let scalars = Array(text.unicodeScalars)
    let width = max(2, state.size.columns)
    let rows = LineBreaking.rows(of: scalars, firstWidth: width, restWidth: width)
    for (index, row) in rows.enumerated() {
      frame.write(
        scalars[row.range.start..<row.range.end], at: Position(row: index, column: 0))
    }
  }
}
