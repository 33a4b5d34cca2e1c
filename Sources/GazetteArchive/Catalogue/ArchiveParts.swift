import GazetteModel
import GazetteText

extension ArchiveCatalogue {
  /// Calls `body` with the place of each issue and the parts of it that are asked for, in no order.
  ///
  /// - Parameter wanted: The issues, by their numbers; all of them without it.
  func forEachPart(
    _ parts: [ArchivePart], of wanted: Set<Int64>? = nil, _ reader: any ArchiveReader,
    _ body: (_ place: Int, any StoredParts) throws -> Void
  ) throws {
    try reader.forEachIssue(parts, of: wanted, among: issues) { number, parts in
      if let place = place(of: number) { try body(place, parts) }
    }
  }

  /// Calls `body` with the place of each issue and the parts of it, in the order of the archive.
  func forEachPartInOrder(
    _ parts: [ArchivePart], _ reader: any ArchiveReader,
    _ body: (_ place: Int, any StoredParts) throws -> Void
  ) throws {
    for start in stride(from: 0, to: issues.count, by: Self.block) {
      let block = start..<min(start + Self.block, issues.count)
      try reader.prepare(parts, of: block.map { issues.heads[$0].number })
      for place in block {
        try forEachPart(parts, of: [issues.heads[place].number], reader, body)
      }
    }
  }

  /// How many issues are worked on at once.
  static let block = 16

  /// Parts of one issue; nil where the index has none.
  func parts(
    _ parts: [ArchivePart], ofIssueAt place: Int, _ reader: any ArchiveReader
  ) throws -> (any StoredParts)? {
    var found: (any StoredParts)?
    try forEachPart(parts, of: [issues.heads[place].number], reader) { found = $1.kept() }
    return found
  }

  /// The names of bodies by number; those that are none are empty.
  func allNames(_ reader: any ArchiveReader) throws -> [CataloguedName] {
    if let names = names.withLock({ $0 }) { return names }
    var result: [CataloguedName] = []
    let none = CataloguedName(text: "", category: .other, source: nil, isKnown: false)
    for (number, name) in try reader.names() {
      guard number >= result.count, number < 1 << 24 else { throw PartReader.Damage() }
      while result.count < number { result.append(none) }
      result.append(name)
    }
    names.withLock { [result] in $0 = result }
    return result
  }

  /// The name of a number.
  static func name(_ number: Int, _ names: [CataloguedName]) throws -> CataloguedName {
    guard names.indices.contains(number) else { throw PartReader.Damage() }
    return names[number]
  }
}

extension StoredParts {
  /// One that is a tree.
  func tree(_ place: Int, count: Int) throws -> StoredTree {
    try StoredTree(bytes(place), count: count)
  }

  /// Lends one that is a tree.
  func withTree<Value>(
    _ place: Int, count: Int, _ body: (StoredTree) throws -> Value
  ) throws -> Value {
    try withBytes(place) { try body(StoredTree(lent: $0, count: count)) }
  }
}
