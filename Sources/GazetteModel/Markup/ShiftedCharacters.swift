import GazetteText

/// Subscripts and superscripts as characters of their own: PM₂.₅, m³.
enum ShiftedCharacters {
  enum Shift { case none, subscripted, superscripted }

  /// The character at a raised or lowered place; nil where Unicode has none.
  static func shifted(_ scalar: Unicode.Scalar, _ shift: Shift) -> Unicode.Scalar? {
    switch shift {
    case .none: scalar
    case .subscripted: subscripted(scalar)
    case .superscripted: superscripted(scalar)
    }
  }

  private static func subscripted(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "0"..."9": Unicode.Scalar(0x2080 + scalar.value - 0x30)
    case "+": "₊"
    case "-", "−": "₋"
    case "=": "₌"
    case "(": "₍"
    case ")": "₎"
    case "a": "ₐ"
    case "e": "ₑ"
    case "i": "ᵢ"
    case "j": "ⱼ"
    case "k": "ₖ"
    case "m": "ₘ"
    case "n": "ₙ"
    case "o": "ₒ"
    case "p": "ₚ"
    case "s": "ₛ"
    case "t": "ₜ"
    case "x": "ₓ"
    case ".", ",", " ": scalar
    default: nil
    }
  }

  private static func superscripted(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "1": "¹"
    case "2": "²"
    case "3": "³"
    case "0"..."9": Unicode.Scalar(0x2070 + scalar.value - 0x30)
    case "+": "⁺"
    case "-", "−": "⁻"
    case "=": "⁼"
    case "(": "⁽"
    case ")": "⁾"
    case "n": "ⁿ"
    case "i": "ⁱ"
    case "°", "′", "″", "*", " ", "①"..."⑳", "©", "®": scalar
    case "∘": "°"
    default: nil
    }
  }
}
