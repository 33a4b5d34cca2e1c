import GazetteText

/// One node that a query found, with the words around the first hit.
public struct FilterMatch: Sendable, Equatable {
  /// The node that is found.
  public let node: NodeID
  /// A stretch of the title or of a paragraph, with … where it is cut.
  public let snippet: String
  /// The hits in `snippet`, in Unicode scalars.
  public let ranges: [ScalarRange]
  /// The cell that the snippet is of; nil for a title or a paragraph.
  public var cell: CellPlace?
}

extension FilterIndex {
  /// What a query finds, in order of print.
  public func matches(of query: Query) -> (matches: [FilterMatch], diagnostics: [QueryDiagnostic]) {
    let result = evaluate(query)
    return (result.matches.nodes.map { match(of: query, in: $0) }, result.diagnostics)
  }

  /// The words around what a query is about in a node.
  package func match(of query: Query, in id: NodeID) -> FilterMatch {
    let node = issue[id]
    let highlights = highlights(of: query, in: id)
    if highlights.paragraphs.isEmpty, let cell = highlights.cells.keys.min(),
      let text = node.cell(at: cell)?.text
    {
      return FilterMatch(id, cell: cell, text: text, highlights)
    }
    return FilterMatch(
      id, title: node.title,
      paragraphs: node.paragraphs.isEmpty ? node.textLines : node.paragraphs.map(\.text),
      highlights)
  }
}

extension FilterMatch {
  /// How many scalars of a paragraph a snippet shows.
  private static let snippetLength = 80
  /// How many of them stand before the first hit.
  private static let snippetLead = 20

  /// The words around the first hit in a node.
  package init(
    _ id: NodeID, title: String?, paragraphs: [String], _ highlights: FilterHighlights
  ) {
    if let paragraph = highlights.paragraphs.keys.min(), paragraph < paragraphs.count {
      self = Self.snippet(of: paragraphs[paragraph], highlights.paragraphs[paragraph] ?? [], id)
    } else if let title, !highlights.title.isEmpty || paragraphs.isEmpty {
      self = Self.snippet(of: title, highlights.title, id)
    } else {
      self = Self.snippet(of: paragraphs.first ?? "", [], id)
    }
  }

  /// The same match of a node that has another place elsewhere.
  package func moved(to node: NodeID) -> FilterMatch {
    FilterMatch(node: node, snippet: snippet, ranges: ranges, cell: cell)
  }

  /// The words around the first hit in a cell.
  package init(_ id: NodeID, cell: CellPlace, text: String, _ highlights: FilterHighlights) {
    self = Self.snippet(of: text, highlights.cells[cell] ?? [], id)
    self.cell = cell
  }

  private static func snippet(
    of text: String, _ hits: [ScalarRange], _ id: NodeID
  ) -> FilterMatch {
    let scalars = Array(text.unicodeScalars)
    return FilterMatch(id, count: scalars.count, hits) { shown in
      var snippet = String.UnicodeScalarView()
      if shown.lowerBound > 0 { snippet.append("…") }
      snippet.append(contentsOf: scalars[shown])
      if shown.upperBound < scalars.count { snippet.append("…") }
      return String(snippet)
    }
  }

  /// A match in a text of `count` scalars.
  ///
  /// - Parameter snippet: Gives the scalars of a stretch of it, with … where they are cut.
  package init(
    _ id: NodeID, count: Int, _ hits: [ScalarRange], snippet: (Range<Int>) -> String
  ) {
    let shown = Self.shown(of: count, around: hits.first)
    let shift = shown.lowerBound - (shown.lowerBound > 0 ? 1 : 0)
    self.init(
      node: id, snippet: snippet(shown),
      ranges: hits.filter { $0.end <= shown.upperBound }.map {
        ScalarRange($0.start - shift, $0.end - shift)
      })
  }

  /// What a snippet shows of a text of `count` scalars.
  package static func shown(of count: Int, around hit: ScalarRange?) -> Range<Int> {
    var start = 0
    if count > snippetLength, let hit {
      start = max(0, min(hit.start - snippetLead, count - snippetLength))
    }
    return start..<min(count, max(start + snippetLength, hit?.end ?? 0))
  }
}

extension FilterIndex {
  /// What `gazette find --json` prints; `text` is the query as it was given.
  public func findJSON(_ matches: [FilterMatch], query text: String) -> JSONValue {
    ["query": .string(text), "matches": .array(matches.map { $0.json(in: issue) })]
  }
}

extension FilterMatch {
  /// One of the `matches` of `gazette find --json`.
  ///
  /// - Parameter issue: The issue with the references that are to be printed.
  public func json(in issue: Issue) -> JSONValue {
    json(at: issue[node].reference.text, title: issue[node].title)
  }

  /// The same for a node whose reference and title are known.
  public func json(at reference: String, title: String?) -> JSONValue {
    var members: JSONObject = [
      "ref": .string(reference),
      "title": JSONValue(title),
      "snippet": .string(snippet),
      "ranges": .array(ranges.map(JSONValue.init)),
    ]
    if let cell { members.add(cell) }
    return .object(members)
  }
}
