import CNcurses

/// Hands rows of cells to ncurses, which works out what has to be sent.
struct RowPainter {
  private var colors: TerminalColors
  /// The row being drawn; kept for its memory.
  private var row: [cchar_t] = []

  init(theme: Theme) {
    colors = TerminalColors(theme: theme)
  }

  var theme: Theme { colors.theme }

  /// The cells of a row that differ from what is shown, with both columns of those that are wide;
  /// nil where none does.
  static func span(
    of cells: ArraySlice<Cell>, differingFrom shown: ArraySlice<Cell>?
  ) -> Range<Int>? {
    guard let shown, shown.count == cells.count else { return cells.indices }
    let shift = shown.startIndex - cells.startIndex
    var span = cells.indices
    while let first = span.first, cells[first] == shown[first + shift] { span.removeFirst() }
    guard !span.isEmpty else { return nil }
    while let last = span.last, cells[last] == shown[last + shift] { span.removeLast() }
    func isContinuation(_ index: Int) -> Bool {
      cells[index].shape == .continuation || shown[index + shift].shape == .continuation
    }
    var lower = span.lowerBound
    while lower > cells.startIndex, isContinuation(lower) { lower -= 1 }
    var upper = span.upperBound
    while upper < cells.endIndex, isContinuation(upper) { upper += 1 }
    return lower..<upper
  }

  /// Draws cells of a row from a column on.
  mutating func draw(_ cells: ArraySlice<Cell>, at column: Int32, inRow index: Int32) {
    row.removeAll(keepingCapacity: true)
    for cell in cells where cell.shape != .continuation {
      let isKnown = Self.isKnown(cell.scalar) && Self.knowsMarks(of: cell)
      let look = colors.look(of: isKnown ? cell.style : Style(.hidden))
      append(isKnown ? cell : Cell(scalar: Frame.hiddenMark), look: look)
      // ncurses keeps the columns of a wide character together; a mark leaves one of them empty.
      if cell.shape == .wide, !isKnown { append(Cell(), look: look) }
    }
    // Unlike add_wch, this neither wraps nor scrolls at the last column.
    mvwadd_wchnstr(cn_stdscr(), index, column, row, Int32(row.count))
  }

  private mutating func append(_ cell: Cell, look: TerminalColors.Look) {
    var text: (wchar_t, wchar_t, wchar_t, wchar_t) = (
      wchar_t(bitPattern: cell.scalar.value), wchar_t(bitPattern: cell.firstMark.value),
      wchar_t(bitPattern: cell.secondMark.value), 0
    )
    var character = cchar_t()
    withUnsafeBytes(of: &text) { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: wchar_t.self)
      _ = setcchar(&character, start, look.attributes, look.pair, nil)
    }
    row.append(character)
  }

  /// Whether the system, too, knows the marks over a character; others would take it with them.
  private static func knowsMarks(of cell: Cell) -> Bool {
    !cell.hasMarks || [cell.firstMark, cell.secondMark].allSatisfy { $0 == "\0" || isKnown($0) }
  }

  /// Whether the tables of the system have the character: what these do not know, the terminal may
  /// not either.
  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF60: true
    default: iswprint(wint_t(scalar.value)) != 0
    }
  }
}
