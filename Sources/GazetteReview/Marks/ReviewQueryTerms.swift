import GazetteModel
import GazetteText

/// Answers the review terms of one query for a reader, who sees everyone's marks.
///
/// `is:`, `tag:` and `note:` are about the reader's own marks; where the query names a single
/// reviewer with `by:`, about those of that one. So `by:甲 is:problem` finds what 甲 holds for a
/// problem.
public struct ReviewQueryTerms: ReviewTermSource {
  private let terms: ReviewTerms
  private let scope: ReviewScope
  private let marks: [ReviewMark]

  /// Takes everyone's marks.
  ///
  /// - Parameters:
  ///   - query: The query whose terms are answered; whom it names, those terms are about.
  ///   - scope: What of the issue is reviewed.
  ///   - marks: The marks that hold, of everybody.
  ///   - reviewer: Who asks.
  ///   - others: Answers what marks do not, for the marks of a reviewer whom the query names, or of
  ///     anybody.
  public init(
    _ query: Query, scope: ReviewScope, marks: [ReviewMark], reviewer: String,
    others: (String?) -> (any ReviewTermSource)? = { _ in nil }
  ) {
    self.scope = scope
    self.marks = marks
    let names = Set(
      query.reviewTerms.filter { $0.field == .reviewer }.map { FoldedText($0.value).folded })
    var named: String?
    if names.count == 1, let name = names.first {
      named = marks.first { FoldedText($0.reviewer).folded == name }?.reviewer
    }
    terms = ReviewTerms(
      scope: scope, marks: marks, reviewer: named ?? reviewer, others: others(named))
  }

  /// The nodes of the issue whose marks are as the term wants them.
  public func nodes(
    matching field: ReviewField, _ value: String, in issue: Issue
  ) -> [NodeID]? {
    guard field == .reviewer else { return terms.nodes(matching: field, value, in: issue) }
    let wanted = FoldedText(value).folded
    return marks.filter { FoldedText($0.reviewer).folded == wanted }
      .compactMap { scope.node(of: $0.key) }
      .flatMap { id in scope.wholeUnit(id, of: issue).map { NodeID($0) } }
  }
}

extension Query {
  /// The terms that only a review can answer.
  public var reviewTerms: [(field: ReviewField, value: String)] {
    operations.compactMap { operation in
      guard case .term(.review(let field, let value)) = operation else { return nil }
      return (field, value)
    }
  }
}
