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

  /// Draws the cells of a row, from its first column on.
  mutating func draw(_ cells: ArraySlice<Cell>, inRow index: Int32) {
    row.removeAll(keepingCapacity: true)
    for cell in cells where cell.shape != .continuation {
      let columns: Int32 = cell.shape == .wide ? 2 : 1
      let systemColumns = Self.systemColumns(of: cell.scalar)
      // ncurses counts by the tables of the system; what these do not know, it would misplace.
      let isKnown =
        (systemColumns == columns || (columns == 2 && systemColumns == 1)) && Self.knowsMarks(of: cell)
      let look = colors.look(of: isKnown ? cell.style : Style(.hidden))
      append(isKnown ? cell : Cell(scalar: Frame.hiddenMark), look: look)
      if columns == 2 && (!isKnown || systemColumns == 1) { append(Cell(), look: look) }
    }
    // Unlike add_wch, this neither wraps nor scrolls at the last column.
    mvwadd_wchnstr(cn_stdscr(), index, 0, row, Int32(row.count))
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

  /// Whether the C library, too, draws the marks over their character; others would take it with them.
  private static func knowsMarks(of cell: Cell) -> Bool {
    !cell.hasMarks
      || [cell.firstMark, cell.secondMark].allSatisfy {
        $0 == "\0" || wcwidth(wchar_t(bitPattern: $0.value)) == 0
      }
  }

  /// The columns that the C library gives a character.
  private static func systemColumns(of scalar: Unicode.Scalar) -> Int32 {
    switch scalar.value {
    case 0x20...0x7E: 1
    case 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF60: 2
    default: wcwidth(wchar_t(bitPattern: scalar.value))
    }
  }
}
