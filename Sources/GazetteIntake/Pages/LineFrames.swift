/// Finds the edges of columns: where most of their lines begin and end.
enum LineFrames {
  /// Sets the frame of every line to the edges of its column.
  ///
  /// A page tells its own edges, since scans are shifted, where its lines fill as much as those of
  /// other pages; else the document tells them, left and right pages apart.
  static func set(_ lines: inout [PlacedLine]) {
    var byPage: [Key: Edges] = [:]
    var byColumn: [Key: Edges] = [:]
    for line in lines where !line.isFurniture && !line.isTableRow {
      byPage[key(of: line, page: line.page), default: Edges()].add(line)
      byColumn[key(of: line, page: line.page % 2), default: Edges()].add(line)
      byColumn[key(of: line, page: -1), default: Edges()].add(line)
    }
    var known: [Key: ClosedRange<Double>] = [:]
    for (key, edges) in byPage where edges.count >= 8 {
      if let frame = edges.frame(size: edges.size) { known[key] = frame }
    }
    var general: [Key: ClosedRange<Double>] = [:]
    for (key, edges) in byColumn where edges.count >= 4 {
      if let frame = edges.frame(size: edges.size) { general[key] = frame }
    }
    for index in lines.indices where !lines[index].isTableRow {
      let page = lines[index].page
      let own = known[key(of: lines[index], page: page)]
      let usual =
        general[key(of: lines[index], page: page % 2)]
        ?? general[key(of: lines[index], page: -1)]
      let isFilled = (own?.width ?? 0) > (usual?.width ?? 0) - 1.5 * lines[index].size
      guard let frame = isFilled ? own : usual else { continue }
      lines[index].frame = frame
    }
  }

  private struct Key: Hashable {
    let page: Int
    let column: Int
  }

  private static func key(of line: PlacedLine, page: Int) -> Key {
    Key(page: page, column: line.column ?? 0)
  }

  /// Where lines begin and end.
  private struct Edges {
    private var lefts: [Double] = []
    private var rights: [Double] = []
    private(set) var count = 0
    private(set) var size = 0.0

    mutating func add(_ line: PlacedLine) {
      count += 1
      size = count == 1 ? line.size : min(size * 1.05, (size * 15 + line.size) / 16)
      lefts.append(line.box.minX)
      rights.append(line.box.maxX)
    }

    /// The outermost places where at least a sixth of the lines begin and end.
    func frame(size: Double) -> ClosedRange<Double>? {
      let step = max(1, size / 2)
      let needed = max(2, count / 6)
      let left = Self.outermost(lefts, needed: needed, step: step) { $0 < $1 }
      let right = Self.outermost(rights, needed: needed, step: step) { $0 > $1 }
      guard let left, let right, left < right else { return nil }
      return left...right
    }

    /// The first value in that order that so many others lie within a step of.
    private static func outermost(
      _ values: [Double], needed: Int, step: Double, by isBefore: (Double, Double) -> Bool
    ) -> Double? {
      let sorted = values.sorted(by: isBefore)
      var index = 0
      while index + needed <= sorted.count {
        if abs(sorted[index + needed - 1] - sorted[index]) <= step { return sorted[index] }
        index += 1
      }
      return nil
    }
  }
}

extension ClosedRange<Double> {
  fileprivate var width: Double { upperBound - lowerBound }
}
