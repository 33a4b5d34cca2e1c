extension Frame {
  /// The frame with its borders as lines, joined where they meet (制表符).
  ///
  /// Views write borders as `|`, `-` and `+` in the role `border`. For terminals that are known to draw the
  /// characters from U+2500 on one column wide, each becomes the one that its neighbours ask for.
  package func withLines() -> Frame {
    var frame = self
    for (index, cell) in cells.enumerated() where cell.style.role == .border {
      guard let line = line(at: index) else { continue }
      frame.setScalar(line, at: index)
    }
    return frame
  }

  /// Which ways a line goes from the middle of its cell.
  private struct Ways: OptionSet {
    let rawValue: UInt8
    static let up = Ways(rawValue: 1)
    static let down = Ways(rawValue: 2)
    static let left = Ways(rawValue: 4)
    static let right = Ways(rawValue: 8)
  }

  /// By the ways, as bits: what has fewer than two is no corner.
  private static let lines: [Unicode.Scalar] = Array(" │││─┘┐┤─└┌├─┴┬┼".unicodeScalars)

  private func line(at index: Int) -> Unicode.Scalar? {
    let column = index % size.columns
    var ways: Ways
    switch cells[index].scalar {
    case "|": ways = [.up, .down]
    case "-": ways = [.left, .right]
    case "+": ways = []
    default: return nil
    }
    if reaches(index - size.columns, "|") { ways.insert(.up) }
    if reaches(index + size.columns, "|") { ways.insert(.down) }
    if column > 0, reaches(index - 1, "-") { ways.insert(.left) }
    if column + 1 < size.columns, reaches(index + 1, "-") { ways.insert(.right) }
    return Self.lines[Int(ways.rawValue)]
  }

  /// Whether the border of a cell goes on into the next one, being of this kind or a corner.
  private func reaches(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    guard cells.indices.contains(index), cells[index].style.role == .border else { return false }
    return cells[index].scalar == mark || cells[index].scalar == "+"
  }
}
