/// Reads the ruled lines out of what `pdftocairo -svg` writes of a page: the paths that are drawn,
/// not those that are letters.
package enum RulingReader {
  /// The lines of the page.
  ///
  /// - Complexity: Linear in the length of the drawing.
  package static func rulings(in drawing: [UInt8]) -> PageRulings {
    var rulings = PageRulings()
    var isLetter = false
    for tag in String(decoding: drawing, as: UTF8.self).split(separator: "<") {
      if tag.hasPrefix("defs") { isLetter = true }
      if tag.hasPrefix("/defs") { isLetter = false }
      guard !isLetter, tag.hasPrefix("path ") || tag.hasPrefix("rect ") else { continue }
      read(tag, into: &rulings)
    }
    return rulings
  }

  private static func read(_ tag: Substring, into rulings: inout PageRulings) {
    guard let data = attribute(" d=\"", of: tag), data.utf8.count < 4096 else { return }
    let style = attribute(" style=\"", of: tag) ?? ""
    let isStroked = !style.contains("stroke:none") && style.contains("stroke:")
    let matrix = matrix(attribute(" transform=\"matrix(", of: tag))
    var points: [(x: Double, y: Double)] = []
    var numbers: [Double] = []
    var isStraight = true
    func endPath() {
      defer { points = [] }
      guard isStraight, points.count >= 2 else { return }
      if isStroked {
        for (from, to) in zip(points, points.dropFirst()) {
          rulings.add(fromX: from.x, y: from.y, toX: to.x, y: to.y)
        }
      } else if let first = points.first {
        let box = points.reduce(
          PlacedBox(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)
        ) {
          $0.union(PlacedBox(minX: $1.x, minY: $1.y, maxX: $1.x, maxY: $1.y))
        }
        rulings.add(filled: box)
      }
    }
    for word in data.split(separator: " ") {
      switch word {
      case "M":
        endPath()
        isStraight = true
        numbers = []
      case "L": numbers = []
      case "Z":
        if let first = points.first { points.append(first) }
      case "C": isStraight = false
      default:
        guard isStraight, let number = Double(word), number.isFinite else { continue }
        numbers.append(number)
        if numbers.count == 2 {
          points.append(
            (
              x: matrix[0] * numbers[0] + matrix[2] * numbers[1] + matrix[4],
              y: matrix[1] * numbers[0] + matrix[3] * numbers[1] + matrix[5]
            ))
          numbers = []
        }
      }
    }
    endPath()
  }

  private static func attribute(_ name: String, of tag: Substring) -> Substring? {
    guard let start = tag.firstRange(of: name)?.upperBound else { return nil }
    let rest = tag[start...]
    return rest.prefix { $0 != "\"" && $0 != ")" || name.hasSuffix("\"") && $0 == ")" }
  }

  private static func matrix(_ text: Substring?) -> [Double] {
    let numbers = (text ?? "").split(separator: ",").compactMap { Double($0) }
    return numbers.count == 6 && numbers.allSatisfy(\.isFinite) ? numbers : [1, 0, 0, 1, 0, 0]
  }
}
