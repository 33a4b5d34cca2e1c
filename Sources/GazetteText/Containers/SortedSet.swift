/// A small set that is safe before the first frame: its elements in order, each once.
///
/// Sorted, not hashed: the first hashed set of a type costs as much as reading fifty lines, since
/// the runtime then looks through every conformance of the program for the way to hash it.
public struct SortedSet<Element: Comparable> {
  @usableFromInline
  var sorted: [Element] = []

  /// The elements in order, each once.
  @inlinable
  public var elements: [Element] { sorted }

  /// Creates an empty set.
  @inlinable
  public init() {}

  /// Whether there is no element.
  @inlinable
  public var isEmpty: Bool { sorted.isEmpty }

  /// - Complexity: Logarithmic in the number of elements.
  @inlinable
  public func contains(_ element: Element) -> Bool { holds(element, at: place(of: element)) }

  /// Adds an element unless it is there.
  ///
  /// - Complexity: Constant for what stands behind all others, else linear.
  @inlinable
  public mutating func insert(_ element: Element) {
    let place = place(of: element)
    if !holds(element, at: place) { sorted.insert(element, at: place) }
  }

  /// Adds all elements.
  @inlinable
  public mutating func formUnion(_ others: some Sequence<Element>) {
    for element in others { insert(element) }
  }

  /// Adds elements that come in order.
  ///
  /// - Complexity: Linear in the number of elements of both.
  @inlinable
  public mutating func formUnion(sorted others: [Element]) {
    var result: [Element] = []
    result.reserveCapacity(sorted.count + others.count)
    var place = 0
    for other in others {
      while place < sorted.count, sorted[place] < other {
        result.append(sorted[place])
        place += 1
      }
      if place < sorted.count, sorted[place] == other { place += 1 }
      result.append(other)
    }
    result += sorted[place...]
    sorted = result
  }

  /// Takes an element out if it is there.
  @inlinable
  public mutating func remove(_ element: Element) {
    let place = place(of: element)
    if holds(element, at: place) { sorted.remove(at: place) }
  }

  /// Takes all elements out for which `isUnwanted` holds.
  @inlinable
  public mutating func removeAll(where isUnwanted: (Element) -> Bool) {
    sorted.removeAll(where: isUnwanted)
  }

  /// Where the element stands or would stand; most are added in order.
  @inlinable
  func place(of element: Element) -> Int {
    guard let last = sorted.last, !(last < element) else { return sorted.count }
    return sorted.indices.partitionPoint { sorted[$0] < element }
  }

  @inlinable
  func holds(_ element: Element, at place: Int) -> Bool {
    place < sorted.count && sorted[place] == element
  }
}

extension SortedSet: Equatable {}
extension SortedSet: Hashable where Element: Hashable {}
extension SortedSet: Sendable where Element: Sendable {}
