/// A place in a TOML text, and what can be read there.
struct TOMLCursor {
  private let bytes: [UInt8]
  private var place = 0
  /// Counted from 1.
  private(set) var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The byte at the place; nil at the end.
  var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func byte(_ distance: Int) -> UInt8? {
    place + distance < bytes.count ? bytes[place + distance] : nil
  }

  /// Whether the text is in UTF-16, as some editors write it.
  var beginsWithOtherEncoding: Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  mutating func skipByteOrderMark() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  mutating func advance() {
    if byte == 0x0A { line += 1 }
    place += 1
  }

  /// Goes over a byte if it stands here.
  mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    advance()
    return true
  }

  /// Goes over blanks, tabs and the carriage return before a line feed.
  mutating func skipBlank() {
    while let byte, byte == 0x20 || byte == 0x09 || (byte == 0x0D && self.byte(1) == 0x0A) {
      place += 1
    }
  }

  /// Goes behind the next line feed.
  mutating func skipLine() {
    while let byte {
      advance()
      if byte == 0x0A { return }
    }
  }

  /// Nothing but a comment may stand behind a statement.
  mutating func expectEndOfLine() throws(TOMLMistake.Kind) {
    skipBlank()
    guard let byte, byte != 0x0A, byte != 0x23 else { return }
    throw .textBehindValue(word())
  }

  /// Goes to the next line that can be a statement, behind a mistake in a statement that began in
  /// `first`.
  ///
  /// A list that is not closed reaches into later lines; the line where it broke off can be a
  /// statement.
  mutating func recover(from first: Int) {
    if line > first { while place > 0, bytes[place - 1] != 0x0A { place -= 1 } } else { skipLine() }
    while byte != nil, !isAtStatement { skipLine() }
  }

  /// Whether a line begins here that is blank, a comment, a heading, or has a name before an equals
  /// sign.
  private var isAtStatement: Bool {
    var look = self
    look.skipBlank()
    guard let byte = look.byte else { return true }
    if byte == 0x0A || byte == 0x23 || byte == 0x5B { return true }
    guard Self.isBare(byte) || byte == 0x22 || byte == 0x27 else { return false }
    while let byte = look.byte, byte != 0x0A, byte != 0x23 {
      if byte == 0x3D { return true }
      look.place += 1
    }
    return false
  }

  // MARK: Keys

  /// A bare or quoted name.
  mutating func readKey() throws(TOMLMistake.Kind) -> String {
    switch byte {
    case 0x22: return try readBasicString()
    case 0x27: return try readLiteralString()
    case let first? where Self.isBare(first):
      let start = place
      while let byte, Self.isBare(byte) { place += 1 }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    default: throw .noKey(word())
    }
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }

  // MARK: Values

  /// A value.
  mutating func readValue(depth: Int = 0) throws(TOMLMistake.Kind) -> TOMLValue {
    switch byte {
    case 0x22: return .string(try readBasicString())
    case 0x27: return .string(try readLiteralString())
    case 0x5B: return .array(try readArray(depth: depth))
    case 0x7B: throw .unsupported("{ }")
    default: return try readWord()
    }
  }

  private mutating func readArray(depth: Int) throws(TOMLMistake.Kind) -> [TOMLValue] {
    guard depth < TOMLDocument.deepestArray else { throw .tooDeep }
    advance()
    var values: [TOMLValue] = []
    while true {
      skipLinesAndComments()
      if take(0x5D) { return values }
      guard byte != nil else { throw .openList }
      values.append(try readValue(depth: depth + 1))
      skipLinesAndComments()
      if take(0x2C) { continue }
      guard take(0x5D) else { throw .openList }
      return values
    }
  }

  private mutating func skipLinesAndComments() {
    while true {
      skipBlank()
      switch byte {
      case 0x0A: advance()
      case 0x23: skipLine()
      default: return
      }
    }
  }

  /// An integer or a truth value; anything else is a text that lacks its quotation marks.
  private mutating func readWord() throws(TOMLMistake.Kind) -> TOMLValue {
    let word = word()
    switch word {
    case "", ",", "]": throw .noValue
    case "true", "false":
      place += word.utf8.count
      return .boolean(word == "true")
    default: break
    }
    guard let first = word.utf8.first,
      first == 0x2B || first == 0x2D || (0x30...0x39).contains(first)
    else { throw .unquoted(word) }
    guard let number = Self.integer(word) else { throw .badNumber(word) }
    place += word.utf8.count
    return .integer(number)
  }

  /// A decimal number; an underscore may stand between two digits.
  private static func integer(_ word: String) -> Int? {
    var digits: [UInt8] = []
    var isBehindDigit = false
    for byte in word.utf8 {
      if byte == 0x5F {
        guard isBehindDigit else { return nil }
        isBehindDigit = false
      } else {
        isBehindDigit = (0x30...0x39).contains(byte)
        digits.append(byte)
      }
    }
    return isBehindDigit ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }

  /// What stands here up to a blank, a comma, a bracket, a comment or the end of the line, to be
  /// quoted.
  private func word() -> String {
    let longest = bytes[place..<min(bytes.count, place + 64)]
    let word = longest.prefix { byte in
      switch byte {
      case 0x0A, 0x0D, 0x20, 0x09, 0x23, 0x2C, 0x5D: false
      default: true
      }
    }
    if word.isEmpty, byte == 0x2C || byte == 0x5D {
      return String(decoding: longest.prefix(1), as: UTF8.self)
    }
    return String(decoding: word, as: UTF8.self)
  }

  // MARK: Strings

  private mutating func readLiteralString() throws(TOMLMistake.Kind) -> String {
    if byte(1) == 0x27, byte(2) == 0x27 { throw .unsupported("'''") }
    advance()
    let start = place
    while let byte, byte != 0x27 {
      try Self.check(byte)
      place += 1
    }
    guard byte != nil else { throw .openString }
    let text = bytes[start..<place]
    place += 1
    return try Self.text(text)
  }

  private mutating func readBasicString() throws(TOMLMistake.Kind) -> String {
    if byte(1) == 0x22, byte(2) == 0x22 { throw .unsupported("\"\"\"") }
    advance()
    var text: [UInt8] = []
    while let byte, byte != 0x22 {
      try Self.check(byte)
      place += 1
      if byte == 0x5C { try readEscape(to: &text) } else { text.append(byte) }
    }
    guard byte != nil else { throw .openString }
    place += 1
    return try Self.text(text[...])
  }

  private mutating func readEscape(to text: inout [UInt8]) throws(TOMLMistake.Kind) {
    guard let byte, byte != 0x0A else { throw .openString }
    place += 1
    switch byte {
    case 0x22, 0x5C: text.append(byte)
    case 0x62: text.append(0x08)
    case 0x65: text.append(0x1B)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75: try readScalar(digits: 4, to: &text)
    case 0x55: try readScalar(digits: 8, to: &text)
    default: throw .badEscape(byte < 0x7F ? String(Character(Unicode.Scalar(byte))) : "")
    }
  }

  private mutating func readScalar(
    digits: Int, to text: inout [UInt8]
  ) throws(TOMLMistake.Kind) {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw .badEscape("u")
      }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    guard let scalar = Unicode.Scalar(value) else { throw .badEscape("u") }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  /// A string ends in its line and holds no control characters but tabs.
  private static func check(_ byte: UInt8) throws(TOMLMistake.Kind) {
    if byte == 0x0A || byte == 0x0D { throw .openString }
    if (byte < 0x20 && byte != 0x09) || byte == 0x7F { throw .controlCharacter }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) throws(TOMLMistake.Kind) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    return text
  }
}
