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
  /// - Parameter tree: Reads its tree, which most issues need not.
  func nodes(
    in text: StoredText, count: Int, _ tree: () throws -> StoredTree
  ) throws -> NodeSet? {
    if run.isEmpty { return try allNodes(text, count, try tree()) }
    var places: [Int] = []
    text.withUnits { units in
      StoredText.search(run, in: units) { place in
        places.append(place)
        return place + run.count
      }
    }
    if places.isEmpty { return nil }
    let tree = try tree()
    var set = NodeSet(size: count)
    var last = -1
    for place in places {
      guard let node = tree.node(ofUnit: place), node != last else { continue }
      last = node
      if isExact || has(node, tree, text) { set.insert(node) }
    }
    return set.isEmpty ? nil : set
  }

  /// Where the words stand in a text, in scalars from its beginning.
  ///
  /// - Parameter readsOtherwise: Whether a text of the node reads otherwise than it is printed.
  func ranges(
    in text: StoredText, _ range: Range<Int>, readsOtherwise: Bool
  ) -> [ScalarRange] {
    guard isExact, !readsOtherwise, text.isOfPlainUnits(range) else {
      let folded = FoldedText(text.string(range))
      return folded.occurrences(of: self.folded).map { folded.originalRange(of: $0) }
    }
    var ranges: [ScalarRange] = []
    text.withUnits(range) { units in
      StoredText.search(run, in: units) { place in
        let end = place + run.count
        ranges.append(ScalarRange(place, end))
        return end
      }
    }
    return ranges
  }

  /// The first of them, which most texts need no list for.
  func firstRange(
    in text: StoredText, _ range: Range<Int>, readsOtherwise: Bool
  ) -> ScalarRange? {
    guard isExact, !readsOtherwise, text.isOfPlainUnits(range) else {
      return ranges(in: text, range, readsOtherwise: readsOtherwise).first
    }
    var first: ScalarRange?
    text.withUnits(range) { units in
      StoredText.search(run, in: units) { place in
        first = ScalarRange(place, place + run.count)
        return units.count
      }
    }
    return first
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
}
