import GazetteModel
import GazetteText

/// The tree of an issue as the index keeps it (树): what each node is, and where its texts lie in
/// the issue's `StoredText`.
struct StoredTree {
  /// A node. It holds no memory of its own: of most issues that are looked through few nodes are
  /// asked for.
  struct Entry {
    let kind: NodeKind
    /// Behind the last node below it.
    let end: Int
    let hasTables: Bool
    /// Its fields, by their places in `fields`.
    let fields: Range<Int>
    /// How many units of the first paragraph are its title; nil where that is a text of its own.
    let titlePrefix: Int?
    /// Its reference, by the bytes in `references`.
    fileprivate let reference: Range<Int>
  }

  /// A text of a node.
  struct Field {
    enum Place: Equatable {
      case title
      case text(TextPlace)
      case other
      /// A text before it as it is searched, where that reads otherwise than it is printed.
      case folded
    }

    let node: Int
    /// Its units in the issue's text.
    let units: Range<Int>
    fileprivate let code: Int
    /// The code of its cell.
    fileprivate let cell: Int

    var place: Place {
      switch code {
      case StoredTree.titleCode: .title
      case StoredTree.otherCode: .other
      case StoredTree.foldedCode: .folded
      case StoredTree.cellCode: .text(TextPlace(code: cell))
      default: .text(.paragraph(code - StoredTree.firstParagraphCode))
      }
    }

    /// The paragraph that it is; nil for any other text.
    var paragraph: Int? {
      code < StoredTree.firstParagraphCode ? nil : code - StoredTree.firstParagraphCode
    }

    var isTitle: Bool { code == StoredTree.titleCode }
    var isFolded: Bool { code == StoredTree.foldedCode }
  }

  private(set) var entries: [Entry] = []
  private(set) var fields: [Field] = []
  /// The references one behind the other, and behind the last what is not used.
  private var references: [UInt8] = []
  /// Stretches that were corrected, in the order of their nodes.
  private(set) var corrections: [(node: Int, paragraph: Int, range: ScalarRange)] = []

  /// The codes of places of fields; paragraphs come from 3, cells are told by `cellCode`.
  fileprivate static let titleCode = 0
  fileprivate static let otherCode = 1
  fileprivate static let foldedCode = 2
  fileprivate static let cellCode = 3
  fileprivate static let firstParagraphCode = 4

  /// Writes the tree and the texts of an issue.
  static func write(_ index: FilterIndex) -> (tree: [UInt8], text: StoredText) {
    var tree = PartWriter()
    var text = StoredText()
    var before: [UInt8] = []
    let all = index.fields
    var next = 0
    for node in index.issue.nodes {
      tree.add(
        (NodeKind.allCases.firstIndex(of: node.kind) ?? 0) << 1 | (node.tables.isEmpty ? 0 : 1))
      tree.add(node.subtreeEnd - node.id.index)
      let reference = Array(node.reference.text.utf8)
      let shared = zip(before, reference).prefix { $0 == $1 }.count
      before = reference
      tree.add(shared)
      tree.add(String(decoding: reference[shared...], as: UTF8.self))
      let start = next
      while next < all.count, all[next].node == node.id.index { next += 1 }
      write(all[start..<next], of: node, &tree, &text)
      let corrected = node.paragraphs.enumerated().flatMap { index, paragraph in
        paragraph.corrections.map { (index, $0.range) }
      }
      tree.add(corrected.count)
      for (paragraph, range) in corrected {
        tree.add(paragraph)
        tree.add(range.start)
        tree.add(range.count)
      }
    }
    return (tree.bytes, text)
  }

  private static func write(
    _ fields: ArraySlice<FilterIndex.Field>, of node: Node, _ tree: inout PartWriter,
    _ text: inout StoredText
  ) {
    let others = FilterIndex.otherTexts(of: node)
    var texts: [(code: Int, cell: TextPlace?, original: String, folded: FoldedText)] = []
    var prefix: Int?
    var other = 0
    for field in fields {
      switch field.place {
      case .title:
        let title = node.title ?? ""
        // The title of a clause is the beginning of its first paragraph.
        if let first = fields.first(where: { $0.place == .text(.paragraph(0)) }),
          node.paragraphs[0].text.hasPrefix(title),
          first.text.folded.starts(with: field.text.folded)
        {
          prefix = title.utf16.count
        } else {
          texts.append((titleCode, nil, title, field.text))
        }
      case .text(let place):
        let original = (node.scalars(at: place) ?? []).string
        if case .paragraph(let index) = place {
          texts.append((firstParagraphCode + index, nil, original, field.text))
        } else {
          texts.append((cellCode, place, original, field.text))
        }
      case .other:
        texts.append((otherCode, nil, others[other], field.text))
        other += 1
      }
    }
    tree.add(prefix.map { $0 + 1 } ?? 0)
    let copies = texts.filter { StoredText.readsOtherwise($0.original, $0.folded) }
    tree.add(texts.count + copies.count)
    for entry in texts {
      tree.add(entry.code)
      if let cell = entry.cell { tree.add(signed: cell.code) }
      tree.add(text.append(entry.original))
    }
    for entry in copies {
      tree.add(foldedCode)
      tree.add(text.append(entry.folded.folded.string))
    }
  }

