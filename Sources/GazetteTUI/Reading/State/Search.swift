/// What the reader looks for.
struct Search: Hashable, Sendable {
  /// The words; empty when nothing is searched.
  var query = ""
  /// The match the reader stands on, by its place among the matches.
  var current: Int?
}
