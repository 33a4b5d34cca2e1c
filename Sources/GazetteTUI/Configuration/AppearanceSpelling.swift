import TerminalKit

/// How the look of a text is written in a configuration: `cyan on 238, bold`.
///
/// First the colour, then `on` and the colour of the ground, then attributes, each where it is
/// wanted; between them commas. `default` is the terminal's own.
enum AppearanceSpelling {
  /// The part that is neither a colour nor an attribute.
  struct Failure: Error, Hashable {
    let part: String
  }

  /// The look that a text asks for.
  static func appearance(_ text: String) throws(Failure) -> Appearance {
    var appearance = Appearance()
    for part in text.split(separator: ",") {
      let words = part.split(separator: " ").map { $0.lowercased() }
      var isGround = false
      var colors = 0
      for word in words {
        if word == "on" {
          isGround = true
        } else if let attribute = attributes.first(where: { $0.name == word }) {
          appearance[keyPath: attribute.path] = true
        } else if let color = color(word), colors < 2 {
          colors += 1
          if isGround { appearance.background = color } else { appearance.foreground = color }
        } else if word != "default" {
          throw Failure(part: word)
        }
      }
    }
    return appearance
  }

  /// A look as `appearance` reads it again.
  static func text(of appearance: Appearance) -> String {
    var parts: [String] = []
    if appearance.foreground != nil || appearance.background != nil {
      let ground = appearance.background.map { " on " + name(of: $0) } ?? ""
      parts.append((appearance.foreground.map(name) ?? "default") + ground)
    }
    for attribute in attributes where appearance[keyPath: attribute.path] {
      parts.append(attribute.name)
    }
    return parts.isEmpty ? "default" : parts.joined(separator: ", ")
  }

  /// The words that a mistyped one is compared with.
  static var words: [String] {
    colors + colors.map { "bright-" + $0 } + attributes.map(\.name) + ["default", "on"]
  }

  private static let colors = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  private static let attributes:
    [(name: String, path: WritableKeyPath<Appearance, Bool> & Sendable)] = [
      ("bold", \.isBold), ("dim", \.isDim), ("underline", \.isUnderlined),
      ("reverse", \.isReversed),
    ]

  /// A name of the terminal's palette, one of its 256 numbers, or `#rrggbb`, for which the nearest
  /// is taken.
  private static func color(_ word: String) -> UInt8? {
    if let place = colors.firstIndex(of: word) { return UInt8(place) }
    if word.hasPrefix("bright-"), let place = colors.firstIndex(of: String(word.dropFirst(7))) {
      return UInt8(place + 8)
    }
    if word.hasPrefix("#"), word.utf8.count == 7, let value = UInt32(word.dropFirst(), radix: 16) {
      return TerminalPalette.nearest(
        TerminalPalette.Color(
          red: Int(value >> 16), green: Int(value >> 8 & 0xFF), blue: Int(value & 0xFF)))
    }
    return UInt8(word)
  }

  private static func name(of color: UInt8) -> String {
    switch color {
    case 0..<8: colors[Int(color)]
    case 8..<16: "bright-" + colors[Int(color) - 8]
    default: String(color)
    }
  }
}

/// The colours of the 256 of xterm, as far as they are the same everywhere.
enum TerminalPalette {
  /// A colour by its parts, 0 to 255.
  struct Color {
    let red, green, blue: Int

    fileprivate func distance(to other: Color) -> Int {
      let red = red - other.red
      let green = green - other.green
      let blue = blue - other.blue
      return red * red + green * green + blue * blue
    }
  }

  private static let levels = [0, 95, 135, 175, 215, 255]

  /// The colour of a number from 16 on; those below are the user's.
  private static func color(_ number: UInt8) -> Color {
    let value = Int(number)
    guard value < 232 else {
      let grey = 8 + 10 * (value - 232)
      return Color(red: grey, green: grey, blue: grey)
    }
    let cube = max(0, value - 16)
    return Color(red: levels[cube / 36], green: levels[cube / 6 % 6], blue: levels[cube % 6])
  }

  /// The number from 16 on that is nearest to a colour.
  static func nearest(_ wanted: Color) -> UInt8 {
    (16...255).min { color($0).distance(to: wanted) < color($1).distance(to: wanted) } ?? 16
  }
}
