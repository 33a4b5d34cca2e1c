/// A store that outlives the program, and so takes up what programs had to put aside.
public protocol LastingReviewStore: ReviewStore {
  /// Tidies up where nobody is in the way.
  func settle()

  /// Records marks that were put aside: what was recorded meanwhile stays as it is, and what was put later
  /// than they were holds.
  ///
  /// - Returns: How many were recorded.
  func record(
    _ unfinished: [(reviewer: String, mark: UnfinishedMark)]
  ) throws(ReviewFailure) -> Int
}

extension LastingReviewStore {
  /// Records the marks that programs left in `folder` because this store could not take them.
  ///
  /// - Returns: How many marks were recorded.
  public func takeUpUnfinished(in folder: String) throws(ReviewFailure) -> Int {
    var count = 0
    for name in ReviewFiles.names(in: folder) where name.hasSuffix(".jsonl") {
      let file = folder + "/" + name
      var failure: ReviewFailure?
      ReviewFiles.withUnlockedFile(file) { bytes in
        let entries = UnfinishedLine.lines(in: bytes)
        let own = entries.filter { $0.store == path }
        // It waits for another store.
        if own.isEmpty, !entries.isEmpty { return }
        do throws(ReviewFailure) {
          if !own.isEmpty { count += try record(own.map { ($0.reviewer, $0.mark) }) }
          if own.count == entries.count { ReviewFiles.remove(file) }
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
    }
    return count
  }
}

extension ReviewChange {
  /// The mark that it makes beside what its reviewer has put there, the oldest first; nil where that has
  /// it already.
  func mark(beside history: [ReviewMark], reviewer: String, at: ReviewTime) -> ReviewMark? {
    guard ReviewRules.reviewer(reviewer) == reviewer,
      !history.contains(where: { $0.at >= at && isIn($0) })
    else { return nil }
    return applied(to: history.last { $0.at <= at }, reviewer: reviewer, at: at)
  }

  /// Whether a mark says what the change asks for.
  private func isIn(_ mark: ReviewMark) -> Bool {
    (state.map { $0 == mark.state } ?? true) && (note.map { $0 == mark.note } ?? true)
      && addedTags.isSubset(of: mark.tags) && removedTags.isDisjoint(with: mark.tags)
  }
}

extension TeamChange {
  /// The entry that it makes beside what was said of its topic, the oldest first; nil where that has it already.
  func entry(beside history: [TeamEntry], author: String, at: ReviewTime) -> TeamEntry? {
    guard ReviewRules.reviewer(author) == author,
      !history.contains(where: { entry in
        entry.at >= at && entry.state == state && entry.note == note && entry.details == details
      })
    else { return nil }
    return applied(to: history.last { $0.at <= at }, author: author, at: at)
  }
}
