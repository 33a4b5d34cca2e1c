import GazetteModel
import GazetteText

/// The tree of an issue as the index keeps it (树): what each node is, and where its texts lie in
/// the issue's `StoredText`.
struct StoredTree {
  struct Entry {
    let kind: NodeKind
    /// Behind the last node below it.
    let end: Int
    let reference: String
    /// Its fields, by their places in `fields`.
    var fields = 0..<0
    /// How many units of the first paragraph are its title; nil where that is a text of its own.
    var titlePrefix: Int?
    let hasTables: Bool
    /// Stretches that were corrected.
    let corrections: [(paragraph: Int, range: ScalarRange)]
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
    let place: Place
    /// Its units in the issue's text.
    let units: Range<Int>
  }

  private(set) var entries: [Entry] = []
  private(set) var fields: [Field] = []

  /// The codes of places of fields; paragraphs come from 3, cells are told by `cellCode`.
  private static let titleCode = 0
  private static let otherCode = 1
  private static let foldedCode = 2
  private static let cellCode = 3
  private static let firstParagraphCode = 4

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
    var reader = PartReader(bytes)
    var before: [UInt8] = []
    var units = 0
    entries.reserveCapacity(count)
    fields.reserveCapacity(count * 2)
    for node in 0..<count {
      let kind = try reader.count(atMost: NodeKind.allCases.count * 2)
      let length = try reader.count(atMost: count - node)
      let shared = try reader.count(atMost: before.count)
      let rest = try reader.text()
      before.removeLast(before.count - shared)
      before += Array(rest.utf8)
      let prefix = try reader.number()
      let first = fields.count
      for _ in 0..<(try reader.count(atMost: bytes.count)) {
        let place: Field.Place
        switch try reader.number() {
        case Self.titleCode: place = .title
        case Self.otherCode: place = .other
        case Self.foldedCode: place = .folded
        case Self.cellCode: place = .text(TextPlace(code: try reader.signed()))
        case let code: place = .text(.paragraph(code - Self.firstParagraphCode))
        }
        let length = try reader.count(atMost: 1 << 31)
        fields.append(Field(node: node, place: place, units: units..<units + length))
        units += length + 1
      }
      var corrections: [(Int, ScalarRange)] = []
      for _ in 0..<(try reader.count(atMost: bytes.count)) {
        let (paragraph, start) = (try reader.number(), try reader.number())
        corrections.append((paragraph, ScalarRange(start, start + (try reader.number()))))
      }
      guard kind >> 1 < NodeKind.allCases.count else { throw PartReader.Damage() }
      entries.append(
        Entry(
          kind: NodeKind.allCases[kind >> 1], end: node + length,
          reference: String(decoding: before, as: UTF8.self), fields: first..<fields.count,
          titlePrefix: prefix > 0 ? prefix - 1 : nil, hasTables: kind & 1 != 0,
          corrections: corrections))
    }
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
    let entry = entries[node]
    let own = fields[entry.fields]
    if let prefix = entry.titlePrefix {
      return own.first { $0.place == .text(.paragraph(0)) }.map {
        text.string($0.units.lowerBound..<$0.units.lowerBound + min(prefix, $0.units.count))
      }
    }
    return own.first { $0.place == .title }.map { text.string($0.units) }
  }

  /// The paragraphs of a node.
  func paragraphs(of node: Int, in text: StoredText) -> [String] {
    var result: [String] = []
    for field in fields[entries[node].fields] {
      if case .text(.paragraph(let index)) = field.place, index == result.count {
        result.append(text.string(field.units))
      }
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
