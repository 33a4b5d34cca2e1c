import GazetteText

/// Something in a configuration that does not apply, by its line.
struct ConfigurationMistake: Hashable, Sendable, Error {
  /// Counted from 1; nil for the file as a whole.
  var line: Int?
  var kind: Kind

  init(line: Int?, _ kind: Kind) {
    self.line = line
    self.kind = kind
  }

  /// What is wrong. `Words` are rendered late: the nearest right one is looked for when it is
  /// shown.
  enum Kind: Hashable, Sendable, Error {
    // The file
    case unreadable(code: Int32)
    case tooLarge

    /// The text is no TOML there.
    case syntax(TOMLMistake.Kind)

    // Settings
    /// The word is none of those that can stand there.
    case unknown(Vocabulary, String)
    /// The name has a value already, in that line.
    case repeated(String, line: Int)
    case wantsBoolean(String)
    case wantsText(String)
    case wantsInteger(String)
    case wantsList(String)
    case outOfRange(String, Int, least: Int, most: Int)
    /// The place must be a path from the root.
    case badName(String)

    // Keys
    /// The second is the first part of the text that is no key.
    case noSuchKey(String, String)
    case notInMode(action: String, mode: String)
    /// The keys were those of an action of the table, which loses them.
    case takenFrom(keys: String, action: String, its: String)
    /// The keys are those of an action in an earlier line, which keeps them.
    case takenBy(keys: String, action: String, its: String, line: Int)
    /// Of two bindings of an action one begins the other.
    case hidden(keys: String, by: String)
    case isText(keys: String, mode: String)
    case isCount(keys: String)
    /// Nothing else leads out.
    case wayOut(action: String)
  }

  /// The words that can stand in a place.
  enum Vocabulary: Hashable, Sendable {
    /// The names at the beginning of the file, and those of tables.
    case top
    /// The names of a table.
    case names(table: String)
    case values(Setting)
    case actions
    case modes
    case roles
    case colors
    case keyNames
  }
}
