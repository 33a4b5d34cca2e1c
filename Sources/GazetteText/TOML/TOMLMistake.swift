/// Something in a TOML text that cannot be read, by its line.
package struct TOMLMistake: Hashable, Sendable, Error {
  /// Counted from 1.
  package var line: Int
  package var kind: Kind

  /// What is wrong.
  package enum Kind: Hashable, Sendable, Error {
    case notUTF8
    case noKey(String)
    case noEqualsSign(String)
    case noValue
    case unquoted(String)
    case badNumber(String)
    case openString
    case openList
    case badHeading
    case badEscape(String)
    case controlCharacter
    case textBehindValue(String)
    case unsupported(String)
    case tooDeep
  }
}
