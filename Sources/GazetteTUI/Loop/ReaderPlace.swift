import GazetteModel

/// Which row stands at the top of the reading pane, the same at every width.
struct RowAnchor: Hashable, Sendable {
  /// The text that the row shows, or the next text below a blank row.
  var position: TextPosition
  /// How many blank rows above that text are shown.
  var blanksAbove = 0
}

/// A place that the reader can come back to.
struct ReaderPlace: Hashable, Sendable {
  var issue: IssueID
  var top: RowAnchor
  var cursor: TextPosition
  /// What the left pane showed, where it led away from there; nil where it is not to change.
  var left: LeftPlace?
}

/// The places that the reader left by going far, for going back and forward.
struct JumpList: Hashable, Sendable {
  private(set) var back: [ReaderPlace] = []
  private(set) var forward: [ReaderPlace] = []

  /// How many places are remembered.
  static let limit = 100

  /// Remembers the place that is being left.
  mutating func leave(_ place: ReaderPlace) {
    if back.last?.cursor != place.cursor || back.last?.issue != place.issue
      || back.last?.left != place.left
    {
      back.append(place)
    }
    if back.count > Self.limit { back.removeFirst() }
    forward.removeAll()
  }

  /// The same places in a text that was read again; those that it has no more are left out.
  func again(_ place: (ReaderPlace) -> ReaderPlace?) -> JumpList {
    var list = self
    list.back = back.compactMap(place)
    list.forward = forward.compactMap(place)
    return list
  }

  /// The place to go back to from `place`.
  mutating func goBack(from place: ReaderPlace) -> ReaderPlace? {
    guard let target = back.popLast() else { return nil }
    forward.append(place)
    return target
  }

  /// The place to go forward to from `place`.
  mutating func goForward(from place: ReaderPlace) -> ReaderPlace? {
    guard let target = forward.popLast() else { return nil }
    back.append(place)
    return target
  }
}

/// What the left pane showed, for coming back to it.
struct LeftPlace: Hashable, Sendable {
  var tab: Tab
  var focus: Pane
  var departments: Departments
  var matrix: Matrix
}
