import GazetteText

/// What a query says that could not be read, with its place; the rest of the query still filters.
public struct QueryDiagnostic: Hashable, Sendable {
  /// Why a stretch of a query cannot be read.
  public enum Reason: String, Hashable, Sendable {
    case unknownField, unknownRole, unknownKind, unknownFact
    case unreadableDate, unreadableValue, missingValue
    case unclosedQuote, unclosedBracket, unopenedBracket, emptyBrackets, missingTerm, tooDeep
    /// A review term where no review is open.
    case needsReview
    /// A review term whose value the review does not know.
    case unknownReviewValue
    /// A body, document or reference that nothing in the issue bears.
    case namesNothing
  }

  /// Why it cannot be read.
  public let reason: Reason
  /// The stretch of the query, in scalars.
  public let range: ScalarRange
  /// The words in question.
  public let text: String
  /// The nearest thing that can be read in their place.
  public let suggestion: String?

  /// Creates a diagnostic; `range` counts scalars of the query.
  public init(reason: Reason, range: ScalarRange, text: String, suggestion: String? = nil) {
    self.reason = reason
    self.range = range
    self.text = text
    self.suggestion = suggestion
  }
}

extension QueryDiagnostic {
  /// What has to be said of a query that was put to several issues: what names nothing in one may
  /// name something in another.
  public static func common(_ complaints: [[QueryDiagnostic]]) -> [QueryDiagnostic] {
    complaints.dropFirst().reduce(complaints.first ?? []) { common, next in
      common.filter(next.contains)
    }
  }
}
