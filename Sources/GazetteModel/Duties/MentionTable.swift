/// The names that have been read in an issue, as they are printed, with whom they name.
///
/// Asked by scalars, so that a name that comes up again, as nearly all do, costs no string.
struct MentionTable {
  struct Entry {
    /// The name as it is printed, without white space.
    let scalars: [Unicode.Scalar]
    /// The level of the body before it in the list, which a short name takes over.
    let behind: String?
    let printed: String
    /// The place of the body.
    let body: Int
    /// The level that the name itself begins with.
    let level: String?
  }

  private var entries: [Entry] = []
  /// Indices into `entries`, -1 where a slot is free; a power of two, at most half full.
  private var slots = [Int32](repeating: -1, count: 256)

  subscript(place: Int) -> Entry { entries[place] }

  /// The place of the entry of a name behind a level; nil where it has not been read yet.
  func place(of scalars: [Unicode.Scalar], behind level: String?) -> Int? {
    let index = slots[slot(of: scalars, level)]
    return index < 0 ? nil : Int(index)
  }

  /// Adds an entry whose name has not been read behind its level.
  mutating func insert(_ entry: Entry) {
    entries.append(entry)
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for index in entries.indices {
        slots[slot(of: entries[index].scalars, entries[index].behind)] = Int32(index)
      }
    } else {
      slots[slot(of: entry.scalars, entry.behind)] = Int32(entries.count - 1)
    }
  }

  /// The slot that holds a name behind a level, or the free one where it would go.
  private func slot(of scalars: [Unicode.Scalar], _ level: String?) -> Int {
    // The levels of one name share its place, and are few.
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: NameTable.hash(of: scalars[...])) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if entries[place].scalars == scalars, entries[place].behind == level { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }
}
