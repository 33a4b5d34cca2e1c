import GazetteModel
import GazetteText

/// Where in the bytes of a stored tree what stands: words of four bytes, the lowest first, and behind
/// them the references.
///
/// First come how many fields, cells, corrections and bytes of references there are, and two flags;
/// then what is said of nodes and of fields, a column for each thing, two words for each cell and four
/// for each correction.
struct StoredTreeLayout: Sendable {
  let nodes: Int
  let fields: Int
  let cells: Int
  let corrections: Int
  let textIsOfPlainUnits: Bool
  let hasFolded: Bool
  private let referenceBytes: Int

  private static let headWords = 5
  static let plainFlag = 1
  static let foldedFlag = 2

  /// What a word says of each node.
  private enum NodeColumn: Int, CaseIterable {
    /// How many nodes it is with those below it.
    case length
    /// Where its fields end among all, and its reference among the bytes of all.
    case fields, reference
    /// The place of its kind among all and whether it has tables, below the units of its title.
    case kind
  }

  /// What a word says of each field.
  private enum FieldColumn: Int, CaseIterable {
    /// What is behind its separator in the text.
    case behind
    case code
  }

  private static let cellWords = 2
  private static let correctionWords = 4

  private var firstField: Int { Self.headWords + nodes * NodeColumn.allCases.count }
  private var firstCell: Int { firstField + fields * FieldColumn.allCases.count }
  private var firstCorrection: Int { firstCell + cells * Self.cellWords }
  private var firstReference: Int {
    (firstCorrection + corrections * Self.correctionWords) * 4
  }

  init(_ bytes: UnsafeRawBufferPointer, nodes: Int) throws(PartReader.Damage) {
    guard bytes.count >= Self.headWords * 4, nodes >= 0, nodes <= bytes.count else {
      throw PartReader.Damage()
    }
    self.nodes = nodes
    fields = Self.word(0, bytes)
    cells = Self.word(1, bytes)
    corrections = Self.word(2, bytes)
    referenceBytes = Self.word(3, bytes)
    textIsOfPlainUnits = Self.word(4, bytes) & Self.plainFlag != 0
    hasFolded = Self.word(4, bytes) & Self.foldedFlag != 0
    // Each is less than 2 to the 32nd: the sum cannot overflow.
    guard firstReference + referenceBytes == bytes.count, isWithinBounds(bytes) else {
      throw PartReader.Damage()
    }
  }

  /// Whether what ends somewhere does so in order and within what there is.
  private func isWithinBounds(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let lastKind = UInt32(NodeKind.allCases.count * 2 - 1)
    let lastCode = UInt32(truncatingIfNeeded: StoredTree.firstCellCode + cells - 1)
    let (lengths, kinds) = (first(.length), first(.kind))
    for node in 0..<nodes where Self.word(lengths + node, bytes) > nodes - node { return false }
    return cells < StoredTree.firstCellCode
      && Self.all(kinds, nodes, bytes) { $0 & SIMD8(repeating: 0xFF) .<= lastKind }
      && Self.all(first(.code), fields, bytes) { $0 .<= lastCode }
      && isAscending(first(.fields), nodes, to: fields, bytes) { $0 .<= $1 }
      && isAscending(first(.reference), nodes, to: referenceBytes, bytes) { $0 .<= $1 }
      && isAscending(first(.behind), fields, to: Int(UInt32.max), bytes) { $0 .< $1 }
      && (fields == 0 || Self.word(first(.behind), bytes) > 0)
  }

  /// Whether something is true of all words of a column, of which eight are looked at at a time.
  @inline(__always)
  private static func all(
    _ start: Int, _ count: Int, _ bytes: UnsafeRawBufferPointer,
    _ isTrue: (SIMD8<UInt32>) -> SIMDMask<SIMD8<Int32>>
  ) -> Bool {
    var wrong = SIMDMask<SIMD8<Int32>>(repeating: false)
    for place in stride(from: 0, to: count - 7, by: 8) {
      wrong = wrong .| .!isTrue(eight(start &+ place, bytes))
    }
    for place in count & ~7..<count {
      wrong = wrong .| .!isTrue(SIMD8(repeating: UInt32(word(start + place, bytes))))
    }
    return !any(wrong)
  }

