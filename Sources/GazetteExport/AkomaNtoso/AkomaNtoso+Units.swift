import GazetteModel

extension AkomaNtoso {
  /// Writes units, which lie in document order, each in the element of the one above.
  mutating func writeUnits(_ nodes: some Sequence<Int>, prefix: String) {
    let outer = xml.depth
    /// The units whose elements are open: the end of each subtree, and the depth without it.
    var open: [(end: Int, depth: Int)] = []
    for index in nodes {
      while let last = open.last, last.end <= index {
        xml.end(downTo: last.depth)
        open.removeLast()
      }
      let node = issue.nodes[index]
      open.append((node.subtreeEnd, xml.depth))
      start(node, prefix: prefix)
    }
    xml.end(downTo: outer)
  }

  private mutating func start(_ node: Node, prefix: String) {
    let element = ElementNames.element(of: node, in: issue)
    let evidence = PrintedEvidence(lines: node.lines, in: issue)
    xml.start(
      element,
      [
        ("name", element == "hcontainer" ? node.kind.rawValue : nil), ("eId", names.id(node.id)),
        ("g:ref", node.reference.text), ("g:lines", Self.text(node.lines)),
        ("g:pages", evidence.pages.map(Self.text)),
      ])
    if let numbering = node.numbering { xml.element("num", text: numbering.printed) }
    if let title = node.title, node.paragraphs.first?.text.hasPrefix(title) != true {
      xml.element("heading", [("eId", names.id(node.id, "heading"))], text: title)
    }
    guard !node.paragraphs.isEmpty || !node.tables.isEmpty else { return }
    let isLeaf = node.subtreeEnd == node.id.index + 1
    xml.start(isLeaf ? "content" : "intro")
    writeBlocks(of: node.id, prefix: prefix)
    xml.end()
  }

  mutating func writeParagraph(_ index: Int, of node: Node, prefix: String) {
    let paragraph = node.paragraphs[index]
    xml.startInline(
      "p",
      [
        ("eId", names.id(node.id, "p_\(index + 1)")), ("g:lines", Self.text(paragraph.lines)),
      ])
    var offset = 0
    func text(to end: Int) -> String {
      paragraph.scalars[offset..<end].reduce(into: "") { $0.unicodeScalars.append($1) }
    }
    let links = TopLevelClasses(prefix: prefix)
    for span in spans.spans(of: node.id, paragraph: index, organization: links.link)
    where span.range.start >= offset && span.range.end <= paragraph.scalarCount {
      xml.add(text(to: span.range.start))
      offset = span.range.start
      for (name, attributes) in span.elements { xml.startInline(name, links.scoped(attributes)) }
      xml.add(text(to: span.range.end))
      offset = span.range.end
      for _ in span.elements { xml.endInline() }
    }
    xml.add(text(to: paragraph.scalarCount))
    xml.end()
  }
}
