import GazetteModel
import GazetteText

/// What the filter language says to people, in both languages.
enum QueryText {
  /// What could not be read, where, and the nearest thing that could.
  static func text(of diagnostic: QueryDiagnostic) -> Phrase {
    let what = explanation(of: diagnostic.reason)
    // An answer that is missing may have no place.
    let place =
      diagnostic.range.count > 0
      ? Phrase("第\(diagnostic.range.start + 1)字", "at \(diagnostic.range.start + 1) ") : nil
    let mistake = Phrase(
      "\(place) \(diagnostic.text)：\(what)", "\(place)\"\(diagnostic.text)\": \(what)")
    guard let suggestion = diagnostic.suggestion else { return mistake }
    return Phrase("\(mistake)，可写作 \(suggestion)", "\(mistake); try \(suggestion)")
  }

  static func explanation(of reason: QueryDiagnostic.Reason) -> Phrase {
    switch reason {
    case .unknownField: Phrase("没有这个字段", "no such field")
    case .unknownRole: Phrase("没有这种角色", "no such role")
    case .unknownKind: Phrase("没有这种类型", "no such kind")
    case .unknownFact: Phrase("没有这类内容", "no such fact")
    case .unreadableDate: Phrase("读不出日期", "not a date")
    case .unreadableValue: Phrase("读不出数值", "not a number")
    case .missingValue: Phrase("后面缺内容", "nothing behind it")
    case .unclosedQuote: Phrase("引号没有收尾", "the quotation mark is not closed")
    case .unclosedBracket: Phrase("括号没有收尾", "the bracket is not closed")
    case .unopenedBracket: Phrase("括号没有开头", "the bracket was not opened")
    case .emptyBrackets: Phrase("括号里没有条件", "nothing in the brackets")
    case .missingTerm: Phrase("旁边缺条件", "a term is missing beside it")
    case .tooDeep: Phrase("括号层数太多", "brackets nest too deep")
    case .needsReview: Phrase("要打开审阅才能筛选", "only a review can answer it")
    case .unknownReviewValue: Phrase("审阅里没有这个值", "the review has no such value")
    case .namesNothing: Phrase("本期没有这样的对象", "nothing in the issue is called that")
    }
  }

  /// What a completion means.
  static func text(of meaning: QueryCompletion.Meaning) -> Phrase {
    switch meaning {
    case .opening(let opening): opening.name
    case .clauses(let count): Phrase("\(count)条", count == 1 ? "1 clause" : "\(count) clauses")
    case .word(let chinese): Phrase("\(chinese)", "")
    case .title(let title): Phrase("\(title)", "\(title)")
    }
  }
}
