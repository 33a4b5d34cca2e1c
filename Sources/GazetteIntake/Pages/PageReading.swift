import GazetteModel
import GazetteText

/// Reads placed pages: their words in the order in which people read them, line by line, each with
/// its place and form.
package struct PageReading {
  /// The lines in reading order.
  private(set) var lines: [PlacedLine] = []
  /// The form of every line.
  private(set) var forms: [LineForm] = []
  /// The pages without any text, by number.
  private(set) var emptyPages: [Int] = []
  /// The pages whose text is turned, by number.
  private(set) var turnedPages: [Int] = []

  /// - Complexity: Linear in the number of words, and sorting the words of each page.
  package init(_ pages: [PlacedPage]) {
    let usual = Self.usualSize(of: pages)
    let rows = pages.map { PageRow.rows(of: $0.runs) }
    let furniture = FurnitureFinder.furniture(in: rows, heights: pages.map(\.height))
    let text = zip(rows, furniture).map { rows, furniture in
      rows.indices.filter { !furniture.contains($0) }.map { rows[$0] }
    }
    let gutters = ColumnGutters.gutters(
      of: text, sizes: pages.map { Self.usualSize(of: [$0]) ?? usual ?? 10 })
    for index in pages.indices {
      add(
        pages[index], rows[index], furniture[index], text[index], gutters[index],
        usualSize: Self.usualSize(of: [pages[index]]) ?? usual ?? 10)
    }
    LineFrames.set(&lines)
    forms = LineForms.forms(of: lines)
  }

  private mutating func add(
    _ page: PlacedPage, _ rows: [PageRow], _ furniture: Set<Int>, _ text: [PageRow],
    _ gutters: ColumnGutters, usualSize: Double
  ) {
    if rows.isEmpty { emptyPages.append(page.number) }
    if page.isTurned {
      turnedPages.append(page.number)
      // Only the format knows which way turned lines follow each other.
      for run in page.runs {
        lines.append(
          PlacedLine(PageRow(run), page: page.number, column: nil, usualSize: usualSize))
      }
      return
    }
    let firstText = rows.indices.first { !furniture.contains($0) } ?? rows.count
    for index in rows.indices where furniture.contains(index) && index < firstText {
      addFurniture(rows[index], page, usualSize)
    }
    for place in LineOrder.places(of: text.flatMap(\.runs), gutters) {
      lines.append(
        PlacedLine(
          place.row, page: page.number, column: place.column.map { $0 + 1 },
          usualSize: usualSize))
    }
    for index in rows.indices where furniture.contains(index) && index > firstText {
      addFurniture(rows[index], page, usualSize)
    }
  }

  private mutating func addFurniture(_ row: PageRow, _ page: PlacedPage, _ usualSize: Double) {
    var line = PlacedLine(row, page: page.number, column: nil, usualSize: usualSize)
    line.isFurniture = true
    lines.append(line)
  }

  /// The size that most characters have: the width of a full one; nil without any.
  private static func usualSize(of pages: [PlacedPage]) -> Double? {
    var counts: [Int: Double] = [:]
    for page in pages {
      for run in page.runs {
        for word in run.words where word.isUpright {
          let characters = word.fullWidths
          guard characters >= 2, word.text.unicodeScalars.first?.fullWidths == 1 else { continue }
          counts[Int(4 * word.box.width / characters + 0.5), default: 0] += characters
        }
      }
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.map { max(1, Double($0.key) / 4) }
  }

  /// The lines as the parser takes them.
  package var printed: (source: SourceText, origins: [LineOrigin]) {
    var bytes: [UInt8] = []
    var origins: [LineOrigin] = []
    for (line, form) in zip(lines, forms) {
      bytes += line.text.utf8
      bytes.append(0x0A)
      origins.append(LineOrigin(page: line.page, column: line.column, form: form))
    }
    return (SourceText(bytes: bytes), origins)
  }
}

extension PlacedPage {
  /// Whether most of the text runs upward or downward.
  fileprivate var isTurned: Bool {
    var turned = 0
    var all = 0
    for run in runs {
      for word in run.words where word.fullWidths >= 2 {
        all += 1
        if !word.isUpright { turned += 1 }
      }
    }
    return turned * 2 > all
  }
}
