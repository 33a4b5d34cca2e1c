extension Range<Int> {
  /// The first place for which `stands` does not hold any more, where it holds for all places up
  /// to there: binary search (二分查找), the end of the range where it holds for all.
  ///
  /// - Complexity: Logarithmic in the length of the range.
  @inlinable
  public func partitionPoint(where stands: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if stands(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
