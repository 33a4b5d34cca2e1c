/// One cell of the screen: a character with its combining marks, and what it is for.
package struct Cell: Equatable, Sendable {
  /// The character; a space where nothing stands.
  package var scalar: Unicode.Scalar = " "
  /// Combining marks over the character; U+0000 where there is none.
  ///
  /// Two are kept, as many as a decomposed pinyin vowel has; more are left out, so that a stack of
  /// marks cannot climb out of its row.
  package var firstMark: Unicode.Scalar = "\0"
  package var secondMark: Unicode.Scalar = "\0"
  package var style = Style()
  package var shape: Shape = .narrow

  package init(
    scalar: Unicode.Scalar = " ", firstMark: Unicode.Scalar = "\0",
    secondMark: Unicode.Scalar = "\0", style: Style = Style(), shape: Shape = .narrow
  ) {
    self.scalar = scalar
    self.firstMark = firstMark
    self.secondMark = secondMark
    self.style = style
    self.shape = shape
  }

  /// How a cell takes part in its character.
  package enum Shape: UInt8, Sendable {
    case narrow
    /// The left half of a character two columns wide.
    case wide
    /// The right half: its text stands in the cell to the left.
    case continuation
  }

  /// Whether any combining mark is over the character.
  package var hasMarks: Bool { firstMark != "\0" }

  /// A blank of a style.
  package static func blank(_ style: Style) -> Cell {
    var cell = Cell()
    cell.style = style
    return cell
  }

  /// Adds a combining mark. One too many is left out, and the character shown as one that hides
  /// something.
  package mutating func addMark(_ mark: Unicode.Scalar) {
    if firstMark == "\0" {
      firstMark = mark
    } else if secondMark == "\0" {
      secondMark = mark
    } else {
      style.role = .hidden
    }
  }
}
