import GazetteModel
import GazetteReview
import GazetteText

/// The words of worklists, in both languages.
package enum WorklistWord: CaseIterable {
  case worklist, task, role, partners, deadline, deadlineWords, place, document, documentNumber
  case reference, clause, inherited, phrase, lines, pages, corrections, others, noDeadline, number
  case nothing, yes, issue, assigned, done, reviewed, remarks

  /// The word in a language.
  package func text(_ language: Language) -> String {
    words[language]
  }

  private var words: Phrase {
    switch self {
    case .worklist: Phrase("任务清单", "Worklist")
    case .task: Phrase("任务", "Task")
    case .role: Phrase("角色", "Role")
    case .partners: Phrase("共同承担", "With")
    case .deadline: Phrase("期限", "Deadline")
    case .deadlineWords: Phrase("期限原文", "Deadline as printed")
    case .place: Phrase("出处", "Place")
    case .document: Phrase("文件", "Document")
    case .documentNumber: Phrase("文号", "Document number")
    case .reference: Phrase("引用", "Reference")
    case .clause: Phrase("条", "Clause")
    case .inherited: Phrase("统一要求", "Inherited")
    case .phrase: Phrase("责任原文", "Phrase")
    case .lines: Phrase("原文行", "Printed lines")
    case .pages: Phrase("页", "Pages")
    case .corrections: Phrase("更正", "Corrections")
    case .others: Phrase("等", " and others")
    case .noDeadline: Phrase("未定期限", "No deadline")
    case .number: Phrase("序号", "No.")
    case .nothing: Phrase("没有任务", "There is nothing to do")
    case .yes: Phrase("是", "yes")
    case .issue: Phrase("公报", "Issue")
    case .assigned: Phrase("分派", "Assigned to")
    case .done: Phrase("完成", "Done")
    case .reviewed: Phrase("审阅", "Reviewed by")
    case .remarks: Phrase("意见", "Remarks")
    }
  }
}

extension Worklist {
  /// How many tasks there are, and how many of them are due by a day.
  package func summary(in language: Language) -> String {
    let due = deadlineCount
    let done = doneCount.map { Phrase("，\($0) 项已阅毕", ", \($0) done with") }
    let count = tasks.count
    let all = Phrase("\(count) 项任务", count == 1 ? "1 task" : "\(count) tasks")
    return Phrase("\(all)，\(due) 项有期限\(done)", "\(all), \(due) with a deadline\(done)")[
      language]
  }
}

extension Worklist.Task {
  /// The partners by role: 牵头：甲；参与：乙、丙等.
  package func partnerText(in language: Language) -> String {
    var parts: [String] = []
    for role in Role.allCases {
      let names = partners.filter { $0.role == role }.map(\.name)
      guard !names.isEmpty else { continue }
      parts.append(
        role.name[language] + language.colon
          + BodyNames.line(names, language))
    }
    let others = andOthers ? WorklistWord.others.text(language) : ""
    return parts.joined(separator: language.semicolon) + others
  }

  /// The document as it is named: 《题名》（文号）.
  package var documentName: String {
    (documentTitle.isEmpty ? "" : "《\(documentTitle)》")
      + (documentNumber.isEmpty ? "" : "（\(documentNumber)）")
  }

  /// Where it stands, for people: document, clause, page or line.
  package func placeText(in language: Language) -> String {
    var parts = [documentName + numbers]
    if evidence.pages != nil {
      parts.append("\(WorklistWord.pages.text(language)) \(evidence.pageText)")
    }
    parts.append("\(WorklistWord.lines.text(language)) \(evidence.lineText)")
    return parts.filter { !$0.isEmpty }.joined(separator: language.comma)
  }
}
