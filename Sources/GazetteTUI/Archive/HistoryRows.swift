import GazetteArchive
import GazetteText

/// A body's duties through time as a list of the archive.
extension ArchiveRow {
  /// The newest issue first, each duty leading to the unit that has it, or had it last.
  static func history(
    _ history: DutyHistory, _ catalogue: ArchiveCatalogue, _ language: Language
  ) -> [ArchiveRow] {
    let name = history.names[0]
    var rows = [
      ArchiveRow(
        key: name, text: HistoryText.heading(of: history)[language],
        note: HistoryText.summary(of: history.entries, language), isHeading: true)
    ]
    let issues = Dictionary(grouping: history.entries, by: \.issue)
    var order: [Int] = []
    for entry in history.entries where order.last != entry.issue { order.append(entry.issue) }
    for issue in order.reversed() {
      let identity = catalogue.issues[issue]
      let date = identity.identity.publicationDate?.iso8601
      rows.append(
        ArchiveRow(
          key: "issue \(issue)",
          text: [identity.id, date].compactMap(\.self).joined(separator: "  "), isHeading: true))
      for (number, entry) in (issues[issue] ?? []).enumerated() {
        let own = ownReference(entry.reference, of: entry.unitIssue, catalogue)
        // The issue stands above; what is gone is named where it stood last.
        let reference =
          entry.unitIssue == issue
          ? own : reference(entry.reference, of: entry.unitIssue, beside: issue, catalogue)
        rows.append(
          ArchiveRow(
            key: "\(issue) \(number)",
            text: "  " + HistoryText.line(of: entry, named: name, at: reference, language),
            target: .issue(entry.unitIssue, own),
            isWarning: entry.change == .dropped || entry.change == .movedAway))
      }
    }
    return rows
  }
}
