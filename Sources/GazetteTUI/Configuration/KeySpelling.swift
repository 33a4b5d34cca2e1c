import TerminalKit

/// How keys are written in a configuration: as the help shows them, with a blank between keys with
/// names.
///
/// `x`, `gg`, `Ctrl-D`, `PgDn`, `g Ctrl-D`, `Space`.
enum KeySpelling {
  /// The most keys that a sequence may have.
  static let longest = 4

  /// Why a text is no sequence of keys: the part that is none.
  struct Failure: Error, Hashable {
    let part: String
  }

  /// The keys of a text.
  ///
  /// A part between blanks is the name of a key, in letters of either case, else each character is
  /// a key.
  static func keys(_ text: String) throws(Failure) -> [Key] {
    var keys: [Key] = []
    for part in text.split(separator: " ", omittingEmptySubsequences: true) {
      if let key = try key(named: part) {
        keys.append(key)
      } else {
        for scalar in part.unicodeScalars {
          guard !scalar.isHidden else { throw Failure(part: String(part)) }
          keys.append(Key.character(scalar).halfWidth)
        }
      }
      guard keys.count <= longest else { throw Failure(part: text) }
    }
    if keys.isEmpty { throw Failure(part: text) }
    return keys
  }

  /// A sequence as `keys` reads it again.
  static func text(of sequence: [Key]) -> String {
    let written = sequence.filter { $0 != .anyLetter }
    let together = written.map(\.label).joined()
    if let read = try? keys(together), read == written { return together }
    return written.map(\.label).joined(separator: " ")
  }

  /// The names that a mistyped one is compared with.
  static let labels = [
    "Space", "Up", "Down", "Left", "Right", "PgUp", "PgDn", "Home", "End", "Enter", "Tab",
    "Shift-Tab", "Shift-Space",
    "Esc", "Backspace", "Delete", "Insert", "F1", "F2", "Ctrl-A", "Alt-A", "Alt-Up", "Alt-Down",
    "Alt-Left",
    "Alt-Right",
  ]

  /// The key as the terminal sends it, which has one code for some keys with Ctrl and others.
  static func sent(_ key: Key) -> Key {
    switch key {
    case .control("h"): .backspace
    case .control("i"): .tab
    case .control("j"), .control("m"): .enter
    case .control("["): .escape
    default: key
    }
  }

  private static let names: [(name: String, key: Key)] = [
    ("space", .character(" ")), ("spc", .character(" ")), ("up", .up), ("down", .down),
    ("left", .left),
    ("right", .right), ("pgup", .pageUp), ("pageup", .pageUp), ("pgdn", .pageDown),
    ("pgdown", .pageDown), ("pagedown", .pageDown), ("home", .home), ("end", .end),
    ("enter", .enter),
    ("return", .enter), ("tab", .tab), ("shift-tab", .shiftTab), ("s-tab", .shiftTab),
    ("shift-space", .shiftSpace), ("s-space", .shiftSpace),
    ("backtab", .shiftTab), ("esc", .escape), ("escape", .escape), ("backspace", .backspace),
    ("bs", .backspace), ("delete", .delete), ("del", .delete), ("insert", .insert),
    ("ins", .insert),
    ("alt-up", .altUp), ("alt-down", .altDown), ("alt-left", .altLeft), ("alt-right", .altRight),
  ]

  /// The key of that name; nil where the part is no name, a failure where it begins like one.
  private static func key(named part: Substring) throws(Failure) -> Key? {
    if part.unicodeScalars.count == 1 { return nil }
    let lower = part.lowercased()
    if let known = names.first(where: { $0.name == lower }) { return known.key }
    if let rest = rest(of: lower, behind: ["ctrl-", "c-", "^"]) {
      let name = rest == "space" ? "@" : rest
      guard let scalar = single(name), isControllable(scalar) else {
        throw Failure(part: String(part))
      }
      return sent(.control(scalar))
    }
    if rest(of: lower, behind: ["alt-", "a-", "m-"]) != nil {
      // Letters with Alt differ by case.
      let name = part.unicodeScalars.drop { $0 != "-" }.dropFirst()
      guard let scalar = single(String(String.UnicodeScalarView(name))), !scalar.isHidden else {
        throw Failure(part: String(part))
      }
      return .alt(scalar)
    }
    if let digits = rest(of: lower, behind: ["f"]), let number = Int(digits) {
      guard (1...63).contains(number) else { throw Failure(part: String(part)) }
      return .function(number)
    }
    // A word with a hyphen is a name that nothing is called.
    let isName = part.utf8.count > longest || (part.utf8.count > 2 && part.utf8.contains(0x2D))
    if isName { throw Failure(part: String(part)) }
    return nil
  }

  private static func rest(of text: String, behind prefixes: [String]) -> String? {
    for prefix in prefixes where text.hasPrefix(prefix) && text.utf8.count > prefix.utf8.count {
      return String(text.dropFirst(prefix.count))
    }
    return nil
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }

  private static func isControllable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "@", "[", "\\", "]", "^", "_": true
    default: false
    }
  }
}
