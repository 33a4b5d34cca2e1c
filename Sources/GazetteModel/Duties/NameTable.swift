/// Names with the place of what they stand for.
///
/// A table of its own, since the hash of a string first brings Chinese into a normal form, which
/// costs more than all else that is done with a name.
struct NameTable: Sendable {
  private var names: [[Unicode.Scalar]] = []
  private var places: [Int] = []
  /// Indices into `names`, -1 where a slot is free; a power of two, at most half full.
  private var slots: [Int32] = []

  /// The place of a name; nil where it is not in the table.
  func place(of name: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !slots.isEmpty else { return nil }
    let index = slots[slot(of: name)]
    return index < 0 ? nil : places[Int(index)]
  }

  /// Adds a name, unless it is there.
  mutating func insert(_ name: [Unicode.Scalar], _ place: Int) {
    if (names.count + 1) * 2 > slots.count { grow() }
    let slot = slot(of: name[...])
    guard slots[slot] < 0 else { return }
    slots[slot] = Int32(names.count)
    names.append(name)
    places.append(place)
  }

  /// The slot that holds a name, or the free one where it would go.
  private func slot(of name: ArraySlice<Unicode.Scalar>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(of: name)) & mask
    while slots[slot] >= 0, !name.elementsEqual(names[Int(slots[slot])]) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(64, slots.count * 2))
    for index in names.indices { slots[slot(of: names[index][...])] = Int32(index) }
  }

  /// FNV-1a, 64 bits, over scalars.
  static func hash(of name: ArraySlice<Unicode.Scalar>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in name { hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
