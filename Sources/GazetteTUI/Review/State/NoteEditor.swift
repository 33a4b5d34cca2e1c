import GazetteText

/// A change to a note beyond those to a line.
enum NoteEdit: Hashable, Sendable {
  case newLine, up, down
}

/// Several lines of text being written, with a cursor.
struct NoteEditor: Hashable, Sendable {
  private(set) var scalars: [Unicode.Scalar]
  /// Where the next character goes, 0 to the number of scalars.
  private(set) var cursor: Int
  /// The column that moving up and down keeps to.
  private var column: Int?
  /// Whether the last change had to leave something out, since a note has an end.
  private(set) var isCut = false

  /// The longest note that can be typed, in scalars; longer ones are read from files.
  static let limit = 100_000

  init(_ text: String = "") {
    scalars = Array(text.unicodeScalars)
    cursor = scalars.count
  }

  var text: String { String(String.UnicodeScalarView(scalars)) }
  var isEmpty: Bool { scalars.isEmpty }

  /// Changes the text; start and end are those of the line.
  mutating func apply(_ edit: LineEdit) {
    column = nil
    isCut = false
    switch edit {
    case .insert(let text): insert(text)
    case .eraseBack: erase(from: previous(cursor), to: cursor)
    case .eraseForward: erase(from: cursor, to: next(cursor))
    case .eraseWord: eraseWord()
    case .eraseAll: erase(from: lineStart, to: cursor)
    case .left: cursor = previous(cursor)
    case .right: cursor = next(cursor)
    case .start: cursor = lineStart
    case .end: cursor = lineEnd
    }
  }

  /// Breaks the line, or goes to the row above or below as they are set in so many columns.
  mutating func apply(_ edit: NoteEdit, columns: Int, ambiguous: AmbiguousWidth) {
    if edit == .newLine {
      apply(.insert("\n"))
      return
    }
    let layout = NoteLayout(scalars, columns: columns, ambiguous: ambiguous)
    let row = layout.row(of: cursor)
    let wanted = column ?? layout.column(of: cursor)
    let target = row + (edit == .up ? -1 : 1)
    guard layout.rows.indices.contains(target) else {
      cursor = edit == .up ? 0 : scalars.count
      return
    }
    cursor = layout.offset(row: target, column: wanted)
    column = wanted
  }

  private var lineStart: Int { (scalars[..<cursor].lastIndex(of: "\n") ?? -1) + 1 }
  private var lineEnd: Int { scalars[cursor...].firstIndex(of: "\n") ?? scalars.count }

  /// The place before a character with the marks that stand on it.
  private func previous(_ offset: Int) -> Int {
    var offset = max(0, offset - 1)
    while offset > 0, Self.isPartOfOther(scalars[offset]) { offset -= 1 }
    return offset
  }

  private func next(_ offset: Int) -> Int {
    var offset = min(scalars.count, offset + 1)
    while offset < scalars.count, Self.isPartOfOther(scalars[offset]) { offset += 1 }
    return offset
  }

  /// Whether a character is shown on the one before it, such as a combining accent.
  private static func isPartOfOther(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  private mutating func erase(from start: Int, to end: Int) {
    guard start < end else { return }
    scalars.removeSubrange(start..<end)
    cursor = start
  }

  private mutating func eraseWord() {
    var start = cursor
    while start > lineStart, scalars[start - 1] == " " { start -= 1 }
    while start > lineStart, scalars[start - 1] != " " { start -= 1 }
    erase(from: start == cursor ? previous(cursor) : start, to: cursor)
  }

  /// Inserts printing characters and line feeds.
  private mutating func insert(_ text: String) {
    var added: [Unicode.Scalar] = []
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      if scalars.count + added.count >= Self.limit {
        isCut = true
        break
      }
      switch scalar.value {
      case 0x0D: added.append("\n")
      case 0x0A: if !isAfterReturn { added.append("\n") }
      case 0x09: added.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0: break
      default: added.append(scalar)
      }
      isAfterReturn = scalar.value == 0x0D
    }
    scalars.insert(contentsOf: added, at: cursor)
    cursor += added.count
  }
}
