import ArgumentParser
import GazetteDifference
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette review carry OLD NEW`: carries a review over into the next version of a text.
struct ReviewCarryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carry",
    abstract: "Carry the reviewer's marks over into the next version of a text, clause by clause.",
    discussion: """
      OLD and NEW are each a reference, as gazette outline prints it, or the path of an issue. A mark \
      goes to the unit that continues the marked one, as gazette diff finds it, and its note says \
      where it comes from. Where the words changed, the note says which, and the mark counts as \
      unread until it is confirmed (is:changed finds it). A unit of NEW that has a mark keeps it. \
      All is one step, which gazette review undo takes back.
      """
  )

  @Argument(help: "The old text: a reference, or the path of an issue.", completion: .file())
  var old: String

  @Argument(help: "The new text.", completion: .file())
  var new: String

  @Flag(name: .customLong("dry-run"), help: "Only show what would become of each mark.")
  var isDryRun = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var reviewerOptions: ReviewerOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var options: IssueOptions

  func run() throws {
    let language = options.language
    let (old, new) = (try CarriedText(old, options), try CarriedText(new, options))
    let reviewer = try reviewerOptions.reviewer(options.configuration)
    let store = try storeOptions.store(options.configuration)
    for text in [old, new] { try ReviewedIssues(text.library).adopt(store, language) }
    let carry = try Failure.translating(language) { () throws(ReviewFailure) in
      let inside = old.keys
      let carry = ReviewCarry(
        try store.placedMarks(in: old.scope, reviewer: reviewer).filter { inside.contains($0.key) },
        to: old.targets(in: new), in: new.scope, besides: try store.placedMarks(in: new.scope),
        reviewer: reviewer, note: { CarryText.note(of: $0, language) })
      if !isDryRun, !carry.changes.isEmpty { try store.apply(carry.changes, reviewer: reviewer) }
      return carry
    }
    var output = TextOutput()
    if json {
      output.write(.array(carry.entries.map(CarryText.json)))
    } else {
      CarryText.write(carry, isDryRun: isDryRun, language, to: &output)
    }
    try output.flush(language: language)
  }
}

/// One of the two texts between which a review is carried: an issue, or a node of it.
private struct CarriedText {
  let issue: GazetteModel.Issue
  let node: NodeID?
  let scope: ReviewScope

  var library: Library { Library(issues: [issue]) }

  init(_ argument: String, _ options: IssueOptions) throws(Failure) {
    if !IssueOptions.isPath(argument) {
      let issue = try options.issue()
      if let node = issue.node(named: argument) {
        self.init(issue, node)
        return
      }
    }
    let issues = try IssueOptions.issues(at: [argument], language: options.language)
    guard issues.count == 1 else {
      throw Failure(
        Messages.oneIssueOnly, at: argument, remedy: Messages.nameOneIssue, options.language)
    }
    self.init(issues[0], nil)
  }

  private init(_ issue: GazetteModel.Issue, _ node: NodeID?) {
    self.issue = issue
    self.node = node
    scope = ReviewScope(issue)
  }

  private var nodes: Range<Int> {
    node.map { $0.index..<issue[$0].subtreeEnd } ?? issue.nodes.indices
  }

  /// What can be marked in it.
  var keys: Set<ReviewKey> {
    Set(nodes.map { scope.key(of: NodeID($0)) } + rows.map { key(ofRow: $0.reference) })
  }

  private func key(ofRow reference: String) -> ReviewKey {
    ReviewKey(issue: issue.name.description, reference: reference)
  }

  /// The rows of its tables, as they are compared.
  private var rows: [ComparedUnit] {
    nodes.flatMap { index -> [ComparedUnit] in
      let id = NodeID(index)
      guard !issue[id].tables.isEmpty else { return [] }
      return issue.rowReferences(of: id).enumerated().flatMap { table, names in
        names.enumerated().map { row, name in
          let place = NodeRow(node: id, place: RowPlace(table: table, row: row))
          return ComparedUnit(
            node: id, reference: name, title: nil,
            text: issue.textLines(of: place).joined(separator: "\n"))
        }
      }
    }
  }

  /// What of another text continues the units and rows of this one.
  func targets(in other: CarriedText) -> [ReviewKey: ReviewKey] {
    var targets: [ReviewKey: ReviewKey] = [:]
    let units = Difference(
      from: issue.comparedUnits(of: node), to: other.issue.comparedUnits(of: other.node))
    for case let (old?, new?) in units.entries.map({ ($0.old, $0.new) }) {
      targets[scope.key(of: old.node)] = other.scope.key(of: new.node)
    }
    for case let (old?, new?) in Difference(from: rows, to: other.rows).entries.map({
      ($0.old, $0.new)
    }) {
      targets[key(ofRow: old.reference)] = other.key(ofRow: new.reference)
    }
    return targets
  }
}
