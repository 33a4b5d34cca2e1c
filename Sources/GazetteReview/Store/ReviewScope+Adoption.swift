import GazetteModel

extension ReviewScope {
  /// How alike words must be to count as the same, edited: a sentence of five changed passes,
  /// clauses that only share their phrases do not.
  private static let likeness = 0.8

  /// Whether a mark of an older store, which named no publication, was put on this issue: its words
  /// stand at the reference, or words nearly the same.
  func hasWords(_ text: ReviewedText, at reference: String) -> Bool {
    let key = ReviewKey(issue: issueName.description, reference: reference)
    guard let node = node(of: key) else { return false }
    let words = self.text(of: node)
    // Damage may have taken the words; the place is then all there is.
    return text.content.isEmpty || words.saysTheSame(as: text)
      || WordLikeness.of(words.content, text.content) >= Self.likeness
  }
}
