import SQLiteKit

extension SQLiteReviewStore {
  /// Where the reviewer left each of the issues, in no order.
  public func places(
    reviewer: String, issues: [String]
  ) throws(ReviewFailure) -> [ReviewPlace] {
    try reading { database in
      try DatabaseRow.fetchAll(
        database, sql: "SELECT issue, at, value FROM place WHERE reviewer = ?",
        arguments: [reviewer]
      )
      .map { ReviewPlace(issue: $0[0], at: ReviewTime(milliseconds: $0[1]), value: $0[2]) }
      .filter { issues.contains($0.issue) }
    }
  }

  /// Remembers where the reviewer leaves, in place of what was remembered.
  public func save(_ places: [ReviewPlace], reviewer: String) throws(ReviewFailure) {
    try writing { journal in
      for place in places {
        try journal.database.execute(
          sql: "INSERT OR REPLACE INTO place (reviewer, issue, at, value) VALUES (?, ?, ?, ?)",
          arguments: [reviewer, place.issue, place.at.milliseconds, place.value])
      }
    }
  }
}
