import GazetteModel

/// A table that is shown over the whole screen: which one, and where the reader is in it.
struct WideTable: Hashable, Sendable {
  let issue: IssueID
  let node: NodeID
  /// Which of the node's tables, from 0.
  let table: Int
  /// The row being read, from 0 below the head.
  var row: Int
  /// How many lines below the head are scrolled away.
  var top = 0
  /// The first column that is shown behind the ones that stay.
  var left = 0
}

/// What the reader asks of a table.
enum TableAction: Hashable, Sendable {
  case open, close
  /// Shows it so many columns further to the right, or (negative) to the left.
  case shift(Int)
}
