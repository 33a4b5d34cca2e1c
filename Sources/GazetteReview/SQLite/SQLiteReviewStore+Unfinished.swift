import GRDB

extension SQLiteReviewStore: LastingReviewStore {
  /// Records marks that were put aside while the store could not be used.
  public func record(
    _ unfinished: [(reviewer: String, mark: UnfinishedMark)]
  ) throws(ReviewFailure) -> Int {
    try writing { database in
      let journal = ReviewJournal(database: database)
      var count = 0
      for (reviewer, unfinished) in unfinished {
        let history = try journal.history(unfinished.change.key, reviewer).map(\.mark)
        guard let mark = unfinished.mark(beside: history, reviewer: reviewer) else { continue }
        count += try ReviewMerge(database: database).add(ReviewLedger([mark]), at: .now()).added
      }
      return count
    }
  }
}
