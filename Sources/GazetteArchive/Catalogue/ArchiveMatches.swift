import GazetteIntake
import GazetteModel
import GazetteText

extension ArchiveCatalogue {
  /// What a query finds, with the words around the first hit, in the order of the archive.
  ///
  /// - Parameters:
  ///   - query: What is asked for.
  ///   - unreadable: Called with an issue that had to be opened and could not be.
  ///   - found: Called for each match with the place of its issue, its reference and title.
  /// - Returns: What has to be said of the query; nil where only the issues can answer it.
  public func find(
    _ query: Query, unreadable: (LoadFailure) -> Void,
    found: (_ issue: Int, _ reference: String, _ title: String?, FilterMatch) -> Void
  ) throws(ArchiveFailure) -> [QueryDiagnostic]? {
    if let words = SoughtWords(query) { return try find(words, unreadable, found) }
    guard let matches = try evaluate(query) else { return nil }
    let places = matches.nodes.keys.sorted()
    try forEachShown(
      places, (matches.words?.facts ?? .all).parts,
      { place, reader in
        try shown(matches, matches.nodes[place]?.nodes ?? [], place, reader)
      }, unreadable, found)
    return matches.diagnostics
  }

  /// Words alone are looked for in each text as it is read, and shown from it: most that is asked is
  /// that, and reading the texts is most of the work.
  private func find(
    _ words: SoughtWords, _ unreadable: (LoadFailure) -> Void,
    _ found: (Int, String, String?, FilterMatch) -> Void
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
        let row = try parts([.text, .tree], ofIssueAt: place, reader)
        guard let row else { return ShownUnits(place, words.query) }
        var tree: StoredTree?
        let count = issues.heads[place].nodes
        let set = try row.withBytes(0) { bytes in
          try words.wanted.nodes(in: bytes, count: count) {
            let read = try StoredTree(row.bytes(1), count: count)
            tree = read
            return read
          }
        }
        guard let set, let tree else { return ShownUnits(place, words.query) }
        let content = IssueContent(self, place, tree, try row.text(0))
        return try shown(matches, set.nodes, content, reader)
      }, unreadable, found)
    return []
  }

  /// The nodes of one issue that match as they are listed, with the words of the query that stand in
  /// them.
  public func units(
    _ matches: ArchiveMatches, of place: Int
  ) throws(ArchiveFailure) -> [(reference: String, match: FilterMatch)] {
    var units: [(String, FilterMatch)] = []
    let nodes = matches.nodes[place]?.nodes ?? []
    let shown = try reading { try self.shown(matches, nodes, place, $0) }
    give(shown, matches.query, { _ in }, { units.append(($1, $3)) })
    return units
  }

  /// Works out what is shown of issues, several at a time, and then gives it in order.
  private func forEachShown(
    _ places: [Int], _ parts: [ArchivePart],
    _ work: @Sendable (Int, any ArchiveReader) throws -> ShownUnits,
    _ unreadable: (LoadFailure) -> Void, _ found: (Int, String, String?, FilterMatch) -> Void
  ) throws(ArchiveFailure) {
    for shown in try readingSideBySide(places, parts, work) {
      give(shown, shown.query, unreadable, found)
    }
  }

  private func shown(
    _ matches: ArchiveMatches, _ nodes: [NodeID], _ place: Int, _ reader: any ArchiveReader
  ) throws -> ShownUnits {
    try shown(
      matches, nodes, IssueContent(self, place, matches.words?.facts ?? .all, reader), reader)
  }

  private func shown(
    _ matches: ArchiveMatches, _ nodes: [NodeID], _ content: IssueContent,
    _ reader: any ArchiveReader
  ) throws -> ShownUnits {
    var shown = ShownUnits(content.place, matches.query)
    // A damaged index may name nodes that the issue does not have.
    let known = nodes.filter { content.tree.entries.indices.contains($0.index) }
    let others = known.filter { !content.tree.entries[$0.index].hasTables }
    shown.units.reserveCapacity(known.count)
    func show(_ node: NodeID, _ match: FilterMatch) {
      shown.units.append(
        ShownUnits.Unit(
          node: node, reference: content.tree.reference(of: node.index),
          title: content.tree.title(of: node.index, in: content.text), match: match))
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
  private func give(
    _ shown: ShownUnits, _ query: Query, _ unreadable: (LoadFailure) -> Void,
    _ found: (Int, String, String?, FilterMatch) -> Void
  ) {
    var units = shown.units
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
          ? opened?.match(of: query, in: node)
          : FilterMatch(
            node, title: title, paragraphs: paragraphs,
            FilterHighlights(words: query, title: title, paragraphs: paragraphs))
        if let match {
          units.append(
            ShownUnits.Unit(node: node, reference: reference, title: title, match: match))
        }
      }
      units.sort { $0.node < $1.node }
    }
    for unit in units { found(shown.place, unit.reference, unit.title, unit.match) }
  }
}

/// What is shown of one issue.
struct ShownUnits: Sendable {
  struct Unit: Sendable {
    let node: NodeID
    let reference: String
    let title: String?
    let match: FilterMatch
  }

  let place: Int
  let query: Query
  var units: [Unit] = []
  /// Nodes with tables, which only the issue shows, and what is known of it.
  var tabular: [NodeID] = []
  var content: IssueContent?

  init(_ place: Int, _ query: Query) {
    self.place = place
    self.query = query
  }
}

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
