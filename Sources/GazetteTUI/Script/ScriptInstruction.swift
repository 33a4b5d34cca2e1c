import GazetteText
import TerminalKit

/// What a line of a script asks for.
enum ScriptInstruction: Hashable, Sendable {
  /// The terminal has this size from here on.
  case resize(Size)
  case language(Language)
  /// Keys, one after the other.
  case keys([Key])
  /// Text that the terminal marks as pasted.
  case paste(String)
  /// Nothing is pressed for a while.
  case pause
  /// Print the screen, with the styles of its cells where these are wanted.
  case screen(name: String, withStyles: Bool)
  /// The screen must show a text, or must not.
  case expect(String, isShown: Bool)

  /// The first words of the lines, in the order of the manual.
  static let words = [
    "size", "resize", "lang", "keys", "type", "paste", "pause", "screen", "expect", "expect-not",
  ]
  /// The columns and rows that a terminal of a script may have.
  static let columns = 1...1000
  static let rows = 1...500

  /// Whether it does something to the browser, which must still be there.
  var needsBrowser: Bool {
    switch self {
    case .keys, .paste, .pause, .resize, .language: true
    case .screen, .expect: false
    }
  }
}

/// An instruction with where it stands.
struct ScriptLine: Hashable, Sendable {
  /// Counted from 1.
  let number: Int
  let instruction: ScriptInstruction
}

/// Why a line of a script cannot be followed.
struct ScriptMistake: Error, Hashable, Sendable {
  enum Reason: Error, Hashable, Sendable {
    case notUTF8
    case unknownInstruction(String)
    case missing(String)
    case needless(String)
    case badSize(String)
    case badLanguage(String)
    case unknownKey(String)
    case controlCharacter
    /// The keys before have left the browser.
    case hasLeft
    /// What the screen was to show, or not to show.
    case notShown(String)
    case shown(String)
  }

  let line: Int
  let reason: Reason
}
