/// A printed line (印刷行) of a page, with what its place says of it.
struct PlacedLine {
  var text: String
  let words: [PlacedWord]
  let box: PlacedBox
  let page: Int
  /// The column of the page, from 1; nil where the page is not divided or the line spans it.
  var column: Int?
  /// The width of a full character (字号) in points.
  let size: Double
  var isFurniture = false
  /// Where the stretches begin into which wide gaps divide the line, as they do the cells of a table;
  /// the beginning of the line is not among them.
  let cellStarts: [Double]
  /// The left and right edge of the column.
  var frame: ClosedRange<Double>
  /// Whether the line is the row of a ruled table.
  let isTableRow: Bool

  /// Creates the line of a row.
  ///
  /// - Parameter usualSize: The size to take where the line has no Chinese to tell.
  init(_ row: PageRow, page: Int, column: Int?, usualSize: Double) {
    words = row.words
    isTableRow = false
    box = row.box
    self.page = page
    self.column = column
    frame = row.box.minX...row.box.maxX
    let size = Self.size(of: words) ?? usualSize
    self.size = size
    var text = ""
    var cellStarts: [Double] = []
    var end: Double?
    for word in words {
      if let end {
        let gap = word.box.minX - end
        // The boxes of recognised Chinese leave gaps where nothing was meant.
        let isLoose =
          word.confidence != nil && text.unicodeScalars.last?.fullWidths == 1
          && word.text.unicodeScalars.first?.fullWidths == 1
        if gap > 1.5 * size {
          text += "\u{3000}"
          cellStarts.append(word.box.minX)
        } else if gap > (isLoose ? 0.8 : 0.12) * size {
          text += " "
        }
      }
      text += word.text
      end = max(end ?? 0, word.box.maxX)
    }
    self.text = text
    self.cellStarts = cellStarts
  }

  /// Creates the line of a row of a ruled table, its cells between strokes as Markdown has them.
  init(cells: [String], box: PlacedBox, page: Int, column: Int?, size: Double) {
    text = "| " + cells.map(Self.cell).joined(separator: " | ") + " |"
    words = []
    isTableRow = true
    self.box = box
    self.page = page
    self.column = column
    self.size = size
    cellStarts = []
    frame = box.minX...box.maxX
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: "<br>").replacing("|", with: "｜")
  }

  /// The size of the Chinese in a line: its width by the character; nil where there is too little.
  private static func size(of words: [PlacedWord]) -> Double? {
    var width = 0.0
    var characters = 0.0
    for word in words where word.text.unicodeScalars.contains(where: { $0.fullWidths == 1 }) {
      width += word.box.width
      characters += word.fullWidths
    }
    return characters >= 2 ? width / characters : nil
  }

  /// Whether a recogniser read the line: its sizes are then rough, and its marks may be wrong.
  var isRecognised: Bool { words.first?.confidence != nil }

  /// How far the line begins behind the left edge, in characters.
  var indent: Double { (box.minX - frame.lowerBound) / size }

  /// How far the line ends before the right edge, in characters.
  var rest: Double { (frame.upperBound - box.maxX) / size }

  /// Whether the line stands in the middle of its column, with space on both sides.
  var isCentred: Bool {
    indent > 0.9 && rest > 0.9 && abs(indent - rest) < max(0.8, 0.12 * (indent + rest))
  }

  /// Whether the line fills its column from edge to edge or is centred.
  var isSymmetric: Bool { isCentred || abs(indent) < 0.9 && abs(rest) < 1.3 }

  /// Whether both lines have gaps that stand above each other, as rows of a table do.
  func sharesCells(with other: PlacedLine) -> Bool {
    cellStarts.contains { start in
      other.cellStarts.contains { abs($0 - start) < 0.6 * size }
    }
  }

  /// Whether the line begins with the number of a unit: 一、 （一） 1. 第一条.
  var beginsWithNumber: Bool {
    var scalars = text.unicodeScalars.prefix(8)
    guard let first = scalars.popFirst() else { return false }
    let isBracketed = first == "（" || first == "("
    if isBracketed || first == "第" {
      guard let next = scalars.first, next.properties.numericType != nil else { return false }
      let mark = scalars.first { $0.properties.numericType == nil }
      return mark.map { "）)条章节编".unicodeScalars.contains($0) } ?? false
    }
    guard first.properties.numericType != nil else { return false }
    let mark = scalars.first { $0.properties.numericType == nil }
    return mark.map { "、.．".unicodeScalars.contains($0) } ?? false
  }

  /// The width of what a line break cannot part at the beginning, in characters.
  var firstUnit: Double {
    var width = 0.0
    var isFirst = true
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\u{3000}" { break }
      // An opening mark takes the character behind it along.
      if isFirst, "（《“‘「『〔【([".unicodeScalars.contains(scalar) {
        width += scalar.fullWidths
        continue
      }
      let isWord = scalar.value < 0x250 && scalar.properties.isAlphabetic || scalar.isASCIIDigit
      let isCloser = "，。、；：？！）》”’」』〕】,.;:)%％".unicodeScalars.contains(scalar)
      if !isFirst, !isCloser, !isWord { break }
      if !isFirst, isWord, width >= 1, text.unicodeScalars.first?.fullWidths == 1 { break }
      width += scalar.fullWidths
      isFirst = false
      if width > 12 { break }
    }
    return width
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
}
