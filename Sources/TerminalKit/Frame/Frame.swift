import GazetteText

/// What the screen shows: cells, and where the hardware cursor stands.
///
/// `write` is the only way to put text on the screen. Whatever the text holds, it stays inside its
/// limit, and nothing that could command the terminal or hide from the reader gets through.
package struct Frame: Equatable, Sendable {
  package let size: Size
  /// How the terminal draws characters of ambiguous width.
  package let ambiguous: AmbiguousWidth
  /// Whether the marks of the interface keep to ASCII.
  package let isASCII: Bool
  /// All cells, row after row.
  package private(set) var cells: [Cell]
  /// Where the hardware cursor stands; hidden when `nil`.
  package var cursor: Position?

  /// Stands for a character that must not reach the terminal, in the role `hidden`.
  ///
  /// It is ASCII, so that it has one column in every terminal; its style tells it from a real one.
  package static let hiddenMark: Unicode.Scalar = "?"
  /// Stands for the ellipsis where marks keep to ASCII; it has the same width.
  package static let asciiEllipsis: Unicode.Scalar = "$"

  /// A blank frame; a negative size counts as empty.
  package init(size: Size, ambiguous: AmbiguousWidth = .narrow, isASCII: Bool = false) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.ambiguous = ambiguous
    self.isASCII = isASCII
    cells = Array(repeating: Cell(), count: self.size.columns * self.size.rows)
  }

  /// A frame over another of the same width; the cursor is that of the lower one.
  package init(_ upper: Frame, above lower: Frame) {
    size = Size(columns: lower.size.columns, rows: upper.size.rows + lower.size.rows)
    ambiguous = lower.ambiguous
    isASCII = lower.isASCII
    cells = upper.cells + lower.cells
    cursor = lower.cursor.map { Position(row: $0.row + upper.size.rows, column: $0.column) }
  }

  /// The whole frame as a rectangle.
  package var bounds: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// The cells of a row, which must be on the screen.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The cell at a position, or `nil` outside the frame.
  package subscript(position: Position) -> Cell? {
    bounds.contains(position) ? cells[position.row * size.columns + position.column] : nil
  }

  /// How many marks of hidden characters are shown.
  package var hiddenCount: Int {
    cells.count { $0.style.role == .hidden && $0.shape != .continuation }
  }

  // MARK: Text

  /// Writes text in one row and returns the columns it used.
  ///
  /// Text is cut at `limit` columns and at the edges of the frame. A wide character that would be
  /// cut in half becomes a space there; one whose half is overwritten loses the other half too.
  /// Combining marks stay with their character.
  /// - Parameter limit: columns available from the position on; to the edge when `nil`.
  /// - Returns: columns from the position on, those left of the frame included.
  @discardableResult
  package mutating func write(
    _ text: some Sequence<Unicode.Scalar>, at position: Position, style: Style = Style(),
    limit: Int? = nil
  ) -> Int {
    guard 0..<size.rows ~= position.row else { return 0 }
    let start = position.column
    let room = max(0, size.columns - start)
    let end = start + min(limit ?? room, room)
    let rowStart = position.row * size.columns
    var hiddenStyle = style
    hiddenStyle.role = .hidden
    var column = start
    // Where the last character went, for the marks that follow it.
    var base: Int?

    for scalar in text {
      var cell = Cell(scalar: scalar, style: style)
      switch DisplayWidth.kind(of: scalar) {
      case .narrow:
        if isASCII, scalar == DisplayWidth.ellipsis { cell.scalar = Self.asciiEllipsis }
        if isASCII, scalar == "«" { cell.scalar = Self.asciiEllipsis }
      case .wide:
        cell.shape = .wide
      case .ambiguous:
        if ambiguous == .wide { cell.shape = .wide }
      case .combining:
        if let base {
          cells[base].addMark(scalar)
          continue
        }
        // Inside the text its character fell outside the frame; the mark goes with it.
        if column != start { continue }
        cell = Cell(scalar: Self.hiddenMark, style: hiddenStyle)
      case .hidden where scalar == "\t":
        cell.scalar = " "
      case .hidden where scalar.properties.generalCategory == .privateUse && !isASCII:
        // The font of an office may have it, and no terminal acts on it; it is counted all the same.
        cell.style = hiddenStyle
      case .hidden:
        cell = Cell(scalar: Self.hiddenMark, style: hiddenStyle)
      }
      guard column < end else { break }
      let width = cell.shape == .wide ? 2 : 1
      base = nil
      if column < 0 || column + width > end {
        for edge in max(0, column)..<max(0, min(column + width, end)) {
          place(.blank(style), at: edge, rowStart: rowStart)
        }
        column = min(column + width, end)
        continue
      }
      place(cell, at: column, rowStart: rowStart)
      base = rowStart + column
      column += width
    }
    return max(0, column - start)
  }

  /// `write` for a string.
  @discardableResult
  package mutating func write(
    _ text: String, at position: Position, style: Style = Style(), limit: Int? = nil
  ) -> Int {
    write(text.unicodeScalars, at: position, style: style, limit: limit)
  }

  /// `write` for a stretch of a text, compiled here for the callers in other modules.
  @discardableResult
  package mutating func write(
    _ text: ArraySlice<Unicode.Scalar>, at position: Position, style: Style = Style(),
    limit: Int? = nil
  ) -> Int {
    text.withUnsafeBufferPointer { write($0, at: position, style: style, limit: limit) }
  }

  // MARK: Areas

  /// Blanks a rectangle in a style.
  package mutating func fill(_ rect: Rect, style: Style = Style()) {
    let area = clipped(rect)
    guard area.columns > 0 else { return }
    for row in area.row..<area.row + area.rows {
      let rowStart = row * size.columns
      detach(at: area.column, rowStart: rowStart)
      detach(at: area.column + area.columns - 1, rowStart: rowStart)
      for column in area.column..<area.column + area.columns {
        cells[rowStart + column] = .blank(style)
      }
    }
  }

  /// Changes the styles of a rectangle and leaves its text.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = clipped(rect)
    for row in area.row..<area.row + area.rows {
      for index in row * size.columns + area.column..<row * size.columns + area.column
        + area.columns
      {
        change(&cells[index].style)
      }
    }
  }

  /// The part of a rectangle that lies in the frame.
  private func clipped(_ rect: Rect) -> Rect {
    let left = min(max(0, rect.column), size.columns)
    let top = min(max(0, rect.row), size.rows)
    let right = min(max(left, rect.column + rect.columns), size.columns)
    let bottom = min(max(top, rect.row + rect.rows), size.rows)
    return Rect(column: left, row: top, columns: right - left, rows: bottom - top)
  }

  /// Changes the character of a narrow cell to another narrow one.
  mutating func setScalar(_ scalar: Unicode.Scalar, at index: Int) { cells[index].scalar = scalar }

  /// Puts a cell into a row, with its right half when it is wide.
  private mutating func place(_ cell: Cell, at column: Int, rowStart: Int) {
    detach(at: column, rowStart: rowStart)
    cells[rowStart + column] = cell
    guard cell.shape == .wide else { return }
    detach(at: column + 1, rowStart: rowStart)
    cells[rowStart + column + 1] = Cell(style: cell.style, shape: .continuation)
  }

  /// Blanks what stands at a column, and the other half of it when it is wide.
  private mutating func detach(at column: Int, rowStart: Int) {
    let index = rowStart + column
    switch cells[index].shape {
    case .narrow:
      return
    case .wide:
      if column + 1 < size.columns { cells[index + 1] = .blank(cells[index + 1].style) }
    case .continuation:
      if column > 0 { cells[index - 1] = .blank(cells[index - 1].style) }
    }
    cells[index] = .blank(cells[index].style)
  }
}
