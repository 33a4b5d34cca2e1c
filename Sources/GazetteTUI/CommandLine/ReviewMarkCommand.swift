import ArgumentParser
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette review mark REF STATE`: puts a mark.
struct ReviewMarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Mark a unit, such as 3.1/2.3.11.",
    usage: """
      gazette review mark REF STATE [--note TEXT] [--tag TAG] ... [--untag TAG] ... [--reviewer NAME]
      gazette review mark --stdin [--tag TAG] ... [--reviewer NAME]
      """,
    discussion: """
      STATE is unread, read, agreed, question, problem or notours, or its Chinese name \
      (未阅 已阅 同意 存疑 问题 非本单位). \
      A note or tags that were put before stay unless others are given; an empty note removes it. \
      With --stdin each line of standard input is REF STATE [NOTE]; the reference of each mark is \
      printed as soon as the mark is safe on the disk.
      """
  )

  @Argument(help: "The reference of the unit, as outline prints it.")
  var reference: String?

  @Argument(help: "The state: unread, read, agreed, question, problem or notours.")
  var state: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The note.", valueName: "text"))
  var note: String?

  @Option(name: .customLong("tag"), help: ArgumentHelp("A tag to put on.", valueName: "tag"))
  var tags: [String] = []

  @Option(name: .customLong("untag"), help: ArgumentHelp("A tag to take off.", valueName: "tag"))
  var removedTags: [String] = []

  @Flag(name: .customLong("stdin"), help: "Read the marks from standard input.")
  var readsInput = false

  @OptionGroup var reviewerOptions: ReviewerOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var options: IssueOptions

  func validate() throws {
    if readsInput {
      guard reference == nil, note == nil else {
        throw ValidationError("--stdin takes no REF, STATE or --note.")
      }
    } else {
      guard reference != nil, let state else { throw ValidationError("Give REF and STATE.") }
      guard ReviewState(word: state) != nil else {
        throw ValidationError(
          "‘\(state)’ is no state; give unread, read, agreed, question, problem or notours.")
      }
    }
    for tag in tags + removedTags where ReviewRules.tag(tag) == nil {
      throw ValidationError("‘\(tag)’ is no tag: 1 to 100 characters, no space and no comma.")
    }
  }

  func run() throws {
    let language = options.language
    let issues = MarkedIssues(try options.library(readsInput: readsInput))
    let reviewer = try reviewerOptions.reviewer(options.configuration)
    guard let reference, let state = state.flatMap(ReviewState.init(word:)) else {
      let store = try storeOptions.store(options.configuration)
      try issues.issues.adopt(store, language)
      return try readInput(issues, store, reviewer, language)
    }
    let bare = try change(at: reference, state, note: note, of: issues, language)
    let store = try storeOptions.store(options.configuration)
    try issues.issues.adopt(store, language)
    let change = try issues.withMoves(bare, store, reviewer, language)
    _ = try Failure.translating(language) { () throws(ReviewFailure) in
      try store.apply([change], reviewer: reviewer)
    }
  }

  /// Marks line by line. A line that cannot be used ends the command; what was acknowledged stays.
  private func readInput(
    _ issues: MarkedIssues, _ store: any ReviewStore, _ reviewer: String, _ language: Language
  ) throws(Failure) {
    var number = 0
    while let line = readLine() {
      number += 1
      let words = line.split(maxSplits: 2) { $0 == " " || $0 == "\t" }
      if words.isEmpty { continue }
      guard words.count >= 2 else {
        throw Failure(
          ReviewMessages.badLine, at: ReviewMessages.line(number)[language],
          remedy: ReviewMessages.states, language)
      }
      guard let state = ReviewState(word: String(words[1])) else {
        throw Failure(
          ReviewMessages.unknownState,
          at: "\(ReviewMessages.line(number)[language]) \(words[1])", remedy: ReviewMessages.states,
          language)
      }
      let bare = try change(
        at: String(words[0]), state, note: words.count > 2 ? String(words[2]) : nil, of: issues,
        language)
      let change = try issues.withMoves(bare, store, reviewer, language)
      _ = try Failure.translating(language) { () throws(ReviewFailure) in
        try store.apply([change], reviewer: reviewer)
      }
      var output = TextOutput(columns: nil)
      output.writeLine(String(words[0]))
      try output.flush(language: language)
    }
  }

  private func change(
    at reference: String, _ state: ReviewState, note: String?, of issues: MarkedIssues,
    _ language: Language
  ) throws(Failure) -> ReviewChange {
    if let note { ReviewMessages.reportLeftOut(ofNote: note, language) }
    let key: ReviewKey
    let scope: ReviewScope
    if let row = issues.opened.row(named: reference) {
      scope = issues.scope(of: row.issue)
      key = scope.key(of: row.row) ?? scope.key(of: row.row.node)
    } else {
      let address = try issues.opened.node(named: reference, language)
      scope = issues.scope(of: address.issue)
      key = scope.key(of: address.node)
    }
    return ReviewChange(
      key: key, text: scope.text(of: key) ?? ReviewedText(""), state: state,
      note: note, addedTags: Set(tags), removedTags: Set(removedTags))
  }
}

/// The issues that are marked, each with its words when it is first asked for.
private final class MarkedIssues {
  let opened: OpenedLibrary
  let issues: ReviewedIssues
  private var scopes: [IssueID: ReviewScope] = [:]
  /// Issues at which every mark of the reviewer sits where it was put.
  private var settled: Set<String> = []

  init(_ library: Library) {
    opened = OpenedLibrary(library)
    issues = ReviewedIssues(library)
  }

  func scope(of issue: IssueID) -> ReviewScope {
    if let scope = scopes[issue] { return scope }
    let scope = issues.scope(of: issue)
    scopes[issue] = scope
    return scope
  }

  /// The change with what it has to keep elsewhere first.
  func withMoves(
    _ change: ReviewChange, _ store: any ReviewStore, _ reviewer: String, _ language: Language
  ) throws(Failure) -> ReviewChange {
    let name = change.key.issue
    guard !settled.contains(name),
      let index = issues.names.firstIndex(where: { $0.description == name })
    else { return change }
    let scope = scope(of: opened.library.issueIDs[index])
    let marks = try Failure.translating(language) { () throws(ReviewFailure) in
      try store.placedMarks(in: scope, reviewer: reviewer)
    }
    let sheet = ReviewSheet(reviewer: reviewer, marks: marks)
    if !sheet.hasStrays { settled.insert(name) }
    var change = change
    change.moves = sheet.moves(before: [change.key])
    return change
  }
}
