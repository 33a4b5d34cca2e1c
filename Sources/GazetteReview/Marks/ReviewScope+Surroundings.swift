import GazetteModel
import Synchronization

/// What the words of an issue stand among, worked out when it is first asked for.
final class IssueSurroundings: Sendable {
  private struct Known {
    /// Per words without white space, at how many places they stand: of the issue, and of each document.
    var counts: [String: (inIssue: Int, inDocuments: [String: Int])]?
    /// Per document, by its reference, the digits of its words.
    var documents: [String: String] = [:]
  }

  private let known = Mutex(Known())

  /// What stands around words at a reference.
  func surroundings(
    of content: String, at reference: String, in scope: ReviewScope
  ) -> WordSurroundings {
    let document = ReviewScope.document(of: reference)
    return known.withLock { known in
      let counts = known.counts ?? Self.counts(in: scope)
      known.counts = counts
      let count = counts[ReviewScope.plain(content)]
      return WordSurroundings(
        document: Self.digits(of: document, in: scope, &known),
        inDocument: count?.inDocuments[document] ?? 0, inIssue: count?.inIssue ?? 0)
    }
  }

  /// The digits of the document that a reference is in.
  func digits(at reference: String, in scope: ReviewScope) -> String {
    known.withLock { Self.digits(of: ReviewScope.document(of: reference), in: scope, &$0) }
  }

  private static func digits(
    of document: String, in scope: ReviewScope, _ known: inout Known
  ) -> String {
    if let digits = known.documents[document] { return digits }
    var sum = FNV1a()
    for (content, reference) in scope.places where ReviewScope.document(of: reference) == document {
      // The lengths, so that no character can move from one unit into the next.
      let words = ReviewScope.plain(content)
      sum.add("\(words.utf8.count):")
      sum.add(words)
    }
    known.documents[document] = sum.digits
    return sum.digits
  }

  private static func counts(
    in scope: ReviewScope
  ) -> [String: (inIssue: Int, inDocuments: [String: Int])] {
    var counts: [String: (inIssue: Int, inDocuments: [String: Int])] = [:]
    for (content, reference) in scope.places {
      counts[ReviewScope.plain(content), default: (0, [:])].inIssue += 1
      counts[ReviewScope.plain(content), default: (0, [:])]
        .inDocuments[ReviewScope.document(of: reference), default: 0] += 1
    }
    return counts
  }
}

extension ReviewScope {
  /// The words of every node and of every row, each with its reference, in order of print.
  fileprivate var places: [(content: String, reference: String)] {
    let rows = rowReferences.sorted { $0.key < $1.key }.flatMap(\.value).joined()
    return Array(zip(contents, references))
      + rows.compactMap { name in rowsByReference[name].map { ($0.content, name) } }
  }

  /// Words as something is put on them at a reference, with what is known of those around them.
  func text(_ content: String, at reference: String) -> ReviewedText {
    ReviewedText(
      content, surroundings: surroundings.surroundings(of: content, at: reference, in: self))
  }

  /// Whether the document that something is in still says what it did when that was put on it.
  func isWhereItWas(_ text: ReviewedText, at key: ReviewKey) -> Bool {
    text.surroundings?.document == surroundings.digits(at: key.reference, in: self)
  }

  /// The reference of the document that a reference is in.
  static func document(of reference: String) -> String { String(reference.prefix { $0 != "/" }) }

  /// The words without white space, which does not count.
  static func plain(_ content: String) -> String {
    String(
      String.UnicodeScalarView(content.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}
