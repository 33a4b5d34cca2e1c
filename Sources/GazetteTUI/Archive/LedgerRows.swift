import GazetteArchive
import GazetteText

/// The ledger of deadlines as lists of the archive: months with bars, and the deadlines of one.
extension ArchiveRow {
  /// A bar for each month, with how many deadlines of it are overdue.
  static func months(of ledger: DeadlineLedger, _ language: Language) -> [ArchiveRow] {
    var counts: [(month: String, all: Int, overdue: Int)] = []
    for entry in ledger.entries {
      let month = entry.deadline.month
      if counts.last?.month != month { counts.append((month, 0, 0)) }
      counts[counts.count - 1].all += 1
      if entry.state == .overdue { counts[counts.count - 1].overdue += 1 }
    }
    let most = counts.map(\.all).max() ?? 1
    return counts.map { month, all, overdue in
      let late = Phrase("逾期 \(overdue)", "\(overdue) overdue")[language]
      return ArchiveRow(
        key: month, text: "\(month)  \(bar(all, most))",
        note: overdue > 0 ? "\(late)  \(all)" : "\(all)", target: .month(month))
    }
  }

  /// The deadlines of a month, with what later issues say of each below it.
  static func deadlines(
    of month: String, in ledger: DeadlineLedger, _ catalogue: ArchiveCatalogue, _ language: Language
  ) -> [ArchiveRow] {
    var rows: [ArchiveRow] = []
    var last: String?
    for entry in ledger.entries where entry.deadline.month == month {
      let day = entry.deadline.iso8601
      let heading = "\(day)  \(catalogue.issues[entry.issue].id)"
      if heading != last { rows.append(ArchiveRow(key: heading, text: heading, isHeading: true)) }
      last = heading
      let own = ownReference(entry.reference, of: entry.issue, catalogue)
      rows.append(
        ArchiveRow(
          key: "\(day) \(entry.reference)", text: "  \(own)  \(entry.text)",
          note: LedgerText.name(of: entry.state)[language], target: .issue(entry.issue, own),
          isWarning: entry.state == .overdue))
      rows += entry.links.map { link in
        let place = reference(link.reference, of: link.issue, beside: entry.issue, catalogue)
        return ArchiveRow(
          key: "\(day) \(entry.reference) \(link.reference)",
          text: "      \(LedgerText.line(of: link, at: place, language))  \(link.text)",
          target: .issue(link.issue, ownReference(link.reference, of: link.issue, catalogue)),
          isGuess: link.sureness == .low)
      }
    }
    return rows
  }

  /// The reference as it is said beside another issue: of the same publication without its name,
  /// which would leave no room for what the unit says.
  static func reference(
    _ reference: String, of issue: Int, beside other: Int, _ catalogue: ArchiveCatalogue
  ) -> String {
    func publication(_ issue: Int) -> Substring? {
      let id = catalogue.issues[issue].id
      return id.lastIndex(of: "/").map { id[...$0] }
    }
    guard let name = publication(issue), name == publication(other), reference.hasPrefix(name)
    else { return reference }
    return String(reference.dropFirst(name.count))
  }

  /// The reference within its issue.
  static func ownReference(
    _ reference: String, of issue: Int, _ catalogue: ArchiveCatalogue
  ) -> String {
    let lead = catalogue.issues[issue].id + ":"
    return reference.hasPrefix(lead) ? String(reference.dropFirst(lead.count)) : reference
  }
}

extension CalendarDate {
  /// `2021-12`.
  fileprivate var month: String { String(iso8601.prefix(7)) }
}
