import GazetteModel

/// What the reader looks for.
struct Search: Hashable, Sendable {
  /// The words; empty when nothing is searched.
  var query = ""
  /// The match the reader stands on, by its place among the matches.
  var current: Int?
}

/// Where the reader was before a prompt showed something else, for Esc.
struct Snapshot: Hashable, Sendable {
  var place: ReaderPlace
  var selected: OutlineItem
  var outlineTop: Int
  var treeFolds: FoldSet
  var filterFolds: FoldSet
  var filter: Filter
  var targets: TargetTable.Choice
  var focus: Pane
  var search: Search
  var departments: Departments
}
