import GRDB

extension SQLiteReviewStore {
  /// Records the marks that programs left in `folder` because this store could not take them.
  ///
  /// What was recorded meanwhile stays as it is; what was put later than they were holds.
  ///
  /// - Returns: How many marks were recorded.
  public func takeUpUnfinished(in folder: String) throws(ReviewFailure) -> Int {
    var count = 0
    for name in ReviewFiles.names(in: folder) where name.hasSuffix(".jsonl") {
      let file = folder + "/" + name
      var failure: ReviewFailure?
      ReviewFiles.withUnlockedFile(file) { bytes in
        let entries = UnfinishedMarks.entries(in: bytes)
        let own = entries.filter { $0.store == path }
        // It waits for another store.
        if own.isEmpty, !entries.isEmpty { return }
        do throws(ReviewFailure) {
          count += try record(own.map { ($0.reviewer, $0.mark) })
          if own.count == entries.count { ReviewFiles.remove(file) }
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
    }
    return count
  }

  private func record(
    _ marks: [(reviewer: String, mark: UnfinishedMark)]
  ) throws(ReviewFailure) -> Int {
    if marks.isEmpty { return 0 }
    return try writing { database in
      let journal = ReviewJournal(database: database)
      var count = 0
      for (reviewer, unfinished) in marks where ReviewRules.reviewer(reviewer) == reviewer {
        let history = try journal.history(unfinished.change.key, reviewer).map(\.mark)
        let isRecorded = history.contains {
          $0.at >= unfinished.at && unfinished.change.isIn($0)
        }
        let before = history.last { $0.at <= unfinished.at }
        guard !isRecorded,
          let mark = unfinished.change.applied(to: before, reviewer: reviewer, at: unfinished.at)
        else { continue }
        count += try ReviewMerge(database: database).add(ReviewLedger([mark]), at: .now()).added
      }
      return count
    }
  }
}

extension ReviewChange {
  /// Whether a mark says what the change asks for.
  fileprivate func isIn(_ mark: ReviewMark) -> Bool {
    (state.map { $0 == mark.state } ?? true) && (note.map { $0 == mark.note } ?? true)
      && addedTags.isSubset(of: mark.tags) && removedTags.isDisjoint(with: mark.tags)
  }
}
