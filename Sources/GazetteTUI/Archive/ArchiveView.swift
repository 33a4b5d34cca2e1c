import GazetteText
import TerminalKit

/// Draws the room of an archive.
enum ArchiveView {
  static func frame(of room: ArchiveRoom) -> Frame {
    var frame = Frame(size: room.size, ambiguous: room.ambiguous, isASCII: room.isASCII)
    guard room.size.rows >= 4, room.size.columns >= 20 else { return frame }
    drawTitle(room, in: &frame)
    drawTabs(room, in: &frame)
    for row in 0..<room.listRows {
      let place = room.cursor.top + row
      guard room.rows.indices.contains(place) else { break }
      draw(
        room.rows[place], isSelected: place == room.cursor.selected, row + 2, room.listColumns,
        in: &frame)
    }
    if let preview = room.preview { IssuePreviewView.draw(preview, of: room, in: &frame) }
    if room.rows.isEmpty, room.catalogue != nil {
      frame.write(
        ArchiveText.nothing[room.language], at: Position(row: 3, column: 2), style: Style(.muted))
    }
    drawStatus(room, in: &frame)
    return frame
  }

  private static func drawTitle(_ room: ArchiveRoom, in frame: inout Frame) {
    let bar = Rect(column: 0, row: 0, columns: room.size.columns, rows: 1)
    frame.fill(bar, style: Style(.bar))
    let title = ArchiveText.title(room.catalogue?.issues.count ?? 0)[room.language]
    frame.write(" " + title, at: Position(row: 0, column: 0), style: Style(.bar))
    var right: [String] = []
    if let progress = room.progress {
      right.append(
        (progress.total == 0
          ? ArchiveText.looking : ArchiveText.building(progress.done, of: progress.total))[
            room.language])
    }
    if let failures = room.catalogue?.failures.count, failures > 0 {
      right.append(ArchiveText.unreadable(failures)[room.language])
    }
    write(
      right.joined(separator: "  "), endingAt: room.size.columns - 1, 0, Style(.bar), in: &frame)
  }

  private static func drawTabs(_ room: ArchiveRoom, in frame: inout Frame) {
    var column = 1
    // Those that a key opens at once say which; what is asked for is among the keys below.
    var tabs: [(Phrase, ArchiveAction?, isActive: Bool)] = [
      (ArchiveText.issues, .issues, room.list == .issues),
      (ArchiveText.bodies, .bodies, room.list == .bodies || room.isInDossier),
      (ArchiveText.deadlines, .deadlines, room.list == .deadlines || room.isInLedger),
      (ArchiveText.matrix, .years, room.list == .matrix),
      (ArchiveText.found, nil, room.list == .found),
      (ArchiveText.references, nil, room.list == .references),
    ]
    if room.list == .keys { tabs.append((ArchiveText.keys, nil, true)) }
    for (name, action, isActive) in tabs {
      let key = action.map { ArchiveKeys.lead(to: $0, of: room.commands) } ?? ""
      column += frame.write(
        " \(key)\(name[room.language]) ", at: Position(row: 1, column: column),
        style: Style(isActive ? .activeBar : .muted))
      column += 1
    }
    let narrowed =
      switch room.list {
      case .found: room.query
      case .references: room.referred
      default: room.narrowing
      }
    if !narrowed.isEmpty {
      frame.write(
        DisplayWidth.truncated(
          narrowed, to: max(0, room.size.columns - column - 1), ambiguous: room.ambiguous),
        at: Position(row: 1, column: column), style: Style(.chip))
    }
  }

  /// Where notes end on a wide screen, so that the eye finds from the text to its note; behind a longer
  /// text they follow it.
  private static let notesEnd = 120

  private static func draw(
    _ row: ArchiveRow, isSelected: Bool, _ line: Int, _ columns: Int, in frame: inout Frame
  ) {
    // What a row warns of stands in its note where it has one; the rest is to be read.
    let warnsInNote = row.isWarning && !row.note.isEmpty
    var style = Style(
      row.isHeading
        ? .heading : row.isWarning && !warnsInNote ? .warning : row.isGuess ? .muted : .plain)
    style.isSelected = isSelected
    if isSelected {
      frame.fill(Rect(column: 0, row: line, columns: columns, rows: 1), style: style)
    }
    let noteWidth = row.note.isEmpty ? 0 : DisplayWidth.columns(of: row.note) + 2
    let room = max(0, columns - 2 - noteWidth)
    let width = DisplayWidth.columns(of: row.text, ambiguous: frame.ambiguous)
    let end = min(columns, max(notesEnd, width + 2 + noteWidth))
    let text = DisplayWidth.truncated(row.text, to: room, ambiguous: frame.ambiguous)
    var column = 1
    for (index, scalar) in text.unicodeScalars.enumerated() {
      var own = style
      own.isMatch = row.hits.contains { $0.start <= index && index < $0.end }
      column += frame.write(
        CollectionOfOne(scalar), at: Position(row: line, column: column), style: own)
    }
    var note = Style(warnsInNote ? .warning : .muted)
    note.isSelected = isSelected
    write(row.note, endingAt: end - 1, line, note, in: &frame)
  }

  private static func drawStatus(_ room: ArchiveRoom, in frame: inout Frame) {
    let line = room.size.rows - 1
    if let prompt = room.prompt {
      let text =
        switch prompt {
        case .search: ArchiveText.searchPrompt[room.language]
        case .narrow: ArchiveText.narrowPrompt[room.language]
        case .references: ArchiveText.referencePrompt[room.language]
        }
      let column = 1 + frame.write(text, at: Position(row: line, column: 1), style: Style(.key))
      frame.write(room.editor.text, at: Position(row: line, column: column))
      let behind = DisplayWidth.columns(of: room.editor.textBeforeCursor, ambiguous: room.ambiguous)
      frame.cursor = Position(row: line, column: min(room.size.columns - 1, column + behind))
      return
    }
    frame.write(
      DisplayWidth.truncated(
        room.message ?? ArchiveKeys.hints(room.language, of: room.commands),
        to: room.size.columns - 2,
        ambiguous: room.ambiguous), at: Position(row: line, column: 1),
      style: Style(room.message == nil ? .muted : .heading))
  }

  private static func write(
    _ text: String, endingAt end: Int, _ line: Int, _ style: Style, in frame: inout Frame
  ) {
    let width = DisplayWidth.columns(of: text, ambiguous: frame.ambiguous)
    guard width > 0, width < end else { return }
    frame.write(text, at: Position(row: line, column: end - width), style: style)
  }
}

extension ArchiveRoom {
  /// The most rows that a search lists.
  static let most = 1000

  /// The rows of the list that are on the screen.
  var listRows: Int { max(1, size.rows - 3) }

  /// Whether one body is shown.
  var isInDossier: Bool {
    switch list {
    case .body, .history: true
    default: false
    }
  }

  /// Whether the deadlines of a month are shown.
  var isInLedger: Bool {
    if case .ledger = list { return true }
    return false
  }
}
