import GazetteModel
import GazetteText

/// Reads placed pages: their words in the order in which people read them, line by line, each with
/// its place and form.
package struct PageReading {
  /// The lines in reading order.
  private(set) var lines: [PlacedLine] = []
  /// The ruled tables, each with the indices of its lines.
  private(set) var tables: [(lines: Range<Int>, table: RuledTable)] = []
  /// The form of every line.
  private(set) var forms: [LineForm] = []
  /// The pages without any text, by number.
  private(set) var emptyPages: [Int] = []
  /// The pages whose text is turned, by number.
  private(set) var turnedPages: [Int] = []

  /// Whether there is any text.
  package var hasText: Bool { !lines.isEmpty }

  /// - Complexity: Linear in the number of words, and sorting the words of each page.
  package init(_ pages: [PlacedPage]) {
    let usual = Self.usualSize(of: pages)
    var pages = pages
    let ruled = pages.indices.map { pages[$0].takeTables(size: usual ?? 10) }
    let rows = pages.map { PageRow.rows(of: $0.runs) }
    let furniture = FurnitureFinder.furniture(in: rows, heights: pages.map(\.height))
    let text = zip(rows, furniture).map { rows, furniture in
      rows.indices.filter { !furniture.contains($0) }.map { rows[$0] }
    }
    let gutters = ColumnGutters.gutters(
      of: text, sizes: pages.map { Self.usualSize(of: [$0]) ?? usual ?? 10 })
    for index in pages.indices {
      add(
        pages[index], ruled[index], rows[index], furniture[index], text[index], gutters[index],
        usualSize: Self.usualSize(of: [pages[index]]) ?? usual ?? 10)
    }
    LineFrames.set(&lines)
    RecognisedNumbers.mend(&lines)
    forms = LineForms.forms(of: lines)
  }

  private mutating func add(
    _ page: PlacedPage, _ ruled: [RuledTable], _ rows: [PageRow], _ furniture: Set<Int>,
    _ text: [PageRow], _ gutters: ColumnGutters, usualSize: Double
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
      add(place, page.number, ruled, usualSize)
    }
    for index in rows.indices where furniture.contains(index) && index > firstText {
      addFurniture(rows[index], page, usualSize)
    }
  }

  private mutating func add(
    _ place: LineOrder.Place, _ page: Int, _ ruled: [RuledTable], _ usualSize: Double
  ) {
    let column = place.column.map { $0 + 1 }
    var row = place.row
    for case let number? in row.words.map(\.table) where ruled.indices.contains(number) {
      let table = ruled[number]
      let first = lines.count
      for (index, cells) in table.rows.enumerated() {
        func add(_ cells: [String]) {
          lines.append(
            PlacedLine(
              cells: cells, box: table.box(ofRow: index), page: page, column: column,
              size: usualSize))
        }
        add(cells)
        if index + 1 == table.headRows { add(cells.map { _ in "---" }) }
      }
      tables.append((first..<lines.count, table))
    }
    row.runs.removeAll { $0.words.contains { $0.table != nil } }
    if row.runs.isEmpty { return }
    lines.append(PlacedLine(row, page: page, column: column, usualSize: usualSize))
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

extension PlacedPage {
  /// Takes the words of ruled tables out and leaves one mark in the place of each table.
  fileprivate mutating func takeTables(size: Double) -> [RuledTable] {
    var tables = RuledTable.tables(rulings)
    if tables.isEmpty { return [] }
    var taken = Array(repeating: [PlacedWord](), count: tables.count)
    runs = runs.compactMap { run in
      var rest: [PlacedWord] = []
      for word in run.words {
        if let table = tables.firstIndex(where: { $0.contains(word.box) }) {
          taken[table].append(word)
        } else {
          rest.append(word)
        }
      }
      return PlacedRun(words: rest)
    }
    for index in tables.indices where !taken[index].isEmpty {
      tables[index].fill(taken[index], size: size)
      var mark = PlacedWord(text: "", box: tables[index].box)
      mark.table = index
      if let run = PlacedRun(words: [mark]) { runs.append(run) }
    }
    return tables
  }
}
