/// What a query says that could not be read, with its place; the rest of the query still filters.
public struct QueryDiagnostic: Hashable, Sendable {
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

  public let reason: Reason
  /// The stretch of the query, in scalars.
  public let range: ScalarRange
  /// The words in question.
  public let text: String
  /// The nearest thing that can be read in their place.
  public let suggestion: String?

  public init(reason: Reason, range: ScalarRange, text: String, suggestion: String? = nil) {
    self.reason = reason
    self.range = range
    self.text = text
    self.suggestion = suggestion
  }

  /// The diagnostic in one Chinese line: what, where, and the nearest meaning.
  public var message: String {
    let place = "第\(range.start + 1)字“\(text)”：\(explanation)"
    return suggestion.map { "\(place)，可写作 \($0)" } ?? place
  }

  private var explanation: String {
    switch reason {
    case .unknownField: "没有这个字段"
    case .unknownRole: "没有这种角色"
    case .unknownKind: "没有这种类型"
    case .unknownFact: "没有这类内容"
    case .unreadableDate: "读不出日期"
    case .unreadableValue: "读不出数值"
    case .missingValue: "后面缺内容"
    case .unclosedQuote: "引号没有收尾"
    case .unclosedBracket: "括号没有收尾"
    case .unopenedBracket: "括号没有开头"
    case .emptyBrackets: "括号里没有条件"
    case .missingTerm: "旁边缺条件"
    case .tooDeep: "括号层数太多"
    case .needsReview: "要打开审阅才能筛选"
    case .unknownReviewValue: "审阅里没有这个值"
    case .namesNothing: "本期没有这样的对象"
    }
  }
}
