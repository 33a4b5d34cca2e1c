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
  private static let columns: [(chinese: String, english: String, width: Int)] = [
    ("引用", "reference", 20), ("文号", "document number", 22), ("章节", "section", 24),
    ("条", "clause", 14), ("标题", "title", 30), ("条文", "text", 60), ("牵头", "lead", 20),
    ("其他单位", "partners", 36), ("期限", "deadline", 12), ("状态", "state", 10),
    ("批注", "note", 40), ("标签", "tags", 14), ("审阅人", "reviewer", 12), ("时间", "time", 22),
    ("位置", "place", 24),
  ]

  /// The table of one issue.
  public static func table(of report: ReviewReport, in language: ReviewLanguage) -> ExportTable {
    table(of: [report], in: language)
  }

  /// The table of several issues, one below the other.
  public static func table(
    of reports: [ReviewReport], in language: ReviewLanguage
  ) -> ExportTable {
    return ExportTable(
      name: ReviewWord.review.text(language),
      columns: columns.map { .init(Phrase($0.chinese, $0.english)[language], width: $0.width) },
      rows: reports.flatMap(\.rows).map { row -> [ExportTable.Cell] in
        let before: [String] = [
          row.reference, row.documentNumber, row.section, row.numbers, row.title, row.text,
          row.duties.leadText(in: language), row.duties.partnerText(in: language),
        ]
        let behind: [String] = [
          Phrase(row.state.name(in: .chinese), row.state.rawValue)[language], row.mark?.note ?? "",
          (row.mark?.tags ?? []).joined(separator: " "), row.mark?.reviewer ?? "",
          row.mark?.at.iso8601Seconds ?? "", row.mark?.placement.notice(in: language) ?? "",
        ]
        return before.map(ExportTable.Cell.text) + [.init(row.duties.deadline)]
          + behind.map(ExportTable.Cell.text)
      })
  }
}
