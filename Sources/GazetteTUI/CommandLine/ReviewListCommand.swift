import ArgumentParser
import GazetteExport
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette review list`: the marks.
struct ReviewListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print the marks, or what of the review a query asks for.",
    discussion: """
      Without a query everybody's marks are printed, with --reviewer only theirs. \
      With a query, clauses that it matches and that nobody marked are printed too; clauses that \
      were assigned or are discussed are printed in any case. \
      A mark is printed where its words stand now, with where it was put; where more than one place \
      could be meant it is unsure and counts as unread.
      """
  )

  @Argument(help: "What to print, in the language of filters.")
  var query: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var reviewerOptions: ReviewerOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var options: IssueOptions

  func run() throws {
    let language = options.language
    let selection = try ReviewSelection(
      of: try options.library(), store: storeOptions, reviewer: reviewerOptions, query: query,
      options.configuration)
    var output = TextOutput()
    var values: [JSONValue] = []
    for report in selection.reports {
      for row in report.rows where query != nil || row.mark != nil || !row.team.isEmpty {
        if json {
          values.append(row.json(unmarkedFor: report.reviewers[0]))
        } else {
          output.writeCutLine(row.line(language))
        }
      }
      for entry in report.strays where !json {
        output.writeCutLine("\(entry.topic.key.shortDescription)  \(entry.strayText(in: language))")
      }
    }
    if json { output.write(.array(values)) }
    try output.flush(language: language)
  }
}

extension ReviewReport.Row {
  /// The row as the contract has it. A clause that nobody marked has no time.
  fileprivate func json(unmarkedFor reviewer: String) -> JSONValue {
    var members: JSONObject = [
      "ref": .string(reference), "state": .string((mark?.state ?? .unread).rawValue),
      "note": .string(mark?.note ?? ""), "tags": JSONValue(mark?.tags ?? []),
      "reviewer": .string(mark?.reviewer ?? reviewer), "at": JSONValue(mark?.at.iso8601Seconds),
      "changed": .bool(isChanged),
    ]
    switch mark?.placement {
    case .moved(let key): members["movedFrom"] = .string(key.reference)
    case .unsure(let places) where !places.isEmpty: members["unsureAt"] = JSONValue(places)
    default: break
    }
    if !team.readers.isEmpty { members["assigned"] = JSONValue(team.readers) }
    if !team.verdicts.isEmpty {
      members["verdicts"] = .array(
        team.verdicts.map {
          [
            "author": .string($0.author), "returned": .bool($0.isReturned),
            "note": .string($0.note), "at": .string($0.at.iso8601Seconds),
          ]
        })
    }
    if !team.threads.isEmpty { members["openThreads"] = .integer(team.threads.count) }
    return .object(members)
  }

  /// The row on one line: reference, state, reviewer, time, title, tags and the note's first line.
  fileprivate func line(_ language: Language) -> String {
    let state = mark?.state ?? .unread
    var parts = [reference, "\(state.symbol) \(state.name(in: language))"]
    if let notice = mark?.placement.notice(in: language) {
      parts.append(Phrase("（\(notice)）", "(\(notice))")[language])
    } else if isChanged {
      parts.append(Phrase("（此后有改动）", "(changed since)")[language])
    }
    if let mark { parts += [mark.reviewer, mark.at.readable] }
    let title = clause + self.title
    if !title.isEmpty { parts.append(title) }
    parts += (mark?.tags ?? []).map { "#" + $0 }
    let readers = team.readerText(in: language)
    if !readers.isEmpty { parts.append(Phrase("分给 \(readers)", "for \(readers)")[language]) }
    for verdict in team.verdicts {
      let standing = verdict.isReturned ? TeamStanding.returned : .confirmed
      parts.append("\(standing.name(in: language) ?? "") \(verdict.author)")
    }
    if !team.threads.isEmpty {
      parts.append(
        Phrase("讨论 \(team.threads.count)", "discussions \(team.threads.count)")[language])
    }
    if let note = mark?.note.split(separator: "\n").first { parts.append("— \(note)") }
    return parts.joined(separator: "  ")
  }
}
