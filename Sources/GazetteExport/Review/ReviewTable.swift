import GazetteModel
import GazetteReview

/// A review as a table.
///
/// The clause column has the printed numbers from the outermost heading down, `二、（一）1.`, which also
/// says where a clause is. The times stay text.
///
/// Column names and states are those of the command line in every language. A mark that counts as
/// unread because the words have changed is printed as unread.
public enum ReviewTable {
  private static let columns: [ExportTable.Column] = [
    .init("reference", width: 20), .init("document number", width: 22), .init("section", width: 24),
    .init("clause", width: 14), .init("title", width: 30), .init("text", width: 60),
    .init("lead", width: 20), .init("participants", width: 30), .init("state", width: 10),
    .init("note", width: 40), .init("tags", width: 14), .init("reviewer", width: 12),
    .init("time", width: 22),
  ]

  /// The table of one issue.
  public static func table(of report: ReviewReport) -> ExportTable { table(of: [report]) }

  /// The table of several issues, one below the other.
  public static func table(of reports: [ReviewReport]) -> ExportTable {
    ExportTable(
      name: ReviewWord.review.text(.chinese), columns: columns,
      rows: reports.flatMap(\.rows).map { row in
        [
          row.reference, row.documentNumber, row.section, row.numbers, row.title, row.text,
          row.duties.lead.joined(separator: "、"), row.duties.participants.joined(separator: "、"),
          row.state.rawValue, row.mark?.note ?? "", (row.mark?.tags ?? []).joined(separator: " "),
          row.mark?.reviewer ?? "", row.mark?.at.iso8601Seconds ?? "",
        ].map(ExportTable.Cell.text)
      })
  }
}
