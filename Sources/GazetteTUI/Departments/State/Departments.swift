import GazetteModel

/// What the reader chose in the tab of the bodies.
struct Departments: Hashable, Sendable {
  /// In which order the bodies are listed.
  enum Order: Hashable, Sendable, CaseIterable {
    case count, name, category

    /// The order that comes after it.
    var next: Order {
      switch self {
      case .count: .name
      case .name: .category
      case .category: .count
      }
    }
  }

  /// The issue whose bodies these are.
  var issue: IssueID
  var order = Order.count
  /// What narrows the list; empty when nothing does.
  var query = ""
  /// The selected body, by its place in the index; the first of the list when nil.
  var selected: Int?
  /// The row of the list that stands at the top.
  var top = 0
  /// The opened dossiers, each opened from the one before; the last one is shown.
  var dossiers: [OpenDossier] = []
}

/// A dossier as the reader has it open.
struct OpenDossier: Hashable, Sendable {
  /// The body, by its place in the index.
  var department: Int
  /// The only role that is shown; all when nil.
  var role: Role?
  /// The only document that is shown; all when nil.
  var document: OnlyDocument?
  /// Whether the tasks stand in one list, the earliest due first, not by role and document.
  var isByDeadline = false
  /// The tasks that are set whole, by the indexes of their responsibilities, in order; the others
  /// have one row.
  var unfolded: [Int] = []
  /// The selected item.
  var selected = 0
  /// The row that stands at the top.
  var top = 0

  /// A document that a dossier is restricted to.
  struct OnlyDocument: Hashable, Sendable {
    /// Nil for text that stands in no document.
    var node: NodeID?
  }
}

/// What the reader chose in the matrix.
struct Matrix: Hashable, Sendable {
  /// The issue whose bodies these are.
  var issue: IssueID
  var row = 0
  /// The selected column: 0 for the total, then the documents.
  var column = 0
  /// The row of the table that stands at the top.
  var top = 0
  /// The first document that is shown.
  var left = 0
}
