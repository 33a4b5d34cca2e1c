import GazetteModel
import GazetteReview
import GazetteText

/// The words of worklists, in both languages.
package enum WorklistWord: CaseIterable {
  case worklist, task, role, partners, deadline, deadlineWords, place, document, documentNumber
  case reference, clause, inherited, phrase, lines, pages, corrections, others, noDeadline, number
  case nothing, yes, issue, assigned, done, reviewed, remarks

  /// The word in a language.
  package func text(_ language: ReviewLanguage) -> String {
    Phrase(texts.0, texts.1)[language]
  }

  private var texts: (String, String) {
    switch self {
    case .worklist: ("任务清单", "Worklist")
    case .task: ("任务", "Task")
    case .role: ("角色", "Role")
    case .partners: ("共同承担", "With")
    case .deadline: ("期限", "Deadline")
    case .deadlineWords: ("期限原文", "Deadline as printed")
    case .place: ("出处", "Place")
    case .document: ("文件", "Document")
    case .documentNumber: ("文号", "Document number")
    case .reference: ("引用", "Reference")
    case .clause: ("条", "Clause")
    case .inherited: ("统一要求", "Inherited")
    case .phrase: ("责任原文", "Phrase")
    case .lines: ("原文行", "Printed lines")
    case .pages: ("页", "Pages")
    case .corrections: ("更正", "Corrections")
    case .others: ("等", " and others")
    case .noDeadline: ("未定期限", "No deadline")
    case .number: ("序号", "No.")
    case .nothing: ("没有任务", "There is nothing to do")
    case .yes: ("是", "yes")
    case .issue: ("公报", "Issue")
    case .assigned: ("分派", "Assigned to")
    case .done: ("完成", "Done")
    case .reviewed: ("审阅", "Reviewed by")
    case .remarks: ("意见", "Remarks")
    }
  }
}

extension Role {
  /// The role's name for readers.
  package func name(in language: ReviewLanguage) -> String {
    Phrase(chinese, rawValue)[language]
  }
}

extension Worklist {
  /// How many tasks there are, and how many of them are due by a day.
  package func summary(in language: ReviewLanguage) -> String {
    let due = deadlineCount
    let done = doneCount.map { Phrase("，\($0) 项已阅毕", ", \($0) done with")[language] } ?? ""
    let english = tasks.count == 1 ? "1 task" : "\(tasks.count) tasks"
    return Phrase(
      "\(tasks.count) 项任务，\(due) 项有期限\(done)", "\(english), \(due) with a deadline\(done)"
    )[language]
  }
}

extension Worklist.Task {
  /// The partners by role: 牵头：甲；参与：乙、丙等.
  package func partnerText(in language: ReviewLanguage) -> String {
    var parts: [String] = []
    for role in Role.allCases {
      let names = partners.filter { $0.role == role }.map(\.name)
      guard !names.isEmpty else { continue }
      parts.append(
        role.name(in: language) + language.colon
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
  package func placeText(in language: ReviewLanguage) -> String {
    var parts = [documentName + numbers]
    if evidence.pages != nil {
      parts.append("\(WorklistWord.pages.text(language)) \(evidence.pageText)")
    }
    parts.append("\(WorklistWord.lines.text(language)) \(evidence.lineText)")
    return parts.filter { !$0.isEmpty }.joined(separator: language.comma)
  }
}
