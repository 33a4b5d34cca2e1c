import GazetteModel
import GazetteReview
import GazetteText

/// A review as a table.
///
/// The clause column has the printed numbers from the outermost heading down, `二、（一）1.`, which also
/// says where a clause is. The times stay text.
///
/// Heads and states are in the reader's language. A mark that counts as unread because the words have
/// changed is printed as unread.
public enum ReviewTable {
  private static let columns: [(head: Phrase, width: Int)] = [
    (Phrase("引用", "reference"), 20), (Phrase("文号", "document number"), 22),
    (Phrase("章节", "section"), 24),
    (Phrase("条", "clause"), 14), (Phrase("标题", "title"), 30), (Phrase("条文", "text"), 60),
    (Phrase("牵头", "lead"), 20),
    (Phrase("其他单位", "partners"), 36), (Phrase("期限", "deadline"), 12), (Phrase("状态", "state"), 10),
    (Phrase("批注", "note"), 40), (Phrase("标签", "tags"), 14), (Phrase("审阅人", "reviewer"), 12),
    (Phrase("时间", "time"), 22),
    (Phrase("位置", "place"), 24), (Phrase("分派", "assigned"), 14),
    (Phrase("复核", "second reader"), 24), (Phrase("讨论", "discussion"), 40),
  ]

  /// The table of one issue.
  public static func table(of report: ReviewReport, in language: Language) -> ExportTable {
    table(of: [report], in: language)
  }

  /// The table of several issues, one below the other.
  public static func table(
    of reports: [ReviewReport], in language: Language
  ) -> ExportTable {
    return ExportTable(
      name: ReviewWord.review.text(language),
      columns: columns.map { .init($0.head[language], width: $0.width) },
      rows: reports.flatMap(\.rows).map { row -> [ExportTable.Cell] in
        let before: [String] = [
          row.reference, row.documentNumber, row.section, row.numbers, row.title, row.text,
          row.duties.leadText(in: language), row.duties.partnerText(in: language),
        ]
        let behind: [String] = [
          word(of: row.state)[language], row.mark?.note ?? "",
          (row.mark?.tags ?? []).joined(separator: " "), row.mark?.reviewer ?? "",
          row.mark?.at.iso8601Seconds ?? "", row.mark?.placement.notice(in: language) ?? "",
          row.team.readerText(in: language), row.team.standingText(in: language),
          row.team.threadText(in: language),
        ]
        return before.map(ExportTable.Cell.text) + [.init(row.duties.deadline)]
          + behind.map(ExportTable.Cell.text)
      })
  }

  /// In English the word that the command line takes.
  private static func word(of state: ReviewState) -> Phrase {
    state == .notours ? Phrase("非本单位", "notours") : state.name
  }
}
