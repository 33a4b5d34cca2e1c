import CNcurses

/// Which key each code of ncurses is, and the sequences that the terminal database may lack.
enum TerminalKeys {
  /// Codes of our own, far above those that ncurses gives out.
  private static let ownCodes: Int32 = 0x4000
  static let pasteBegins = ownCodes + 1
  static let pasteEnds = ownCodes + 2
  private static let altUp = ownCodes + 3
  private static let altDown = ownCodes + 4
  private static let altRight = ownCodes + 5
  private static let altLeft = ownCodes + 6
  private static let shiftSpace = ownCodes + 7

  /// Teaches ncurses the sequences that terminals send whatever the database says.
  ///
  /// Many terminals never enter the keypad mode and send `ESC [ A` where the database says
  /// `ESC O A`; without this it would arrive as three keys.
  static func defineSequences() {
    let arrows: [(letter: String, code: Int32, alt: Int32)] = [
      ("A", KEY_UP, altUp), ("B", KEY_DOWN, altDown), ("C", KEY_RIGHT, altRight),
      ("D", KEY_LEFT, altLeft),
    ]
    for (letter, code, alt) in arrows {
      define_key("\u{1B}[" + letter, code)
      define_key("\u{1B}O" + letter, code)
      define_key("\u{1B}[1;3" + letter, alt)
      define_key("\u{1B}\u{1B}[" + letter, alt)
      define_key("\u{1B}\u{1B}O" + letter, alt)
    }
    let others: [(String, Int32)] = [
      ("[H", KEY_HOME), ("OH", KEY_HOME), ("[1~", KEY_HOME), ("[7~", KEY_HOME),
      ("[F", KEY_END), ("OF", KEY_END), ("[4~", KEY_END), ("[8~", KEY_END),
      ("[2~", KEY_IC), ("[3~", KEY_DC), ("[5~", KEY_PPAGE), ("[6~", KEY_NPAGE), ("[Z", KEY_BTAB),
      ("[200~", pasteBegins), ("[201~", pasteEnds),
      // As terminals write it that tell Shift at all: by CSI u, or by modifyOtherKeys of xterm.
      ("[32;2u", shiftSpace), ("[27;2;32~", shiftSpace),
    ]
    for (sequence, code) in others { define_key("\u{1B}" + sequence, code) }
  }

  /// The key of a code above the bytes, or `nil` when the browser has no name for it.
  static func key(forCode code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case altUp: .altUp
    case altDown: .altDown
    case altLeft: .altLeft
    case altRight: .altRight
    case KEY_PPAGE, KEY_A3: .pageUp
    case KEY_NPAGE, KEY_C3: .pageDown
    case KEY_HOME, KEY_FIND, KEY_A1: .home
    case KEY_END, KEY_SELECT, KEY_C1: .end
    case KEY_ENTER: .enter
    case KEY_BTAB: .shiftTab
    case shiftSpace: .shiftSpace
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_IC: .insert
    case KEY_F0 + 1...KEY_F0 + 63: .function(Int(code - KEY_F0))
    default: nil
    }
  }

  /// The key of a character, control characters included.
  static func key(for scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    // Ctrl with @, a letter or one of \ ] ^ _ clears the upper bits of the character.
    case 0x00, 0x1C...0x1F: .control(Unicode.Scalar(UInt8(scalar.value + 0x40)))
    case 0x01...0x1A: .control(Unicode.Scalar(UInt8(scalar.value + 0x60)))
    case 0x80...0x9F: nil
    default: .character(scalar)
    }
  }

  /// What Alt makes of a character; Alt with a control character is the control character.
  static func withAlt(_ scalar: Unicode.Scalar) -> Key {
    switch key(for: scalar) {
    case .character(let scalar): .alt(scalar)
    case let key?: key
    case nil: .escape
    }
  }

  /// What Alt makes of a key that has no character.
  static func withAlt(_ key: Key) -> Key {
    switch key {
    case .up: .altUp
    case .down: .altDown
    case .left: .altLeft
    case .right: .altRight
    default: key
    }
  }
}
