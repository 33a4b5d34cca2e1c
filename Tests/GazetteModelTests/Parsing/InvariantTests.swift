import GazetteModel
import Testing

@Suite struct InvariantTests {
  private static let shippedText = ShippedIssue.load().source

  @Test func everyLineOfTheShippedIssueIsAccountedForOnce() {
    let issue = ShippedIssue.load()
    #expect(issue.wronglyCountedLines == [])
    #expect(issue.nodes.count > 150)
  }

  @Test(arguments: CorpusEntry.all)
  func everyLineOfTheCorpusIsAccountedForOnce(_ entry: CorpusEntry) {
    #expect(parse(entry.input).wronglyCountedLines == [])
  }

  @Test func referencesAreUniqueAndLeadBack() {
    let issue = ShippedIssue.load()
    #expect(Set(issue.nodes.map(\.reference)).count == issue.nodes.count)
    let library = Library(issues: [issue])
    for node in issue.nodes {
      let typed = TypedReference("2021-11：" + node.reference.text.replacing("/", with: "／"))
      let found = library.node(at: typed, current: library.issueIDs[0])
      #expect(found?.node == node.id, "\(node.reference)")
    }
  }

  @Test func ideographsOfTheTreeAreThoseOfTheSource() {
    let issue = IssueParser.parse(Self.shippedText)
    let entriesAndHeads = Set(issue.nodes.flatMap(\.otherLines).flatMap { $0.first...$0.last })
    var printed = ""
    for line in 1...issue.source.lineCount where !entriesAndHeads.contains(line) {
      printed += ideographs(issue.source.text(ofLine: line))
    }
    var read = ""
    for node in issue.nodes {
      for (index, paragraph) in node.paragraphs.enumerated() {
        // The number is not part of the text, and its ideographs stand before it.
        if index == 0, let number = node.numbering?.printed, !node.kind.hasChildrenBelowHeading {
          read += ideographs(number)
        }
        read += ideographs(paragraph.text)
      }
    }
    #expect(read == printed)
  }

  @Test func subtreesNestAndLinesLieInTheirParents() {
    let issue = ShippedIssue.load()
    for node in issue.nodes {
      #expect(node.subtreeEnd > node.id.index)
      guard let parent = node.parent else { continue }
      let above = issue[parent]
      #expect(above.id < node.id && node.subtreeEnd <= above.subtreeEnd)
      #expect(above.lines.first <= node.lines.first && node.lines.last <= above.lines.last)
    }
  }

  @Test func offsetsLeadBackToTheLineThatPrintedThem() {
    let issue = ShippedIssue.load()
    for paragraph in issue.nodes.flatMap(\.paragraphs) {
      #expect(paragraph.scalarCount == paragraph.text.unicodeScalars.count)
      #expect(paragraph.lineStarts.first?.line == paragraph.lines.first)
      #expect(paragraph.lineStarts.last?.line == paragraph.lines.last)
      let scalars = Array(paragraph.text.unicodeScalars)
      for start in paragraph.lineStarts where start.line != paragraph.lines.first {
        let line = issue.source.text(ofLine: start.line)
        let first = scalars[start.offset]
        #expect(line.unicodeScalars.first { !$0.properties.isWhitespace } == first || !isHan(first))
      }
    }
  }

  @Test(arguments: 1...60)
  func printingADocumentDifferentlyDoesNotChangeItsTree(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let document = GeneratedDocument(sections: 3, using: &generator)
    let text = document.printed(using: &generator)
    let issue = parse(text)
    let clauses = issue.nodes.filter { $0.kind == .clause }
    #expect(clauses.map(\.reference.text) == document.clauses.map(\.reference), "\(text)")
    for (clause, expected) in zip(clauses, document.clauses) {
      #expect(clause.paragraphs.map(\.text) == [expected.text], "\(text)")
    }
    #expect(issue.wronglyCountedLines == [], "\(text)")
  }

  @Test(arguments: 1...40)
  func damagedTextKeepsTheInvariants(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = Self.shippedText.bytes
    for _ in 0..<20 {
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 1...400, using: &generator))
      switch Int.random(in: 0...3, using: &generator) {
      case 0: bytes.removeSubrange(start..<end)
      case 1:
        bytes.insert(
          contentsOf: bytes[start..<end], at: Int.random(in: 0..<bytes.count, using: &generator))
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: start)
      default: bytes.replaceSubrange(start..<end, with: bytes[start..<end].reversed())
      }
    }
    let issue = IssueParser.parse(SourceText(bytes: bytes))
    #expect(issue.wronglyCountedLines == [])
    #expect(Set(issue.nodes.map(\.reference)).count == issue.nodes.count)
  }

  @Test(arguments: [
    String(repeating: "（", count: 200_000),
    String(repeating: "1. 标题。内容。\n", count: 50_000),
    (1...20_000).map { "\($0). 标题" }.joined(separator: "\n"),
    String(repeating: "一、（一）1.（1）①第一章第一条\n", count: 20_000),
    String(repeating: "字", count: 2_000_000),
    "第一条" + String(repeating: "“", count: 100_000),
    String(repeating: "# ", count: 100_000),
    String(repeating: "某某省的\n# 标题的通知\n", count: 20_000),
    "一、甲。" + String(repeating: "1.甲。", count: 60_000),
  ])
  func strangeTextsParseInLinearTime(_ text: String) {
    let clock = ContinuousClock()
    let time = clock.measure { #expect(parse(text).wronglyCountedLines == []) }
    // Far above what a loaded machine needs, far below what a quadratic algorithm takes.
    #expect(time < .seconds(60))
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  private func ideographs(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter(isHan)))
  }
}

extension NodeKind {
  /// Whether the heading of the kind is no paragraph.
  fileprivate var hasChildrenBelowHeading: Bool {
    [.part, .chapter, .section, .subsection].contains(self)
  }
}
