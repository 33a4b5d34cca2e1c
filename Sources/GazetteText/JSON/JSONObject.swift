/// The members of a JSON object, in the order of their names.
///
/// Not a dictionary: the first dictionary of a process makes the runtime look through every
/// conformance that is linked in, which costs more than reading the shipped manifest.
public struct JSONObject: Sendable, Equatable {
  /// A name with its value.
  public typealias Member = (name: String, value: JSONValue)

  private var members: [Member]

  /// The members in any order; nil where two have the same name.
  package init?(_ members: [Member]) {
    self.members = members.sorted { Self.precedes($0.name, $1.name) }
    for index in self.members.indices.dropFirst()
    where self.members[index - 1].name == self.members[index].name {
      return nil
    }
  }

  /// Whether there are no members.
  public var isEmpty: Bool { members.isEmpty }

  /// The names, sorted by their bytes.
  public var names: [String] { members.map(\.name) }

  /// The member of a name; nil where there is none.
  public subscript(name: String) -> JSONValue? {
    get {
      let place = place(of: name)
      // Not a conditional expression: its nil would be the value null.
      guard holds(name, at: place) else { return Optional.none }
      return members[place].value
    }
    set {
      let place = place(of: name)
      switch (newValue, holds(name, at: place)) {
      case (let value?, true): members[place].value = value
      case (let value?, false): members.insert((name, value), at: place)
      case (.none, true): members.remove(at: place)
      case (.none, false): break
      }
    }
  }

  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.members.count == right.members.count else { return false }
    return left.members.indices.allSatisfy { index in
      left.members[index].name == right.members[index].name
        && left.members[index].value == right.members[index].value
    }
  }

  /// The first place whose name does not stand before `name`.
  private func place(of name: String) -> Int {
    members.indices.partitionPoint { Self.precedes(members[$0].name, name) }
  }

  private func holds(_ name: String, at place: Int) -> Bool {
    place < members.count && members[place].name == name
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

extension JSONObject: Sequence {
  /// The members, in the order in which they were added.
  public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Creates an object; a name that stands twice keeps its last value.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    members = []
    for (name, value) in elements { self[name] = value }
  }
}
