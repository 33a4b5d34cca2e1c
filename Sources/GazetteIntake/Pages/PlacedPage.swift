/// A page as a format places its words: what PDF, OFD and recognised scans have in common.
///
/// Lengths are in points, with the origin in the upper left corner and y growing downward.
package struct PlacedPage: Sendable {
  /// The page's number in the file, from 1.
  package let number: Int
  package let width: Double
  package let height: Double
  /// The runs of words, in the order of the format.
  package var runs: [PlacedRun]
  /// The lines that it rules, as far as anybody asked for them.
  package var rulings = PageRulings()

  package init(number: Int, width: Double, height: Double, runs: [PlacedRun] = []) {
    self.number = number
    self.width = width
    self.height = height
    self.runs = runs
  }
}

/// Words that the format itself sets on one line, from left to right.
package struct PlacedRun: Sendable {
  package var words: [PlacedWord]
  package private(set) var box: PlacedBox

  /// Creates a run; nil without words.
  package init?(words: [PlacedWord]) {
    guard let first = words.first else { return nil }
    self.words = words
    box = words.dropFirst().reduce(first.box) { $0.union($1.box) }
  }
}

/// A word or a stretch of Chinese without gaps.
package struct PlacedWord: Sendable, Equatable {
  package var text: String
  package var box: PlacedBox
  /// How sure a recogniser is of it, from 0 to 100; nil where nothing was recognised.
  package var confidence: Double?
  /// Which ruled table of its page stands here; nil for a word.
  var table: Int?

  package init(text: String, box: PlacedBox, confidence: Double? = nil) {
    self.text = text
    self.box = box
    self.confidence = confidence
  }

  /// The width of the text in characters of full width.
  var fullWidths: Double {
    text.unicodeScalars.reduce(0) { $0 + $1.fullWidths }
  }

  /// Whether the word runs from top to bottom or from bottom to top.
  var isUpright: Bool {
    fullWidths < 2 || box.height <= box.width
  }
}

/// A rectangle on a page.
package struct PlacedBox: Sendable, Equatable {
  package var minX: Double
  package var minY: Double
  package var maxX: Double
  package var maxY: Double

  package init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var middleX: Double { (minX + maxX) / 2 }
  var middleY: Double { (minY + maxY) / 2 }

  package func union(_ other: PlacedBox) -> PlacedBox {
    PlacedBox(
      minX: min(minX, other.minX), minY: min(minY, other.minY),
      maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
  }

  /// Whether both stand at one height: they share more than half of the lower one's height.
  func isBeside(_ other: PlacedBox) -> Bool {
    let shared = min(maxY, other.maxY) - max(minY, other.minY)
    return shared > 0.5 * min(height, other.height)
  }
}

extension Unicode.Scalar {
  /// How much of a full width the character takes up in print, roughly.
  var fullWidths: Double {
    switch value {
    case 0x20...0x7E: 0.5
    case 0..<0x1100: 0.6
    default: 1
    }
  }
}
