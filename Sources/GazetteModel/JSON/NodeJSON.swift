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
      "paragraphs": .array(node.paragraphs.map { json(of: $0) }),
      "tables": .array(node.tables.map { json(of: $0) }),
      "lines": JSONValue(node.lines),
      "otherLines": .array(node.otherLines.map { JSONValue($0) }),
      "children": .array(children?.reversed() ?? []),
    ]
    if node.kind.isDocument { add(node.head ?? DocumentHead(), to: &members) }
    return members
  }

  private func json(of table: Table) -> JSONValue {
    var members: JSONObject = [
      "after": .integer(table.after),
      "lines": JSONValue(table.lines),
      "caption": JSONValue(table.caption),
      "header": JSONValue(table.header),
      "rows": .array(table.rows.map { JSONValue($0) }),
    ]
    if let pages = printed.pages(of: table.lines) {
      members["pages"] = .array([.integer(pages.lowerBound), .integer(pages.upperBound)])
    }
    return .object(members)
  }

  private func json(of paragraph: Paragraph) -> JSONValue {
    var members: JSONObject = [
      "text": .string(paragraph.text), "lines": JSONValue(paragraph.lines),
    ]
    if let pages = printed.pages(of: paragraph.lines) {
      members["pages"] = .array([.integer(pages.lowerBound), .integer(pages.upperBound)])
    }
    return .object(members)
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
