import GazetteText

extension DepartmentIndex {
  /// What `gazette responsibilities --json` prints: those of the nodes in `nodes`, in order of
  /// print.
  public func responsibilitiesJSON(in issue: Issue, nodes: Range<Int>) -> JSONValue {
    .array(
      responsibilities.filter { nodes.contains($0.node.index) }.map { $0.json(in: issue) })
  }
}

extension Responsibility {
  func json(in issue: Issue) -> JSONValue {
    func reference(_ id: NodeID?) -> JSONValue { JSONValue(id.map { issue[$0].reference.text }) }
    var members: JSONObject = [
      "ref": reference(node),
      "paragraph": .integer(row == nil ? paragraph : 0),
      "range": range.map { JSONValue($0) } ?? .null,
      "text": .string(text),
      "form": .string(form.rawValue),
      "scope": scope.map { JSONValue($0) } ?? .null,
      "inheritedFrom": reference(inheritedFrom),
      "groups": .array(
        groups.map { group in
          var members: JSONObject = [
            "role": .string(group.role.rawValue),
            "bodies": .array(
              group.bodies.map { ["printed": .string($0.printed), "name": .string($0.name)] }),
            "andOthers": .bool(group.andOthers),
          ]
          if let rule = group.byRule { members["byRule"] = reference(rule) }
          if let heading = group.heading { members["heading"] = .string(heading) }
          return .object(members)
        }),
    ]
    if let row {
      members["table"] = .integer(row.table)
      members["row"] = .integer(row.row)
      members["rowRef"] = .string(issue.reference(of: NodeRow(node: node, place: row)))
      members["deadline"] = JSONValue(deadline)
    }
    if let scopeStart, let scope {
      members["scopeParagraph"] = .integer(scopeStart.paragraph)
      members["scope"] = .array([.integer(scopeStart.offset), .integer(scope.end)])
    }
    if let precedingScope {
      members["precedingScope"] = [
        "paragraph": .integer(precedingScope.paragraph), "range": JSONValue(precedingScope.range),
      ]
    }
    return .object(members)
  }
}
