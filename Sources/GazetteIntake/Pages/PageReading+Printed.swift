import GazetteModel
import GazetteText

extension PageReading {
  /// Words of which a recogniser is less sure than this, of a hundred, are to be checked.
  package static let leastConfidence = 60.0

  /// The lines as the parser takes them, with what was not understood.
  package func printedText(_ provenance: Provenance) -> PrintedText {
    var bytes: [UInt8] = []
    var origins: [LineOrigin] = []
    origins.reserveCapacity(lines.count)
    for (line, form) in zip(lines, forms) {
      bytes += line.text.utf8
      bytes.append(0x0A)
      origins.append(LineOrigin(page: line.page, column: line.column, form: form))
    }
    return PrintedText(
      source: SourceText(bytes: bytes), provenance: provenance, origins: origins,
      tables: tables.map { lines, table in
        PrintedTable(
          lines: LineRange(lines.lowerBound + 1, lines.upperBound), headRows: table.headRows,
          rows: table.rows)
      }, findings: findings)
  }

  private var findings: [Finding] {
    guard !lines.isEmpty else { return [] }
    return pageFindings(emptyPages, .pageWithoutText) + pageFindings(turnedPages, .turnedPage)
      + unrestoredTables + uncertainWords
  }

  /// A finding for each run of pages, at the line before it.
  private func pageFindings(_ pages: [Int], _ kind: Finding.Kind) -> [Finding] {
    var result: [Finding] = []
    var index = 0
    var line = 0
    while index < pages.count {
      var end = index
      while end + 1 < pages.count, pages[end + 1] == pages[end] + 1 { end += 1 }
      while line < lines.count, lines[line].page < pages[index] { line += 1 }
      result.append(
        Finding(
          kind: kind, lines: LineRange(min(max(1, line), lines.count)),
          excerpt: index == end ? "\(pages[index])" : "\(pages[index])–\(pages[end])"))
      index = end + 1
    }
    return result
  }

  /// Stretches of lines whose gaps stand above each other: tables of which only the words are known.
  private var unrestoredTables: [Finding] {
    var result: [Finding] = []
    var start: Int?
    for index in 1..<max(1, lines.count) {
      let isRow =
        lines[index].page == lines[index - 1].page && !lines[index].isFurniture
        && lines[index].sharesCells(with: lines[index - 1])
      if isRow {
        start = start ?? index - 1
      } else if let first = start {
        result += table(first, index - 1)
        start = nil
      }
    }
    if let start { result += table(start, lines.count - 1) }
    return result
  }

  private func table(_ first: Int, _ last: Int) -> [Finding] {
    guard last - first >= 2 else { return [] }
    return [
      Finding(
        kind: .tableNotRestored, lines: LineRange(first + 1, last + 1),
        excerpt: String(lines[first].text.prefix(20)))
    ]
  }

  private var uncertainWords: [Finding] {
    lines.indices.flatMap { index in
      lines[index].words.compactMap { word in
        guard let confidence = word.confidence, confidence < Self.leastConfidence else {
          return nil
        }
        return Finding(
          kind: .uncertainRecognition, lines: LineRange(index + 1), excerpt: word.text)
      }
    }
  }
}
