/// A set of printed lines, by index: few, and mostly added in order.
///
/// Sorted, not hashed: the first hashed set of a type costs as much as reading fifty lines, since
/// the runtime then looks through all of the program for the way to hash it.
package struct LineSet {
  /// The lines in order, each once.
  package private(set) var indices: [Int] = []

  package init() {}

  package init(_ index: Int) {
    indices = [index]
  }

  package func contains(_ index: Int) -> Bool {
    let place = self.place(of: index)
    return place < indices.count && indices[place] == index
  }

  package mutating func insert(_ index: Int) {
    let place = self.place(of: index)
    if place == indices.count || indices[place] != index { indices.insert(index, at: place) }
  }

  package mutating func formUnion(_ other: some Sequence<Int>) {
    for index in other { insert(index) }
  }

  /// Where `index` stands or would stand.
  private func place(of index: Int) -> Int {
    var low = 0
    var high = indices.count
    while low < high {
      let middle = (low + high) / 2
      if indices[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
