import TerminalKit

/// How a script writes keys: characters as they are, keys with names in angle brackets.
///
/// `j`, `gg`, `生态`, `<Enter>`, `<C-d>`, `<A-Left>`, `<F2>`; the names are those of the help, `<lt>`
/// is `<`.
enum ScriptKeys {
  /// The keys of a word.
  static func keys(_ word: String) throws(ScriptMistake.Reason) -> [Key] {
    var keys: [Key] = []
    var rest = word.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "<", let close = rest.firstIndex(of: ">"),
        rest.index(after: rest.startIndex) < close
      {
        let name = String(rest[rest.index(after: rest.startIndex)..<close])
        guard let key = key(named: name) else { throw .unknownKey("<\(name)>") }
        keys.append(key)
        rest = rest[rest.index(after: close)...]
        continue
      }
      if scalar.value < 0x20 || scalar.value == 0x7F { throw .controlCharacter }
      keys.append(.character(scalar))
      rest.removeFirst()
    }
    return keys
  }

  /// The key of a name, whatever the case of its letters.
  static func key(named name: String) -> Key? {
    let name = name.lowercased()
    if let key = named.first(where: { $0.name == name }) { return key.key }
    if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...63).contains(number) {
      return .function(number)
    }
    for (prefix, isControl) in [
      ("c-", true), ("ctrl-", true), ("a-", false), ("alt-", false), ("m-", false),
    ]
    where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count).unicodeScalars
      guard rest.count == 1, let scalar = rest.first, scalar.isASCII, scalar.value > 0x20 else {
        return nil
      }
      return isControl ? control(scalar) : .alt(scalar)
    }
    return nil
  }

  /// What a terminal sends for Ctrl with a character: some of these are keys of their own.
  private static func control(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar {
    case "h": .backspace
    case "i": .tab
    case "j", "m": .enter
    case "[": .escape
    case "a"..."z", "\\", "]", "^", "_", "@": .control(scalar)
    default: nil
    }
  }

  private static let named: [(name: String, key: Key)] =
    [
      Key.character(" "), .up, .down, .left, .right, .altUp, .altDown, .altLeft, .altRight,
      .pageUp, .pageDown, .home, .end, .enter, .tab, .shiftTab, .shiftSpace, .escape, .backspace,
      .delete,
      .insert,
    ].map { ($0.label.lowercased(), $0) } + [
      ("lt", .character("<")), ("cr", .enter), ("return", .enter), ("escape", .escape),
      ("s-tab", .shiftTab), ("s-space", .shiftSpace), ("bs", .backspace), ("del", .delete),
      ("pageup", .pageUp),
      ("pagedown", .pageDown), ("a-up", .altUp), ("a-down", .altDown), ("a-left", .altLeft),
      ("a-right", .altRight),
    ]
}
