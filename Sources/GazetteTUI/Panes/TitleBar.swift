import GazetteModel
import GazetteText
import TerminalKit

/// The row at the top, and that over details below the text: over each pane what it shows, the pane that has the focus marked. Over the
/// text stands the way to the unit being read, so that a move within it costs no byte here.
enum TitleBar {
  static func draw(_ state: State, in frame: inout Frame) {
    guard let bar = state.panes.bar else { return }
    frame.fill(bar, style: Style(.bar))
    let panes = state.panes
    for pane in panes.shownPanes {
      guard let rect = panes.rect(of: pane) else { continue }
      var segment = Rect(column: rect.column, row: bar.row, columns: rect.columns, rows: 1)
      if pane == .details, let below = panes.detailsBar { segment = below }
      let isActive = pane == state.focus && !state.mode.takesText
      let style = Style(isActive ? .activeBar : .bar)
      frame.fill(segment, style: style)
      frame.write(
        isActive ? ">" : " ", at: Position(row: segment.row, column: segment.column), style: style)
      draw(pane, state, in: segment, style: style, &frame)
    }
  }

  private static func draw(
    _ pane: Pane, _ state: State, in rect: Rect, style: Style, _ frame: inout Frame
  ) {
    let start = Position(row: rect.row, column: rect.column + 2)
    let room = rect.columns - 3
    switch pane {
    case .contents:
      frame.write(issueText(state, columns: room), at: start, style: style, limit: room)
    case .text:
      frame.write(
        DisplayWidth.truncated(
          documentTitle(state, columns: room), to: room, ambiguous: state.settings.ambiguous),
        at: start, style: style)
    case .details:
      frame.write(
        Strings.text(.detailsPane, state.settings.language), at: start, style: style, limit: room)
    }
  }

  /// The gazette and its number; the number is what must not be cut.
  private static func issueText(_ state: State, columns: Int) -> String {
    let identity = state.library[state.issue].identity
    var number = identity.id
    if let year = identity.year, let ordinal = identity.number {
      number = Message(.issueOfYear, String(year), String(ordinal)).text(state.settings.language)
    }
    guard let title = identity.title else { return number }
    let room = columns - DisplayWidth.columns(of: number) - 1
    let cut = DisplayWidth.truncated(title, to: room, ambiguous: state.settings.ambiguous)
    return cut.isEmpty ? number : "\(cut) \(number)"
  }

  /// What the reading pane shows: where the whole title does not fit, what it is about.
  private static func documentTitle(_ state: State, columns: Int) -> String {
    let issue = state.library[state.issue]
    let root = issue[issue.root(of: state.cursor.node)]
    switch root.kind {
    case .cover: return Strings.text(.cover, state.settings.language)
    case .contents: return Strings.text(.contentsPage, state.settings.language)
    default: break
    }
    let trail = Breadcrumb(of: state.cursor.node, in: issue)
    let text = trail.text(
      columns: columns, sign: state.settings.isASCII ? "/" : "›",
      ambiguous: state.settings.ambiguous)
    return text.isEmpty ? Strings.text(.untitled, state.settings.language) : text
  }
}
