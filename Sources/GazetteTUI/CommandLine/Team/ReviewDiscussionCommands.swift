import ArgumentParser
import GazetteExport
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette review reply REF --text TEXT`: answers a note or a discussion.
struct ReviewReplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply",
    abstract: "Answer a note or a discussion at a unit, or begin one.",
    discussion: """
      Without --to the only note or open discussion there is answered; where there is none, one \
      begins. --to names whose note, or the number of a discussion as ‘review threads’ prints it; \
      --to new begins one. --quote says which words of the unit it is about.
      """
  )

  @Argument(help: "The reference of the unit, as outline prints it.")
  var reference: String

  @Option(parsing: .unconditional, help: ArgumentHelp("What to say.", valueName: "text"))
  var text: String

  @Option(help: ArgumentHelp("Whose note, or which discussion.", valueName: "name|number|new"))
  var to: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The words that it is about.", valueName: "words"))
  var quote: String?

  @OptionGroup var team: TeamOptions

  func validate() throws {
    if quote != nil, let to, to != "new" {
      throw ValidationError("'--quote' begins a discussion; it takes no other --to.")
    }
  }

  func run() throws {
    guard !ReviewRules.note(text).isEmpty else {
      throw Failure(
        TeamMessages.noRemark, at: "--text", remedy: TeamMessages.sayWhy, team.language)
    }
    ReviewMessages.reportLeftOut(ofNote: text, team.language)
    let desk = try team.desk()
    let place = try desk.place(reference)
    let thread = try to == "new" || quote != nil ? nil : thread(at: place, desk)
    try desk.record([
      .remark(
        text, at: place.key, by: desk.reviewer, in: thread, about: try quoted(place, thread),
        text: place.text)
    ])
  }

  /// The words that are quoted: those that were named, or the note that is answered.
  private func quoted(_ place: TeamDesk.Place, _ thread: String?) throws(Failure) -> TextQuote? {
    if let quote {
      let words = Array(place.text.content.unicodeScalars)
      guard let found = TextQuote(exact: quote).place(in: words), !found.isChanged else {
        throw Failure(
          TeamMessages.wordsNotThere, at: quote, remedy: TeamMessages.quoteExactly,
          team.language)
      }
      return TextQuote(found.range, of: words)
    }
    let note = place.marks.first { TeamThread.ofNote(by: $0.reviewer) == thread }?.note
    return note.map { TextQuote(exact: $0) }
  }

  private func thread(at place: TeamDesk.Place, _ desk: TeamDesk) throws(Failure) -> String? {
    let notes = place.marks.filter { !$0.note.isEmpty && $0.reviewer != desk.reviewer }
      .map { TeamThread.ofNote(by: $0.reviewer) }
    let known = place.threads.map(\.id)
    if let to {
      let wanted = [to, TeamThread.ofNote(by: to)]
      if let thread = (known + place.marks.map { TeamThread.ofNote(by: $0.reviewer) }).first(
        where: wanted.contains)
      {
        return thread
      }
      throw Failure(
        TeamMessages.noThread, at: to, remedy: TeamMessages.seeThreads, desk.language)
    }
    let open = Set(place.threads.filter(\.isOpen).map(\.id) + notes.filter { !known.contains($0) })
    if open.count > 1 {
      throw Failure(
        TeamMessages.severalThreads, at: reference,
        remedy: TeamMessages.nameOne("--to", open.sorted().map(TeamThread.name)), desk.language)
    }
    return open.first
  }
}

/// `gazette review resolve REF`: settles discussions.
struct ReviewResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Settle the discussions at a unit, or open them again.",
    discussion: "Without --thread all discussions at the unit are meant."
  )

  @Argument(help: "The reference of the unit, as outline prints it.")
  var reference: String

  @Option(help: ArgumentHelp("Which discussion.", valueName: "name|number"))
  var thread: String?

  @Flag(help: "Open them again.")
  var again = false

  @OptionGroup var team: TeamOptions

  func run() throws {
    let desk = try team.desk()
    let place = try desk.place(reference)
    let meant = place.threads.filter { found in
      thread.map { [$0, TeamThread.ofNote(by: $0)].contains(found.id) } ?? (found.isOpen != again)
    }
    guard !meant.isEmpty else {
      throw Failure(
        TeamMessages.noThread, at: thread ?? reference, remedy: TeamMessages.seeThreads,
        team.language)
    }
    try desk.record(
      meant.map { .settle($0.id, at: place.key, isSettled: !again, text: place.text) })
  }
}

/// `gazette review threads`: the discussions.
struct ReviewThreadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "threads",
    abstract: "Print the discussions, with the words that they are about."
  )

  @Argument(help: "Of which units, in the language of filters.")
  var query: [String] = []

  @Flag(help: "Only those that are open.")
  var open = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var team: TeamOptions

  func run() throws {
    let language = team.language
    let desk = try team.desk()
    var output = TextOutput()
    var values: [JSONValue] = []
    for (sheet, unit) in try desk.units(matching: try TeamQuery.read(query, body: nil, language)) {
      for thread in sheet.team.threads(at: unit, of: sheet.scope) where !open || thread.isOpen {
        let reference = sheet.scope.key(of: unit).shortDescription
        if json {
          values.append(thread.json(at: reference))
          continue
        }
        let state = TeamMessages.state(of: thread)[language]
        output.writeLine("\(reference)  \(TeamThread.name(thread.id))  \(state)")
        if let notice = thread.placement.teamNotice(in: language) {
          output.writeParagraph(notice, indent: 2, hanging: 2)
        }
        if let quote = thread.remarks.first?.quote {
          output.writeParagraph("> " + quote.exact, indent: 2, hanging: 4)
        }
        for remark in thread.remarks {
          output.writeParagraph(
            "\(remark.author)  \(remark.at.readable)  \(remark.words)", indent: 2, hanging: 4)
        }
      }
    }
    if query.isEmpty {
      for sheet in desk.sheets {
        for entry in sheet.team.strays where entry.topic.kind == .remark && !json {
          output.writeLine(
            "\(entry.topic.key.shortDescription)  \(entry.strayText(in: language))")
        }
      }
    }
    if json { output.write(.array(values)) }
    try output.flush(language: language)
  }
}

extension TeamThread {
  /// The name of a discussion as people type it.
  static func name(_ id: String) -> String {
    noteReviewer(of: id) ?? id
  }

  fileprivate func json(at reference: String) -> JSONValue {
    [
      "ref": .string(reference), "thread": .string(TeamThread.name(id)),
      "noteOf": JSONValue(noteReviewer), "open": .bool(isOpen), "settledBy": JSONValue(settledBy),
      "quote": JSONValue(remarks.first?.quote?.exact),
      "remarks": .array(
        remarks.map {
          [
            "author": .string($0.author), "at": .string($0.at.iso8601Seconds),
            "text": .string($0.words),
          ]
        }),
    ]
  }
}
