import GazetteModel
import GazetteText

extension ArchiveCatalogue {
  /// The records of all issues, from what the index has of them.
  ///
  /// - Parameter withDuties: Whether what bodies have to do is asked for; then what tables give them is
  ///   read from the issues themselves.
  public func records(withDuties: Bool = false) throws(ArchiveFailure) -> [RecordedIssue] {
    var numbers: [[String: String]] = []
    for place in issues.indices {
      var known: [String: String] = [:]
      for document in try documents(ofIssueAt: place) {
        if let number = document.number { known[document.reference] = number }
      }
      numbers.append(known)
    }
    let bodies = withDuties ? try bodyNames() : []
    let names = withDuties ? try namesByNumber() : []
    var records: [RecordedIssue] = []
    try forEachContent(withDuties ? .all : [.targets, .citations]) { content in
      var record = record(of: content, numbers: numbers[content.place])
      if withDuties { try add(content, bodies[content.place], names, to: &record) }
      records.append(record)
    }
    return records
  }

  /// Adds the duties of an issue.
  private func add(
    _ content: IssueContent, _ bodies: [String], _ names: [String], to record: inout RecordedIssue
  ) throws {
    let lead = issues.count > 1 ? issues[content.place].id + ":" : ""
    let (tree, text, duties) = (content.tree, content.text, content.duties)
    if duties.entries.contains(where: \.hasRow), let issue = try? open(content.place) {
      record.addDuties(of: issue, lead: lead)
      return
    }
    var words = RecordedIssue.DutyWords()
    for duty in duties.entries where !duty.isInherited {
      guard let range = duty.range else { continue }
      let title = tree.title(of: duty.node, in: text)
      let task = words.words(
        before: range, node: duty.node, paragraph: duty.paragraph, title: title
      ) { tree.scalars(of: duty.node, at: .paragraph($0), in: text) }
      var named: [RecordedIssue.Duty.Named] = []
      for group in duties.groups[duty.groups] {
        for mention in duties.mentions[group.mentions] {
          guard bodies.indices.contains(mention.place),
            mention.printed.map(names.indices.contains) ?? true
          else { throw PartReader.Damage() }
          let name = bodies[mention.place]
          named.append(
            .init(name: name, printed: mention.printed.map { names[$0] } ?? name, role: group.role))
        }
      }
      record.duties.append(
        .init(
          node: duty.node, reference: lead + tree.reference(of: duty.node), text: task,
          bodies: named))
    }
  }

  private func record(of content: IssueContent, numbers: [String: String]) -> RecordedIssue {
    let issue = issues[content.place]
    var record = RecordedIssue(
      place: content.place, id: issue.id, issue.identity,
      publication: heading(ofIssueAt: content.place).name)
    let (tree, text) = (content.tree, content.text)
    let lead = issues.count > 1 ? issue.id + ":" : ""
    for (node, entry) in tree.entries.enumerated() where entry.kind.isDocument {
      record.documents.append(
        RecordedIssue.Document(
          node: node, end: entry.end, title: tree.title(of: node, in: text),
          number: numbers[tree.reference(of: node)]))
    }
    var known: Set<RecordedIssue.KnownSentence> = []
    for stored in content.targets where stored.deadline != nil {
      let node = stored.stretch.node.index
      let scalars = tree.scalars(of: node, at: stored.stretch.place, in: text)
      record.add(
        stored.target(in: scalars), in: scalars, at: lead + tree.reference(of: node), &known)
    }
    for field in fieldsOfReports(content) {
      let node = tree.fields[field].node
      record.addReports(
        of: Array(text.string(tree.fields[field].units).unicodeScalars), node: node,
        at: lead + tree.reference(of: node))
    }
    for citation in content.citations where citation.kind.namesDocument {
      let node = citation.stretch.node.index
      let scalars = tree.scalars(of: node, at: citation.stretch.place, in: text)
      let range = citation.stretch.range
      guard range.start <= range.end, range.end <= scalars.count else { continue }
      record.citations.append(
        RecordedIssue.Citation(
          node: node, text: Array(scalars[range.start..<range.end]).string))
    }
    return record
  }

  /// The texts of an issue in which a word says that something was done: they are looked for as they
  /// lie, and only those are taken apart.
  private func fieldsOfReports(_ content: IssueContent) -> [Int] {
    let fields = content.tree.fields
    var found: Set<Int> = []
    content.text.units.withUnsafeBufferPointer { units in
      for word in CompletionWords.all {
        let wanted = Array(word.utf16)
        StoredText.search(wanted, in: units) { place in
          let field = fields.indices.partitionPoint { fields[$0].units.upperBound <= place }
          if field < fields.count, case .text = fields[field].place {
            let kind = content.tree.entries[fields[field].node].kind
            if kind != .cover, kind != .contents { found.insert(field) }
          }
          return place + wanted.count
        }
      }
    }
    return found.sorted()
  }
}
