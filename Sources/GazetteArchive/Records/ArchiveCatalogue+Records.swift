import GazetteIntake
import GazetteModel
import GazetteText

extension ArchiveCatalogue {
  /// The records of all issues, from what the index has of them, without what bodies have to do.
  public func records() throws(ArchiveFailure) -> [RecordedIssue] {
    let numbers = try documentNumbers()
    var records: [RecordedIssue] = []
    try forEachContent([.targets, .citations]) { records.append(record(of: $0, numbers)) }
    return records
  }

  /// The records with what bodies have to do. What tables give them is read from the issues
  /// themselves.
  ///
  /// - Parameter unreadable: Called with an issue that had to be opened and could not be: the duties of
  ///   its tables are missing.
  public func recordsWithDuties(
    unreadable: (LoadFailure) -> Void
  ) throws(ArchiveFailure) -> [RecordedIssue] {
    let numbers = try documentNumbers()
    let bodies = try bodyNames()
    let names = try namesByNumber()
    var records: [RecordedIssue] = []
    var tabular: [Int] = []
    try forEachContent(.all) { content in
      var record = record(of: content, numbers)
      try add(content, bodies[content.place], names, to: &record)
      records.append(record)
      if content.duties.entries.contains(where: \.hasRow) { tabular.append(content.place) }
    }
    // Not while the index is read: what a database keeps is asked of it.
    forEachOpened(tabular) { place, result in
      switch result {
      case .success(let issue):
        records[place].duties = []
        records[place].addDuties(of: issue, lead: lead(ofIssueAt: place))
      case .failure(let failure): unreadable(failure)
      }
    }
    return records
  }

  /// The document numbers of each issue by what they are referred to.
  private func documentNumbers() throws(ArchiveFailure) -> [Int64: [String: String]] {
    var numbers: [Int64: [String: String]] = [:]
    for document in try reading({ try $0.documents(ofIssue: nil) }) {
      guard let number = document.number else { continue }
      numbers[document.issue, default: [:]][document.reference] = number
    }
    return numbers
  }

  /// What stands before the references of an issue.
  private func lead(ofIssueAt place: Int) -> String {
    issues.count > 1 ? issues[place].id + ":" : ""
  }

  /// Adds the duties of an issue that its paragraphs give.
  private func add(
    _ content: IssueContent, _ bodies: [String], _ names: [String], to record: inout RecordedIssue
  ) throws {
    let lead = lead(ofIssueAt: content.place)
    let (tree, text, duties) = (content.tree, content.text, content.duties)
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

  private func record(
    of content: IssueContent, _ numbers: [Int64: [String: String]]
  ) -> RecordedIssue {
    let issue = issues[content.place]
    let numbers = numbers[issues.heads[content.place].number] ?? [:]
    var record = RecordedIssue(
      place: content.place, id: issue.id, issue.identity,
      publication: heading(ofIssueAt: content.place).name)
    let (tree, text) = (content.tree, content.text)
    let lead = lead(ofIssueAt: content.place)
    for node in 0..<tree.nodeCount {
      let entry = tree.entry(node)
      guard entry.kind.isDocument else { continue }
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
      let node = tree.node(ofField: field)
      record.addReports(
        of: Array(text.string(tree.field(field).units).unicodeScalars), node: node,
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
    let tree = content.tree
    var found: Set<Int> = []
    content.text.withUnits { units in
      for word in CompletionWords.all {
        let wanted = Array(word.utf16)
        StoredText.search(wanted, in: units) { place in
          if let field = tree.field(ofUnit: place), tree.field(field).hasPlace {
            let kind = tree.entry(tree.node(ofField: field)).kind
            if kind != .cover, kind != .contents { found.insert(field) }
          }
          return place + wanted.count
        }
      }
    }
    return found.sorted()
  }
}
