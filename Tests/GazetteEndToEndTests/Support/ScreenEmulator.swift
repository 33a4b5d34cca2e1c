import Foundation

/// A small terminal of the xterm family: bytes in, rows of cells out.
///
/// It shares no table with the program. What it cannot understand is counted, so that a test can
/// see that it drew everything.
struct ScreenEmulator {
  /// What it answers when it is asked.
  struct Answers {
    /// Where the cursor is, and whether it works.
    var reports = true
    /// Whether it has synchronized output.
    var hasSynchronizedOutput = false
  }

  let columns: Int
  let rows: Int
  /// Whether characters of ambiguous width take two columns.
  let isWide: Bool
  let answers: Answers
  /// One string for each cell; empty where a wide character to the left goes on.
  private(set) var cells: [[String]]
  private(set) var isColored = false
  private(set) var hasAttributes = false
  private(set) var isInFrame = false
  /// Frames that began and ended with the mode of synchronized output.
  private(set) var wholeFrames = 0
  /// Sequences that are not known.
  private(set) var unknown: [String] = []
  /// What it has to say, not sent yet.
  var replies: [[UInt8]] = []

  private var row = 0
  private var column = 0
  private var wraps = false
  private var saved = (row: 0, column: 0)
  private var top = 0
  private var bottom: Int
  private var last = " "
  private var pending: [UInt8] = []
  private var sequence: [UInt8]?
  private var isString = false
  private var isCharset = false