  /// Reads the tree of an issue of `count` nodes.
  init(_ bytes: [UInt8], count: Int) throws(PartReader.Damage) {
    self = try bytes.withUnsafeBufferPointer { bytes throws(PartReader.Damage) in
      try StoredTree(UnsafeRawBufferPointer(bytes), count: count)
    }
  }

  /// Reads it from where it lies.
  init(_ bytes: UnsafeRawBufferPointer, count: Int) throws(PartReader.Damage) {
    var reader = LentPartReader(bytes)
    let kinds = NodeKind.allCases
    // What is added to at each node is no property meanwhile, which takes longer.
    var entries: [Entry] = []
    var fields: [Field] = []
    entries.reserveCapacity(count)
    fields.reserveCapacity(count * 3)
    var references = ReferenceRun(capacity: count * 12)
    var units = 0
    for node in 0..<count {
      let kind = try reader.count(atMost: kinds.count * 2 - 1)
      let length = try reader.count(atMost: count - node)
      // It begins as the one before.
      let shared = try reader.count(atMost: references.last.count)
      references.append(sharing: shared, try reader.run())
      let prefix = try reader.number()
      let first = fields.count
      for _ in 0..<(try reader.count(atMost: bytes.count)) {
        let code = try reader.number()
        let cell = code == Self.cellCode ? try reader.signed() : 0
        let length = try reader.count(atMost: 1 << 31)
        fields.append(Field(node: node, units: units..<units + length, code: code, cell: cell))
        units += length + 1
      }
      for _ in 0..<(try reader.count(atMost: bytes.count)) {
        let (paragraph, start) = (try reader.number(), try reader.number())
        corrections.append((node, paragraph, ScalarRange(start, start + (try reader.number()))))
      }
      entries.append(
        Entry(
          kind: kinds[kind >> 1], end: node + length, hasTables: kind & 1 != 0,
          fields: first..<fields.count, titlePrefix: prefix > 0 ? prefix - 1 : nil,
          reference: references.last))
    }
    (self.entries, self.fields, self.references) = (entries, fields, references.bytes)
  }

  /// The reference of a node.
  func reference(of node: Int) -> String {
    String(decoding: references[entries[node].reference], as: UTF8.self)
  }

  /// Adds the reference of a node to a line.
  func appendReference(of node: Int, to line: inout LineBytes) {
    let reference = entries[node].reference
    references.withUnsafeBufferPointer {
      line.append(UnsafeBufferPointer(rebasing: $0[reference]))
    }
  }

  /// The stretches of a node that were corrected.
  func corrections(of node: Int) -> [(node: Int, paragraph: Int, range: ScalarRange)] {
    corrections.filter { $0.node == node }
  }

  /// The node of a reference.
  func node(at reference: some StringProtocol) -> Int? {
    let wanted = Array(reference.utf8)
    return entries.firstIndex { references[$0.reference].elementsEqual(wanted) }
  }

  /// The node that has the unit of the issue's text.
  func node(ofUnit unit: Int) -> Int? {
    var (low, high) = (0, fields.count)
    while low < high {
      let middle = (low + high) / 2
      if fields[middle].units.upperBound <= unit { low = middle + 1 } else { high = middle }
    }
    return low < fields.count ? fields[low].node : nil
  }

  /// The title of a node.
  func title(of node: Int, in text: StoredText) -> String? {
    titleUnits(of: node).map(text.string)
  }

  /// The units of the title of a node in the issue's text.
  func titleUnits(of node: Int) -> Range<Int>? {
    let entry = entries[node]
    let own = fields[entry.fields]
    if let prefix = entry.titlePrefix {
      return own.first { $0.paragraph == 0 }.map {
        $0.units.lowerBound..<$0.units.lowerBound + min(prefix, $0.units.count)
      }
    }
    return own.first { $0.isTitle }?.units
  }

  /// The paragraphs of a node.
  func paragraphs(of node: Int, in text: StoredText) -> [String] {
    var result: [String] = []
    for field in fields[entries[node].fields] {
      if field.paragraph == result.count { result.append(text.string(field.units)) }
    }
    return result
  }

  /// The text at a place of a node; empty where there is none.
  func scalars(of node: Int, at place: TextPlace, in text: StoredText) -> [Unicode.Scalar] {
    fields[entries[node].fields].first { $0.place == .text(place) }.map {
      Array(text.string($0.units).unicodeScalars)
    } ?? []
  }
}

/// References that are put one behind the other.
private struct ReferenceRun {
  /// The references, and behind the last what is not used.
  private(set) var bytes: [UInt8]
  /// Where the last is.
  private(set) var last = 0..<0

  init(capacity: Int) {
    bytes = [UInt8](repeating: 0, count: capacity)
  }

  /// Adds one that begins with `shared` bytes of the last.
  @inline(__always)
  mutating func append(sharing shared: Int, _ rest: UnsafeRawBufferPointer) {
    let length = shared + rest.count
    if bytes.count - last.upperBound < length {
      bytes += repeatElement(0, count: max(length, bytes.count))
    }
    let (from, to) = (last.lowerBound, last.upperBound)
    bytes.withUnsafeMutableBytes { bytes in
      let target = UnsafeMutableRawBufferPointer(rebasing: bytes[to..<to + length])
      target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[from..<from + shared]))
      UnsafeMutableRawBufferPointer(rebasing: target[shared...]).copyMemory(from: rest)
    }
    last = to..<to + length
  }
}
