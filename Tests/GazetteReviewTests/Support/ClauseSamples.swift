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

  /// A document and what became of it: clauses were put in, or taken out, anywhere; many have the same words.
  ///
  /// - Parameter isLastKept: Whether the last clause, which is like no other, stays the last.
  static func edited(seed: UInt64, isLastKept: Bool) -> (before: [Clause], after: [Clause]) {
    var generator = SeededGenerator(seed: seed)
    let words = ["取消。", "下放。", "一。", "二。", "三。", "四。"]
    func clause(_ identity: Int) -> Clause {
      Clause(words: words.randomElement(using: &generator) ?? "", identity: identity)
    }
    let last = Clause(words: "附则。", identity: 99)
    let before =
      (0..<Int.random(in: 1...7, using: &generator)).map(clause) + (isLastKept ? [last] : [])
    var after = before
    let isInsertion = Bool.random(using: &generator)
    for step in 0..<Int.random(in: 1...3, using: &generator) {
      let end = isLastKept ? after.count - 1 : after.count
      if isInsertion {
        after.insert(clause(100 + step), at: Int.random(in: 0...end, using: &generator))
      } else if end > 0, after.count > 1 {
        after.remove(at: Int.random(in: 0..<end, using: &generator))
      }
    }
    return (before, after)
  }

  /// The number of a clause.
  static func number(of key: ReviewKey) -> Int {
    key.reference.split(separator: "/").last.flatMap { Int($0) } ?? 0
  }
}
