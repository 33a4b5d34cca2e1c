extension Issue {
  /// What `gazette show REF --json` prints: the NODE, with its printed lines when
  /// `includingSource`.
  public func showJSON(of id: NodeID, includingSource: Bool) -> JSONValue {
    var members = members(of: id)
    if includingSource {
      let lines = self[id].lines
      members["source"] = .array(
        (lines.first...lines.last).map { line in
          ["line": .integer(line), "text": .string(source.text(ofLine: line))]
        })
    }
    return .object(members)
  }
}
