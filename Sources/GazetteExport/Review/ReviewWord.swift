import GazetteReview
import GazetteText

/// The words of exports, in both languages.
enum ReviewWord: CaseIterable {
  case review, reviewer, madeAt, issue, note, tags, changedSince, unsurePlace, textThen,
    textNow
  case gone, whole, document, progress, department, allDepartments, state, allStates, shown, notes
  case onlyNotes, noMarks, without, print, printWhole, disputed, andOthers, deadline, others, marks

  /// The word in a language.
  func text(_ language: ReviewLanguage) -> String {
    Phrase(texts.0, texts.1)[language]
  }

  private var texts: (String, String) {
    switch self {
    case .review: ("审阅意见", "Review")
    case .reviewer: ("审阅人", "Reviewer")
    case .madeAt: ("导出时间", "Exported")
    case .issue: ("期", "Issue")
    case .note: ("批注", "Note")
    case .tags: ("标签", "Tags")
    case .changedSince: ("批注后条文有改动", "Changed since")
    case .unsurePlace: ("位置存疑", "Place unsure")
    case .textThen: ("批注时条文", "The text then")
    case .textNow: ("现条文", "The text now")
    case .gone: ("条文已不在本期", "No longer in the issue")
    case .whole: ("全期", "Whole issue")
    case .document: ("文件", "Document")
    case .progress: ("进度", "Progress")
    case .department: ("单位", "Department")
    case .allDepartments: ("全部单位", "All departments")
    case .state: ("状态", "State")
    case .allStates: ("全部状态", "All states")
    case .shown: ("显示", "Shown")
    case .notes: ("意见", "Remarks")
    case .onlyNotes: ("只看有意见的", "Only with remarks")
    case .noMarks: ("尚无标记", "Nothing is marked yet")
    case .without: ("无批注", "Without a note")
    case .print: ("打印", "Print")
    case .printWhole: ("打印全部条文", "Print the whole text")
    case .disputed: ("意见不一", "Disputed")
    case .andOthers: ("等", " and others")
    case .deadline: ("期限", "Deadline")
    case .others: ("其他", "Other")
    case .marks: ("以 � 之类标记代替的不可见或损坏字符：", "Hidden or damaged characters shown as marks such as �: ")
    }
  }
}

extension ReviewCount {
  /// The count as one line: `已阅 37/127，存疑 2，问题 1`.
  public func summary(in language: ReviewLanguage) -> String {
    var parts = ["\(Phrase("已阅", "read")[language]) \(fraction)"]
    for state in [ReviewState.agreed, .question, .problem, .notours] where self[state] > 0 {
      parts.append("\(state.name(in: language)) \(self[state])")
    }
    return parts.joined(separator: language.comma)
  }
}
