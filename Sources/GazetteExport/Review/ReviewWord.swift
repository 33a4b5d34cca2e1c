import GazetteReview
import GazetteText

/// The words of exports, in both languages.
enum ReviewWord: CaseIterable {
  case review, reviewer, madeAt, issue, note, tags, changedSince, unsurePlace, textThen,
    textNow
  case gone, whole, document, progress, department, allDepartments, state, allStates, shown, notes
  case assigned, secondReader, discussion
  case onlyNotes, noMarks, without, print, printWhole, disputed, andOthers, deadline, others, marks

  /// The word in a language.
  func text(_ language: Language) -> String {
    words[language]
  }

  private var words: Phrase {
    switch self {
    case .review: Phrase("审阅意见", "Review")
    case .reviewer: Phrase("审阅人", "Reviewer")
    case .madeAt: Phrase("导出时间", "Exported")
    case .issue: Phrase("期", "Issue")
    case .note: Phrase("批注", "Note")
    case .tags: Phrase("标签", "Tags")
    case .changedSince: Phrase("批注后条文有改动", "Changed since")
    case .unsurePlace: Phrase("位置存疑", "Place unsure")
    case .assigned: Phrase("分派", "Assigned")
    case .secondReader: Phrase("复核", "Second reader")
    case .discussion: Phrase("讨论", "Discussion")
    case .textThen: Phrase("批注时条文", "The text then")
    case .textNow: Phrase("现条文", "The text now")
    case .gone: Phrase("条文已不在本期", "No longer in the issue")
    case .whole: Phrase("全期", "Whole issue")
    case .document: Phrase("文件", "Document")
    case .progress: Phrase("进度", "Progress")
    case .department: Phrase("单位", "Department")
    case .allDepartments: Phrase("全部单位", "All departments")
    case .state: Phrase("状态", "State")
    case .allStates: Phrase("全部状态", "All states")
    case .shown: Phrase("显示", "Shown")
    case .notes: Phrase("意见", "Remarks")
    case .onlyNotes: Phrase("只看有意见的", "Only with remarks")
    case .noMarks: Phrase("尚无标记", "Nothing is marked yet")
    case .without: Phrase("无批注", "Without a note")
    case .print: Phrase("打印", "Print")
    case .printWhole: Phrase("打印全部条文", "Print the whole text")
    case .disputed: Phrase("意见不一", "Disputed")
    case .andOthers: Phrase("等", " and others")
    case .deadline: Phrase("期限", "Deadline")
    case .others: Phrase("其他", "Other")
    case .marks:
      Phrase("以 � 之类标记代替的不可见或损坏字符：", "Hidden or damaged characters shown as marks such as �: ")
    }
  }
}

extension ReviewCount {
  /// The count as one line: `已阅 37/127，存疑 2，问题 1`.
  public func summary(in language: Language) -> String {
    var parts = ["\(Phrase("已阅", "read")[language]) \(fraction)"]
    for state in [ReviewState.agreed, .question, .problem, .notours] where self[state] > 0 {
      parts.append("\(state.name(in: language)) \(self[state])")
    }
    return parts.joined(separator: language.comma)
  }
}
