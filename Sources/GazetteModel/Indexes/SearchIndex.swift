import GazetteText

/// The text of an issue, folded, in order of print, for finding words in it.
public struct SearchIndex: Sendable {
  /// A text of a node.
  public enum Part: Hashable, Sendable {
    /// The heading of a node, without its number.
    case heading
    /// A paragraph, by its place in the node.
    case paragraph(Int)
    /// A cell of one of the node's tables.
    case cell(CellPlace)
    /// A line of a document's head, by its place there.
    case headLine(Int)
    /// An entry of the contents page, by its place among the contents.
    case entry(Int)
  }

  /// A place where the words stand.
  public struct Match: Hashable, Sendable {
    /// The node that the hit stands in.
    public let node: NodeID
    /// Which of the node's texts it stands in.
    public let part: Part
    /// The stretch of the part's text; empty when only the number before the text matches.
    public let range: ScalarRange
    /// Whether the printed number before the text belongs to the match.
    public let includesNumber: Bool
    /// Where the text stands among all texts of the issue in order of print.
    public let order: Int
  }

  /// What was looked for, as it was found.
  public struct Found: Sendable {
    /// The places, in order of print.
    public let matches: [Match]
    /// Whether the letters stand nowhere, and were found as the pinyin of what is printed.
    public let isPinyin: Bool
  }

  /// The fewest letters that are looked for as pinyin: one is the beginning of every other word.
  public static let fewestPinyinLetters = 2

  private struct Entry: Sendable {
    let node: NodeID
    let part: Part
    let line: Int
    let folded: FoldedText
    /// How many scalars of the folded original are the number before the text.
    let numberLength: Int
  }

  private let entries: [Entry]
  private let orders: [Key: Int]

  private struct Key: Hashable {
    let node: NodeID
    let part: Part
  }

  /// Folds every text of `issue`.
  public init(_ issue: Issue) {
    var entries: [Entry] = []
    for node in issue.nodes { Self.appendTexts(of: node, in: issue, to: &entries) }
    // Signatures stand behind the text but belong to the head: the printed lines say the order.
    let order = entries.indices.sorted { (entries[$0].line, $0) < (entries[$1].line, $1) }
    self.entries = order.map { entries[$0] }
    var orders: [Key: Int] = [:]
    for (place, entry) in self.entries.enumerated() {
      orders[Key(node: entry.node, part: entry.part)] = place
    }
    self.orders = orders
  }

  /// Where a text stands in order of print; of one that is not indexed, where its node begins.
  public func order(of part: Part, in node: NodeID) -> Int {
    orders[Key(node: node, part: part)] ?? entries.firstIndex { $0.node >= node } ?? 0
  }

  /// Every place where the words of `query` stand together, in order of print.
  public func matches(_ query: String) -> [Match] {
    let pattern = FoldedText(query).folded
    guard !pattern.isEmpty else { return [] }
    // 三 alone also means the number （三）, which is folded to 3.
    let number = HanNumeral.value(of: [Unicode.Scalar](query)[...])
    let numberPattern = number.map { Array(String($0).unicodeScalars) }
    var result: [Match] = []
    for (order, entry) in entries.enumerated() {
      var ranges = entry.folded.occurrences(of: pattern)
      if let numberPattern, entry.numberLength > 0,
        let range = entry.folded.occurrences(of: numberPattern).first,
        entry.folded.originalRange(of: range).end <= entry.numberLength,
        ranges.first?.lowerBound != range.lowerBound
      {
        ranges.insert(range, at: 0)
      }
      for range in ranges { result.append(Self.match(range, in: entry, order)) }
    }
    return result
  }

  /// Every place where the words of `query` stand together; where letters stand nowhere, every
  /// place that they are the pinyin or the initials of.
  public func find(_ query: String) -> Found {
    let matches = matches(query)
    guard matches.isEmpty, let letters = FilterIndex.pinyinLetters(FoldedText(query).folded),
      letters.count >= Self.fewestPinyinLetters
    else { return Found(matches: matches, isPinyin: false) }
    var result: [Match] = []
    for (order, entry) in entries.enumerated() {
      for range in Pinyin.shared.occurrences(of: letters, inText: entry.folded.folded) {
        result.append(Self.match(range, in: entry, order))
      }
    }
    return Found(matches: result, isPinyin: !result.isEmpty)
  }

  /// A stretch of the folded text of an entry as what was printed.
  private static func match(_ range: Range<Int>, in entry: Entry, _ order: Int) -> Match {
    let original = entry.folded.originalRange(of: range)
    let start = max(0, original.start - entry.numberLength)
    return Match(
      node: entry.node, part: entry.part,
      range: ScalarRange(start, max(start, original.end - entry.numberLength)),
      includesNumber: original.start < entry.numberLength, order: order)
  }

  private static func appendTexts(of node: Node, in issue: Issue, to entries: inout [Entry]) {
    let number = node.numbering?.printed ?? ""
    var pendingNumber = [Unicode.Scalar](number)
    func append(_ part: Part, _ text: String, line: Int) {
      let scalars = [Unicode.Scalar](text)
      entries.append(
        Entry(
          node: node.id, part: part, line: line, folded: FoldedText(pendingNumber + scalars),
          numberLength: pendingNumber.count))
      pendingNumber = []
    }
    let headLines = node.head?.lines ?? []
    // The title sentence of a clause is in its first paragraph already.
    if let title = node.title, node.paragraphs.isEmpty || !isSentence(node.kind) {
      let line = headLines.first { $0.role == .title }?.lines.first ?? node.lines.first
      append(.heading, title, line: line)
    }
    for (index, line) in headLines.enumerated() where line.role != .title || node.title == nil {
      append(.headLine(index), line.text, line: line.lines.first)
    }
    for (index, paragraph) in node.paragraphs.enumerated() {
      append(.paragraph(index), paragraph.text, line: paragraph.lines.first)
    }
    for place in node.cellPlaces {
      // A table lies on its lines as a whole: its rows may be printed in one.
      let line = node.tables[place.table].lines.first
      append(.cell(place), node.cell(at: place)?.text ?? "", line: line)
    }
    if node.kind == .contents {
      for (index, entry) in issue.contents.enumerated() {
        append(.entry(index), entry.title, line: entry.lines.first)
      }
    }
  }

  /// Whether nodes of the kind begin with their title as the first sentence.
  private static func isSentence(_ kind: NodeKind) -> Bool {
    kind == .clause || kind == .subclause
  }
}
