import GazetteModel
import GazetteReview
import GazetteText

/// What a team has done, in lines.
enum TeamText {
  /// How far a team is with an issue.
  static func write(
    _ progress: TeamProgress, _ sheet: TeamDesk.Sheet, _ language: Language,
    to output: inout TextOutput
  ) {
    output.writeLine(sheet.scope.issueName.id)
    if let closing = sheet.team.closing {
      output.writeLine("  " + TeamMessages.closedBy(closing.author, closing.at)[language])
    }
    for line in lines(of: TeamSummary(progress), language) { output.writeLine(line) }
    output.writeLine("  " + TeamMessages.waiting(progress)[language])
  }

  /// Who had read what, the columns below each other, then what was left.
  static func lines(of summary: TeamSummary, _ language: Language) -> [String] {
    let heads = TeamMessages.heads.map { $0[language] }
    let rows = summary.lines.map { line in
      [
        line.reader, "\(line.done)/\(line.assigned)", String(line.marked), String(line.flagged),
        String(line.confirmed), String(line.returned),
      ]
    }
    var lines: [String] = []
    if !rows.isEmpty {
      let table = [heads] + rows
      let widths = heads.indices.map { column in
        table.map { DisplayWidth.columns(of: SafeText.line($0[column])) }.max() ?? 0
      }
      for row in table {
        var text = " "
        for (column, cell) in row.enumerated() {
          let cell = SafeText.line(cell)
          let blank = String(
            repeating: " ", count: max(0, widths[column] - DisplayWidth.columns(of: cell)))
          text += " " + (column == 0 ? cell + blank : " " + blank + cell)
        }
        lines.append(text)
      }
    }
    lines.append("  " + TeamMessages.left(summary)[language])
    return lines
  }
}

extension TeamProgress {
  /// What `gazette review progress --json` prints of an issue.
  func json(_ sheet: TeamDesk.Sheet) -> JSONValue {
    [
      "issue": .string(sheet.scope.issueName.id), "units": .integer(units),
      "unread": .integer(unread), "unassigned": .integer(unassigned),
      "pending": .integer(pending), "disputed": .integer(disputed), "discussed": .integer(open),
      "closedBy": JSONValue(sheet.team.closing?.author),
      "closedAt": JSONValue(sheet.team.closing?.at.iso8601Seconds),
      "readers": .array(
        readers.map { count in
          [
            "reader": .string(count.reader), "assigned": .integer(count.assigned),
            "done": .integer(count.done), "marked": .integer(count.marks.done),
            "questions": .integer(count.marks[.question]),
            "problems": .integer(count.marks[.problem]), "confirmed": .integer(count.confirmed),
            "returned": .integer(count.returned),
          ]
        }),
    ]
  }
}
