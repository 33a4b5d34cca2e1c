import Foundation
import Testing

/// What no output may hold, and samples of it.
enum HiddenText {
  /// These may not stand in a literal.
  private static let noncharacters = String(
    String.UnicodeScalarView([0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFF].compactMap(Unicode.Scalar.init)))

  /// A text of each kind of hidden character, as a hostile hand would use it.
  static let kinds: [(name: String, text: String)] = [
    ("escape", "\u{1B}]0;owned\u{7}"), ("C0", "\u{8}\u{C}\u{1}"), ("DEL", "\u{7F}"),
    ("C1", "\u{9B}2J\u{85}"), ("bidi", "\u{202E}a\u{202C}\u{2066}\u{2069}\u{200F}\u{61C}"),
    ("zero width", "\u{200B}\u{200D}\u{2060}\u{FEFF}\u{AD}\u{180E}"),
    ("variation selectors", "\u{FE0F}\u{E0101}"), ("tags", "\u{E0041}\u{E0001}"),
    ("annotation", "\u{FFF9}\u{FFFA}\u{FFFB}"), ("separators", "\u{2028}\u{2029}"),
    ("private use", "\u{E000}\u{F0000}\u{10FFFD}"),
    ("unassigned", "\u{378}\u{E0080}" + noncharacters),
    ("fillers", "\u{115F}\u{1160}\u{3164}\u{FFA0}\u{17B4}"),
    ("marks", "a" + String(repeating: "\u{301}\u{20DD}", count: 20)),
  ]

  /// What acts on a terminal or cannot be seen, apart from line feeds; and marks beyond the second
  /// over a character.
  ///
  /// Written out here and not asked of the model: a character that the model forgets must show.
  static func found(in text: String) -> [Unicode.Scalar] {
    var marks = 0
    return text.unicodeScalars.filter { scalar in
      if scalar == "\n" { return false }
      let properties = scalar.properties
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark: marks += 1
      default: marks = 0
      }
      switch properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
        return true
      // What a font may lack is no danger to a terminal, and rare names need it.
      case .privateUse: return false
      default: return properties.isDefaultIgnorableCodePoint || marks > 2
      }
    }
  }

  /// Records an issue for every hidden character in what a run printed.
  static func expectNone(
    in run: Program.Result, _ what: String, location: SourceLocation = #_sourceLocation
  ) {
    // Tables begin with a byte order mark, which spreadsheets ask for.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var bytes = run.output.starts(with: mark) ? Array(run.output[3...]) : run.output
    if run.output.starts(with: mark) { bytes.removeAll { $0 == 0x0D } }
    let output = String(validating: bytes, as: UTF8.self)
    #expect(output != nil, "\(what): not UTF-8", sourceLocation: location)
    for text in [output ?? "", run.errors] {
      let found = found(in: text).prefix(5).map { "U+" + String($0.value, radix: 16) }
      #expect(found.isEmpty, "\(what): \(found)", sourceLocation: location)
    }
  }
}
