/// A line of text being typed, with a cursor.
struct LineEditor: Hashable, Sendable {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where the next character goes, 0 to the number of scalars.
  private(set) var cursor = 0

  init() {}

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    cursor = scalars.count
  }

  var text: String { String(String.UnicodeScalarView(scalars)) }
  /// The part before the cursor, whose columns say where the cursor stands.
  var textBeforeCursor: String { String(String.UnicodeScalarView(scalars[..<cursor])) }
  var isEmpty: Bool { scalars.isEmpty }

  /// The longest line that can be typed or pasted, in scalars.
  static let limit = 200

  mutating func apply(_ edit: LineEdit) {
    switch edit {
    case .insert(let text): insert(text)
    case .eraseBack:
      guard cursor > 0 else { return }
      cursor -= 1
      scalars.remove(at: cursor)
    case .eraseForward:
      if cursor < scalars.count { scalars.remove(at: cursor) }
    case .eraseWord:
      var start = cursor
      while start > 0, scalars[start - 1] == " " { start -= 1 }
      while start > 0, scalars[start - 1] != " " { start -= 1 }
      scalars.removeSubrange(start..<cursor)
      cursor = start
    case .eraseAll:
      scalars.removeAll()
      cursor = 0
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(scalars.count, cursor + 1)
    case .start: cursor = 0
    case .end: cursor = scalars.count
    }
  }

  /// Inserts the printing characters of `text`; line ends and tabs of a paste become spaces.
  private mutating func insert(_ text: String) {
    for scalar in text.unicodeScalars.prefix(Self.limit) where scalars.count < Self.limit {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: scalars.insert(" ", at: cursor)
      case 0x00..<0x20, 0x7F..<0xA0: continue
      default: scalars.insert(scalar, at: cursor)
      }
      cursor += 1
    }
  }
}
