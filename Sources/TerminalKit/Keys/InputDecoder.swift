import CNcurses

/// Turns what ncurses reads, byte by byte and key by key, into events.
///
/// It keeps what a slow line has cut: half a character, half a sequence, half a paste. It takes
/// bytes, not wide characters, because `get_wch` loses a character that arrives in two pieces.
struct InputDecoder {
  /// What the next bytes belong to.
  private enum Reading {
    case plain
    /// After an Escape: Alt with the next character, or Escape alone when nothing follows.
    case escape
    /// In a sequence that no key is known for: an answer of the terminal, or nothing to us.
    case controlSequence
    /// After Escape O: one more character belongs to it.
    case singleShift
    /// In a string for the terminal's ears (OSC, DCS, APC, PM, SOS), to BEL or ST.
    case string
  }

  private var reading = Reading.plain
  /// The sequence that has begun, as far as an answer can be long.
  private var sequence: [UInt8] = []
  private static let longestAnswer = 32
  /// What was asked of the terminal.
  var questions = TerminalQuestions()
  /// Whether an Escape is held because it may begin an answer.
  private(set) var holdsEscape = false
  private var utf8 = UTF8Collector()
  private var paste: [UInt8]?
  /// Whether the paste has just gone on with a carriage return, which a line feed belongs to.
  private var pastedReturn = false

  /// Longer pastes are cut, so that a terminal that never ends one cannot fill the memory.
  static let longestPaste = 1 << 20

  /// Whether a paste has begun and not ended.
  var isInPaste: Bool { paste != nil }

  /// Takes one value of `getch` and returns what it completes.
  mutating func take(_ code: Int32) -> InputEvent? {
    if paste != nil { return takePasted(code) }
    guard (0...0xFF).contains(code) else { return takeFunctionKey(code) }
    let byte = UInt8(truncatingIfNeeded: code)
    switch reading {
    case .controlSequence:
      guard (0x40...0x7E).contains(byte) else {
        if sequence.count < Self.longestAnswer { sequence.append(byte) }
        return nil
      }
      reading = .plain
      return questions.take(sequence, final: byte)
    case .singleShift:
      reading = .plain
      return nil
    case .string:
      // ST is Escape and a backslash; the backslash is dropped as the end of an escape.
      if byte == 0x07 || byte == 0x5C || byte == 0x18 { reading = .plain }
      return nil
    case .plain, .escape:
      return takeCharacter(byte)
    }
  }

  /// Says that no more input has come yet.
  ///
  /// An Escape that nothing followed was the key. (ncurses waits its 25 ms before it hands one
  /// out.)
  /// - Parameter isAnswerDue: Whether the Escape may be the beginning of an answer, cut by the
  ///   line.
  mutating func pause(isAnswerDue: Bool = false) -> InputEvent? {
    guard reading == .escape else { return nil }
    holdsEscape = isAnswerDue
    return isAnswerDue ? nil : endEscape()
  }

  /// Says that an Escape was the key.
  mutating func endEscape() -> InputEvent? {
    holdsEscape = false
    guard reading == .escape else { return nil }
    reading = .plain
    return .key(.escape)
  }

  /// Says that an Escape which was held was the key, unless what follows now goes on with an
  /// answer.
  mutating func endEscape(before code: Int32) -> InputEvent? {
    guard holdsEscape else { return nil }
    if code == Int32(UInt8(ascii: "[")) {
      holdsEscape = false
      return nil
    }
    return endEscape()
  }

  /// Ends a paste whose end does not come.
  mutating func endPaste() -> InputEvent? {
    guard let bytes = paste else { return nil }
    paste = nil
    return bytes.isEmpty ? nil : .paste(String(decoding: bytes, as: UTF8.self))
  }

  // MARK: Kinds of input

  private mutating func takeCharacter(_ byte: UInt8) -> InputEvent? {
    guard let scalar = utf8.take(byte) else { return nil }
    guard reading == .escape else {
      if byte == 0x1B {
        reading = .escape
        return nil
      }
      return TerminalKeys.key(for: scalar).map(InputEvent.key)
    }
    reading = .plain
    switch scalar {
    case "\u{1B}":
      reading = .escape
      return .key(.escape)
    case "[":
      reading = .controlSequence
      sequence = []
    case "O":
      reading = .singleShift
    case "]", "P", "_", "^", "X":
      reading = .string
    default:
      return .key(TerminalKeys.withAlt(scalar))
    }
    return nil
  }

  private mutating func takeFunctionKey(_ code: Int32) -> InputEvent? {
    let wasEscape = reading == .escape
    reading = .plain
    utf8 = UTF8Collector()
    if code == TerminalKeys.pasteBegins {
      paste = []
      return nil
    }
    guard let key = TerminalKeys.key(forCode: code) else { return nil }
    return .key(wasEscape ? TerminalKeys.withAlt(key) : key)
  }

  private mutating func takePasted(_ code: Int32) -> InputEvent? {
    if code == TerminalKeys.pasteEnds { return endPaste() }
    // Keys cannot be pasted; a carriage return is how terminals paste a line end, and some send
    // texts from Windows with both characters.
    guard (0...0xFF).contains(code), (paste?.count ?? 0) < Self.longestPaste else { return nil }
    let endsReturn = pastedReturn && code == 0x0A
    pastedReturn = code == 0x0D
    if endsReturn { return nil }
    paste?.append(code == 0x0D ? 0x0A : UInt8(truncatingIfNeeded: code))
    return nil
  }
}

/// Puts characters together from bytes of UTF-8.
struct UTF8Collector {
  private var value: UInt32 = 0
  private var missing = 0
  /// The smallest value that may take as many bytes.
  private var least: UInt32 = 0

  /// Takes a byte and returns the character it completes; bytes that are not UTF-8 are dropped.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0..<0x80:
      missing = 0
      return Unicode.Scalar(byte)
    case 0x80..<0xC0:
      guard missing > 0 else { return nil }
      missing -= 1
      value = value << 6 | UInt32(byte & 0x3F)
      return missing == 0 && value >= least ? Unicode.Scalar(value) : nil
    case 0xC2..<0xE0:
      begin(byte & 0x1F, missing: 1, least: 0x80)
    case 0xE0..<0xF0:
      begin(byte & 0x0F, missing: 2, least: 0x800)
    case 0xF0..<0xF5:
      begin(byte & 0x07, missing: 3, least: 0x1_0000)
    default:
      missing = 0
    }
    return nil
  }

  private mutating func begin(_ bits: UInt8, missing: Int, least: UInt32) {
    value = UInt32(bits)
    self.missing = missing
    self.least = least
  }
}
