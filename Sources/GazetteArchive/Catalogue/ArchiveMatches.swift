import GazetteIntake
import GazetteModel
import GazetteText

extension ArchiveCatalogue {
  /// What a query finds, with the words around the first hit, issue by issue in the order of the
  /// archive.
  ///
  /// - Parameters:
  ///   - query: What is asked for.
  ///   - unreadable: Called with an issue that had to be opened and could not be.
  ///   - rows: What the rows of the issue at a place begin as.
  ///   - add: Adds a unit to the rows of its issue; called for several issues at a time.
  ///   - found: Called with the rows of each issue.
  /// - Returns: What has to be said of the query; nil where only the issues can answer it.
  public func find<Rows: Sendable>(
    _ query: Query, unreadable: (LoadFailure) -> Void, rows: @Sendable (_ place: Int) -> Rows,
    add: @Sendable (FoundUnit, inout Rows) -> Void, found: (Rows) -> Void
  ) throws(ArchiveFailure) -> [QueryDiagnostic]? {
    func show(_ units: ShownUnits<Rows>) { found(finished(units, unreadable, add)) }
    if let words = SoughtWords(query) {
      try find(words, rows, add, show)
      return []
    }
    guard let matches = try evaluate(query) else { return nil }
    try readingSideBySide(
      matches.nodes.keys.sorted(), (matches.words?.facts ?? .all).parts,
      { place, reader in
        try shown(matches, matches.nodes[place]?.nodes ?? [], place, reader, rows(place), add)
      }, isAside: { $0.content != nil }, show)
    return matches.diagnostics
  }

  /// Words alone are looked for in each text as it is read, and shown from it: most that is asked is
  /// that, and reading the texts is most of the work.
  private func find<Rows: Sendable>(
    _ words: SoughtWords, _ rows: @Sendable (_ place: Int) -> Rows,
    _ add: @Sendable (FoundUnit, inout Rows) -> Void, _ show: (ShownUnits<Rows>) -> Void
  ) throws(ArchiveFailure) {
    let places = try reading { reader in
      let candidates = try reader.issues(withPairsOf: words.folded)
      return issues.indices.filter { candidates?.contains(issues.heads[$0].number) ?? true }
    }
    let matches = ArchiveMatches(
      query: words.query, words: HighlightedTerms(words.query, named: [:]), nodes: [:],
      diagnostics: [])
    try readingSideBySide(
      places, [.text, .tree],
      { place, reader -> ShownUnits<Rows>? in
        var units: ShownUnits<Rows>?
        try forEachPart([.text, .tree], of: [issues.heads[place].number], reader) { _, parts in
          let count = issues.heads[place].nodes
          // What is shown of it is written while it is lent.
          try parts.withBytes(0) { bytes in
            let text = StoredText(lent: bytes)
            let found = words.wanted.places(in: text)
            if found?.isEmpty == true { return }
            try parts.withTree(1, count: count) { tree in
              guard let set = words.wanted.nodes(at: found, in: text, tree) else { return }
              let content = IssueContent(self, place, tree, text)
              units = try shown(matches, set.nodes, content, reader, rows(place), add)
            }
          }
        }
        return units
      }, isAside: { $0?.content != nil }, { $0.map(show) })
  }

  /// The nodes of one issue that match as they are listed, with the words of the query that stand in
  /// them.
  public func units(
    _ matches: ArchiveMatches, of place: Int
  ) throws(ArchiveFailure) -> [(reference: String, match: FilterMatch)] {
    let nodes = matches.nodes[place]?.nodes ?? []
    let add: @Sendable (FoundUnit, inout [(String, FilterMatch)]) -> Void = { unit, units in
      units.append((unit.reference, unit.match))
    }
    let units = try reading { try shown(matches, nodes, place, $0, [], add) }
    return finished(units, { _ in }, add)
  }

