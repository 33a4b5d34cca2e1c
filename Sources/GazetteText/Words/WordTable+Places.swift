extension WordTable {
  /// The longest word that begins at `index`, ending at or before `limit`.
  ///
  /// Always inlined, as what it is made of: asked at every scalar, as code for any type it took a third
  /// of the time of indexing an issue, looking up types.
  @inlinable @inline(__always)
  package func longest(
    at index: Int, in text: [Unicode.Scalar], limit: Int
  ) -> (end: Int, meaning: Value)? {
    guard index < limit else { return nil }
    guard let found = prefix(of: text, in: index..<limit) else { return nil }
    return (index + found.length, found.value)
  }

  /// The longest word that ends at `index` and begins at or behind `limit`.
  @inlinable @inline(__always)
  package func longest(
    endingAt index: Int, in text: [Unicode.Scalar], limit: Int
  ) -> (start: Int, meaning: Value)? {
    guard index > limit else { return nil }
    guard let found = suffix(of: text, in: limit..<index) else { return nil }
    return (index - found.length, found.value)
  }
}
