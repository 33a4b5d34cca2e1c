/// What may be stored as a reviewer's name, a tag, a note or a reference.
public enum ReviewRules {
  /// A name without white space around it; nil when it is empty, longer than 200 scalars or has
  /// control characters.
  public static func reviewer(_ name: String) -> String? {
    line(trimmed(name), limit: 200)
  }

  /// A tag without its `#`; nil when it is empty, longer than 100 scalars, or has white space,
  /// commas or control characters in it.
  public static func tag(_ text: String) -> String? {
    var scalars = trimmed(text).unicodeScalars[...]
    while let first = scalars.first, first == "#" || first == "＃" { scalars.removeFirst() }
    let parting: Set<Unicode.Scalar> = [",", "，", "、", ";", "；", "#", "＃"]
    guard !scalars.contains(where: { $0.properties.isWhitespace || parting.contains($0) }) else {
      return nil
    }
    return line(String(scalars), limit: 100)
  }

  /// A note with line feeds as line ends and no other control character than the tab; of any
  /// length.
  public static func note(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && !afterReturn) {
        result.append("\n")
      } else if scalar == "\t" || (scalar != "\n" && !isControl(scalar)) {
        result.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return trimmed(String(result))
  }

  /// How many characters of a text `note` leaves out: control characters, of which no note can have any.
  public static func leftOut(ofNote text: String) -> Int {
    text.unicodeScalars.count { $0 != "\r" && $0 != "\n" && $0 != "\t" && isControl($0) }
  }

  /// A part of a key as it stands; nil when it is empty, longer than 200 scalars, or has white
  /// space or control characters.
  static func keyPart(_ text: String) -> String? {
    text.unicodeScalars.contains { $0.properties.isWhitespace } ? nil : line(text, limit: 200)
  }

  private static func line(_ text: String, limit: Int) -> String? {
    let scalars = text.unicodeScalars
    guard !scalars.isEmpty, scalars.count <= limit, !scalars.contains(where: isControl) else {
      return nil
    }
    return text
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
