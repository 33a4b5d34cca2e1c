/// One cell of the screen: a character with its combining marks, and what it is for.
struct Cell: Equatable, Sendable {
  /// The character; a space where nothing stands.
  var scalar: Unicode.Scalar = " "
  /// Combining marks over the character; U+0000 where there is none.
  ///
  /// Two are kept, as many as a decomposed pinyin vowel has; more are left out, so that a stack of
  /// marks cannot climb out of its row.
  var firstMark: Unicode.Scalar = "\0"
  var secondMark: Unicode.Scalar = "\0"
  var style = Style()
  var shape: Shape = .narrow

  /// How a cell takes part in its character.
  enum Shape: UInt8, Sendable {
    case narrow
    /// The left half of a character two columns wide.
    case wide
    /// The right half: its text stands in the cell to the left.
    case continuation
  }

  /// Whether any combining mark is over the character.
  var hasMarks: Bool { firstMark != "\0" }

  /// A blank of a style.
  static func blank(_ style: Style) -> Cell {
    var cell = Cell()
    cell.style = style
    return cell
  }

  /// Adds a combining mark. One too many is left out, and the character shown as one that hides
  /// something.
  mutating func addMark(_ mark: Unicode.Scalar) {
    if firstMark == "\0" {
      firstMark = mark
    } else if secondMark == "\0" {
      secondMark = mark
    } else {
      style.role = .hidden
    }
  }
}
