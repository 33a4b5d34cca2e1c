import GazetteArchive
import GazetteModel
import GazetteText

/// A body's duties through time in words, of commands and of the archive's room.
enum HistoryText {
  static func write(
    _ history: DutyHistory, _ issues: [RecordedIssue], _ language: Language,
    to output: inout TextOutput
  ) {
    let known = Dictionary(issues.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    output.writeLine(heading(of: history)[language])
    var last: Int?
    for entry in history.entries {
      if entry.issue != last {
        output.writeLine("")
        let issue = known[entry.issue]
        output.writeCutLine(
          [issue?.id, issue?.date?.iso8601].compactMap(\.self).joined(separator: "  "))
        last = entry.issue
      }
      output.writeParagraph(
        line(of: entry, named: history.names[0], language), indent: 2, hanging: 6)
    }
    output.writeLine("")
    output.writeLine(summary(of: history.entries, language))
  }

  /// The body, with those whose duties it took over.
  static func heading(of history: DutyHistory) -> Phrase {
    let (name, others) = (history.names[0], Array(history.names.dropFirst()))
    return others.isEmpty
      ? Phrase("\(name)", "\(name)")
      : Phrase("\(name)（含 \(list: others)）", "\(name) (with \(list: others))")
  }

  /// What became of a duty, where it stands, and what it is: 新增 2021-01:1/1.2 牵头 推广秸秆还田。
  ///
  /// - Parameter reference: Where it stands; nil names the issue too.
  static func line(
    of entry: DutyHistory.Entry, named name: String, at reference: String? = nil,
    _ language: Language
  ) -> String {
    var parts = [self.name(of: entry.change)[language]]
    if !entry.others.isEmpty {
      let list = Phrase("\(list: entry.others)", "\(list: entry.others)")[language]
      switch entry.change {
      case .movedAway: parts.append(Phrase("到 \(list)", "to \(list)")[language])
      default: parts.append(Phrase("自 \(list)", "from \(list)")[language])
      }
    }
    if let year = entry.reform {
      parts.append(Phrase("（\(year) 年机构改革）", "(reform of \(year))")[language])
    }
    parts.append(reference ?? entry.reference)
    parts.append(entry.role.name[language])
    if entry.printed != name {
      parts.append(Phrase("（时称 \(entry.printed)）", "(as \(entry.printed))")[language])
    }
    parts.append(entry.text)
    return parts.joined(separator: "  ")
  }

  static func name(of change: DutyHistory.Change) -> Phrase {
    switch change {
    case .new: Phrase("新增", "new")
    case .continued: Phrase("延续", "goes on")
    case .changed: Phrase("改动", "changed")
    case .movedHere: Phrase("转来", "moved here")
    case .movedAway: Phrase("转出", "moved away")
    case .dropped: Phrase("取消", "dropped")
    }
  }

  /// How many duties there are of each kind.
  static func summary(of entries: [DutyHistory.Entry], _ language: Language) -> String {
    DutyHistory.Change.allCases.compactMap { change in
      let count = entries.count { $0.change == change }
      return count > 0
        ? Phrase("\(name(of: change)) \(count)", "\(count) \(name(of: change))")[language] : nil
    }.joined(separator: language.comma)
  }
}
