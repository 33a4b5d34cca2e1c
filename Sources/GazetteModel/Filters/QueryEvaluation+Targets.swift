import GazetteText

extension FilterIndex {
  /// The targets that a query is about, by their places in the index of targets.
  ///
  /// Terms about quantities and deadlines ask the single target, where `evaluate` asks its whole
  /// node: `has:money` leaves no percentage that stands beside a sum. Terms that cannot be answered
  /// are left out, as there.
  public func targetPlaces(matching query: Query) -> [Int] {
    let all = targets.targets
    guard !query.isEverything else { return Array(all.indices) }
    var stack: [[Bool]?] = []
    for operation in query.operations {
      switch operation {
      case .term(let term): stack.append(answers(to: term))
      case .not: stack[stack.count - 1] = stack[stack.count - 1]?.map { !$0 }
      case .and, .or:
        guard let right = stack.removeLast() else { continue }
        let place = stack.count - 1
        guard let left = stack[place] else {
          stack[place] = right
          continue
        }
        stack[place] = zip(left, right).map { operation == .and ? $0 && $1 : $0 || $1 }
      }
    }
    guard let answers = stack.last ?? nil else { return Array(all.indices) }
    return all.indices.filter { answers[$0] }
  }

  /// For each target whether a term holds; nil for a term that cannot be answered.
  private func answers(to term: QueryTerm) -> [Bool]? {
    switch term {
    case .has(.money): return targets.targets.map { $0.kind == .money }
    case .has(.quantity): return targets.targets.map { $0.kind == .quantity }
    case .has(.period): return targets.targets.map { $0.kind == .period }
    case .has(.deadline):
      return targets.targets.map { $0.kind == .deadline || $0.deadline != nil }
    case .until(let day, _):
      return targets.targets.map { target in target.deadline.map { $0 <= day } ?? false }
    case .target(let comparison): return targets.targets.map(comparison.matches)
    default:
      let result = evaluate(Query(term))
      guard !result.diagnostics.contains(where: \.leavesOut) else { return nil }
      return targets.targets.map { result.matches.contains($0.node) }
    }
  }
}

extension QueryDiagnostic {
  /// Whether the term could not be answered at all and was left out.
  fileprivate var leavesOut: Bool {
    reason == .needsReview || reason == .unknownReviewValue
  }
}
