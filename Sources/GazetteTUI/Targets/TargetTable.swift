import GazetteModel
import GazetteText
import TerminalKit

/// The targets and deadlines of an issue that the filter leaves, in an order.
struct TargetTable: Sendable {
  struct Key: Equatable {
    let issue: IssueID
    let order: TargetChoice.Order
    let isReversed: Bool
    let query: Query
  }

  /// Places in the index, in the order of the table.
  let rows: [Int]
  /// Each last day with the number of targets due by it, the earliest first.
  let deadlines: [(day: CalendarDate, count: Int)]
  private let rowOfTarget: [Int: Int]

  /// - Parameters:
  ///   - places: The targets that a query is about.
  ///   - left: The nodes that it leaves; all when nil.
  init(_ index: TargetIndex, _ choice: TargetChoice, places: [Int], left: NodeSet?) {
    let targets = index.targets
    var rows = places.filter { left?.contains(targets[$0].node) ?? true }
    var days: [CalendarDate: Int] = [:]
    for row in rows {
      if let day = targets[row].deadline { days[day, default: 0] += 1 }
    }
    deadlines = days.map { (day: $0.key, count: $0.value) }.sorted { $0.day < $1.day }
    // The order of print settles what the order leaves open, also in reverse.
    rows.sort { left, right in
      let comparison = Self.comparison(targets[left], targets[right], choice.order)
      if comparison != 0 {
        // What has no value stays at the end.
        if abs(comparison) == 2 { return comparison < 0 }
        return choice.isReversed ? comparison > 0 : comparison < 0
      }
      return choice.isReversed && choice.order == .print ? left > right : left < right
    }
    self.rows = rows
    rowOfTarget = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
  }

  /// The row of a target, or the first row where it is not listed; nil when nothing is.
  func row(of target: Int?) -> Int? {
    if let target, let row = rowOfTarget[target] { return row }
    return rows.isEmpty ? nil : 0
  }

  /// Negative when `left` comes first; ±2 when only one of them has what is compared.
  private static func comparison(
    _ left: Target, _ right: Target, _ order: TargetChoice.Order
  ) -> Int {
    switch order {
    case .print: 0
    case .value:
      left.unit == right.unit || left.value == nil || right.value == nil
        ? compare(left.value, right.value)
        : left.unit < right.unit ? -1 : 1
    case .unit:
      compare(left.unit.isEmpty ? nil : left.unit, right.unit.isEmpty ? nil : right.unit)
    case .deadline: compare(left.deadline, right.deadline)
    case .subject:
      compare(
        left.subject.isEmpty ? nil : left.subject, right.subject.isEmpty ? nil : right.subject)
    }
  }

  private static func compare<Value: Comparable>(_ left: Value?, _ right: Value?) -> Int {
    switch (left, right) {
    case (nil, nil): 0
    case (nil, _): 2
    case (_, nil): -2
    case (let left?, let right?): left == right ? 0 : left < right ? -1 : 1
    }
  }
}

/// The table of targets as it was shown last.
final class TargetMemo: RoomMemo {
  fileprivate var table: (key: TargetTable.Key, table: TargetTable)?
}

extension LayoutCache {
  /// The table of targets; nil until they are worked out.
  func targetTable(for state: State) -> TargetTable? {
    let memo = memo(TargetMemo.self)
    let choice = state.targets
    guard let indexes = state.indexes?[choice.issue] else { return nil }
    let key = TargetTable.Key(
      issue: choice.issue, order: choice.order, isReversed: choice.isReversed,
      query: state.filter.query)
    if let known = memo.table, known.key == key { return known.table }
    let left = filterMatches(for: state)?[choice.issue]
    let places = indexes.filter.targetPlaces(matching: state.filter.query)
    let table = TargetTable(indexes.targets, choice, places: places, left: left)
    memo.table = (key, table)
    return table
  }
}
