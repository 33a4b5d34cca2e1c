import GazetteModel
import GazetteText

/// A short list over the panes to choose from.
struct Chooser: Hashable, Sendable {
  /// Its heading.
  var title = StringKey.palette
  var choices: [Choice] = []
  var selected = 0
  /// The row that stands at the top.
  var top = 0
}

/// One thing that can be chosen.
struct Choice: Hashable, Sendable {
  enum Target: Hashable, Sendable {
    /// A unit, with the stretch in one of its paragraphs where there is one.
    case unit(NodeAddress, place: TextPlace?, ScalarRange?)
    /// A body, by its place among the departments of an issue.
    case body(issue: IssueID, Int)
    /// A command, by its place in the table.
    case command(Int)
    /// A kept filter, by its place among the chips.
    case chip(Int)
    /// Looking for words in the whole text.
    case search(String)
    /// A unit in the comparison below the list, by its place there.
    case comparedUnit(Int)
    /// A text that is not in the source.
    case missing
  }

  enum Kind: Hashable, Sendable, CaseIterable {
    case document, body, section, command, clause, target, reference, chip
  }

  var kind: Kind
  var title: String
  /// What tells it from others of the same title.
  var detail: String
  var target: Target
}

extension Choice.Kind {
  /// Its name before the title.
  var name: StringKey {
    switch self {
    case .document: .kindDocument
    case .body: .kindBody
    case .section: .kindSection
    case .command: .kindCommand
    case .clause: .kindClause
    case .target: .kindTarget
    case .reference: .kindReference
    case .chip: .kindFilter
    }
  }
}

/// What the reader chose in the help.
struct HelpChoice: Hashable, Sendable {
  /// What narrows the help; empty when nothing does.
  var query = ""
  /// The selected row.
  var selected = 1
  /// The row that stands at the top.
  var top = 0
}
