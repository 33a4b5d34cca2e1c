import GazetteModel
import GazetteReview
import GazetteText

extension Worklist {
  /// The list as a table for a spreadsheet, in the reader's language.
  public func table(in language: Language) -> ExportTable {
    func column(_ word: WorklistWord, _ width: Int) -> ExportTable.Column {
      .init(word.text(language), width: width)
    }
    return ExportTable(
      name: body,
      columns: [
        column(.number, 6), column(.task, 60), column(.role, 10), column(.partners, 36),
        column(.deadline, 12), column(.deadlineWords, 16), column(.inherited, 10),
        column(.document, 36), column(.documentNumber, 22), column(.clause, 14),
        column(.reference, 20), column(.pages, 8), column(.lines, 12), column(.phrase, 40),
        column(.corrections, 24), column(.done, 8), column(.assigned, 16),
        column(.reviewed, 24), column(.remarks, 40), column(.issue, 28),
      ],
      rows: tasks.enumerated().map { index, task in
        [
          .number(index + 1), .text(task.text), .text(task.role.name[language]),
          .text(task.partnerText(in: language)), .init(task.deadline),
          .text(task.deadlineWords ?? ""),
          .text(task.isInherited ? WorklistWord.yes.text(language) : ""),
          .text(task.documentTitle), .text(task.documentNumber), .text(task.numbers),
          .text(task.place), .text(task.evidence.pageText), .text(task.evidence.lineText),
          .text(task.phrase), .text(task.evidence.correctionText),
          .text(task.review?.isDone == true ? WorklistWord.yes.text(language) : ""),
          .text(task.review?.assignedText(in: language) ?? ""),
          .text(task.review?.markText(in: language) ?? ""),
          .text(task.review?.remarkText(in: language) ?? ""), .text(task.issueName),
        ]
      })
  }
}
