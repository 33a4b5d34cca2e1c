import TerminalKit

/// Where the parts of a list over the panes stand.
struct ChooserLayout: Hashable, Sendable {
  /// The whole box with its frame.
  let box: Rect
  /// The row of what is typed, or of the heading.
  let head: Rect
  /// The rows of the choices.
  let list: Rect
  /// What the selected choice holds; nil where there is no room.
  let preview: Rect?
  /// The line between list and preview.
  let border: Rect?

  private static let widestBox = 160
  /// The columns from which the preview stands beside the list.
  private static let wideColumns = 96

  /// The most rows of a list in a box, and those of what the selected choice holds.
  private static let boxList = 6
  private static let boxPreview = 5

  /// The rows of a box for so many choices, where it may have so many.
  static func boxRows(choices: Int, most: Int) -> Int {
    min(most, min(max(1, choices), boxList) + boxPreview + 3)
  }

  /// Divides a box in one pane: title, list, and where there is room what the selected one holds.
  init(box: Rect, choices: Int) {
    self.box = box
    head = Rect(column: box.column, row: box.row, columns: box.columns, rows: 1)
    let rows = max(1, box.rows - 2)
    let listed = min(max(1, choices), Self.boxList)
    let below = rows - listed - 1
    func part(_ row: Int, _ rows: Int, margin: Int = 0) -> Rect {
      Rect(
        column: box.column + margin, row: box.row + 1 + row, columns: box.columns - 2 * margin,
        rows: rows)
    }
    guard below >= 2 else {
      list = part(0, rows)
      border = nil
      preview = nil
      return
    }
    list = part(0, listed)
    border = part(listed, 1)
    preview = part(listed + 1, below, margin: 2)
  }

  init(size: Size) {
    let columns = min(size.columns, Self.widestBox)
    let rows = max(4, size.rows - 1)
    box = Rect(column: (size.columns - columns) / 2, row: 0, columns: columns, rows: rows)
    head = Rect(column: box.column + 2, row: box.row + 1, columns: columns - 4, rows: 1)
    let body = Rect(
      column: box.column + 1, row: box.row + 2, columns: columns - 2, rows: max(1, rows - 3))
    if columns >= Self.wideColumns {
      let left = columns * 11 / 20
      list = Rect(column: body.column, row: body.row, columns: left, rows: body.rows)
      border = Rect(column: body.column + left, row: body.row, columns: 1, rows: body.rows)
      preview = Rect(
        column: body.column + left + 2, row: body.row, columns: body.columns - left - 3,
        rows: body.rows)
    } else if body.rows >= 12 {
      let below = min(6, body.rows / 3)
      list = Rect(
        column: body.column, row: body.row, columns: body.columns, rows: body.rows - below - 1)
      border = Rect(
        column: body.column, row: body.row + list.rows, columns: body.columns, rows: 1)
      preview = Rect(
        column: body.column + 1, row: body.row + list.rows + 1, columns: body.columns - 2,
        rows: below)
    } else {
      list = body
      border = nil
      preview = nil
    }
  }
}
