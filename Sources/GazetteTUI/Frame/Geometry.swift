/// A size in cells.
struct Size: Hashable, Sendable {
  var columns: Int
  var rows: Int
}

/// A place on the screen, counted from 0 at the top left.
struct Position: Hashable, Sendable {
  var row: Int
  var column: Int
}

/// A rectangle of cells.
struct Rect: Hashable, Sendable {
  var column: Int
  var row: Int
  var columns: Int
  var rows: Int

  /// Whether the cell lies in the rectangle.
  func contains(_ position: Position) -> Bool {
    row <= position.row && position.row < row + rows
      && column <= position.column && position.column < column + columns
  }
}
