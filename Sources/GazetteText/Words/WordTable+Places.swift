extension WordTable {
  /// Whether a word may begin with that scalar. Asked first where nearly every scalar is asked: to say
  /// that nothing begins there as a value of any type looks up that type.
  @inlinable
  public func mayBegin(with scalar: Unicode.Scalar) -> Bool { words.mayBegin(with: scalar) }

  /// The longest word that begins at `index`, ending at or before `limit`.
  @inlinable @inline(__always)
  public func longest(
    at index: Int, in text: [Unicode.Scalar], limit: Int
  ) -> (end: Int, meaning: Value)? {
    guard index < limit else { return nil }
    guard let found = prefix(of: text, in: index..<limit) else { return nil }
    return (index + found.length, found.value)
  }

  /// The longest word that ends at `index` and begins at or behind `limit`.
  @inlinable @inline(__always)
  public func longest(
    endingAt index: Int, in text: [Unicode.Scalar], limit: Int
  ) -> (start: Int, meaning: Value)? {
    guard index > limit else { return nil }
    guard let found = suffix(of: text, in: limit..<index) else { return nil }
    return (index - found.length, found.value)
  }
}
