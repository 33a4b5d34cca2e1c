/// The straight lines that a page rules, in points from its left upper corner.
package struct PageRulings: Sendable, Equatable {
  /// A stretch of a line that runs along one axis.
  package struct Stroke: Sendable, Equatable {
    /// The place across the stroke: y of a level one, x of an upright one.
    var place: Double
    var start: Double
    var end: Double
  }

  var level: [Stroke] = []
  var upright: [Stroke] = []

  /// A page with more is a drawing, not a table.
  private static let most = 20_000
  /// Strokes that are no further apart are one line, drawn cell by cell.
  static let tolerance = 2.0

  package init() {}

  /// Whether a table can be made of them.
  var canRuleTables: Bool {
    level.count >= 2 && upright.count >= 2 && level.count + upright.count <= Self.most
  }

  /// Adds the line from one point to another, unless it is slanted or a dot.
  mutating func add(fromX x0: Double, y y0: Double, toX x1: Double, y y1: Double) {
    if abs(y1 - y0) < 1, abs(x1 - x0) > 3 {
      level.append(Stroke(place: (y0 + y1) / 2, start: min(x0, x1), end: max(x0, x1)))
    } else if abs(x1 - x0) < 1, abs(y1 - y0) > 3 {
      upright.append(Stroke(place: (x0 + x1) / 2, start: min(y0, y1), end: max(y0, y1)))
    }
  }

  /// Adds a filled box: a thin one is a line, of another its edges are not drawn.
  mutating func add(filled box: PlacedBox) {
    if box.height < 2.5 { add(fromX: box.minX, y: box.middleY, toX: box.maxX, y: box.middleY) }
    if box.width < 2.5 { add(fromX: box.middleX, y: box.minY, toX: box.middleX, y: box.maxY) }
  }
}
