import GazetteArchive
import GazetteText

/// A ledger of deadlines in words, of commands and of the archive's room.
enum LedgerText {
  static func write(
    _ entry: DeadlineLedger.Entry, _ language: Language, to output: inout TextOutput
  ) {
    output.writeParagraph(
      "\(entry.deadline.iso8601)  \(name(of: entry.state)[language])  \(entry.reference)  \(entry.text)",
      hanging: 4)
    for link in entry.links {
      output.writeParagraph(line(of: link, language) + "  " + link.text, indent: 4, hanging: 8)
    }
  }

  /// What a later unit does, how sure that is, and where it stands: 延至 2022-12-31（可靠） 2022-01:1/1.
  ///
  /// - Parameter place: Where it stands; nil says it with its publication.
  static func line(
    of link: DeadlineLedger.Link, at place: String? = nil, _ language: Language
  ) -> String {
    let sureness = name(of: link.sureness)
    let place = place ?? link.reference
    return Phrase(
      "→ \(sequel(of: link))（\(sureness)） \(place)",
      "→ \(sequel(of: link)) (\(sureness)) \(place)")[language]
  }

  private static func sequel(of link: DeadlineLedger.Link) -> Phrase {
    switch link.sequel {
    case .extends:
      let day = link.deadline?.iso8601 ?? ""
      return Phrase("延至 \(day)", "put off to \(day)")
    case .renews:
      let day = link.deadline?.iso8601 ?? ""
      return Phrase("又定 \(day)", "set anew for \(day)")
    case .changes: return Phrase("改动", "changed")
    case .repeats: return Phrase("重申", "set again")
    case .reports: return Phrase("报告", "reported")
    }
  }

  static func name(of state: DeadlineLedger.Standing) -> Phrase {
    switch state {
    case .open: Phrase("未到期", "open")
    case .overdue: Phrase("逾期", "overdue")
    case .extended: Phrase("已延期", "put off")
    case .reported: Phrase("已报告", "reported")
    }
  }

  static func name(of sureness: DeadlineLedger.Sureness) -> Phrase {
    switch sureness {
    case .low: Phrase("存疑", "a guess")
    case .medium: Phrase("较可靠", "likely")
    case .high: Phrase("可靠", "sure")
    }
  }

  /// How many deadlines there are of each state.
  static func summary(of entries: [DeadlineLedger.Entry], _ language: Language) -> String {
    let counts = DeadlineLedger.Standing.allCases.compactMap { state -> String? in
      let count = entries.count { $0.state == state }
      return count > 0
        ? Phrase("\(name(of: state)) \(count)", "\(count) \(name(of: state))")[language] : nil
    }
    let all = Phrase(
      "期限 \(entries.count) 项", entries.count == 1 ? "1 deadline" : "\(entries.count) deadlines")
    return ([all[language]] + counts).joined(separator: language.comma)
  }
}
