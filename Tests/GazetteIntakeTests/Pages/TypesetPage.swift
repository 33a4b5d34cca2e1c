@testable import GazetteIntake

/// Sets lines of text on a page as a typesetter does: full characters of ten points.
struct TypesetPage {
  static let size = 10.0
  static let pitch = 16.0
  private(set) var runs: [PlacedRun] = []
  let number: Int

  init(_ number: Int) {
    self.number = number
  }

  var page: PlacedPage {
    PlacedPage(number: number, width: 600, height: 800, runs: runs)
  }

  mutating func add(_ run: PlacedRun) { runs.append(run) }

  /// Sets one line with its left upper corner there.
  mutating func set(_ text: String, x: Double, y: Double, size: Double = Self.size) {
    let word = PlacedWord(
      text: text,
      box: PlacedBox(minX: x, minY: y, maxX: x, maxY: y + 1.2 * size))
    let width = word.fullWidths * size
    let placed = PlacedWord(
      text: text,
      box: PlacedBox(minX: x, minY: y, maxX: x + width, maxY: y + 1.2 * size))
    if let run = PlacedRun(words: [placed]) { runs.append(run) }
  }

  /// Sets a line in the middle of the page.
  mutating func setCentred(_ text: String, y: Double, size: Double = Self.size) {
    let width = text.unicodeScalars.reduce(0) { $0 + $1.fullWidths } * size
    set(text, x: (600 - width) / 2, y: y, size: size)
  }

  /// Sets paragraphs one below the other, wrapped; returns where the next line would stand.
  ///
  /// - Parameters:
  ///   - paragraphs: Their texts.
  ///   - x: The left edge of the column.
  ///   - y: The top of the first line.
  ///   - characters: The width of the column.
  ///   - indent: By how many characters their first lines are indented.
  ///   - gap: How much further apart they stand than lines.
  @discardableResult
  mutating func set(
    paragraphs: [String], x: Double, y: Double, width characters: Int, indent first: Int = 2,
    gap: Double = 0
  ) -> Double {
    var y = y
    for paragraph in paragraphs {
      var rest = Substring(paragraph)
      var indent = first
      while !rest.isEmpty {
        set(
          String(rest.prefix(characters - indent)), x: x + Double(indent) * Self.size, y: y)
        rest = rest.dropFirst(characters - indent)
        indent = 0
        y += Self.pitch
      }
      y += gap
    }
    return y
  }
}

extension PageReading {
  /// The paragraphs: every line with those that continue it; furniture left out.
  var paragraphs: [String] {
    var result: [String] = []
    for (line, form) in zip(lines, forms) where form != .furniture {
      if form == .continues, let last = result.popLast() {
        result.append(last + line.text)
      } else {
        result.append(line.text)
      }
    }
    return result
  }

  var furniture: [String] {
    zip(lines, forms).filter { $0.1 == .furniture }.map(\.0.text)
  }
}
