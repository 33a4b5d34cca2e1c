extension PrintedLine {
  /// The lines that are not blank, corrected and freed of markup.
  ///
  /// Lines of which an intake knows that they go on with another are one line with it, and a page
  /// mark between them is left out: it stands in the range of their paragraph.
  ///
  /// - Parameter corrections: In order of line.
  static func lines(of printed: PrintedText, _ corrections: [Correction]) -> [PrintedLine] {
    let source = printed.source
    let indexed = corrections.enumerated().map { (index: $0, correction: $1) }
    var rest = indexed[...]
    var result: [PrintedLine] = []
    result.reserveCapacity(source.lineCount)
    source.bytes.withUnsafeBufferPointer { bytes in
      for line in 1...max(1, source.lineCount) where line <= source.lineCount {
        let range = source.byteRange(ofLine: line)
        let slice = UnsafeBufferPointer(rebasing: bytes[range])
        rest = rest.drop { $0.correction.line < line }
        let own = rest.prefix { $0.correction.line == line }
        guard var next = PrintedLine(line: line, bytes: slice, corrections: own) else { continue }
        if printed.origins.isEmpty {
          result.append(next)
        } else {
          next.form = printed.form(ofLine: line)
          next.join(&result)
        }
      }
    }
    return result
  }

  /// Goes on with the last of `lines` that is no page mark, or stands behind them.
  private mutating func join(_ lines: inout [PrintedLine]) {
    if form == .heading { isMarkedHeading = true }
    guard form == .continues, let text = lines.lastIndex(where: { $0.form != .furniture }) else {
      lines.append(self)
      return
    }
    lines.removeSubrange((text + 1)...)
    lines[text].append(self)
  }
}
