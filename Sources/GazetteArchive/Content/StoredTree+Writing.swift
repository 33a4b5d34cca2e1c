import GazetteModel
import GazetteText

extension StoredTree {
  /// Writes the tree and the texts of an issue.
  static func write(_ index: FilterIndex) -> (tree: [UInt8], text: StoredText) {
    var tree = StoredTreeWriter()
    for node in index.issue.nodes { tree.add(node, index) }
    return (tree.bytes, tree.text)
  }
}

/// Writes what `StoredTreeLayout` finds.
private struct StoredTreeWriter {
  private(set) var text = StoredText()
  private var lengths: [UInt32] = []
  private var fieldEnds: [UInt32] = []
  private var referenceEnds: [UInt32] = []
  private var kinds: [UInt32] = []
  private var behinds: [UInt32] = []
  private var codes: [UInt32] = []
  private var cells: [UInt32] = []
  private var corrections: [UInt32] = []
  private var references: [UInt8] = []
  private var unitCount = 0
  /// The first field of the index that no node had yet.
  private var next = 0

  /// A longer one is a text of its own: no more stands beside the kind in a word.
  private static let longestPrefix = 1 << 23

  private struct Text {
    let code: Int
    let original: String
    let folded: FoldedText
  }

  mutating func add(_ node: Node, _ index: FilterIndex) {
    references += Array(node.reference.text.utf8)
    let start = next
    while next < index.fields.count, index.fields[next].node == node.id.index { next += 1 }
    let prefix = addTexts(Array(index.fields[start..<next]), of: node)
    let kind =
      (NodeKind.allCases.firstIndex(of: node.kind) ?? 0) << 1 | (node.tables.isEmpty ? 0 : 1)
    lengths.append(UInt32(clamping: node.subtreeEnd - node.id.index))
    fieldEnds.append(UInt32(clamping: codes.count))
    referenceEnds.append(UInt32(clamping: references.count))
    kinds.append(UInt32(clamping: (prefix.map { ($0 + 1) << 8 } ?? 0) | kind))
    for (paragraph, content) in node.paragraphs.enumerated() {
      for correction in content.corrections {
        let range = correction.range
        corrections += words(node.id.index, paragraph, range.start, range.count)
      }
    }
  }

  /// Adds the texts of a node; how many units of the first paragraph are its title.
  private mutating func addTexts(_ own: [FilterIndex.Field], of node: Node) -> Int? {
    let others = FilterIndex.otherTexts(of: node)
    var texts: [Text] = []
    var prefix: Int?
    var other = 0
    for field in own {
      switch field.place {
      case .title:
        let title = node.title ?? ""
        prefix = Self.prefix(title, field.text, own, node)
        if prefix == nil {
          texts.append(Text(code: StoredTree.titleCode, original: title, folded: field.text))
        }
      case .text(let place):
        let original = (node.scalars(at: place) ?? []).string
        texts.append(Text(code: code(of: place), original: original, folded: field.text))
      case .other:
        texts.append(
          Text(code: StoredTree.otherCode, original: others[other], folded: field.text))
        other += 1
      }
    }
    for text in texts { add(text.original, text.code) }
    for text in texts where StoredText.readsOtherwise(text.original, text.folded) {
      add(text.folded.folded.string, StoredTree.foldedCode)
    }
    return prefix
  }

  /// How much of the first paragraph is the title: that of a clause is its beginning.
  private static func prefix(
    _ title: String, _ folded: FoldedText, _ own: [FilterIndex.Field], _ node: Node
  ) -> Int? {
    let count = title.utf16.count
    guard count < longestPrefix,
      let first = own.first(where: { $0.place == .text(.paragraph(0)) }),
      node.paragraphs[0].text.hasPrefix(title),
      first.text.folded.starts(with: folded.folded)
    else { return nil }
    return count
  }

  private mutating func code(of place: TextPlace) -> Int {
    if case .paragraph(let index) = place { return StoredTree.paragraphCodes.lowerBound + index }
    let bits = UInt64(bitPattern: Int64(place.code))
    cells += words(Int(bits & 0xFFFF_FFFF), Int(bits >> 32))
    return StoredTree.firstCellCode + cells.count / 2 - 1
  }

  private mutating func add(_ text: String, _ code: Int) {
    unitCount += self.text.append(text) + 1
    behinds.append(UInt32(clamping: unitCount))
    codes.append(UInt32(clamping: code))
  }

  private func words(_ values: Int...) -> [UInt32] { values.map { UInt32(clamping: $0) } }

  /// All of it.
  var bytes: [UInt8] {
    let flags =
      (text.isOfPlainUnits(0..<unitCount) ? StoredTreeLayout.plainFlag : 0)
      | (codes.contains(UInt32(StoredTree.foldedCode)) ? StoredTreeLayout.foldedFlag : 0)
    let head = words(codes.count, cells.count / 2, corrections.count / 4, references.count, flags)
    let columns = [lengths, fieldEnds, referenceEnds, kinds, behinds, codes, cells, corrections]
    var bytes: [UInt8] = []
    for word in ([head] + columns).joined() {
      withUnsafeBytes(of: word.littleEndian) { bytes += $0 }
    }
    return bytes + references
  }
}
