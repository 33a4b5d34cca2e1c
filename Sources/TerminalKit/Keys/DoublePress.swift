/// Tells a double press from two presses.
struct DoublePress {
  /// The longest time between the two, in milliseconds.
  static let longestInterval = 400
  private var last: (position: Position, milliseconds: Int)?

  /// Whether a press now is the second of two in one place; a third then counts as a first.
  mutating func isDouble(at position: Position, milliseconds: Int) -> Bool {
    if let last, last.position == position,
      milliseconds - last.milliseconds <= Self.longestInterval
    {
      self.last = nil
      return true
    }
    last = (position, milliseconds)
    return false
  }
}
