import GazetteIntake
import GazetteModel
import GazetteText

extension ArchiveCatalogue {
  /// What a query finds, with the words around the first hit, in the order of the archive.
  ///
  /// - Parameters:
  ///   - query: What is asked for.
  ///   - unreadable: Called with an issue that had to be opened and could not be.
  ///   - row: Makes of a match what is wanted of it; called for several at a time.
  ///   - found: Called with what was made of each match.
  /// - Returns: What has to be said of the query; nil where only the issues can answer it.
  public func find<Row: Sendable>(
    _ query: Query, unreadable: (LoadFailure) -> Void, row: @Sendable (FoundUnit) -> Row,
    found: (Row) -> Void
  ) throws(ArchiveFailure) -> [QueryDiagnostic]? {
    if let words = SoughtWords(query) { return try find(words, unreadable, row, found) }
    guard let matches = try evaluate(query) else { return nil }
    let places = matches.nodes.keys.sorted()
    try forEachShown(
      places, (matches.words?.facts ?? .all).parts,
      { place, reader in
        try shown(matches, matches.nodes[place]?.nodes ?? [], place, reader, row)
      }, unreadable, row, found)
    return matches.diagnostics
  }

  /// Words alone are looked for in each text as it is read, and shown from it: most that is asked is
  /// that, and reading the texts is most of the work.
  private func find<Row: Sendable>(
    _ words: SoughtWords, _ unreadable: (LoadFailure) -> Void,
    _ row: @Sendable (FoundUnit) -> Row, _ found: (Row) -> Void
  ) throws(ArchiveFailure) -> [QueryDiagnostic] {
    let places = try reading { reader in
      let candidates = try reader.issues(withPairsOf: words.folded)
      return issues.indices.filter { candidates?.contains(issues.heads[$0].number) ?? true }
    }
    let matches = ArchiveMatches(
      query: words.query, words: HighlightedTerms(words.query, named: [:]), nodes: [:],
      diagnostics: [])
    try forEachShown(
      places, [.text, .tree],
      { place, reader in
        let parts = try parts([.text, .tree], ofIssueAt: place, reader)
        guard let parts else { return ShownUnits(place, words.query) }
        var tree: StoredTree?
        let count = issues.heads[place].nodes
        let set = try parts.withBytes(0) { bytes in
          try words.wanted.nodes(in: bytes, count: count) {
            let read = try StoredTree(parts.bytes(1), count: count)
            tree = read
            return read
          }
        }
        guard let set, let tree else { return ShownUnits(place, words.query) }
        let content = IssueContent(self, place, tree, try parts.text(0))
        return try shown(matches, set.nodes, content, reader, row)
      }, unreadable, row, found)
    return []
  }

  /// The nodes of one issue that match as they are listed, with the words of the query that stand in
  /// them.
  public func units(
    _ matches: ArchiveMatches, of place: Int
  ) throws(ArchiveFailure) -> [(reference: String, match: FilterMatch)] {
    var units: [(String, FilterMatch)] = []
    let nodes = matches.nodes[place]?.nodes ?? []
    let shown = try reading { try self.shown(matches, nodes, place, $0, { $0 }) }
    give(shown, { _ in }, { $0 }, { units.append(($0.reference, $0.match)) })
    return units
  }

  /// Works out what is shown of issues, several at a time, and then gives it in order.
  private func forEachShown<Row: Sendable>(
    _ places: [Int], _ parts: [ArchivePart],
    _ work: @Sendable (Int, any ArchiveReader) throws -> ShownUnits<Row>,
    _ unreadable: (LoadFailure) -> Void, _ row: (FoundUnit) -> Row, _ found: (Row) -> Void
  ) throws(ArchiveFailure) {
    for shown in try readingSideBySide(places, parts, work) {
      give(shown, unreadable, row, found)
    }
  }

  private func shown<Row>(
    _ matches: ArchiveMatches, _ nodes: [NodeID], _ place: Int, _ reader: any ArchiveReader,
    _ row: (FoundUnit) -> Row
  ) throws -> ShownUnits<Row> {
    try shown(
      matches, nodes, IssueContent(self, place, matches.words?.facts ?? .all, reader), reader, row)
  }

