extension ReviewChange {
  /// The change with its tags and note as they may be stored.
  ///
  /// - Parameter path: The store, in the words that failures name it by.
  func cleaned(for path: String) throws(ReviewFailure) -> ReviewChange {
    var change = self
    change.note = note.map(ReviewRules.note)
    change.addedTags = try Self.cleaned(addedTags, for: path)
    change.removedTags = try Self.cleaned(removedTags, for: path)
    return change
  }

  private static func cleaned(
    _ tags: Set<String>, for path: String
  ) throws(ReviewFailure) -> Set<String> {
    var result: Set<String> = []
    for text in tags {
      guard let tag = ReviewRules.tag(text) else { throw ReviewFailure(.badTag(text), path: path) }
      result.insert(tag)
    }
    return result
  }
}

extension ReviewRules {
  /// The name as it is stored.
  ///
  /// - Parameter path: The store, in the words that failures name it by.
  static func requiredReviewer(
    _ name: String, for path: String
  ) throws(ReviewFailure) -> String {
    guard let reviewer = reviewer(name) else { throw ReviewFailure(.badReviewer(name), path: path) }
    return reviewer
  }
}
