import GazetteModel
import GazetteText

/// The bodies of an issue in rows: narrowed, in an order, in groups.
struct DepartmentList: Sendable {
  enum Row: Hashable, Sendable {
    /// A group with the number of its bodies.
    case heading(Phrase, count: Int)
    /// A body, with the stretch of its name that was found.
    case body(place: Int, found: ScalarRange?)
  }

  private(set) var rows: [Row] = []
  /// The most clauses that name a body of the issue.
  let mostClauses: Int

  init(_ indexes: IssueIndexes, order: Departments.Order, query: String) {
    let departments = indexes.departments.departments
    mostClauses = departments.map(\.counts.clauses).max() ?? 0
    var found: [Int: ScalarRange?] = [:]
    for body in indexes.filter.bodies(typed: query) { found[body.place] = .some(body.range) }
    var places = indexes.departments.placesByCount.filter { found[$0] != nil }
    if order == .name {
      let keys = places.map { Self.pinyin(of: departments[$0].body.name) }
      places = zip(places, keys).sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    }
    for (heading, categories) in Self.groups(order) {
      let members = places.filter { categories.contains(departments[$0].body.category) }
      guard !members.isEmpty else { continue }
      rows.append(.heading(heading, count: members.count))
      for place in members { rows.append(.body(place: place, found: found[place] ?? nil)) }
    }
  }

  /// The row of a body, or of the first body where it is not listed; nil when no body is.
  func row(of place: Int?) -> Int? {
    if let place, let row = rows.firstIndex(where: { $0.place == place }) { return row }
    return rows.firstIndex { $0.place != nil }
  }

  /// The row itself, or the next one in a direction that is a body.
  func bodyRow(from row: Int, step: Int) -> Int? {
    var row = row
    while rows.indices.contains(row) {
      if rows[row].place != nil { return row }
      row += step
    }
    return nil
  }

  /// How many bodies are listed.
  var count: Int { rows.count { $0.place != nil } }

  /// Collectives are a group of their own in every order: what they count is not what one body has
  /// to do.
  private static func groups(_ order: Departments.Order) -> [(Phrase, [BodyCategory])] {
    if order == .category { return BodyCategory.allCases.map { (DutyText.category($0), [$0]) } }
    return [
      (DutyText.singleBodies, BodyCategory.allCases.filter { $0 != .collective }),
      (DutyText.category(.collective), [.collective]),
    ]
  }

  /// What a name is sorted by: its syllables, each ended, so that 省 stands before 省委.
  private static func pinyin(of name: String) -> [UInt8] {
    Pinyin.shared.syllables(of: name).flatMap { Array($0.utf8) + [0] }
  }
}

extension DepartmentList.Row {
  /// The body of the row.
  var place: Int? {
    if case .body(let place, _) = self { return place }
    return nil
  }
}

/// A bar of characters that says how much a body has to do, and in which roles.
enum RoleBar {
  /// The columns of the longest bar.
  static let columns = 8

  /// The mark of a role: the denser, the more it asks. ASCII, so that it reads without colour.
  static func mark(of role: Role) -> Character {
    switch role {
    case .lead: "#"
    case .responsible: "="
    case .shared: "%"
    case .participate: ":"
    case .support, .guide, .implement: "'"
    }
  }

  /// The roles that have a mark of their own, with the last standing for the others.
  static let roles: [Role] = [.lead, .responsible, .shared, .participate, .support]

  /// The bar of a body. Its length grows with the root of the count, so that a body of few clauses
  /// has a bar at all beside one of many; every role that occurs has a mark while there is room.
  static func text(_ counts: DepartmentIndex.Counts, most: Int) -> String {
    let sum = counts.byRole.reduce(0, +)
    guard sum > 0, most > 0 else { return "" }
    let share = Double(min(counts.clauses, most)) / Double(most)
    let length = max(1, Int((Double(columns) * share.squareRoot()).rounded()))
    let occurring = counts.byRole.indices.filter { counts.byRole[$0] > 0 }
    var cells = counts.byRole.map { _ in 0 }
    for role in occurring.prefix(length) { cells[role] = 1 }
    // What is left goes to the role that is furthest behind its share, cell by cell.
    for _ in 0..<max(0, length - occurring.count) {
      let next = occurring.max { left, right in
        counts.byRole[left] * cells[right] < counts.byRole[right] * cells[left]
      }
      if let next { cells[next] += 1 }
    }
    return zip(Role.allCases, cells).map { String(repeating: mark(of: $0), count: $1) }.joined()
  }
}
