import GazetteModel
import GazetteText

/// What is told of an issue over time: its documents, deadlines, reports and references (期次记录).
///
/// The index of an archive and the issue itself make the same record, so that a ledger of the one is
/// that of the other.
public struct RecordedIssue: Sendable {
  /// A document or an attachment.
  struct Document: Sendable, Equatable {
    let node: Int
    /// Behind the last node below it.
    let end: Int
    let title: String?
    let number: String?
  }

  /// A sentence that sets a deadline, or says what was done.
  struct Sentence: Sendable, Equatable {
    let node: Int
    /// With the issue before it, where there are several.
    let reference: String
    let text: String
    /// The day that it sets; nil of one that only reports.
    let deadline: CalendarDate?
    let reports: Bool
  }

  /// A text that is named.
  struct Citation: Sendable, Equatable {
    let node: Int
    let text: String
  }

  /// Its place among the issues.
  public let place: Int
  /// Its id among them.
  public let id: String
  let publication: String
  /// The day on the cover.
  public let date: CalendarDate?
  private let year: Int
  private let number: Int
  var documents: [Document] = []
  var sentences: [Sentence] = []
  var citations: [Citation] = []
  var duties: [Duty] = []

  init(place: Int, id: String, _ identity: IssueIdentity, publication: String) {
    self.place = place
    self.id = id
    self.publication = publication
    date = identity.publicationDate
    year = identity.year ?? identity.publicationDate?.year ?? 0
    number = identity.number ?? 0
  }

  /// Whether it came out before another one: by the day, else by year and number.
  func isBefore(_ other: RecordedIssue) -> Bool {
    if let date, let theirs = other.date { return date < theirs }
    return (year, number) < (other.year, other.number)
  }

  /// Issues in the order in which they came out; those of which that is not known stay as they are.
  static func chronological(_ issues: [RecordedIssue]) -> [RecordedIssue] {
    func key(_ issue: RecordedIssue, _ offset: Int) -> (Int, Int, Int, Int, Int) {
      (
        issue.date?.year ?? issue.year, issue.date?.month ?? 0, issue.date?.day ?? 0, issue.number,
        offset
      )
    }
    return issues.enumerated().sorted {
      key($0.element, $0.offset) < key($1.element, $1.offset)
    }.map(\.element)
  }

  /// The innermost document of a node, and the outermost.
  func document(of node: Int) -> (inner: Document, outer: Document)? {
    let around = documents.filter { $0.node <= node && node < $0.end }
    guard let outer = around.first, let inner = around.last else { return nil }
    return (inner, outer)
  }

  /// Adds the sentence of a deadline, each day of it once.
  mutating func add(
    _ target: Target, in text: [Unicode.Scalar], at reference: String,
    _ known: inout Set<KnownSentence>
  ) {
    guard let deadline = target.deadline else { return }
    let range = Sentences.sentence(around: target.range.start..<target.range.end, in: text)
    let key = KnownSentence(
      node: target.node.index, place: target.place, start: range.lowerBound, deadline: deadline)
    guard known.insert(key).inserted else { return }
    sentences.append(
      Sentence(
        node: target.node.index, reference: reference, text: Array(text[range]).string,
        deadline: deadline, reports: CompletionWords.occurs(in: text, range)))
  }

  /// Adds the sentences of a text that say what was done.
  mutating func addReports(of text: [Unicode.Scalar], node: Int, at reference: String) {
    for range in Sentences.all(in: text) where CompletionWords.occurs(in: text, range) {
      sentences.append(
        Sentence(
          node: node, reference: reference, text: Array(text[range]).string, deadline: nil,
          reports: true))
    }
  }

  /// A sentence with one of its days.
  struct KnownSentence: Hashable {
    let node: Int
    let place: TextPlace
    let start: Int
    let deadline: CalendarDate
  }
}

extension RecordedIssue {
  /// The records of issues at hand.
  public static func records(of library: Library) -> [RecordedIssue] {
    library.issues.indices.map { place in
      RecordedIssue(
        library.issues[place], at: place, id: library.ids[place],
        isAlone: library.issues.count == 1)
    }
  }

  private init(_ issue: Issue, at place: Int, id: String, isAlone: Bool) {
    self.init(
      place: place, id: id, issue.identity,
      publication: issue.identity.publication?.name ?? issue.name.publication)
    let lead = isAlone ? "" : id + ":"
    for node in issue.nodes where node.kind.isDocument {
      documents.append(
        Document(
          node: node.id.index, end: node.subtreeEnd, title: node.title,
          number: node.head?.documentNumber))
    }
    var known: Set<KnownSentence> = []
    for target in TargetIndex(issue).targets where target.deadline != nil {
      add(
        target, in: issue[target.node].scalars(at: target.place) ?? [],
        at: lead + issue[target.node].reference.text, &known)
    }
    for node in issue.nodes where node.kind != .cover && node.kind != .contents {
      for place in node.textPlaces {
        addReports(
          of: node.scalars(at: place) ?? [], node: node.id.index, at: lead + node.reference.text)
      }
    }
    addDuties(of: issue, lead: lead)
    citations = CrossReferenceIndex(issue).references.filter(\.namesDocument).map {
      Citation(node: $0.node.index, text: $0.text)
    }
  }
}

extension CrossReference {
  /// Whether it names a document by its title or number.
  var namesDocument: Bool { kind.namesDocument }
}

extension CrossReference.Kind {
  /// Whether such a reference names a document by its title or number.
  var namesDocument: Bool { self == .title || self == .documentNumber }
}
