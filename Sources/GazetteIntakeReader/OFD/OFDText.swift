import GazetteIntake

/// A text object of OFD (GB/T 33190—2016, 11.2): where its characters stand.
struct OFDText {
  /// The size of its characters.
  let size: Double
  /// The left upper corner of the object, and what turns and stretches it.
  private let origin: (x: Double, y: Double)
  private let width: Double
  private let matrix: [Double]

  /// Reads the frame of a text object; nil where it has none.
  init?(_ object: MarkupTree.Node) {
    let boundary = OFDReader.numbers(object["Boundary"] ?? "")
    let size = OFDReader.numbers(object["Size"] ?? object["size"] ?? "").first
    guard boundary.count == 4, let size, size > 0 else { return nil }
    self.size = size
    origin = (boundary[0], boundary[1])
    width = boundary[2]
    let matrix = OFDReader.numbers(object["CTM"] ?? "")
    self.matrix = matrix.count == 6 ? matrix : [1, 0, 0, 1, 0, 0]
  }

  /// The words of a piece of text, divided where its characters stand apart.
  ///
  /// - Parameter scale: Points to the unit.
  func words(_ text: String, _ code: MarkupTree.Node, scale: Double) -> [PlacedWord] {
    let scalars = Array(text.unicodeScalars)
    let steps = Self.steps(code["DeltaX"] ?? "", count: scalars.count)
    let falls = Self.steps(code["DeltaY"] ?? "", count: scalars.count)
    var x = OFDReader.numbers(code["X"] ?? "").first ?? 0
    var y = OFDReader.numbers(code["Y"] ?? "").first ?? 0
    var words: [PlacedWord] = []
    var word = String.UnicodeScalarView()
    var box: PlacedBox?
    var end = x
    // Some writers set all characters of a line at one distance, digits too.
    let usual = min(1.1 * size, Self.middle(of: steps))
    func endWord() {
      if let box, !word.isEmpty { words.append(PlacedWord(text: String(word), box: box)) }
      word = String.UnicodeScalarView()
      box = nil
    }
    for (index, scalar) in scalars.enumerated() {
      let width = size * Self.width(of: scalar)
      let isBlank = scalar.properties.isWhitespace || scalar.value < 0x20
      if isBlank || x > end + 0.3 * size { endWord() }
      if !isBlank {
        let own = place(x: x, y: y, width: width, scale: scale)
        box = box.map { $0.union(own) } ?? own
        word.append(scalar)
      }
      end = x + max(width, usual)
      x += index < steps.count ? steps[index] : width
      y += index < falls.count ? falls[index] : 0
    }
    endWord()
    return words
  }

  /// The words of a text that fills the width of the object.
  ///
  /// - Parameter scale: Points to the unit.
  func spread(_ text: String, scale: Double) -> [PlacedWord] {
    let all = text.unicodeScalars.reduce(0) { $0 + Self.width(of: $1) }
    guard all > 0, width > 0 else { return [] }
    var offset = 0.0
    return text.split(separator: " ", omittingEmptySubsequences: false).compactMap { word in
      let length = word.unicodeScalars.reduce(0) { $0 + Self.width(of: $1) }
      defer { offset += length + 0.5 }
      if word.isEmpty { return nil }
      let start = place(x: width * offset / all, y: size, width: 0, scale: scale)
      return PlacedWord(
        text: String(word),
        box: start.union(
          place(x: width * (offset + length) / all, y: size, width: 0, scale: scale)))
    }
  }

  /// The width of a character in characters of full width.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    scalar.value < 0x250 ? 0.5 : 1
  }

  private static func middle(of steps: [Double]) -> Double {
    steps.isEmpty ? 0 : steps.sorted()[steps.count / 2]
  }

  /// The box of a character whose base line begins there.
  private func place(x: Double, y: Double, width: Double, scale: Double) -> PlacedBox {
    let corners = [(x, y - 0.88 * size), (x + width, y + 0.12 * size)].map { corner in
      (
        (origin.x + matrix[0] * corner.0 + matrix[2] * corner.1 + matrix[4]) * scale,
        (origin.y + matrix[1] * corner.0 + matrix[3] * corner.1 + matrix[5]) * scale
      )
    }
    return PlacedBox(
      minX: min(corners[0].0, corners[1].0), minY: min(corners[0].1, corners[1].1),
      maxX: max(corners[0].0, corners[1].0), maxY: max(corners[0].1, corners[1].1))
  }

  /// The distances from character to character; `g 3 1.5` stands for three times 1.5 (11.3).
  private static func steps(_ text: String, count: Int) -> [Double] {
    var result: [Double] = []
    var parts = text.split(whereSeparator: \.isWhitespace)[...]
    while let part = parts.popFirst(), result.count < count {
      if part == "g" {
        guard let times = parts.popFirst().flatMap({ Int($0) }), times >= 0,
          let step = parts.popFirst().flatMap({ Double($0) }), step.isFinite
        else { break }
        result += Array(repeating: step, count: min(times, count - result.count))
      } else if let step = Double(part), step.isFinite {
        result.append(step)
      }
    }
    return result
  }
}