  /// Whether the words of a column are in order, and none is more than `limit`.
  @inline(__always)
  private func isAscending(
    _ start: Int, _ count: Int, to limit: Int, _ bytes: UnsafeRawBufferPointer,
    _ isInOrder: (SIMD8<UInt32>, SIMD8<UInt32>) -> SIMDMask<SIMD8<Int32>>
  ) -> Bool {
    if count == 0 { return true }
    var wrong = SIMDMask<SIMD8<Int32>>(repeating: false)
    let steps = count - 1
    for place in stride(from: start, to: start + steps - 7, by: 8) {
      wrong = wrong .| .!isInOrder(Self.eight(place, bytes), Self.eight(place &+ 1, bytes))
    }
    for place in start + steps & ~7..<start + steps {
      let next = SIMD8(repeating: UInt32(Self.word(place + 1, bytes)))
      wrong = wrong .| .!isInOrder(SIMD8(repeating: UInt32(Self.word(place, bytes))), next)
    }
    return !any(wrong) && Self.word(start + steps, bytes) <= limit
  }

  @inline(__always)
  private static func eight(_ place: Int, _ bytes: UnsafeRawBufferPointer) -> SIMD8<UInt32> {
    bytes.loadUnaligned(fromByteOffset: place &* 4, as: SIMD8<UInt32>.self)
  }

  @inline(__always)
  private static func word(_ place: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)))
  }

  /// The first word of a column.
  @inline(__always)
  private func first(_ column: NodeColumn) -> Int { Self.headWords + nodes * column.rawValue }

  @inline(__always)
  private func first(_ column: FieldColumn) -> Int { firstField + fields * column.rawValue }

  @inline(__always)
  private func word(
    _ column: NodeColumn, of node: Int, _ bytes: UnsafeRawBufferPointer
  ) -> Int {
    precondition(node >= 0 && node < nodes)
    return Self.word(first(column) + node, bytes)
  }

  @inline(__always)
  private func word(
    _ column: FieldColumn, of field: Int, _ bytes: UnsafeRawBufferPointer
  ) -> Int {
    precondition(field >= 0 && field < fields)
    return Self.word(first(column) + field, bytes)
  }

  /// Behind the last node below a node.
  @inline(__always)
  func end(of node: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    node + word(.length, of: node, bytes)
  }

  /// The fields of a node.
  @inline(__always)
  func fields(of node: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int> {
    (node == 0 ? 0 : word(.fields, of: node - 1, bytes))..<word(.fields, of: node, bytes)
  }

  /// The reference of a node.
  @inline(__always)
  func reference(of node: Int, _ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let start = node == 0 ? 0 : word(.reference, of: node - 1, bytes)
    let range = firstReference + start..<firstReference + word(.reference, of: node, bytes)
    return UnsafeRawBufferPointer(rebasing: bytes[range])
  }

  /// The kind of a node and whether it has tables, and one more than the units of its title.
  @inline(__always)
  func kind(of node: Int, _ bytes: UnsafeRawBufferPointer) -> (kind: Int, prefix: Int) {
    let word = word(.kind, of: node, bytes)
    return (word & 0xFF, word >> 8)
  }

  /// The units of a field; behind each stands a separator.
  @inline(__always)
  func units(of field: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int> {
    (field == 0 ? 0 : word(.behind, of: field - 1, bytes))..<word(.behind, of: field, bytes) - 1
  }

  @inline(__always)
  func code(of field: Int, _ bytes: UnsafeRawBufferPointer) -> Int { word(.code, of: field, bytes) }

  /// The first field from one on that ends behind a unit of the text.
  @inline(__always)
  func field(from start: Int, behind unit: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    let column = first(.behind)
    var field = start
    while field < fields, Self.word(column + field, bytes) - 1 <= unit { field += 1 }
    return field
  }

  /// The first node from one on that has a field or one behind it.
  @inline(__always)
  func node(from start: Int, ofField field: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    let column = first(.fields)
    var node = start
    while node < nodes, Self.word(column + node, bytes) <= field { node += 1 }
    return node
  }

  /// The code of a cell's place.
  func cell(_ cell: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    precondition(cell >= 0 && cell < cells)
    let place = firstCell + cell * Self.cellWords
    let bits = UInt64(Self.word(place, bytes)) | UInt64(Self.word(place + 1, bytes)) << 32
    return Int(Int64(bitPattern: bits))
  }

  func correction(
    _ correction: Int, _ bytes: UnsafeRawBufferPointer
  ) -> (node: Int, paragraph: Int, range: ScalarRange) {
    precondition(correction >= 0 && correction < corrections)
    let place = firstCorrection + correction * Self.correctionWords
    let start = Self.word(place + 2, bytes)
    return (
      Self.word(place, bytes), Self.word(place + 1, bytes),
      ScalarRange(start, start + Self.word(place + 3, bytes))
    )
  }
}
