import GazetteText

/// One node that a query found, with the words around the first hit.
public struct FilterMatch: Sendable, Equatable {
  public let node: NodeID
  /// A stretch of the title or of a paragraph, with … where it is cut.
  public let snippet: String
  /// The hits in `snippet`, in Unicode scalars.
  public let ranges: [ScalarRange]
  /// The cell that the snippet is of; nil for a title or a paragraph.
  public var cell: CellPlace?
}

extension FilterIndex {
  /// How many scalars of a paragraph a snippet shows.
  private static let snippetLength = 80
  /// How many of them stand before the first hit.
  private static let snippetLead = 20

  /// What a query finds, in order of print.
  public func matches(of query: Query) -> (matches: [FilterMatch], diagnostics: [QueryDiagnostic]) {
    let result = evaluate(query)
    return (result.matches.nodes.map { match(of: query, in: $0) }, result.diagnostics)
  }

  private func match(of query: Query, in id: NodeID) -> FilterMatch {
    let node = issue[id]
    let highlights = highlights(of: query, in: id)
    if let paragraph = highlights.paragraphs.keys.min(), paragraph < node.paragraphs.count {
      return snippet(
        of: node.paragraphs[paragraph].text, highlights.paragraphs[paragraph] ?? [], id)
    }
    if let cell = highlights.cells.keys.min(), let text = node.cell(at: cell)?.text {
      var match = snippet(of: text, highlights.cells[cell] ?? [], id)
      match.cell = cell
      return match
    }
    if let title = node.title, !highlights.title.isEmpty || node.paragraphs.isEmpty {
      return snippet(of: title, highlights.title, id)
    }
    return snippet(of: node.textLines.first ?? "", [], id)
  }

  private func snippet(of text: String, _ hits: [ScalarRange], _ id: NodeID) -> FilterMatch {
    let scalars = Array(text.unicodeScalars)
    var start = 0
    if scalars.count > Self.snippetLength, let first = hits.first {
      start = max(0, min(first.start - Self.snippetLead, scalars.count - Self.snippetLength))
    }
    let end = min(scalars.count, max(start + Self.snippetLength, hits.first?.end ?? 0))
    var snippet = String.UnicodeScalarView()
    if start > 0 { snippet.append("…") }
    let shift = start - snippet.count
    snippet.append(contentsOf: scalars[start..<end])
    if end < scalars.count { snippet.append("…") }
    let ranges = hits.filter { $0.end <= end }.map {
      ScalarRange($0.start - shift, $0.end - shift)
    }
    return FilterMatch(node: id, snippet: String(snippet), ranges: ranges)
  }

  /// What `gazette find --json` prints; `text` is the query as it was given.
  public func findJSON(_ matches: [FilterMatch], query text: String) -> JSONValue {
    [
      "query": .string(text),
      "matches": .array(
        matches.map { match in
          var members: JSONObject = [
            "ref": .string(issue[match.node].reference.text),
            "title": JSONValue(issue[match.node].title),
            "snippet": .string(match.snippet),
            "ranges": .array(match.ranges.map(JSONValue.init)),
          ]
          if let cell = match.cell { members.add(cell) }
          return .object(members)
        }),
    ]
  }
}
