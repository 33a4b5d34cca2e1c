extension WordTable {
  /// The longest word that begins at `index`, ending at or before `limit`.
  @inlinable
  package func longest(
    at index: Int, in text: [Unicode.Scalar], limit: Int
  ) -> (end: Int, meaning: Value)? {
    guard index < limit else { return nil }
    return prefix(of: text, in: index..<limit).map { (index + $0.length, $0.value) }
  }

  /// The longest word that ends at `index` and begins at or behind `limit`.
  @inlinable
  package func longest(
    endingAt index: Int, in text: [Unicode.Scalar], limit: Int
  ) -> (start: Int, meaning: Value)? {
    guard index > limit else { return nil }
    return suffix(of: text, in: limit..<index).map { (index - $0.length, $0.value) }
  }
}
