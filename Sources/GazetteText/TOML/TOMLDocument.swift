/// A value of TOML, of the kinds that a configuration needs.
package enum TOMLValue: Hashable, Sendable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([TOMLValue])
}

/// A key with its value, by the line it stands in.
package struct TOMLEntry: Hashable, Sendable {
  /// The names of the tables around it and its own.
  package var path: [String]
  /// Counted from 1.
  package var line: Int
  package var value: TOMLValue
}

/// What a TOML text says: every entry that can be read, in order, and what cannot be read.
package struct TOMLDocument: Hashable, Sendable {
  package var entries: [TOMLEntry] = []
  package var mistakes: [TOMLMistake] = []

  /// The names that a path may have; more are a mistake.
  package static let deepestPath = 8
  /// How deep arrays may stand in each other.
  package static let deepestArray = 8
}
