import GazetteModel

/// Where the reader was before a prompt showed something else, for Esc.
struct Snapshot: Hashable, Sendable {
  var place: ReaderPlace
  var selected: OutlineItem
  var outlineTop: Int
  var treeFolds: FoldSet
  var filterFolds: FoldSet
  var filter: Filter
  var targets: TargetChoice
  var focus: Pane
  var search: Search
  var departments: Departments
}
