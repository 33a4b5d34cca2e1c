import TerminalKit

/// Words of the source as people write them.
enum Words {
  /// `hiddenDetails` as `hidden-details`.
  static func hyphenated(_ word: String) -> String {
    var result = ""
    for scalar in word.unicodeScalars {
      if ("A"..."Z").contains(scalar) {
        result += "-" + String(Character(Unicode.Scalar(UInt8(scalar.value + 0x20))))
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension StyleRole {
  /// Its name in a configuration.
  var word: String { Words.hyphenated(rawValue) }
}
