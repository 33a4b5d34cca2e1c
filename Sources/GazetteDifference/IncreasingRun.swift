/// The heaviest run of values that increase: which of a list that was shuffled stayed in order.
enum IncreasingRun {
  /// The places of the run in `values`, in order.
  ///
  /// - Parameters:
  ///   - values: All different, at least 0 and below `limit`.
  ///   - weights: At least 1, one for each value.
  /// - Complexity: O(n log limit).
  static func places(in values: [Int], weights: [Int], limit: Int) -> [Int] {
    // A tree of maxima: for each value below which the best run ends, its weight and place.
    var best: [(weight: Int, place: Int)] = Array(repeating: (0, -1), count: limit + 1)
    var previous = Array(repeating: -1, count: values.count)
    for (place, value) in values.enumerated() {
      var found: (weight: Int, place: Int) = (0, -1)
      var node = value
      while node > 0 {
        if best[node].weight > found.weight { found = best[node] }
        node &= node - 1
      }
      previous[place] = found.place
      let weight = found.weight + weights[place]
      node = value + 1
      while node <= limit {
        if weight > best[node].weight { best[node] = (weight, place) }
        node += node & -node
      }
    }
    var last: (weight: Int, place: Int) = (0, -1)
    var node = limit
    while node > 0 {
      if best[node].weight > last.weight { last = best[node] }
      node &= node - 1
    }
    var result: [Int] = []
    var place = last.place
    while place >= 0 {
      result.append(place)
      place = previous[place]
    }
    return result.reversed()
  }
}
