import GazetteModel

/// What one reader has done of an issue.
public struct TeamReaderCount: Hashable, Sendable {
  /// Whose count it is.
  public let reader: String
  /// Units dealt out to the reader, and how many of them are no longer unread.
  public var assigned = 0
  /// How many of the units dealt out are no longer unread.
  public var done = 0
  /// The reader's marks by state, wherever they are.
  public var marks = ReviewCount()
  /// How many of them a second reader confirmed, and how many were returned.
  public var confirmed = 0
  /// How many marks were returned.
  public var returned = 0

  init(_ reader: String) { self.reader = reader }
}

/// How far a team is with an issue.
public struct TeamProgress: Hashable, Sendable {
  /// Everybody who is to read or has read something, by name.
  public private(set) var readers: [TeamReaderCount] = []
  /// How many units there are, how many nobody has read, and how many were dealt out to nobody.
  public let units: Int
  /// How many units nobody has read.
  public private(set) var unread = 0
  /// How many units were dealt out to nobody.
  public private(set) var unassigned = 0
  /// Units that wait for somebody to decide, marks that wait for a second reader, and discussions
  /// that are open.
  public private(set) var disputed = 0
  /// How many marks wait for a second reader.
  public private(set) var pending = 0
  /// How many discussions are open.
  public private(set) var open = 0

  /// What was dealt out or is discussed and may be one clause or another.
  public let unsure: Int

  /// Counts.
  ///
  /// - Complexity: Linear in the number of units and of marks.
  public init(_ team: TeamSheet, marks sheet: ReviewSheet, of scope: ReviewScope) {
    units = scope.units.count
    unsure = team.strays.count
    var counts: [String: TeamReaderCount] = [:]
    for id in scope.units {
      let marks = sheet.marks(at: id, of: scope)
      let readers = team.readers(at: id, of: scope)
      if readers.isEmpty { unassigned += 1 }
      var isRead = false
      for reader in readers { counts[reader, default: TeamReaderCount(reader)].assigned += 1 }
      for mark in marks {
        let state = scope.state(of: mark)
        guard state != .unread else { continue }
        isRead = true
        var count = counts[mark.reviewer] ?? TeamReaderCount(mark.reviewer)
        count.marks.add(state)
        if readers.contains(mark.reviewer) { count.done += 1 }
        switch team.standing(of: mark, in: scope) {
        case .confirmed: count.confirmed += 1
        case .returned: count.returned += 1
        case .pending: pending += 1
        case .none: break
        }
        counts[mark.reviewer] = count
      }
      if !isRead { unread += 1 }
      if team.isDisputed(id, marks: sheet, of: scope) { disputed += 1 }
      open += team.threads(at: id, of: scope).count(where: \.isOpen)
    }
    readers = counts.values.sorted { $0.reader < $1.reader }
  }

  /// How many of the units at and below a node were dealt out to a reader, and how many of these
  /// the reader has finished with.
  public static func count(
    of reader: String, in id: NodeID, _ team: TeamSheet, marks sheet: ReviewSheet,
    of scope: ReviewScope
  ) -> (done: Int, assigned: Int) {
    var count = (done: 0, assigned: 0)
    for unit in scope.units[scope.units(in: id)]
    where team.readers(at: unit, of: scope).contains(reader) {
      count.assigned += 1
      let mark = sheet.marks(at: unit, of: scope).first { $0.reviewer == reader }
      if scope.state(of: mark) != .unread { count.done += 1 }
    }
    return count
  }
}
