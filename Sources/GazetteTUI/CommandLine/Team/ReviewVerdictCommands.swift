import ArgumentParser
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette review confirm REF`: a second reader agrees with a mark.
struct ReviewConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Confirm another's mark, as a second reader.",
    discussion: """
      Nobody confirms a mark of their own. Where several have marked the unit, --of says whose mark \
      is meant. A confirmation holds until the state of the mark or the words change.
      """
  )

  @Argument(help: "The reference of the unit, as outline prints it.")
  var reference: String

  @Option(help: ArgumentHelp("Whose mark.", valueName: "name"))
  var of: String?

  @OptionGroup var team: TeamOptions

  func run() throws {
    let desk = try team.desk()
    let place = try desk.place(reference)
    let mark = try desk.mark(at: place, of: of, reference)
    try desk.record([.judge(mark, by: desk.reviewer, .confirmed, text: place.text)])
  }
}

/// `gazette review return REF --note TEXT`: a second reader gives a mark back.
struct ReviewReturnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return",
    abstract: "Return another's mark with a remark, as a second reader.",
    discussion: """
      The mark counts as returned until its reviewer changes it. Where several have marked the \
      unit, --of says whose mark is meant.
      """
  )

  @Argument(help: "The reference of the unit, as outline prints it.")
  var reference: String

  @Option(parsing: .unconditional, help: ArgumentHelp("Why.", valueName: "text"))
  var note: String

  @Option(help: ArgumentHelp("Whose mark.", valueName: "name"))
  var of: String?

  @OptionGroup var team: TeamOptions

  func run() throws {
    guard !ReviewRules.note(note).isEmpty else {
      throw Failure(
        TeamMessages.noRemark, at: "--note", remedy: TeamMessages.sayWhy, team.language)
    }
    ReviewMessages.reportLeftOut(ofNote: note, team.language)
    let desk = try team.desk()
    let place = try desk.place(reference)
    let mark = try desk.mark(at: place, of: of, reference)
    try desk.record([.judge(mark, by: desk.reviewer, .returned, note: note, text: place.text)])
  }
}

extension TeamDesk {
  /// The one mark of another that can be meant at a unit.
  fileprivate func mark(
    at place: Place, of name: String?, _ reference: String
  ) throws(Failure) -> ReviewMark {
    if name == reviewer {
      throw Failure(
        TeamMessages.ownMark, at: reference, remedy: TeamMessages.anotherReads, language)
    }
    let standing = place.marks.filter { place.sheet.scope.state(of: $0) != .unread }
    let others = standing.filter {
      $0.reviewer != reviewer && (name == nil || $0.reviewer == name)
    }
    if others.count > 1 {
      throw Failure(
        TeamMessages.severalMarks, at: reference,
        remedy: TeamMessages.nameOne("--of", others.map(\.reviewer)), language)
    }
    guard let mark = others.first else {
      let isOwn = name == nil && standing.contains { $0.reviewer == reviewer }
      throw Failure(
        isOwn ? TeamMessages.ownMark : TeamMessages.noMark, at: reference,
        remedy: isOwn ? TeamMessages.anotherReads : TeamMessages.markFirst, language)
    }
    return mark
  }
}