  init(columns: Int, rows: Int, isWide: Bool, answers: Answers) {
    self.columns = columns
    self.rows = rows
    self.isWide = isWide
    self.answers = answers
    bottom = rows - 1
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows without the blanks at their ends.
  var screen: [String] {
    cells.map { row in
      var text = row.joined()
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }

  mutating func take(_ bytes: some Sequence<UInt8>) { for byte in bytes { take(byte) } }

  private mutating func take(_ byte: UInt8) {
    if isString {
      if byte == 0x07 || byte == 0x5C { isString = false }
      return
    }
    if isCharset {
      isCharset = false
      return
    }
    if let begun = sequence {
      sequence = nil
      if begun.isEmpty, byte == 0x5B {
        sequence = [0x5B]
      } else if begun.isEmpty {
        escape(byte)
      } else if (0x40...0x7E).contains(byte) {
        control(Array(begun.dropFirst()), final: byte)
      } else {
        sequence = begun + [byte]
      }
      return
    }
    switch byte {
    case 0x1B: sequence = []
    case 0x00, 0x07, 0x0E, 0x0F: break
    case 0x08: move(row, column - 1)
    case 0x09: move(row, (column / 8 + 1) * 8)
    case 0x0A: feed()
    case 0x0D: move(row, 0)
    default:
      pending.append(byte)
      guard let text = String(validating: pending, as: UTF8.self) else {
        return
      }
      pending = []
      for scalar in text.unicodeScalars { draw(scalar) }
    }
  }

  // MARK: Characters

  private func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.properties.generalCategory == .nonspacingMark { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    case 0xB0, 0xB1, 0xB7, 0xD7, 0x2014...0x2016, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x203B,
      0x2081...0x2084, 0x2103, 0x2160...0x216B, 0x2190...0x2199, 0x2460...0x24E9, 0x2500...0x254B,
      0x25A0, 0x25A1, 0x25CB, 0x25CF:
      return isWide ? 2 : 1
    default: return 1
    }
  }

  private mutating func draw(_ scalar: Unicode.Scalar) {
    let text = String(Character(scalar))
    let width = width(scalar)
    if width == 0 {
      if column > 0 { cells[row][column - 1] += text }
      return
    }
    if wraps || column + width > columns {
      move(row, 0)
      feed()
    }
    blank(row, column, column + width)
    cells[row][column] = text
    if width == 2 { cells[row][column + 1] = "" }
    last = text
    wraps = column + width == columns
    column = min(columns - 1, column + width)
  }

  /// Blanks cells, and the other halves of the characters that are cut.
  private mutating func blank(_ row: Int, _ start: Int, _ end: Int) {
    guard start < end else { return }
    if cells[row][start].isEmpty, start > 0 { cells[row][start - 1] = " " }
    if end < columns, cells[row][end].isEmpty { cells[row][end] = " " }
    for column in start..<min(end, columns) { cells[row][column] = " " }
  }

  // MARK: Moving

  private mutating func move(_ row: Int, _ column: Int) {
    self.row = min(max(0, row), rows - 1)
    self.column = min(max(0, column), columns - 1)
    wraps = false
  }

  private mutating func feed() {
    wraps = false
    if row == bottom { scroll(1) } else { row = min(rows - 1, row + 1) }
  }

  /// Scrolls the region up, or down where the number is negative.
  private mutating func scroll(_ count: Int) { shift(from: top, count) }

  private mutating func shift(from first: Int, _ count: Int) {
    let empty = Array(repeating: " ", count: columns)
    for _ in 0..<min(abs(count), rows) {
      if count > 0 {
        cells.remove(at: first)
        cells.insert(empty, at: bottom)
      } else {
        cells.remove(at: bottom)
        cells.insert(empty, at: first)
      }
    }
  }

  // MARK: Sequences

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "7"): saved = (row, column)
    case UInt8(ascii: "8"): move(saved.row, saved.column)
    case UInt8(ascii: "M"): if row == top { scroll(-1) } else { move(row - 1, column) }
    case UInt8(ascii: "D"): feed()
    case UInt8(ascii: "("), UInt8(ascii: ")"): isCharset = true
    case UInt8(ascii: "]"), UInt8(ascii: "P"): isString = true
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "H"), 0x5C: break
    default: unknown.append("ESC \(Character(Unicode.Scalar(byte)))")
    }
  }

  private mutating func control(_ bytes: [UInt8], final: UInt8) {
    let text = String(decoding: bytes, as: UTF8.self)
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    func number(_ index: Int, _ standard: Int = 1) -> Int {
      index < numbers.count ? numbers[index] ?? standard : standard
    }
    let count = max(1, number(0))
    switch (text.first, Character(Unicode.Scalar(final))) {
    case ("?", "h"), ("?", "l"): setMode(text, isOn: final == UInt8(ascii: "h"))
    case ("?", "p"):
      if answers.hasSynchronizedOutput, text == "?2026$" {
        replies.append(Array("\u{1B}[?2026;2$y".utf8))
      }
    case (_, "h"), (_, "l"), (">", _), ("?", _), (_, "t"), (_, "c"), (_, "g"): break
    case (_, "m"): setLook(text)
    case (_, "H"), (_, "f"): move(number(0) - 1, number(1) - 1)
    case (_, "A"): move(row - count, column)
    case (_, "B"): move(row + count, column)
    case (_, "C"): move(row, column + count)
    case (_, "D"): move(row, column - count)
    case (_, "G"): move(row, count - 1)
    case (_, "d"): move(count - 1, column)
    case (_, "J"): eraseRows(number(0, 0))
    case (_, "K"): eraseRow(number(0, 0))
    case (_, "X"): blank(row, column, min(columns, column + count))
    case (_, "P"):
      blank(row, column, min(columns, column + count))
      cells[row].removeSubrange(column..<min(columns, column + count))
      while cells[row].count < columns { cells[row].append(" ") }
    case (_, "@"):
      blank(row, column, column)
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row].removeLast(cells[row].count - columns)
    case (_, "L"): shift(from: row, -count)
    case (_, "M"): shift(from: row, count)
    case (_, "S"): scroll(count)
    case (_, "T"): scroll(-count)
    case (_, "b"): for _ in 0..<count { for scalar in last.unicodeScalars { draw(scalar) } }
    case (_, "r"):
      top = number(0) - 1
      bottom = number(1, rows) - 1
      move(0, 0)
    case (_, "n"):
      guard answers.reports else { break }
      let position = "\u{1B}[\(row + 1);\(column + 1)R"
      replies.append(Array((number(0) == 6 ? position : "\u{1B}[0n").utf8))
    default: unknown.append("CSI \(text)\(Character(Unicode.Scalar(final)))")
    }
  }

  private mutating func setMode(_ text: String, isOn: Bool) {
    guard text == "?2026" else { return }
    if !isOn, isInFrame { wholeFrames += 1 }
    isInFrame = isOn
  }

  private mutating func setLook(_ text: String) {
    for part in text.split(separator: ";").compactMap({ Int($0.split(separator: ":")[0]) }) {
      if (30...38).contains(part) || (40...48).contains(part) || (90...107).contains(part) {
        isColored = true
      }
      if [1, 4, 7].contains(part) { hasAttributes = true }
    }
  }

  private mutating func eraseRow(_ part: Int) {
    blank(row, part == 0 ? column : 0, part == 1 ? column + 1 : columns)
  }

  private mutating func eraseRows(_ part: Int) {
    if part != 2 { eraseRow(part) }
    let range = part == 0 ? row + 1..<rows : part == 1 ? 0..<row : 0..<rows
    for row in range { blank(row, 0, columns) }
  }
}
