extension PrintedLine {
  /// The lines that are not blank, corrected and freed of markup, and the tables.
  ///
  /// Lines of which an intake knows that they go on with another are one line with it, and a page
  /// mark between them is left out: it stands in the range of their paragraph.
  ///
  /// - Parameter corrections: In order of line.
  static func read(_ printed: PrintedText, _ corrections: [Correction]) -> MarkupReader {
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
        if !printed.origins.isEmpty { next.form = printed.form(ofLine: line) }
        result.append(next)
      }
    }
    var markup = MarkupReader(result, tables: printed.tables)
    if !printed.origins.isEmpty { markup.joinContinuations() }
    return markup
  }

  /// Goes on with the last of `lines` that is no page mark, or stands behind them.
  fileprivate func join(_ lines: inout [PrintedLine]) {
    var line = self
    if form == .heading { line.isMarkedHeading = true }
    guard form == .continues, table == nil,
      let text = lines.lastIndex(where: { $0.form != .furniture }), lines[text].table == nil
    else {
      lines.append(line)
      return
    }
    lines.removeSubrange((text + 1)...)
    lines[text].append(line)
  }
}

extension MarkupReader {
  /// Makes one line of those that an intake knows to go on with each other.
  fileprivate mutating func joinContinuations() {
    var joined: [PrintedLine] = []
    joined.reserveCapacity(lines.count)
    for line in lines { line.join(&joined) }
    lines = joined
  }
}
