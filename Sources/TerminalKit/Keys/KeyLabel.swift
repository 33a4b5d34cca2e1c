extension Key {
  /// The key as help and hints name it: `j`, `Ctrl-D`, `PgDn`, `Space`.
  package var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let scalar): String(Character(scalar))
    case .control(let scalar): "Ctrl-" + String(Character(scalar)).uppercased()
    case .alt(let scalar): "Alt-" + String(Character(scalar))
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .altUp: "Alt-Up"
    case .altDown: "Alt-Down"
    case .altLeft: "Alt-Left"
    case .altRight: "Alt-Right"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .enter: "Enter"
    case .tab: "Tab"
    case .shiftTab: "Shift-Tab"
    case .shiftSpace: "Shift-Space"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .function(let number): "F\(number)"
    case .anyLetter: "a-z"
    }
  }

  /// The key that was meant when a Chinese input method wrote the full-width or Chinese form of it.
  package var halfWidth: Key {
    guard case .character(let scalar) = self else { return self }
    if scalar.value >= 0xFF01, scalar.value <= 0xFF5E {
      return .character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    }
    guard let meant = Self.chinesePunctuation[scalar] else { return self }
    return .character(meant)
  }

  /// What the keys of a Chinese keyboard layout write instead of ASCII.
  private static let chinesePunctuation: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{3000}": " ", "。": ".", "、": "/", "【": "[", "】": "]", "「": "{", "」": "}", "『": "{",
    "』": "}", "《": "<", "》": ">", "“": "\"", "”": "\"", "‘": "'", "’": "'", "·": "`",
    "￥": "$", "—": "_", "…": "^", "〔": "[", "〕": "]",
  ]
}

extension [Key] {
  /// A sequence as help and hints name it: `gg`, `Ctrl-D`, `g Ctrl-N`.
  package var label: String {
    var label = ""
    var isNamed = false
    for key in self {
      let isName = key != .anyLetter && key.label.unicodeScalars.count > 1
      label += (label.isEmpty || !(isNamed || isName) ? "" : " ") + key.label
      isNamed = isName
    }
    return label
  }
}
