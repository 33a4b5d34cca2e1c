/// How alike two texts are, by their pairs of neighbouring characters.
enum WordLikeness {
  /// Twice what both have over what each has, of pairs of neighbouring scalars that are no white
  /// space (Dice's coefficient): 0 for nothing in common, 1 for the same pairs.
  static func of(_ left: String, _ right: String) -> Double {
    let (mine, theirs) = (pairs(in: left), pairs(in: right))
    let total = mine.values.reduce(0, +) + theirs.values.reduce(0, +)
    guard total > 0 else { return left == right ? 1 : 0 }
    let shared = mine.reduce(0) { $0 + min($1.value, theirs[$1.key] ?? 0) }
    return Double(2 * shared) / Double(total)
  }

  private static func pairs(in text: String) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    var before: UInt64?
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      let value = UInt64(scalar.value)
      if let before { counts[before << 32 | value, default: 0] += 1 }
      before = value
    }
    return counts
  }
}
