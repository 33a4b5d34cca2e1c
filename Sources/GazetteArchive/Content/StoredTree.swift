import GazetteModel
import GazetteText

/// The tree of an issue as the index keeps it (树): what each node is, and where its texts lie in
/// the issue's `StoredText`.
///
/// What is said of nodes and of fields stands in words of one length, so that each is found where it
/// lies: of most issues that are looked through few nodes are asked for. The bytes may be lent by who
/// reads the index: then it holds no longer than that says.
struct StoredTree: @unchecked Sendable {
  /// A node.
  struct Entry {
    /// The place of its kind among all, and whether it has tables.
    fileprivate let code: Int
    /// Behind the last node below it.
    let end: Int
    /// Its fields, by their places among all.
    let fields: Range<Int>
    /// How many units of the first paragraph are its title; nil where that is a text of its own.
    let titlePrefix: Int?

    var kind: NodeKind { NodeKind.allCases[code >> 1] }
    var hasTables: Bool { code & 1 != 0 }
  }

  /// A text of a node.
  struct Field {
    /// Its units in the text.
    let units: Range<Int>
    /// What it is: one of the codes below.
    fileprivate let code: Int

    /// The paragraph that it is; nil for any other text.
    var paragraph: Int? {
      StoredTree.paragraphCodes.contains(code) ? code - StoredTree.paragraphCodes.lowerBound : nil
    }

    var isTitle: Bool { code == StoredTree.titleCode }
    /// Whether it is a text before it as it is searched, where that reads otherwise than it is printed.
    var isFolded: Bool { code == StoredTree.foldedCode }
    /// Whether it is the text of a paragraph or of a cell.
    var hasPlace: Bool { code >= StoredTree.paragraphCodes.lowerBound }
  }

  /// A stretch that was corrected.
  struct Corrected {
    let node: Int
    let paragraph: Int
    let range: ScalarRange
  }

  static let titleCode = 0
  static let otherCode = 1
  static let foldedCode = 2
  static let paragraphCodes = 3..<firstCellCode
  /// A cell is told by its place in the table of cells, which is added to this.
  static let firstCellCode = 1 << 30

  /// Its own bytes; none where they are lent.
  private var own: [UInt8] = []
  private var lent: UnsafeRawBufferPointer?
  private let layout: StoredTreeLayout

  /// Takes the tree of an issue of `count` nodes from where it lies, which holds longer than it does.
  init(lent bytes: UnsafeRawBufferPointer, count: Int) throws(PartReader.Damage) {
    layout = try StoredTreeLayout(bytes, nodes: count)
    lent = bytes
  }

  /// The tree of an issue of `count` nodes.
  init(_ bytes: [UInt8], count: Int) throws(PartReader.Damage) {
    layout = try bytes.withUnsafeBufferPointer { bytes throws(PartReader.Damage) in
      try StoredTreeLayout(UnsafeRawBufferPointer(bytes), nodes: count)
    }
    own = bytes
  }

  var isLent: Bool { lent != nil }

  /// The same for as long as it is wanted.
  func kept() -> StoredTree {
    guard let lent else { return self }
    var kept = self
    (kept.own, kept.lent) = ([UInt8](lent), nil)
    return kept
  }

  @inline(__always)
  private func withBytes<Value>(
    _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    if let lent { return try body(lent) }
    return try own.withUnsafeBytes(body)
  }

  /// How many nodes there are.
  var nodeCount: Int { layout.nodes }

  /// How many fields all nodes have together.
  var fieldCount: Int { layout.fields }

  /// Whether any field is a text as it is searched, `Field.isFolded`.
  var hasFolded: Bool { layout.hasFolded }

  /// Whether each unit of the text is a scalar.
  var textIsOfPlainUnits: Bool { layout.textIsOfPlainUnits }

  /// A node, by its place in order of print.
  func entry(_ node: Int) -> Entry {
    withBytes { bytes in
      let (code, prefix) = layout.kind(of: node, bytes)
      return Entry(
        code: code, end: layout.end(of: node, bytes), fields: layout.fields(of: node, bytes),
        titlePrefix: prefix > 0 ? prefix - 1 : nil)
    }
  }

