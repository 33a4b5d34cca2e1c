import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// The list of the review in the left pane: each clause with its mark, and its note below it.
enum ReviewListView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let rect = state.panes.contents else { return }
    let language = state.settings.language
    guard let list = layouts.reviewList(for: state), let sheet = state.sheet else {
      frame.write(
        Strings.text(.reviewOpening, language),
        at: Position(row: rect.row, column: rect.column + 1),
        style: Style(.muted), limit: rect.columns - 2)
      return
    }
    let settings = state.review.list
    let head = Message(
      .listHead, Strings.text(settings.choice.name, language), String(list.items.count),
      Strings.text(settings.order.name, language))
    frame.write(
      DisplayWidth.truncated(
        head.text(language), to: rect.columns - 2, ambiguous: state.settings.ambiguous),
      at: Position(row: rect.row, column: rect.column + 1), style: Style(.label))
    if list.items.isEmpty {
      let note = Message(.listIsEmpty).text(language, keys: layouts.keys.label)
      let room = Rect(
        column: rect.column, row: rect.row + 2, columns: rect.columns, rows: rect.rows - 2)
      ListRows.drawNote(note, in: room, &frame)
    }
    let scope = layouts.scope(of: state.issue)
    let selected = list.index(of: settings.selected)
    for line in 0..<max(0, rect.rows - 1) {
      let row = settings.top + line
      guard list.itemOfRow.indices.contains(row) else { break }
      let index = list.itemOfRow[row]
      let area = Rect(
        column: rect.column, row: rect.row + 1 + line, columns: rect.columns, rows: 1)
      draw(
        list.items[index], isNote: row > list.items[index].rows.lowerBound,
        isSelected: index == selected, state, sheet, scope, in: area, &frame)
    }
  }

  private static func draw(
    _ item: ReviewList.Item, isNote: Bool, isSelected: Bool, _ state: State, _ sheet: ReviewSheet,
    _ scope: ReviewScope, in area: Rect, _ frame: inout Frame
  ) {
    func style(_ role: StyleRole) -> Style {
      var style = Style(role)
      style.isSelected = isSelected && state.focus == .contents
      style.isMarked = isSelected && state.focus != .contents
      return style
    }
    if isSelected { frame.fill(area, style: style(.plain)) }
    func write(_ text: String, at column: Int, _ role: StyleRole) {
      let room = area.columns - column - 1
      frame.write(
        DisplayWidth.truncated(text, to: room, ambiguous: state.settings.ambiguous),
        at: Position(row: area.row, column: area.column + column), style: style(role))
    }
    if isNote {
      let note = item.shown?.note.split(separator: "\n").joined(separator: " ") ?? ""
      write(note, at: 4, .muted)
      return
    }
    if let look = ReviewLook(at: item.key, sheet, scope) { write(look.symbol, at: 0, look.role) }
    let team = state.review.team(state.issue)
    // Whose mark it is, where it is not the reviewer's own, and whether others see it otherwise.
    var names = item.mark == nil ? item.shown.map { named($0, state) } ?? "" : ""
    if item.isDisputed {
      names += names.isEmpty ? "" : " "; names += Strings.text(.disputed, state.settings.language)
    }
    let said = team.inShort(at: item.node, shown: item.shown, scope, state.settings.language)
    names = [names, said].filter { !$0.isEmpty }.joined(separator: " ")
    let issue = state.library[state.issue]
    let reference = item.key.reference
    write(reference, at: 2, .number)
    let own = item.shown?.tags.map { "#" + $0 }.joined(separator: " ") ?? ""
    let tags = [names, own].filter { !$0.isEmpty }.joined(separator: " ")
    let start = 3 + DisplayWidth.columns(of: reference)
    let tagColumns =
      tags.isEmpty ? 0 : DisplayWidth.columns(of: tags, ambiguous: state.settings.ambiguous) + 1
    let hasRoom = area.columns - start - tagColumns > 12
    let label =
      item.unit.row.map { issue.label(of: NodeRow(node: item.node, place: $0)) }
      ?? issue[item.node].label ?? firstWords(of: issue[item.node])
    let room = area.columns - start - 1 - (hasRoom ? tagColumns : 0)
    write(
      DisplayWidth.truncated(label, to: room, ambiguous: state.settings.ambiguous), at: start,
      .plain)
    if hasRoom, !tags.isEmpty { write(tags, at: area.columns - tagColumns, .key) }
  }

  /// Somebody else's mark in words: who, and what.
  private static func named(_ mark: ReviewMark, _ state: State) -> String {
    "\(SafeText.line(mark.reviewer)) \(mark.state.name(in: state.settings.language))"
  }

  private static func firstWords(of node: Node) -> String {
    String((node.paragraphs.first?.text ?? "").prefix(60))
  }
}
