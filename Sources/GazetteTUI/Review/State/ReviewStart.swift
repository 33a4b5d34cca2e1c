import GazetteReview
import PostgresKit

/// With what the review begins.
struct ReviewStart: Hashable, Sendable {
  /// Who reviews; who is logged in when nil.
  var reviewer: String?
  /// The store; that of the user when nil.
  var database: String?
  /// Whether it is thrown away at the end.
  var isTutor = false
  /// Whether the program is locked down to reading.
  var isRestricted = false
  /// Whether the place in the store is to be shown.
  var awaitsPlace = true

  /// Whether a server has the store.
  var isOnServer: Bool { database.map { PostgresAddress($0) != nil } ?? false }
}
