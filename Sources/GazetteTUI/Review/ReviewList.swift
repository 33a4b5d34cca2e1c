import GazetteModel
import GazetteReview

/// The list of the review, worked out.
struct ReviewList {
  /// A clause of the list.
  struct Item {
    let unit: ListedUnit
    let key: ReviewKey
    let mark: ReviewMark?
    let isChanged: Bool
    /// What others have put there, sorted by reviewer.
    let others: [ReviewMark]
    let isDisputed: Bool
    /// Its rows among those of the list: one, and a second one for the note.
    var rows: Range<Int>

    /// The mark that its row shows: the reviewer's own, or that of somebody else.
    var shown: ReviewMark? { mark ?? others.first }

    var node: NodeID { unit.node }

    var state: ReviewState { isChanged ? .unread : mark?.state ?? .unread }
  }

  let items: [Item]
  /// The item of each row.
  let itemOfRow: [Int]

  init(
    _ settings: ReviewListSettings, sheet: ReviewSheet, team: TeamSheet = TeamSheet(),
    scope: ReviewScope, issue: Issue
  ) {
    var found: [Item] = []
    for node in issue.nodes {
      let item = Self.item(ListedUnit(node: node.id), scope.key(of: node.id), sheet, scope)
      let isUnit = scope.isUnit(node.id)
      if item.shown != nil || isUnit,
        team.includes(item, settings.choice, sheet, scope)
          ?? Self.includes(item, settings.choice, isUnit: isUnit)
      {
        found.append(item)
      }
      for key in scope.rowKeys(of: node.id) {
        let unit = ListedUnit(node: node.id, row: scope.row(of: key)?.place)
        let item = Self.item(unit, key, sheet, scope)
        if item.shown != nil,
          team.includes(item, settings.choice, sheet, scope)
            ?? Self.includes(item, settings.choice, isUnit: true)
        {
          found.append(item)
        }
      }
    }
    switch settings.order {
    case .printed: break
    case .state:
      found.sort { ($0.order, $0.unit) < ($1.order, $1.unit) }
    case .time:
      found.sort {
        ($1.mark?.at.milliseconds ?? 0, $0.unit) < ($0.mark?.at.milliseconds ?? 0, $1.unit)
      }
    }
    var rows: [Int] = []
    for index in found.indices {
      let height = found[index].shown?.note.isEmpty == false ? 2 : 1
      found[index].rows = rows.count..<rows.count + height
      rows += [Int](repeating: index, count: height)
    }
    items = found
    itemOfRow = rows
  }

  /// The place of a clause in the list, or of the one that is nearest behind it; nil where the list
  /// is empty.
  func index(of unit: ListedUnit?) -> Int? {
    guard !items.isEmpty else { return nil }
    guard let unit else { return 0 }
    return items.firstIndex { $0.unit == unit } ?? items.firstIndex { $0.unit > unit }
      ?? items.count - 1
  }

  private static func item(
    _ unit: ListedUnit, _ key: ReviewKey, _ sheet: ReviewSheet, _ scope: ReviewScope
  ) -> Item {
    let mark = sheet.mark(at: key)
    return Item(
      unit: unit, key: key, mark: mark, isChanged: mark.map(scope.isChanged) ?? false,
      others: sheet.marks(at: key).filter { $0.reviewer != sheet.reviewer },
      isDisputed: sheet.isDisputed(at: key, of: scope), rows: 0..<0)
  }

  private static func includes(
    _ item: Item, _ choice: ReviewListSettings.Choice, isUnit: Bool
  ) -> Bool {
    switch choice {
    case .marked: item.shown != nil
    case .flagged: item.state.isFlagged
    case .unread: item.state == .unread && isUnit
    case .read: item.state == .read
    case .agreed: item.state == .agreed
    case .notours: item.state == .notours
    case .changed: item.isChanged
    case .noted: item.shown?.note.isEmpty == false
    case .others: !item.others.isEmpty
    case .disputed: item.isDisputed
    case .mine, .pending, .returned, .discussed: false
    }
  }
}

extension ReviewList.Item {
  /// What needs somebody comes first.
  fileprivate var order: Int {
    if isChanged { return 2 }
    switch state {
    case .problem: return 0
    case .question: return 1
    case .unread: return 3
    case .agreed: return 4
    case .read: return 5
    case .notours: return 6
    }
  }
}
