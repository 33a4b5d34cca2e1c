import GazetteModel
import GazetteReview
import GazetteText

extension TeamText {
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
    if progress.unsure > 0 {
      output.writeLine("  " + TeamMessages.unsure(progress.unsure)[language])
    }
  }
}

extension TeamProgress {
  /// What `gazette review progress --json` prints of an issue.
  func json(_ sheet: TeamDesk.Sheet) -> JSONValue {
    [
      "issue": .string(sheet.scope.issueName.id), "units": .integer(units),
      "unread": .integer(unread), "unassigned": .integer(unassigned),
      "pending": .integer(pending), "disputed": .integer(disputed), "discussed": .integer(open),
      "unsure": .integer(unsure),
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
