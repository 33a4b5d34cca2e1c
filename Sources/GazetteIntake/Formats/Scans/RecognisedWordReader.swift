/// Reads the table that tesseract writes of a page: a line for each word, with its place and how sure
/// it is.
package enum RecognisedWordReader {
  /// The columns, by their names in the head line.
  private enum Field: Int {
    case level, page, block, paragraph, line, word, left, top, width, height, confidence, text
  }

  /// The level of a line that is a page, and of one that is a word.
  private static let pageLevel = "1"
  private static let wordLevel = "5"

  /// The pages, in order.
  ///
  /// - Parameters:
  ///   - first: The number of the first page in its file, from 1.
  ///   - resolution: Dots of the picture to the inch.
  /// - Complexity: Linear in the length of the table.
  package static func pages(
    in table: [UInt8], first: Int, resolution: Double
  ) -> [PlacedPage] {
    let scale = 72 / max(1, resolution)
    var pages: [PlacedPage] = []
    var words: [PlacedWord] = []
    var line: [Substring] = []
    func endLine() {
      if let run = PlacedRun(words: words), !pages.isEmpty {
        pages[pages.count - 1].runs.append(run)
      }
      words = []
    }
    for row in String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst() {
      let fields = row.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
      guard fields.count == 12, let box = box(fields, scale) else { continue }
      if fields[Field.level.rawValue] == pageLevel {
        endLine()
        pages.append(
          PlacedPage(number: first + pages.count, width: box.width, height: box.height))
      }
      guard fields[Field.level.rawValue] == wordLevel else { continue }
      let place = Array(fields[Field.block.rawValue...Field.line.rawValue])
      if place != line { endLine() }
      line = place
      let text = String(fields[Field.text.rawValue].filter { !$0.isWhitespace })
      guard !text.isEmpty, let confidence = Double(fields[Field.confidence.rawValue]) else {
        continue
      }
      words.append(PlacedWord(text: text, box: box, confidence: confidence))
    }
    endLine()
    return pages
  }

  private static func box(_ fields: [Substring], _ scale: Double) -> PlacedBox? {
    let numbers = fields[Field.left.rawValue...Field.height.rawValue].compactMap { Int($0) }
    guard numbers.count == 4, numbers.allSatisfy({ (0...1_000_000).contains($0) }) else {
      return nil
    }
    let (left, top) = (Double(numbers[0]) * scale, Double(numbers[1]) * scale)
    return PlacedBox(
      minX: left, minY: top, maxX: left + Double(numbers[2]) * scale,
      maxY: top + Double(numbers[3]) * scale)
  }
}
