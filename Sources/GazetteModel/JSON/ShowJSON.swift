import GazetteText

extension Issue {
  /// What `gazette show REF --json` prints: the NODE with the responsibilities of it and what is
  /// below it, and with its printed lines when `includingSource`.
  public func showJSON(
    of id: NodeID, includingSource: Bool, responsibilities: DepartmentIndex
  ) -> JSONValue {
    var members = members(of: id)
    members["responsibilities"] = responsibilities.responsibilitiesJSON(
      in: self, nodes: id.index..<self[id].subtreeEnd)
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
