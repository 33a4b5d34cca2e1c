import GazetteModel
import GazetteText

/// Words that are looked for in the texts of issues.
struct WantedWords {
  /// The words, folded.
  private let folded: [Unicode.Scalar]
  /// The longest run of them that a text has as it is wherever its folding has it.
  private let run: [UInt16]
  /// Whether having the run is having the words.
  private let isExact: Bool

  init(_ folded: [Unicode.Scalar]) {
    self.folded = folded
    var (longest, current): ([Unicode.Scalar], [Unicode.Scalar]) = ([], [])
    for scalar in folded {
      // Numerals of numbering read as digits: 第十二条 is 第12条.
      if StoredText.isPlainHan(scalar), !HanNumeral.isDigit(scalar) {
        current.append(scalar)
      } else {
        current = []
      }
      if current.count > longest.count { longest = current }
    }
    run = longest.map { UInt16($0.value) }
    isExact = longest.count == folded.count
  }

  /// The nodes of an issue whose texts have the words; nil where none has.
  ///
  /// - Parameters:
  ///   - bytes: The text, in UTF-16.
  ///   - tree: Reads its tree, which most issues need not.
  func nodes(
    in bytes: UnsafeRawBufferPointer, count: Int, _ tree: () throws -> StoredTree
  ) throws -> NodeSet? {
    if run.isEmpty { return try allNodes(StoredText(bytes: bytes), count, try tree()) }
    var places: [Int] = []
    Self.withUnits(bytes) { units in
      StoredText.search(run, in: units) { place in
        places.append(place)
        return place + run.count
      }
    }
    if places.isEmpty { return nil }
    let tree = try tree()
    var set = NodeSet(size: count)
    guard !isExact else {
      for place in places {
        if let node = tree.node(ofUnit: place) { set.insert(node) }
      }
      return set
    }
    let text = StoredText(bytes: bytes)
    var last = -1
    for place in places {
      guard let node = tree.node(ofUnit: place), node != last else { continue }
      last = node
      if has(node, tree, text) { set.insert(node) }
    }
    return set.isEmpty ? nil : set
  }

  /// Where the words stand in a text, in scalars from its beginning.
  ///
  /// - Parameters:
  ///   - readsOtherwise: Whether a text of the node reads otherwise than it is printed.
  ///   - isFirstEnough: Whether those behind the first may be left out.
  func ranges(
    in text: StoredText, _ range: Range<Int>, readsOtherwise: Bool, isFirstEnough: Bool = false
  ) -> [ScalarRange] {
    guard isExact, !readsOtherwise, text.isOfPlainUnits(range) else {
      let folded = FoldedText(text.string(range))
      return folded.occurrences(of: self.folded).map { folded.originalRange(of: $0) }
    }
    var ranges: [ScalarRange] = []
    text.units.withUnsafeBufferPointer { units in
      let units = UnsafeBufferPointer(rebasing: units[range])
      StoredText.search(run, in: units) { place in
        let end = place + run.count
        ranges.append(ScalarRange(place, end))
        return isFirstEnough ? units.count : end
      }
    }
    return ranges
  }

  private func allNodes(_ text: StoredText, _ count: Int, _ tree: StoredTree) throws -> NodeSet? {
    var set = NodeSet(size: count)
    for node in tree.entries.indices where has(node, tree, text) { set.insert(node) }
    return set.isEmpty ? nil : set
  }

  private func has(_ node: Int, _ tree: StoredTree, _ text: StoredText) -> Bool {
    tree.fields[tree.entries[node].fields].contains {
      !$0.isFolded && FoldedText(text.string($0.units)).contains(folded)
    }
  }

  /// SQLite gives bytes at any address.
  private static func withUnits(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt16>) -> Void
  ) {
    guard let base = bytes.baseAddress, UInt(bitPattern: base) & 1 == 0 else {
      StoredText(bytes: bytes).units.withUnsafeBufferPointer(body)
      return
    }
    body(
      UnsafeBufferPointer(
        start: base.assumingMemoryBound(to: UInt16.self), count: bytes.count / 2))
  }
}
