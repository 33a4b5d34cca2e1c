import GazetteModel
import GazetteText

@testable import GazetteReview

/// Issues that are nothing but documents of clauses, whose numbers follow from their order.
enum ClauseSamples {
  /// A clause, by its words, which may be those of others, and by what nobody sees: which one it is.
  struct Clause: Hashable {
    let words: String
    let identity: Int
  }

  static let issueName = Samples.issueName

  static func key(_ reference: String) -> ReviewKey {
    ReviewKey(issue: issueName, reference: reference)
  }

  /// What is reviewed of documents of clauses.
  static func scope(_ documents: [[Clause]]) -> ReviewScope {
    var nodes: [Node] = []
    func add(
      _ kind: NodeKind, parent: Int?, end: Int, number: Int, words: String, reference: String
    ) {
      nodes.append(
        Node(
          id: NodeID(nodes.count), kind: kind, parent: parent.map(NodeID.init), subtreeEnd: end,
          depth: parent == nil ? 0 : 1,
          numbering: parent == nil
            ? nil
            : Numbering(
              style: .arabicDot, ordinal: number, arabic: "\(number)", printed: "\(number)."),
          title: parent == nil ? words : nil,
          paragraphs: parent == nil
            ? [] : [Paragraph(text: words, lines: LineRange(1), lineStarts: [], corrections: [])],
          lines: LineRange(1), otherLines: [], reference: Reference(reference), head: nil))
    }
    for (index, clauses) in documents.enumerated() {
      let start = nodes.count
      add(
        .document, parent: nil, end: start + clauses.count + 1, number: 0, words: "通知",
        reference: "\(index + 1)")
      for (place, clause) in clauses.enumerated() {
        add(
          .clause, parent: start, end: nodes.count + 1, number: place + 1, words: clause.words,
          reference: "\(index + 1)/\(place + 1)")
      }
    }
    var identity = IssueIdentity(id: "2021-11")
    identity.title = "吉林省人民政府公报"
    identity.year = 2021
    identity.number = 11
    return ReviewScope(
      GazetteModel.Issue(
        identity: identity, contents: [], nodes: nodes,
        printed: PrintedText(source: SourceText(bytes: [])), corrections: []))
  }

  /// One document of clauses with these words.
  static func scope(_ words: [String]) -> ReviewScope {
    scope([words.enumerated().map { Clause(words: $1, identity: $0) }])
  }

  /// A mark on the words that stand at a reference; its note is the reference, to be known by.
  static func mark(
    _ reference: String, in scope: ReviewScope, _ state: ReviewState = .agreed,
    by reviewer: String = "甲", at: Int64 = 1000
  ) -> ReviewMark {
    ReviewMark(
      key: key(reference), reviewer: reviewer, state: state, note: reference, tags: [],
      at: ReviewTime(milliseconds: at), text: scope.text(of: key(reference)) ?? ReviewedText(""))
  }
}
