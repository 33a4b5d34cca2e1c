/// A small set that is safe before the first frame: its elements in order, each once.
///
/// Sorted, not hashed: the first hashed set of a type costs as much as reading fifty lines, since
/// the runtime then looks through every conformance of the program for the way to hash it.
package struct SortedSet<Element: Comparable> {
  /// The elements in order, each once.
  @usableFromInline
  package internal(set) var elements: [Element] = []

  /// Creates an empty set.
  @inlinable
  package init() {}

  @inlinable
  package var isEmpty: Bool { elements.isEmpty }

  /// - Complexity: Logarithmic in the number of elements.
  @inlinable
  package func contains(_ element: Element) -> Bool { holds(element, at: place(of: element)) }

  /// Adds an element unless it is there.
  ///
  /// - Complexity: Constant for what stands behind all others, else linear.
  @inlinable
  package mutating func insert(_ element: Element) {
    let place = place(of: element)
    if !holds(element, at: place) { elements.insert(element, at: place) }
  }

  /// Adds all elements.
  @inlinable
  package mutating func formUnion(_ others: some Sequence<Element>) {
    for element in others { insert(element) }
  }

  /// Adds elements that come in order.
  ///
  /// - Complexity: Linear in the number of elements of both.
  @inlinable
  package mutating func formUnion(sorted others: [Element]) {
    var result: [Element] = []
    result.reserveCapacity(elements.count + others.count)
    var place = 0
    for other in others {
      while place < elements.count, elements[place] < other {
        result.append(elements[place])
        place += 1
      }
      if place < elements.count, elements[place] == other { place += 1 }
      result.append(other)
    }
    result += elements[place...]
    elements = result
  }

  /// Takes an element out if it is there.
  @inlinable
  package mutating func remove(_ element: Element) {
    let place = place(of: element)
    if holds(element, at: place) { elements.remove(at: place) }
  }

  /// Takes all elements out for which `isUnwanted` holds.
  @inlinable
  package mutating func removeAll(where isUnwanted: (Element) -> Bool) {
    elements.removeAll(where: isUnwanted)
  }

  /// Where the element stands or would stand; most are added in order.
  @inlinable
  func place(of element: Element) -> Int {
    guard let last = elements.last, !(last < element) else { return elements.count }
    return elements.indices.partitionPoint { elements[$0] < element }
  }

  @inlinable
  func holds(_ element: Element, at place: Int) -> Bool {
    place < elements.count && elements[place] == element
  }
}

extension SortedSet: Equatable {}
extension SortedSet: Hashable where Element: Hashable {}
extension SortedSet: Sendable where Element: Sendable {}
