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

  /// Where in the texts of an issue the words may stand, without its tree, which most issues need
  /// not; nil where that does not tell.
  func places(in text: StoredText) -> [Int]? {
    if run.isEmpty { return nil }
    var places: [Int] = []
    text.withUnits { units in
      StoredText.search(run, in: units) { place in
        places.append(place)
        return place + run.count
      }
    }
    return places
  }

  /// The nodes of an issue whose texts have the words; nil where none has.
  ///
  /// - Parameter places: What `places(in:)` gave.
  func nodes(at places: [Int]?, in text: StoredText, _ tree: StoredTree) -> NodeSet? {
    var set = NodeSet(size: tree.nodeCount)
    tree.forEachNode(ofUnits: places ?? []) { node in
      if isExact || has(node, tree, text) { set.insert(node) }
    }
    if places == nil {
      for node in 0..<tree.nodeCount where has(node, tree, text) { set.insert(node) }
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

  private func has(_ node: Int, _ tree: StoredTree, _ text: StoredText) -> Bool {
    tree.entry(node).fields.contains {
      let field = tree.field($0)
      return !field.isFolded && FoldedText(text.string(field.units)).contains(folded)
    }
  }
}
