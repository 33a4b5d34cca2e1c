import CNcurses
import GazetteText

/// Shows frames.
extension Terminal {
  /// In bytes: of the first frame so many are sent as soon as they are there.
  private static let firstPieces = 192

  /// Shows a frame; only rows that differ from the frame before are looked at.
  ///
  /// While the terminal is busy with the frame before, nothing happens, and the session is asked
  /// for a frame again when it is done.
  package func present(_ frame: Frame, theme: Theme) {
    owesFrame = isBusy
    if owesFrame { return }
    let frame = drawsLines && frame.ambiguous == .narrow ? frame.withLines() : frame
    if theme != painter.theme {
      painter = RowPainter(theme: theme)
      presented = nil
    }
    if presented == frame { return }
    if frame.ambiguous != ColumnRule.ambiguous { changeWidths(to: frame.ambiguous) }
    if let presented, presented.size != frame.size { self.presented = nil }
    let changedBytes = draw(frame)
    // Of the first frame the beginning is seen while the rest is worked out.
    let pieces = counts.frames == 0 ? Self.firstPieces : Int.max
    TerminalOutput.gather(pieces: pieces) { send(frame, changedBytes: changedBytes) }
    presented = frame
    counts.frames += 1
  }

  /// Whether borders are lines: the terminal, or the reader in its place, has said that they are narrow.
  private var drawsLines: Bool {
    guard !choices.isASCII, !isSparse else { return false }
    return choices.ambiguous == .narrow || (choices.ambiguous == .auto && questions.hasNarrowLines)
  }

  /// Hands ncurses the cells that differ; about as many bytes as these take.
  private func draw(_ frame: Frame) -> Int {
    var changedBytes = 0
    for index in 0..<min(frame.size.rows, size.rows) {
      let cells = frame.row(index).prefix(size.columns)
      let shown = presented?.row(index).prefix(size.columns)
      guard let span = RowPainter.span(of: cells, differingFrom: shown) else { continue }
      painter.draw(cells[span], at: Int32(span.lowerBound - cells.startIndex), inRow: Int32(index))
      changedBytes += Self.bytes(of: cells[span], unlike: shown)
    }
    return changedBytes
  }

  /// Lets ncurses write what was drawn.
  private func send(_ frame: Frame, changedBytes: Int) {
    if let cursor = frame.cursor {
      leaveok(cn_stdscr(), false)
      move(Int32(cursor.row), Int32(cursor.column))
      curs_set(1)
    } else {
      // The hidden cursor may stay where drawing left it.
      leaveok(cn_stdscr(), true)
      curs_set(0)
    }
    let isWhole = questions.hasSynchronizedOutput
    announce("gazette: drawing")
    if isWhole { send("\u{1B}[?2026h") }
    CNcurses.refresh()
    if isWhole { send("\u{1B}[?2026l") }
    announce("gazette: drawn")
    confirmFrame(changedBytes: changedBytes)
  }

  /// Says in the title of the terminal what its screen holds: it comes in turn with the frame.
  func announce(_ words: String) {
    if choices.announcesFrames { send("\u{1B}]2;\(words)\u{1B}\\") }
  }

  /// About as many bytes as the cells take that differ from those before.
  private static func bytes(of cells: ArraySlice<Cell>, unlike old: ArraySlice<Cell>?) -> Int {
    var bytes = 0
    for index in cells.indices where cells[index].shape != .continuation {
      if let old, old[index] == cells[index] { continue }
      bytes += cells[index].shape == .wide ? 3 : 1
    }
    return bytes
  }

  /// Draws everything anew with other widths of ambiguous characters.
  private func changeWidths(to ambiguous: AmbiguousWidth) {
    ColumnRule.ambiguous = ambiguous
    if presented != nil { repaint() }
  }
}
