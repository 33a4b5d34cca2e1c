import GazetteModel

/// The marks at one issue, as the browser holds them: everyone's, with one reviewer in front.
public struct ReviewSheet: Sendable, Equatable {
  /// Whose marks are shown.
  public let reviewer: String
  /// Everyone's marks that say something, by reference, sorted by reviewer.
  private var marksByReference: [String: [ReviewMark]] = [:]

  /// Creates the sheet of a reviewer from everyone's marks at the issue.
  public init(reviewer: String, marks: [ReviewMark] = []) {
    self.reviewer = reviewer
    take(marks)
  }

  /// Takes over marks that were put, in place of those of the same reviewer at the same node.
  public mutating func take(_ marks: [ReviewMark]) {
    for mark in marks {
      var present = marksByReference[mark.key.reference] ?? []
      present.removeAll { $0.reviewer == mark.reviewer }
      if !mark.isBlank {
        let place = present.firstIndex { $0.reviewer > mark.reviewer } ?? present.endIndex
        present.insert(mark, at: place)
      }
      marksByReference[mark.key.reference] = present.isEmpty ? nil : present
    }
  }

  /// Everyone's marks, in no order.
  public var marks: [ReviewMark] { marksByReference.values.flatMap(\.self) }

  /// The reviewer's own mark at a node.
  public func mark(at id: NodeID, of scope: ReviewScope) -> ReviewMark? {
    marks(at: id, of: scope).first { $0.reviewer == reviewer }
  }

  /// Everyone's marks at a node, sorted by reviewer.
  public func marks(at id: NodeID, of scope: ReviewScope) -> [ReviewMark] {
    marksByReference[scope.key(of: id).reference] ?? []
  }

  /// What the reviewer's own mark at a node counts as.
  public func state(at id: NodeID, of scope: ReviewScope) -> ReviewState {
    scope.state(of: mark(at: id, of: scope))
  }

  /// Whether the words at a node have changed since the reviewer's own mark.
  public func isChanged(at id: NodeID, of scope: ReviewScope) -> Bool {
    mark(at: id, of: scope).map(scope.isChanged) ?? false
  }

  /// How far the reviewer is.
  public func progress(of scope: ReviewScope) -> ReviewProgress {
    ReviewProgress(scope) { state(at: $0, of: scope) }
  }

  /// The unit nearest behind `id`, or before it with `backwards`, whose state `isWanted`; looks no
  /// further than the ends of the issue.
  public func unit(
    from id: NodeID, backwards: Bool = false, in scope: ReviewScope,
    where isWanted: (ReviewState) -> Bool
  ) -> NodeID? {
    let inside = scope.units(in: id)
    let behind = scope.isUnit(id) ? inside.lowerBound + 1 : inside.lowerBound
    if backwards {
      return scope.units[..<inside.lowerBound].last { isWanted(state(at: $0, of: scope)) }
    }
    return scope.units[behind...].first { isWanted(state(at: $0, of: scope)) }
  }
}
