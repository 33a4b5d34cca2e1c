import GazetteReview

/// What of a review was still to be recorded when the reader left.
enum ReviewEnding: Hashable, Sendable {
  /// Everything is in the store.
  case kept
  /// So many marks and notes could not be recorded; they lie in this file until the store is opened again.
  case putAside(Int, String)
  /// So many could be kept nowhere; the store.
  case lost(Int, String)
  /// The marks are recorded, the place is not.
  case withoutPlace(ReviewFailure)
}
