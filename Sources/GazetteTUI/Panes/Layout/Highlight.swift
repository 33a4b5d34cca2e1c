import GazetteModel

/// What the highlighted row of the pane that has the focus stands for. Marks, notes, copies and the
/// way on act on it and on nothing else.
struct Highlight: Hashable, Sendable {
  /// The issue.
  var issue: IssueID
  /// The nodes: one, or of a cell of the matrix all its clauses; none where the row stands for
  /// something else.
  var nodes: [NodeID] = []
  /// What a row that stands for no node says: the name of a body, a title that is only listed.
  var name: String?
}

/// The rows of a list of the left pane other than the tree, each with the nodes it stands for.
struct ListedNodes {
  /// The issue.
  var issue: IssueID
  var rows: [[NodeID]]
  /// The highlighted row; nil where the list is empty.
  var current: Int?
}

/// A list as far as its rows are the same: a selection of rows ends when it becomes another.
struct ListIdentity: Hashable, Sendable {
  /// The tab; nil for the text.
  var tab: Tab?
  var query: Query?
  /// What else was chosen, as the tab numbers it: an order, a role, a column.
  var choices: [Int] = []
}

/// Units of one issue, in the order of print.
struct UnitSelection: Hashable, Sendable {
  /// The issue.
  var issue: IssueID
  var units: [NodeID]
}
