import GazetteArchive
import TerminalKit

/// What the selected issue prints, beside the list of issues.
struct IssuePreview: Hashable {
  /// The place of the issue.
  let place: Int
  let name: String
  let documents: [CataloguedDocument]
}

extension ArchiveRoom {
  /// From so many columns on there is room for it.
  private static let leastColumns = 100

  /// The columns of the list: all of them, or what the preview and the line beside it leave.
  var listColumns: Int {
    preview == nil ? size.columns : min(max(48, size.columns * 2 / 5), 80)
  }

  /// Looks at the issue that is selected, unless that was done before.
  mutating func look() {
    guard list == .issues, size.columns >= Self.leastColumns, let catalogue,
      rows.indices.contains(cursor.selected),
      case .issue(let place, nil) = rows[cursor.selected].target
    else {
      preview = nil
      return
    }
    let name = catalogue.issues[place].id
    if let preview, preview.place == place, preview.name == name { return }
    // A server that is away is not asked again with every key.
    preview = IssuePreview(
      place: place, name: name, documents: (try? catalogue.documents(ofIssueAt: place)) ?? [])
  }
}

/// Draws the documents of the selected issue.
enum IssuePreviewView {
  static func draw(_ preview: IssuePreview, of room: ArchiveRoom, in frame: inout Frame) {
    let border = room.listColumns
    let behind = 2 + room.listRows
    for row in 2..<behind {
      frame.write("|", at: Position(row: row, column: border), style: Style(.border))
    }
    var row = 2
    var column: String?
    for document in preview.documents {
      if let next = document.column, next != column {
        if column != nil { row += 1 }
        column = next
        write("【\(next)】", 0, Style(.muted), &row, behind, border, room, in: &frame)
      }
      let indent = document.isAttachment ? 4 : 2
      write(
        document.title ?? document.reference, indent,
        Style(document.isAttachment ? .plain : .heading), &row, behind, border, room, in: &frame)
      if let number = document.number {
        write(number, indent, Style(.muted), &row, behind, border, room, in: &frame)
      }
    }
  }

  /// Writes a text in as many rows as it takes, and goes on behind it.
  private static func write(
    _ text: String, _ indent: Int, _ style: Style, _ row: inout Int, _ behind: Int, _ border: Int,
    _ room: ArchiveRoom, in frame: inout Frame
  ) {
    let columns = room.size.columns - border - 3 - indent
    for line in PaneBox.rows(of: text, columns: columns, ambiguous: room.ambiguous) {
      guard row < behind else { return }
      frame.write(line, at: Position(row: row, column: border + 2 + indent), style: style)
      row += 1
    }
  }
}
