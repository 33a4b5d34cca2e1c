import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// The rows of readers and of what waits, below a line that says how far the issue is.
enum TeamView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let rect = state.panes.contents else { return }
    let language = state.settings.language
    guard let rows = TeamTab.rows(state, layouts), let sheet = state.sheet else {
      return ListRows.drawNote(Strings.text(.reviewOpening, language), in: rect, &frame)
    }
    let progress = layouts.teamProgress(for: state, sheet)
    let head =
      state.review.team(state.issue).closing.map { closing in
        Message(.closingDone, SafeText.line(closing.author), closing.at.readableDay)
      } ?? Message(.reviewProgress, "\(progress.units - progress.unread)/\(progress.units)")
    frame.write(
      DisplayWidth.truncated(
        head.text(language), to: rect.columns - 2, ambiguous: frame.ambiguous),
      at: Position(row: rect.row, column: rect.column + 1), style: Style(.label))
    let cursor = TeamTab.cursor(state, rows.count)
    for line in 0..<max(0, rect.rows - 1) {
      let index = cursor.top + line
      guard rows.indices.contains(index) else { break }
      let area = Rect(
        column: rect.column, row: rect.row + 1 + line, columns: rect.columns, rows: 1)
      draw(rows[index], isSelected: index == cursor.row, state, in: area, &frame)
    }
  }

  private static func draw(
    _ row: TeamTab.Row, isSelected: Bool, _ state: State, in area: Rect, _ frame: inout Frame
  ) {
    func style(_ role: StyleRole) -> Style {
      ListRows.style(role, isSelected: isSelected, hasFocus: state.focus == .contents)
    }
    if isSelected { frame.fill(area, style: style(.plain)) }
    let width = DisplayWidth.columns(of: row.counts, ambiguous: frame.ambiguous)
    frame.write(
      DisplayWidth.truncated(
        SafeText.line(row.name), to: max(2, area.columns - width - 4), ambiguous: frame.ambiguous),
      at: Position(row: area.row, column: area.column + 1), style: style(row.role))
    guard width + 4 < area.columns else { return }
    frame.write(
      row.counts, at: Position(row: area.row, column: area.column + area.columns - width - 1),
      style: style(.muted))
  }
}

/// What closing the issue would say: who has read what, and what is left.
enum ClosingView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard state.mode == .closing, let sheet = state.sheet else { return }
    let language = state.settings.language
    let closing = state.review.team(state.issue).closing
    let summary = closing?.summary ?? TeamSummary(layouts.teamProgress(for: state, sheet))
    var lines: [(text: String, role: StyleRole)] = []
    if let closing {
      let day = closing.at.readableDay
      lines.append(
        (Message(.closingDone, SafeText.line(closing.author), day).text(language), .heading))
      if !closing.note.isEmpty { lines.append((SafeText.line(closing.note), .plain)) }
    }
    for (index, line) in TeamText.lines(of: summary, language).enumerated() {
      let isHead = index == 0 && !summary.lines.isEmpty
      lines.append((String(line.dropFirst(2)), isHead ? .label : .plain))
    }
    if closing == nil, !summary.isComplete {
      lines.append((Strings.text(.closingLeft, language), .warning))
    }
    let ask = Message(closing == nil ? .closingAsk : .reopenAsk)
    lines += [("", .plain), (ask.text(language, keys: layouts.keys.label), .question)]
    let columns = state.boxRoom.columns - 4
    let set = lines.flatMap { line in
      PaneBox.rows(of: line.text, columns: columns, ambiguous: frame.ambiguous).map {
        ($0, line.role)
      }
    }
    let rect = state.boxRect(rows: min(set.count + 2, state.boxRows(layouts)), layouts)
    let rows = rect.rows - 2
    PaneBox.draw(
      rect, title: Message(.closingTitle, state.library.printedID(of: state.issue)).text(language),
      in: &frame)
    // What is asked stands last and stays in sight.
    let shown = set.count <= rows ? set[...] : set.prefix(max(0, rows - 2)) + set.suffix(2)
    for (line, (text, role)) in shown.prefix(rows).enumerated() {
      frame.write(
        text, at: Position(row: rect.row + 1 + line, column: rect.column + 2), style: Style(role),
        limit: columns)
    }
    frame.cursor = nil
  }
}
