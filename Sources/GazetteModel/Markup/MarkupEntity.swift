import GazetteText

/// Characters as HTML writes them by name or number: `&emsp;`, `&#12288;`, `&ldquo;`.
enum MarkupEntity {
  /// The longest name that is looked up.
  private static let longestName = 10

  /// The character whose `&` stands at `offset`, and the offset behind it; nil for what is no such
  /// character.
  static func character(
    _ text: [Unicode.Scalar], at offset: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var index = offset + 1
    guard index < text.count else { return nil }
    if text[index] == "#" { return numbered(text, from: index + 1) }
    let start = index
    while index < text.count, index - start < longestName,
      text[index].isLatinLetter || text[index].isDigit
    {
      index += 1
    }
    guard index > start, index < text.count, text[index] == ";" else { return nil }
    let name = Array(text[start..<index])
    guard let word = names.prefix(of: name, in: name.indices), word.length == name.count else {
      return nil
    }
    return (word.value, index + 1)
  }

  private static func numbered(
    _ text: [Unicode.Scalar], from start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var index = start
    let isHexadecimal = index < text.count && (text[index] == "x" || text[index] == "X")
    if isHexadecimal { index += 1 }
    var value: UInt32 = 0
    var digits = 0
    while index < text.count, digits < 8,
      let digit = Character(text[index]).hexDigitValue, isHexadecimal || digit < 10
    {
      value = value &* (isHexadecimal ? 16 : 10) &+ UInt32(digit)
      digits += 1
      index += 1
    }
    guard digits > 0, index < text.count, text[index] == ";", value >= 0x20,
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, index + 1)
  }

  /// The names that Chinese texts use, of those of HTML 5, section 13.5.
  private static let names = WordTable<Unicode.Scalar>([
    ("amp AMP", "&"), ("lt LT", "<"), ("gt GT", ">"), ("quot QUOT", "\""), ("apos", "'"),
    ("nbsp", "\u{A0}"), ("ensp", "\u{2002}"), ("emsp", "\u{2003}"), ("thinsp", "\u{2009}"),
    ("ldquo", "“"), ("rdquo", "”"), ("lsquo", "‘"), ("rsquo", "’"), ("laquo", "«"), ("raquo", "»"),
    ("hellip", "…"), ("mdash", "—"), ("ndash", "–"), ("middot", "·"), ("bull", "•"),
    ("times", "×"), ("divide", "÷"), ("plusmn", "±"), ("minus", "−"), ("deg", "°"),
    ("permil", "‰"), ("le", "≤"), ("ge", "≥"), ("ne", "≠"), ("asymp", "≈"), ("equiv", "≡"),
    ("radic", "√"), ("infin", "∞"), ("sum", "∑"), ("larr", "←"), ("uarr", "↑"), ("rarr", "→"),
    ("darr", "↓"), ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("Delta", "Δ"),
    ("mu", "μ"), ("micro", "µ"), ("pi", "π"), ("sigma", "σ"), ("Omega", "Ω"), ("phi", "φ"),
    ("sup1", "¹"), ("sup2", "²"), ("sup3", "³"), ("frac12", "½"), ("frac14", "¼"),
    ("frac34", "¾"), ("copy", "©"), ("reg", "®"), ("trade", "™"), ("sect", "§"), ("para", "¶"),
    ("yen", "¥"), ("euro", "€"), ("pound", "£"), ("cent", "¢"), ("loz", "◊"), ("star", "☆"),
    ("starf", "★"), ("lpar", "("), ("rpar", ")"), ("lsqb", "["), ("rsqb", "]"), ("comma", ","),
    ("period", "."), ("colon", ":"), ("semi", ";"), ("num", "#"), ("ast", "*"), ("lowbar", "_"),
    ("dollar", "$"), ("percnt", "%"), ("sol", "/"), ("bsol", "\\"), ("vert", "|"), ("NewLine", " "),
    ("Tab", " "),
  ])
}
