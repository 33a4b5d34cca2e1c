/// Finds running heads and page numbers (书眉、页码): what stands at the same place, above or below
/// the text, on page after page.
struct FurnitureFinder {
  /// A row at the edge of a page that may be furniture.
  private struct Candidate {
    let page: Int
    let isAtTop: Bool
    /// How many rows stand between it and the edge.
    let distance: Int
    /// The distance to the page's edge in steps of four points.
    let height: Int
    /// The text with every run of digits as one mark.
    let pattern: String
    let key: String
    /// The gap to the text in heights of the row.
    let gap: Double
    let columns: Int
  }

  /// How many rows at each edge can be furniture.
  private static let depth = 2

  /// The rows of every page that are furniture, by index of the row.
  static func furniture(in pages: [[PageRow]], heights: [Double]) -> [Set<Int>] {
    var result = Array(repeating: Set<Int>(), count: pages.count)
    let candidates = pages.indices.flatMap {
      Self.candidates(on: $0, pages[$0], height: heights[$0])
    }
    let repeated = Repetition(candidates, pageCount: pages.count)
    for candidate in candidates.sorted(by: { $0.distance < $1.distance }) {
      let row =
        candidate.isAtTop
        ? candidate.distance : pages[candidate.page].count - 1 - candidate.distance
      let outer = candidate.isAtTop ? row - 1 : row + 1
      let isOutermost = candidate.distance == 0 || result[candidate.page].contains(outer)
      if isOutermost, repeated.isFurniture(candidate) { result[candidate.page].insert(row) }
    }
    return result
  }

  private static func candidates(
    on page: Int, _ rows: [PageRow], height: Double
  ) -> [Candidate] {
    let depth = min(depth, (rows.count - 1) / 2 + 1, max(0, rows.count - 1))
    var result: [Candidate] = []
    for distance in 0..<depth {
      for isAtTop in [true, false] {
        let index = isAtTop ? distance : rows.count - 1 - distance
        let row = rows[index]
        let gap =
          isAtTop
          ? rows[index + 1].box.minY - row.box.maxY : row.box.minY - rows[index - 1].box.maxY
        let edge = isAtTop ? row.box.middleY : height - row.box.middleY
        let key = row.key
        guard key.count <= 60 else { continue }
        result.append(
          Candidate(
            page: page, isAtTop: isAtTop, distance: distance, height: Int(edge / 4),
            pattern: Self.pattern(of: key), key: key, gap: gap / max(1, row.box.height),
            columns: row.runs.count))
      }
    }
    return result
  }

  /// The text with every run of digits as one mark, so that page numbers are alike.
  private static func pattern(of key: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in key.unicodeScalars {
      let isDigit = scalar.properties.numericType != nil
      if isDigit, result.last == "#" { continue }
      result.append(isDigit ? "#" : scalar)
    }
    return String(result)
  }

  /// Counts how often which pattern stands at which height.
  private struct Repetition {
    private struct Position: Hashable {
      let isAtTop: Bool
      let height: Int
    }

    private struct Print: Hashable {
      let position: Position
      let pattern: String
    }

    private var prints: [Print: Int] = [:]
    /// How many rows at a height repeat, and how many there are.
    private var positions: [Position: (repeated: Int, all: Int)] = [:]
    private let needed: Int

    init(_ candidates: [Candidate], pageCount: Int) {
      needed = pageCount <= 5 ? 2 : 3
      for candidate in candidates { prints[Self.print(candidate), default: 0] += 1 }
      for candidate in candidates {
        let position = Self.print(candidate).position
        let isRepeated = count(candidate) >= needed
        positions[position, default: (0, 0)].all += 1
        if isRepeated { positions[position, default: (0, 0)].repeated += 1 }
      }
    }

    private static func print(_ candidate: Candidate) -> Print {
      Print(
        position: Position(isAtTop: candidate.isAtTop, height: candidate.height),
        pattern: candidate.pattern)
    }

    /// How often the pattern stands at this height, a step up and down included.
    private func count(_ candidate: Candidate) -> Int {
      (-1...1).reduce(0) { sum, step in
        let position = Position(
          isAtTop: candidate.isAtTop, height: candidate.height + step)
        return sum + (prints[Print(position: position, pattern: candidate.pattern)] ?? 0)
      }
    }

    func isFurniture(_ candidate: Candidate) -> Bool {
      let isPageNumber = isPageNumber(candidate)
      let position = Self.print(candidate).position
      let share = positions[position].map { Double($0.repeated) / Double(max(1, $0.all)) } ?? 0
      let isApart = candidate.gap > 0.9
      if count(candidate) >= needed {
        // The head of a table that goes on stands close above its rows, where other pages have text.
        if isPageNumber { return true }
        return isApart ? candidate.columns < 4 : share > 0.6 && candidate.columns < 3
      }
      if isPageNumber { return isApart || share > 0.5 }
      // A running head that names the column of the contents changes from document to document.
      return isApart && share > 0.6 && (positions[position]?.all ?? 0) >= 4
        && candidate.columns < 4 && candidate.key.count <= 40
    }

    /// 12, —12—, · 12 ·, 第12页, 第1页共10页: a number and nothing that could be text.
    private func isPageNumber(_ candidate: Candidate) -> Bool {
      let rest = candidate.pattern.unicodeScalars.filter {
        !("-—–―─·•.．~～|/#第页共 ".unicodeScalars.contains($0))
      }
      return rest.isEmpty && candidate.pattern.contains("#") && candidate.key.count <= 14
    }
  }
}
