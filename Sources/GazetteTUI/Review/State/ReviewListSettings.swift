import GazetteModel

/// What the list of the review shows, and where the reader is in it.
struct ReviewListSettings: Hashable, Sendable {
  /// Which clauses are listed.
  enum Choice: String, Hashable, Sendable, CaseIterable {
    /// Everything that anybody has put a mark, a note or a tag on.
    case marked
    /// Questions and problems.
    case flagged
    case unread, read, agreed, notours
    /// What changed since its mark.
    case changed
    case noted
    /// What others have marked.
    case others
    /// What reviewers judge differently.
    case disputed
    /// What was dealt out to the reviewer, what awaits a second reader, what was returned, and what is
    /// under discussion.
    case mine, pending, returned, discussed

    var name: StringKey {
      switch self {
      case .marked: .listMarked
      case .flagged: .listFlagged
      case .unread: .listUnread
      case .read: .listRead
      case .agreed: .listAgreed
      case .notours: .listNotOurs
      case .changed: .listChanged
      case .noted: .listNoted
      case .others: .listOthers
      case .disputed: .listDisputed
      case .mine: .listMine
      case .pending: .listPending
      case .returned: .listReturned
      case .discussed: .listDiscussed
      }
    }
  }

  /// In which order they are listed.
  enum Order: String, Hashable, Sendable, CaseIterable {
    case printed
    /// Problems first, then questions, then the others.
    case state
    /// The latest first.
    case time

    var name: StringKey {
      switch self {
      case .printed: .orderPrinted
      case .state: .orderState
      case .time: .orderTime
      }
    }
  }

  var choice = Choice.marked
  var order = Order.printed
  /// What is selected; nil before the list was shown.
  var selected: ListedUnit?
  /// The row at the top of the pane.
  var top = 0
}

/// What a line of the list stands for: a clause, or a row of a table in it.
struct ListedUnit: Hashable, Sendable, Comparable {
  var node: NodeID
  /// The row; nil for the node itself.
  var row: RowPlace?

  static func < (left: ListedUnit, right: ListedUnit) -> Bool {
    if left.node != right.node { return left.node < right.node }
    guard let row = right.row else { return false }
    return left.row.map { $0 < row } ?? true
  }
}
