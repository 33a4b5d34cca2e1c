import GazetteModel

/// What the reader chose in the table of targets.
struct TargetChoice: Hashable, Sendable {
  /// The issue whose targets these are.
  var issue: IssueID
  var order = Order.print
  var isReversed = false
  /// The selected target, by its place in the index.
  var selected: Int?
  /// The row of the table that stands at the top.
  var top = 0

  /// What the table is sorted by.
  enum Order: Hashable, Sendable, CaseIterable {
    case print, value, unit, deadline, subject

    var next: Order {
      let all = Self.allCases
      let place = all.firstIndex(of: self) ?? 0
      return all[(place + 1) % all.count]
    }

    var name: StringKey {
      switch self {
      case .print: .orderPrint
      case .value: .orderValue
      case .unit: .orderUnit
      case .deadline: .orderDeadline
      case .subject: .orderSubject
      }
    }
  }
}
