import GazetteModel
import GazetteText

/// What browsing in lines has worked out of one issue.
struct LinearDesk {
  let issue: GazetteModel.Issue
  let language: Language
  let spoken: SpokenText
  let index: FilterIndex
  private let search: SearchIndex

  init(_ issue: GazetteModel.Issue, _ language: Language) {
    self.issue = issue
    self.language = language
    spoken = SpokenText(issue: issue, language: language)
    index = FilterIndex(issue)
    search = SearchIndex(issue)
  }

  /// Where one can stand: every clause with all below it, every run of text, every document with
  /// its head, and headings that carry text. The cover and the contents are said in other ways.
  static func stops(in issue: GazetteModel.Issue) -> [NodeID] {
    var stops: [NodeID] = []
    var end = 0
    for node in issue.nodes where node.id.index >= end {
      switch node.kind {
      case .cover, .contents: end = node.subtreeEnd
      case .clause, .subclause, .text:
        end = node.subtreeEnd
        stops.append(node.id)
      case .document, .attachment: stops.append(node.id)
      case .part, .chapter, .section, .subsection:
        if !node.paragraphs.isEmpty || !node.tables.isEmpty { stops.append(node.id) }
      }
    }
    return stops
  }

  /// The nodes that are read at a stop.
  static func range(of id: NodeID, in issue: GazetteModel.Issue) -> Range<Int> {
    switch issue[id].kind {
    case .clause, .subclause, .text: id.index..<issue[id].subtreeEnd
    default: id.index..<id.index + 1
    }
  }

  /// The nodes in which the words stand, in order, each once.
  func nodes(with query: String) -> [NodeID] {
    var nodes: [NodeID] = []
    for node in search.find(query).matches.map(\.node).sorted() where node != nodes.last {
      nodes.append(node)
    }
    return nodes
  }

  /// What is known of a unit: where it stands, its document, who is responsible.
  func writeDetails(of id: NodeID, to output: inout TextOutput) {
    spoken.writePlace(of: id, to: &output)
    write(.reference, issue[id].reference.text, to: &output)
    let lines = issue[id].lines
    write(.sourceLines, "\(lines.first)-\(lines.last)", to: &output)
    if let document = issue.document(of: id) {
      let head = issue[document].head
      let root = issue[issue.root(of: document)].head
      write(.documentNumber, head?.documentNumber ?? root?.documentNumber, to: &output)
      let issuers = head?.issuers ?? []
      let names = (issuers.isEmpty ? root?.issuers ?? [] : issuers).joined(separator: "、")
      write(.issuers, names.isEmpty ? nil : names, to: &output)
      write(.signedOn, (head?.signedOn ?? root?.signedOn)?.iso8601, to: &output)
      write(.column, root?.column, to: &output)
    }
    ResponsibilitiesText(issue: issue, index: index.departments, language: language)
      .write(nodes: Self.range(of: id, in: issue), to: &output)
  }

  private func write(_ label: StringKey, _ value: String?, to output: inout TextOutput) {
    guard let value else { return }
    let separator = language.colon
    output.writeLine(Strings.text(label, language) + separator + value)
  }

  /// All that a body has to do; the bodies where none is named.
  func writeBody(_ name: String, to output: inout TextOutput) {
    let merged = MergedDepartments([MergedDepartments.Part(issue, index.departments)])
    let text = DepartmentsText(merged, ids: [issue.identity.id], language: language)
    guard !name.isEmpty else { return text.writeList(to: &output) }
    let directory = merged.directory
    if let place = directory.lookup(name) { return text.writeDossier(of: place, to: &output) }
    let nearest = directory.nearest(name).map { merged.departments[$0].body.name }
    output.writeLine(
      "\(DutyText.unknownBody[language]): \(name): \(DutyText.nearest(nearest)[language])")
  }
}
