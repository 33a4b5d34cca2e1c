/// A value of TOML, of the kinds that a configuration needs.
enum TOMLValue: Hashable, Sendable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([TOMLValue])
}

/// A key with its value, by the line it stands in.
struct TOMLEntry: Hashable, Sendable {
  /// The names of the tables around it and its own.
  var path: [String]
  /// Counted from 1.
  var line: Int
  var value: TOMLValue
}

/// What a TOML text says: every entry that can be read, in order, and what cannot be read.
struct TOMLDocument: Hashable, Sendable {
  var entries: [TOMLEntry] = []
  var mistakes: [ConfigurationMistake] = []

  /// The names that a path may have; more are a mistake.
  static let deepestPath = 8
  /// How deep arrays may stand in each other.
  static let deepestArray = 8
}
