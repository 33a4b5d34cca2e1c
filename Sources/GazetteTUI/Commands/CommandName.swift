import GazetteText
import TerminalKit

/// What a command does, with a key of the reader in it.
struct CommandName: Sendable {
  /// The name with `{}` in the place of the key.
  let template: Phrase
  /// What stands in that place.
  private let place: Place

  private enum Place {
    /// The name has no such place.
    case none
    case key(String)
    /// Nothing asks for the command: what stands in brackets goes.
    case withoutKey
  }

  init(_ template: Phrase, _ keys: [Key]?) {
    self.template = template
    if !template[.english].utf8.contains(UInt8(ascii: "{")) {
      place = .none
    } else if let keys {
      place = .key(keys.filter { $0 != .anyLetter }.label)
    } else {
      place = .withoutKey
    }
  }

  subscript(language: Language) -> String {
    let text = template[language]
    switch place {
    case .none: return text
    case .withoutKey: return Self.withoutBrackets(text)
    case .key(let label):
      // Byte by byte: pieces of a String would cost the first frame a search for their conformances.
      var bytes: [UInt8] = []
      for byte in text.utf8 where byte != UInt8(ascii: "}") {
        if byte == UInt8(ascii: "{") {
          bytes.append(contentsOf: label.utf8)
        } else {
          bytes.append(byte)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// What names the command: brackets explain.
  static func withoutBrackets(_ name: String) -> String {
    String(name.prefix { $0 != "（" && $0 != "(" })
  }
}
