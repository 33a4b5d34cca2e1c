import GazetteText

/// One place in the line of hints.
struct KeyHint: Hashable, Sendable {
  /// The keys, joined by `/` when commands share the place.
  var keys: String
  let name: String
  /// Whether it stands in the line however little room there is: the ways to help and out.
  let isPinned: Bool

  /// What the hints of a screen depend on.
  struct Choice: Hashable, Sendable {
    let mode: Mode
    let language: Language
    /// Whether the reader is at the review, whose commands then have all the room.
    let isReviewing: Bool
    /// Whether the reader is at a table, which can be shown over the whole screen.
    let isAtTable: Bool
  }
}