  /// A field, by its place among all.
  func field(_ place: Int) -> Field {
    withBytes { bytes in
      Field(units: layout.units(of: place, bytes), code: layout.code(of: place, bytes))
    }
  }

  /// The node of a field.
  func node(ofField field: Int) -> Int {
    withBytes { bytes in
      (0..<layout.nodes).partitionPoint { layout.fields(of: $0, bytes).upperBound <= field }
    }
  }

  /// The field that has the unit of the text; nil where none has.
  func field(ofUnit unit: Int) -> Int? {
    let field = withBytes { bytes in
      (0..<layout.fields).partitionPoint { layout.units(of: $0, bytes).upperBound <= unit }
    }
    return field < layout.fields ? field : nil
  }

  /// Calls `body` with each node that has some of the units of the text, in order.
  ///
  /// - Parameter units: Places in the text, in order.
  func forEachNode(ofUnits units: [Int], _ body: (Int) -> Void) {
    withBytes { bytes in
      var (field, node) = (0, 0)
      var last = -1
      for unit in units {
        field = layout.field(from: field, behind: unit, bytes)
        node = layout.node(from: node, ofField: field, bytes)
        if node == layout.nodes { return }
        if node != last { body(node) }
        last = node
      }
    }
  }

  /// The reference of a node.
  func reference(of node: Int) -> String {
    withBytes { String(decoding: layout.reference(of: node, $0), as: UTF8.self) }
  }

  /// Adds the reference of a node to a line.
  func appendReference(of node: Int, to line: inout LineBytes) {
    withBytes { line.append(layout.reference(of: node, $0).bindMemory(to: UInt8.self)) }
  }

  /// The node of a reference.
  func node(at reference: some StringProtocol) -> Int? {
    let wanted = Array(reference.utf8)
    return withBytes { bytes in
      (0..<layout.nodes).first { layout.reference(of: $0, bytes).elementsEqual(wanted) }
    }
  }

  /// Stretches that were corrected, in the order of their nodes.
  var corrections: [Corrected] {
    withBytes { bytes in
      (0..<layout.corrections).map { place in
        let (node, paragraph, range) = layout.correction(place, bytes)
        return Corrected(node: node, paragraph: paragraph, range: range)
      }
    }
  }

  /// The stretches of a node that were corrected.
  func corrections(of node: Int) -> [Corrected] { corrections.filter { $0.node == node } }

  /// The title of a node.
  func title(of node: Int, in text: StoredText) -> String? {
    titleUnits(of: node).map(text.string)
  }

  /// The units of the title of a node in the text.
  func titleUnits(of node: Int) -> Range<Int>? {
    let entry = entry(node)
    for place in entry.fields {
      let field = field(place)
      guard let prefix = entry.titlePrefix else {
        if field.isTitle { return field.units }
        continue
      }
      if field.paragraph == 0 {
        let start = field.units.lowerBound
        return start..<start + min(prefix, field.units.count)
      }
    }
    return nil
  }

  /// The paragraphs of a node.
  func paragraphs(of node: Int, in text: StoredText) -> [String] {
    var result: [String] = []
    for place in entry(node).fields {
      let field = field(place)
      if field.paragraph == result.count { result.append(text.string(field.units)) }
    }
    return result
  }

  /// The text at a place of a node; empty where there is none.
  func scalars(of node: Int, at place: TextPlace, in text: StoredText) -> [Unicode.Scalar] {
    for index in entry(node).fields where textPlace(of: index) == place {
      return Array(text.string(field(index).units).unicodeScalars)
    }
    return []
  }

  /// Which text of its node a field is; nil for titles and what has no place.
  private func textPlace(of place: Int) -> TextPlace? {
    let field = field(place)
    guard field.hasPlace else { return nil }
    if let paragraph = field.paragraph { return .paragraph(paragraph) }
    return withBytes { TextPlace(code: layout.cell(field.code - Self.firstCellCode, $0)) }
  }
}
