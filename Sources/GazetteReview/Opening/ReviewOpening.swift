import PostgresKit

/// Opens a store by what names it: the path of a file, or the address of a server.
public enum ReviewOpening {
  /// Opens the store, making it where there is none.
  ///
  /// - Parameters:
  ///   - place: A path, or `postgresql://…`.
  ///   - mayUseServers: Whether the program that speaks to servers may be started.
  ///   - patience: How long a store that cannot be used is waited for, and who is told of it.
  public static func store(
    at place: String, mayUseServers: Bool, patience: ReviewPatience = ReviewPatience()
  ) throws(ReviewFailure) -> any LastingReviewStore {
    guard let address = PostgresAddress(place) else {
      return try SQLiteReviewStore.open(at: place, patience: patience)
    }
    guard mayUseServers else { throw ReviewFailure(.server(.restricted), path: address.shown) }
    return try PostgresReviewStore.open(at: address, patience: patience)
  }
}
