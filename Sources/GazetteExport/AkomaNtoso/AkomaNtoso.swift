import GazetteModel
import GazetteText

/// An issue or a part of it as Akoma Ntoso 3.0 (OASIS LegalDocML), for libraries of law and other
/// programs that read official texts.
///
/// The issue is an `officialGazette` of components; a law is an `act`, a decision a `statement`,
/// everything else a `doc`; what a notice issues is its attachment; a unit alone is a `portion`.
/// Attributes of the namespace `urn:x-gazette:printed` say where in print each unit stands.
public struct AkomaNtoso {
  private static let namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
  static let printedNamespace = "urn:x-gazette:printed"

  let issue: Issue
  let names: ElementNames
  let spans: InlineSpans
  let departments: DepartmentIndex
  var xml = XMLWriter()

  /// The whole issue.
  public static func text(
    of issue: Issue, departments: DepartmentIndex, targets: TargetIndex,
    references: CrossReferenceIndex
  ) -> String {
    var writer = AkomaNtoso(
      issue, departments, targets, references, root: nil, written: issue.nodes.indices)
    writer.start()
    writer.writeIssue()
    writer.xml.end(downTo: 0)
    return writer.xml.text
  }

  /// The node at `id` with all below it.
  public static func text(
    of id: NodeID, in issue: Issue, departments: DepartmentIndex, targets: TargetIndex,
    references: CrossReferenceIndex
  ) -> String {
    let node = issue[id]
    let isWhole = node.kind.isDocument || node.parent == nil
    var writer = AkomaNtoso(
      issue, departments, targets, references, root: isWhole ? id : issue.root(of: id),
      written: id.index..<node.subtreeEnd)
    writer.start()
    if isWhole { writer.writeDocument(id) } else { writer.writePortion(id) }
    writer.xml.end(downTo: 0)
    return writer.xml.text
  }

  private init(
    _ issue: Issue, _ departments: DepartmentIndex, _ targets: TargetIndex,
    _ references: CrossReferenceIndex, root: NodeID?, written: Range<Int>
  ) {
    self.issue = issue
    self.departments = departments
    names = ElementNames(issue, root: root)
    spans = InlineSpans(
      issue: issue, departments: departments, targets: targets, references: references,
      names: names, written: written)
  }

  private mutating func start() {
    xml.start("akomaNtoso", [("xmlns", Self.namespace), ("xmlns:g", Self.printedNamespace)])
  }

  // MARK: The issue

  private mutating func writeIssue() {
    xml.start("officialGazette", [("name", "gazette")])
    writeMeta(WorkIdentity(issue), prefix: "", nodes: [])
    let documents = issue.roots.filter { issue[$0].kind.isDocument }
    if let cover = issue.roots.first(where: { issue[$0].kind == .cover }) {
      writeBlocks(of: cover, in: "coverPage")
    }
    if let contents = issue.roots.first(where: { issue[$0].kind == .contents }) {
      writeBlocks(of: contents, in: "preface")
    }
    xml.start("collectionBody")
    for id in documents {
      xml.start("component", [("eId", names.id(id))])
      writeDocument(id)
      xml.end()
    }
    if documents.isEmpty {
      // The schema asks for a component also of an issue in which no document was found.
      xml.start("component", [("eId", "cmp_0")])
      xml.start("interstitial")
      xml.end()
      xml.end()
    }
    xml.end()
    xml.end()
  }

  private func hasBlocks(_ node: Node) -> Bool {
    !node.paragraphs.isEmpty || !node.tables.isEmpty
  }

  /// All paragraphs of a page that is no document.
  private mutating func writeBlocks(of id: NodeID, in element: String) {
    let nodes = (id.index..<issue[id].subtreeEnd).filter { hasBlocks(issue.nodes[$0]) }
    guard !nodes.isEmpty else { return }
    xml.start(element)
    for index in nodes { writeBlocks(of: NodeID(index), prefix: "") }
    xml.end()
  }

  private mutating func writePortion(_ id: NodeID) {
    let root = issue.root(of: id)
    let identity = WorkIdentity(
      of: issue.document(of: id) ?? root, element: documentElement(root), in: issue)
    xml.start(
      "portion", [("includedIn", "/akn/cn/\(WorkIdentity.percentEncoded(identity.number))")])
    writeMeta(identity, prefix: "", nodes: id.index..<issue[id].subtreeEnd)
    xml.start("portionBody")
    writeUnits(id.index..<issue[id].subtreeEnd, prefix: "")
    xml.end()
    xml.end()
  }

