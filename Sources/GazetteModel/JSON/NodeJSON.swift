import GazetteText

extension Issue {
  /// The NODE of `outline` and `show`: the node at `id` with everything below it.
  public func json(of id: NodeID) -> JSONValue {
    .object(members(of: id))
  }

  /// The members of the NODE at `id`, for commands that add to them.
  ///
  /// Nodes are built from the last to the first, so that the children of each are there when it
  /// is its turn.
  public func members(of id: NodeID) -> JSONObject {
    var children: [Int: [JSONValue]] = [:]
    for index in self[id].descendants.reversed() {
      let node = nodes[index]
      let value = JSONValue.object(members(of: node, children: children.removeValue(forKey: index)))
      if let parent = node.parent { children[parent.index, default: []].append(value) }
    }
    return members(of: self[id], children: children[id.index])
  }

  /// - Parameter children: The NODEs below, the last first.
  private func members(of node: Node, children: [JSONValue]?) -> JSONObject {
    var members: JSONObject = [
      "ref": .string(node.reference.text),
      "kind": .string(node.kind.rawValue),
      "number": JSONValue(node.numbering?.arabic),
      "printedNumber": JSONValue(node.numbering?.printed),
      "title": JSONValue(node.title),
      "paragraphs": .array(
        node.paragraphs.map { ["text": .string($0.text), "lines": JSONValue($0.lines)] }),
      "tables": .array(node.tables.map(\.json)),
      "lines": JSONValue(node.lines),
      "otherLines": .array(node.otherLines.map { JSONValue($0) }),
      "children": .array(children?.reversed() ?? []),
    ]
    if node.kind.isDocument { add(node.head ?? DocumentHead(), to: &members) }
    return members
  }

  private func add(_ head: DocumentHead, to members: inout JSONObject) {
    members["column"] = JSONValue(head.column)
    members["columnWorkedOut"] = .bool(head.columnIsWorkedOut)
    members["issuers"] = JSONValue(head.issuers)
    members["documentNumber"] = JSONValue(head.documentNumber)
    members["addressees"] = JSONValue(head.addressees)
    members["signer"] = JSONValue(head.signer)
    members["signedOn"] = JSONValue(head.signedOn)
    members["adoptedOn"] = JSONValue(head.adoptedOn)
    members["sourceNote"] = JSONValue(head.sourceNote)
    members["contentsPage"] = JSONValue(head.contentsPage)
  }
}

extension Table {
  /// The table as `outline` and `show` print it.
  var json: JSONValue {
    [
      "after": .integer(after),
      "lines": JSONValue(lines),
      "caption": JSONValue(caption),
      "header": JSONValue(header),
      "rows": .array(rows.map { JSONValue($0) }),
    ]
  }
}