  private func shown<Row>(
    _ matches: ArchiveMatches, _ nodes: [NodeID], _ content: IssueContent,
    _ reader: any ArchiveReader, _ row: (FoundUnit) -> Row
  ) throws -> ShownUnits<Row> {
    var shown = ShownUnits<Row>(content.place, matches.query)
    // A damaged index may name nodes that the issue does not have.
    let known = nodes.filter { content.tree.entries.indices.contains($0.index) }
    let others = known.filter { !content.tree.entries[$0.index].hasTables }
    shown.rows.reserveCapacity(known.count)
    func show(_ node: NodeID, _ match: FilterMatch) {
      let unit = FoundUnit(
        issue: content.place, reference: content.tree.reference(of: node.index),
        title: content.tree.title(of: node.index, in: content.text), match: match)
      shown.rows.append((node, row(unit)))
    }
    if let words = matches.words {
      let number = issues.heads[content.place].number
      let highlights = StoredHighlights(
        words, content, bodies: words.bodies.map { $0[number] ?? [] })
      for node in others { show(node, highlights.match(of: node)) }
    } else {
      let index = try content.index(of: others, reader)
      for (number, node) in others.enumerated() {
        show(node, index.match(of: matches.query, in: NodeID(number)).moved(to: node))
      }
    }
    guard others.count < known.count else { return shown }
    shown.tabular = known.filter { content.tree.entries[$0.index].hasTables }
    shown.content = content
    return shown
  }

  /// Calls `found` with what is shown of an issue, in order of print.
  private func give<Row>(
    _ shown: ShownUnits<Row>, _ unreadable: (LoadFailure) -> Void, _ row: (FoundUnit) -> Row,
    _ found: (Row) -> Void
  ) {
    var rows = shown.rows
    if let content = shown.content {
      // How a table reads is known to the issue alone.
      var opened: FilterIndex?
      do throws(LoadFailure) {
        opened = FilterIndex(try open(shown.place))
      } catch {
        unreadable(error)
      }
      for node in shown.tabular {
        let reference = content.tree.reference(of: node.index)
        let title = content.tree.title(of: node.index, in: content.text)
        let paragraphs = content.tree.paragraphs(of: node.index, in: content.text)
        let isSame = opened.map {
          node.index < $0.issue.nodes.count && $0.issue[node].reference.text == reference
        }
        let match =
          isSame == true
          ? opened?.match(of: shown.query, in: node)
          : FilterMatch(
            node, title: title, paragraphs: paragraphs,
            FilterHighlights(words: shown.query, title: title, paragraphs: paragraphs))
        if let match {
          let unit = FoundUnit(
            issue: shown.place, reference: reference, title: title, match: match)
          rows.append((node, row(unit)))
        }
      }
      rows.sort { $0.node < $1.node }
    }
    for row in rows { found(row.made) }
  }
}

/// What a query finds: a unit of an issue, with the words around the first hit.
public struct FoundUnit: Sendable {
  /// The place of the issue.
  public let issue: Int
  /// Its reference, without the issue.
  public let reference: String
  /// Its title.
  public let title: String?
  /// What is shown of it.
  public let match: FilterMatch
}

/// What is shown of one issue.
struct ShownUnits<Row> {
  let place: Int
  let query: Query
  /// What was made of the units, in order of print.
  var rows: [(node: NodeID, made: Row)] = []
  /// Nodes with tables, which only the issue shows, and what is known of it.
  var tabular: [NodeID] = []
  var content: IssueContent?

  init(_ place: Int, _ query: Query) {
    self.place = place
    self.query = query
  }
}

extension ShownUnits: Sendable where Row: Sendable {}

/// A query that is nothing but words that no pinyin can mean.
private struct SoughtWords: Sendable {
  let query: Query
  let folded: [Unicode.Scalar]
  let wanted: WantedWords

  init?(_ query: Query) {
    guard query.operations.count == 1,
      case .term(.text(let text, let isPhrase)) = query.operations[0]
    else { return nil }
    folded = FoldedText(text).folded
    guard !folded.isEmpty, isPhrase || FilterIndex.pinyinLetters(folded) == nil else { return nil }
    self.query = query
    wanted = WantedWords(folded)
  }
}
