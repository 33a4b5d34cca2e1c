extension EastAsianWidthTable {
  /// Whether a table of ranges holds the scalar.
  /// - Complexity: logarithmic in the number of ranges.
  package static func contains(_ value: UInt32, in table: [UInt32]) -> Bool {
    let range = (0..<table.count / 2).partitionPoint { table[$0 * 2 + 1] < value }
    return range < table.count / 2 && table[range * 2] <= value
  }
}
