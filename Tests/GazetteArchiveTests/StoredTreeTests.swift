import Foundation
import GazetteIntake
import GazetteModel
import GazetteText
import Testing

@testable import GazetteArchive

/// The tree of an issue as the index keeps it.
@Suite struct StoredTreeTests {
  private static let issue = IssueParser.parse(
    SourceText(
      bytes: Array(
        (Plans.p2019 + """

          | 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 修复𠮷林黑土地 | 省农业农村厅 | 省财政厅 | 2020年 |
          """).utf8)))

  private static func written() -> (tree: [UInt8], text: StoredText) {
    StoredTree.write(FilterIndex(issue))
  }

  @Test func whatIsWrittenReadsAsTheIssue() throws {
    let (bytes, text) = Self.written()
    let nodes = Self.issue.nodes
    let tree = try StoredTree(bytes, count: nodes.count)
    #expect(!tree.textIsOfPlainUnits, "a character has two units")
    #expect(tree.hasFolded == (0..<tree.fieldCount).contains { tree.field($0).isFolded })
    #expect(tree.nodeCount == nodes.count)
    for node in nodes {
      let (place, entry) = (node.id.index, tree.entry(node.id.index))
      #expect(entry.kind == node.kind)
      #expect(entry.end == node.subtreeEnd)
      #expect(entry.hasTables == !node.tables.isEmpty)
      #expect(tree.reference(of: place) == node.reference.text)
      #expect(tree.node(at: node.reference.text) == place)
      #expect(tree.title(of: place, in: text) == node.title)
      #expect(tree.paragraphs(of: place, in: text) == node.paragraphs.map(\.text))
      for field in entry.fields {
        #expect(tree.node(ofField: field) == place)
        #expect(tree.field(ofUnit: tree.field(field).units.lowerBound) == field)
      }
    }
    let cells = FilterIndex(Self.issue).fields.filter { field in
      if case .text(.cell) = field.place { true } else { false }
    }
    #expect(!cells.isEmpty)
    for cell in cells {
      guard case .text(let place) = cell.place else { continue }
      #expect(
        tree.scalars(of: cell.node, at: place, in: text) == nodes[cell.node].scalars(at: place))
    }
  }

  @Test func theNodesOfPlacesAreThoseOfEach() throws {
    let (bytes, text) = Self.written()
    let tree = try StoredTree(bytes, count: Self.issue.nodes.count)
    for _ in 0..<50 {
      let places = text.units.indices.filter { _ in Int.random(in: 0..<40) == 0 }
      var found: [Int] = []
      tree.forEachNode(ofUnits: places) { found.append($0) }
      let expected = places.compactMap { tree.field(ofUnit: $0).map(tree.node(ofField:)) }
      #expect(found == expected.reduce(into: []) { if $0.last != $1 { $0.append($1) } })
    }
  }

  /// Where nothing is said of the damage, all that is asked is answered.
  @Test func damagedWordsAreSaidAndNeverTrap() {
    let (bytes, text) = Self.written()
    let count = Self.issue.nodes.count
    var said = 0
    for place in stride(from: 0, to: bytes.count - 3, by: 4) {
      let word = ([0, 1, .max, .random(in: 0...UInt32.max)] as [UInt32]).randomElement() ?? 0
      var damaged = bytes
      damaged.withUnsafeMutableBytes {
        $0.storeBytes(of: word, toByteOffset: place, as: UInt32.self)
      }
      guard let tree = try? StoredTree(damaged, count: count) else {
        said += 1
        continue
      }
      for node in 0..<tree.nodeCount {
        #expect(tree.entry(node).end <= count)
        _ = (tree.title(of: node, in: text), tree.paragraphs(of: node, in: text))
        _ = (tree.reference(of: node), tree.entry(node).kind)
        _ = tree.scalars(of: node, at: .cell(CellPlace(table: 0, row: 0, column: 0)), in: text)
      }
      tree.forEachNode(ofUnits: Array(text.units.indices)) { #expect($0 < count) }
      _ = tree.corrections
    }
    #expect(said > 0)
    for length in 0..<bytes.count {
      #expect(throws: PartReader.Damage.self) {
        try StoredTree(Array(bytes[..<length]), count: count)
      }
    }
    #expect(throws: PartReader.Damage.self) { try StoredTree(bytes, count: count + 1) }
  }

  /// A text at an odd address is a copy from the beginning; the tree is not.
  @Test(arguments: [0, 1]) func whatIsKeptHoldsWhenTheAnswerIsGone(_ shift: Int) throws {
    let folder = try ArchiveFolder()
    let index = folder.path + ".gazette-index"
    defer { try? FileManager.default.removeItem(atPath: index) }
    try folder.write("1.md", ArchiveFolder.text("甲省人民政府公报", 1))
    _ = try ArchiveBuilder(root: FilePath(folder.path), path: index).run()
    let catalogue = try ArchiveCatalogue(path: index)
    let (tree, text) = Self.written()
    let units = text.units.withUnsafeBytes { [UInt8]($0) }
    let answer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: units.count + tree.count + shift, alignment: 8)
    defer { answer.deallocate() }
    let texts = UnsafeMutableRawBufferPointer(rebasing: answer[shift..<shift + units.count])
    let trees = UnsafeMutableRawBufferPointer(rebasing: answer[(shift + units.count)...])
    texts.copyBytes(from: units)
    trees.copyBytes(from: tree)
    let lent = try StoredTree(lent: UnsafeRawBufferPointer(trees), count: Self.issue.nodes.count)
    let content = IssueContent(
      catalogue, 0, lent, StoredText(lent: UnsafeRawBufferPointer(texts))
    ).kept()
    answer.initializeMemory(as: UInt8.self, repeating: 0)
    for node in Self.issue.nodes {
      #expect(content.tree.reference(of: node.id.index) == node.reference.text)
      #expect(content.tree.title(of: node.id.index, in: content.text) == node.title)
    }
  }
}
