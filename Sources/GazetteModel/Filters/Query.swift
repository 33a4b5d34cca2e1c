import GazetteText

/// A filter query (筛选): terms with and, or and not, the same in the browser and for `gazette find`.
///
/// Operations stand behind what they work on (`a b and not`), so that nothing recurses over a
/// query's depth.
public struct Query: Hashable, Sendable {
  /// One step of working out a query on a stack.
  public enum Operation: Hashable, Sendable {
    case term(QueryTerm)
    /// Turns the last result round.
    case not
    /// Joins the last two results.
    case and
    case or
  }

  /// The steps; none means everything.
  public let operations: [Operation]

  /// Creates a query of steps that leave one result.
  init(operations: [Operation]) {
    self.operations = operations
  }

  /// Matches everything.
  public static let everything = Query(operations: [])

  /// The query of one term, as a toggle of the browser adds it.
  public init(_ term: QueryTerm) {
    operations = [.term(term)]
  }

  /// Whether every node is found.
  public var isEverything: Bool { operations.isEmpty }

  /// What matches both.
  public func and(_ other: Query) -> Query {
    if isEverything { return other }
    if other.isEverything { return self }
    return Query(operations: operations + other.operations + [.and])
  }

  /// What matches either.
  public func or(_ other: Query) -> Query {
    if isEverything { return self }
    if other.isEverything { return other }
    return Query(operations: operations + other.operations + [.or])
  }

  /// What does not match; everything turned round stays everything.
  public func negated() -> Query {
    isEverything ? self : Query(operations: operations + [.not])
  }

  /// The query of those that match and have a role. Bodies that it asks for in any role are asked
  /// for in that one, so that the role is theirs and not that of somebody else in the clause; where
  /// it asks for none, anybody may have it.
  public func bound(to role: Role) -> Query {
    var isBound = false
    let steps = zip(operations, positives).map { operation, isPositive -> Operation in
      guard isPositive, case .term(.body(let name, .any)) = operation else { return operation }
      isBound = true
      return .term(.body(name, .role(role)))
    }
    return isBound ? Query(operations: steps) : and(Query(.role(role)))
  }

  /// Whether a role would be bound to a body of the query.
  public var namesBody: Bool {
    positiveTerms.contains { if case .body(_, .any) = $0 { true } else { false } }
  }

  /// Every term, in the order written.
  public var terms: [QueryTerm] {
    operations.compactMap { if case .term(let term) = $0 { term } else { nil } }
  }

  /// The terms that a match has because it matches, not for lacking them: those worth showing.
  public var positiveTerms: [QueryTerm] {
    zip(operations, positives).compactMap { operation, isPositive in
      if isPositive, case .term(let term) = operation { term } else { nil }
    }
  }

  /// For each step whether what it gives is asked for, not excluded.
  private var positives: [Bool] {
    // Read backwards each step comes before what it works on.
    var waiting = [true]
    var result: [Bool] = []
    for operation in operations.reversed() {
      let isPositive = waiting.popLast() ?? true
      result.append(isPositive)
      switch operation {
      case .term: break
      case .not: waiting.append(!isPositive)
      case .and, .or: waiting += [isPositive, isPositive]
      }
    }
    return result.reversed()
  }
}

/// One condition of a query.
public enum QueryTerm: Hashable, Sendable {
  /// Words of the reading text. Latin letters that are no phrase also match pinyin of names and
  /// titles.
  case text(String, isPhrase: Bool)
  /// A body by a part of its name, or its pinyin.
  case body(String, BodyRelation)
  case role(Role)
  /// A document by a part of its number or title, or its place.
  case document(String)
  /// A node and all below it, by its reference.
  case within(String)
  case column(String)
  case kind(NodeKind)
  case has(FilterFact)
  /// A deadline at or before a day; `written` is how the reader wrote it.
  case until(CalendarDate, written: String)
  case target(TargetComparison)
  /// Whole issues: by id, year or publication.
  case issue(IssueField, String)
  /// A term that only a review can answer.
  case review(ReviewField, String)
}

/// How a body must be responsible.
public enum BodyRelation: Hashable, Sendable {
  /// In any role that is printed with the clause.
  case any
  case role(Role)
  /// In any role, printed or inherited.
  case inherited
}

/// What a clause can be asked to have.
public enum FilterFact: String, Sendable, CaseIterable {
  /// Anything that `gazette targets` lists.
  case target
  /// A measured or counted quantity, neither money nor time.
  case quantity
  case money
  /// A deadline, or a quantity due by one.
  case deadline
  case period
  /// A responsibility printed with it.
  case responsibility
  case correction
  /// A reference to another text.
  case reference
}

/// Fields that the review fills.
public enum ReviewField: String, Sendable, CaseIterable {
  case state = "is"
  case tag
  case note
  case reviewer = "by"
  case assigned
}

/// A comparison with a quantity: `target>80%`.
public struct TargetComparison: Hashable, Sendable {
  /// How a value is compared with the one that is asked for.
  public enum Relation: String, Sendable, CaseIterable {
    case less = "<"
    case atMost = "<="
    case equal = "="
    case atLeast = ">="
    case more = ">"
  }

  /// How values are compared.
  public let relation: Relation
  /// In `unit`, with 万 and 亿 folded in.
  public let value: Double
  /// Empty when quantities of every unit are meant.
  public let unit: String
  /// The value as the reader wrote it.
  public let written: String

  /// Whether a target satisfies the comparison; of a range either end may.
  public func matches(_ target: Target) -> Bool {
    guard let first = target.value, unit.isEmpty || unit == target.unit else { return false }
    return holds(for: first) || target.upper.map(holds) ?? false
  }

  private func holds(for value: Double) -> Bool {
    switch relation {
    case .less: value < self.value
    case .atMost: value <= self.value
    case .equal: value == self.value
    case .atLeast: value >= self.value
    case .more: value > self.value
    }
  }
}