  // MARK: Documents

  /// The element of a document: a text of articles is an act, what decides a statement.
  func documentElement(_ id: NodeID) -> String {
    let ownNodes = ownNodes(of: id)
    if ownNodes.contains(where: { issue.nodes[$0].numbering?.style == .article }) { return "act" }
    let title = issue[id].title ?? ""
    return ["决定", "决议", "名单", "公告"].contains(where: title.hasSuffix) ? "statement" : "doc"
  }

  /// The nodes below a document that are not in its attachments.
  private func ownNodes(of id: NodeID) -> [Int] {
    var result: [Int] = []
    var index = id.index + 1
    while index < issue[id].subtreeEnd {
      if issue.nodes[index].kind == .attachment {
        index = issue.nodes[index].subtreeEnd
      } else {
        result.append(index)
        index += 1
      }
    }
    return result
  }

  /// A document that waits to be written, or the end of the elements around one.
  private enum Pending {
    case document(NodeID)
    case end(depth: Int)
  }

  /// Writes a document with its attachments, and theirs.
  private mutating func writeDocument(_ id: NodeID) {
    var pending: [Pending] = [.document(id)]
    while let next = pending.popLast() {
      switch next {
      case .end(let depth): xml.end(downTo: depth)
      case .document(let document):
        let depth = xml.depth
        if document != id {
          xml.start("attachment", [("eId", names.id(document))])
        }
        writeOwn(document)
        pending.append(.end(depth: depth))
        let attachments = issue.children(of: document).filter { issue[$0].kind == .attachment }
        if !attachments.isEmpty { xml.start("attachments") }
        pending += attachments.reversed().map(Pending.document)
      }
    }
  }

  /// Writes a document without its attachments and leaves its element open.
  private mutating func writeOwn(_ id: NodeID) {
    let element = documentElement(id)
    let prefix = names.id(id)
    let nodes = ownNodes(of: id)
    xml.start(element, [("name", GenreName.name(of: issue[id].title ?? ""))])
    writeMeta(
      WorkIdentity(of: id, element: element, in: issue), prefix: prefix, nodes: [id.index] + nodes)
    let lines = issue[id].head?.lines ?? []
    writeHead(lines.filter { !$0.role.standsBehindText }, of: id, in: "preface")
    xml.start(element == "act" ? "body" : "mainBody")
    let depth = xml.depth
    if hasBlocks(issue[id]) {
      xml.start("hcontainer", [("name", "text"), ("eId", names.id(id, "hcontainer_0"))])
      xml.start("content")
      writeBlocks(of: id, prefix: prefix)
      xml.end(downTo: depth)
    }
    writeUnits(nodes, prefix: prefix)
    if nodes.isEmpty, !hasBlocks(issue[id]) {
      // A body of nothing is none by the schema.
      xml.empty("hcontainer", [("name", "text"), ("eId", names.id(id, "hcontainer_0"))])
    }
    xml.end()
    writeHead(lines.filter(\.role.standsBehindText), of: id, in: "conclusions")
  }

  /// The lines before or behind a text: title, number, addressees; signature, date, note.
  private mutating func writeHead(_ lines: [HeadLine], of id: NodeID, in element: String) {
    guard !lines.isEmpty else { return }
    let head = issue[id].head ?? DocumentHead()
    xml.start(element)
    for line in lines {
      xml.startInline("p", [("class", "\(line.role)"), ("g:lines", Self.text(line.lines))])
      let inline: (String, [XMLWriter.Attribute])? =
        switch line.role {
        case .title: ("docTitle", [])
        case .issuers: ("docAuthority", [])
        case .documentNumber: ("docNumber", [])
        case .signature: ("signature", [])
        case .date: WorkIdentity.day(head.signedOn).map { ("docDate", [("date", $0)]) }
        case .adoption: WorkIdentity.day(head.adoptedOn).map { ("docDate", [("date", $0)]) }
        case .addressees, .note: nil
        }
      if let inline { xml.startInline(inline.0, inline.1) }
      xml.add(line.text)
      if inline != nil { xml.endInline() }
      xml.end()
    }
    xml.end()
  }

  static func text(_ lines: LineRange) -> String { "\(lines.first) \(lines.last)" }
}