  private func shown<Rows>(
    _ matches: ArchiveMatches, _ nodes: [NodeID], _ place: Int, _ reader: any ArchiveReader,
    _ rows: Rows, _ add: (FoundUnit, inout Rows) -> Void
  ) throws -> ShownUnits<Rows> {
    let content = try IssueContent(self, place, matches.words?.facts ?? .all, reader)
    return try shown(matches, nodes, content, reader, rows, add)
  }

  private func shown<Rows>(
    _ matches: ArchiveMatches, _ nodes: [NodeID], _ content: IssueContent,
    _ reader: any ArchiveReader, _ rows: Rows, _ add: (FoundUnit, inout Rows) -> Void
  ) throws -> ShownUnits<Rows> {
    var shown = ShownUnits(content.place, matches.query, rows)
    // A damaged index may name nodes that the issue does not have.
    let known = nodes.filter { $0.index < content.tree.nodeCount }
    let others = known.filter { !content.tree.entry($0.index).hasTables }
    // What stands behind a table is added when that is.
    let isWhole = others.count == known.count
    let content = isWhole ? content : content.kept()
    // A variable of their own: where they lie in what is shown would be worked out for each unit.
    var rows = rows
    func show(_ unit: FoundUnit, _ node: NodeID) {
      if isWhole { add(unit, &rows) } else { shown.units.append((node, unit)) }
    }
    if let words = matches.words {
      let number = issues.heads[content.place].number
      let highlights = StoredHighlights(
        words, content, bodies: words.bodies.map { $0[number] ?? [] })
      var unit = FoundUnit(content, highlights)
      for node in others {
        unit.choose(node)
        show(unit, node)
      }
    } else {
      let index = try content.index(of: others, reader)
      var unit = FoundUnit(content)
      for (number, node) in others.enumerated() {
        unit.choose(index.match(of: matches.query, in: NodeID(number)).moved(to: node))
        show(unit, node)
      }
    }
    shown.rows = rows
    if isWhole { return shown }
    shown.tabular = known.filter { content.tree.entry($0.index).hasTables }
    shown.content = content
    return shown
  }

  /// The rows of an issue, those of its tables among them, in order of print.
  private func finished<Rows>(
    _ shown: ShownUnits<Rows>, _ unreadable: (LoadFailure) -> Void,
    _ add: (FoundUnit, inout Rows) -> Void
  ) -> Rows {
    var rows = shown.rows
    guard let content = shown.content else { return rows }
    // How a table reads is known to the issue alone.
    var opened: FilterIndex?
    do throws(LoadFailure) {
      opened = FilterIndex(try open(shown.place))
    } catch {
      unreadable(error)
    }
    var units = shown.units
    for node in shown.tabular {
      let isSame = opened.map {
        node.index < $0.issue.nodes.count
          && $0.issue[node].reference.text == content.tree.reference(of: node.index)
      }
      var match = isSame == true ? opened?.match(of: shown.query, in: node) : nil
      if match == nil {
        let title = content.tree.title(of: node.index, in: content.text)
        let paragraphs = content.tree.paragraphs(of: node.index, in: content.text)
        match = FilterMatch(
          node, title: title, paragraphs: paragraphs,
          FilterHighlights(words: shown.query, title: title, paragraphs: paragraphs))
      }
      var unit = FoundUnit(content)
      if let match { unit.choose(match) }
      units.append((node, unit))
    }
    units.sort { $0.node < $1.node }
    for unit in units { add(unit.unit, &rows) }
    return rows
  }
}

/// What is shown of one issue.
private struct ShownUnits<Rows> {
  let place: Int
  let query: Query
  /// What was made of the units; of an issue with tables among them nothing yet.
  var rows: Rows
  /// The units of an issue with tables among them.
  var units: [(node: NodeID, unit: FoundUnit)] = []
  /// Nodes with tables, which only the issue shows, and what is known of it.
  var tabular: [NodeID] = []
  var content: IssueContent?

  init(_ place: Int, _ query: Query, _ rows: Rows) {
    (self.place, self.query, self.rows) = (place, query, rows)
  }
}

extension ShownUnits: Sendable where Rows: Sendable {}

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
