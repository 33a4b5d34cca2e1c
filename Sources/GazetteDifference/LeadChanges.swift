import GazetteModel
import GazetteText

/// Who gained and who lost a lead from one text to another (牵头变动).
///
/// A body that is renamed between the two keeps its leads: the register has one name for both.
public struct LeadChanges: Sendable {
  /// What a unit gave to some bodies and took from others.
  public struct Shift: Sendable, Equatable {
    /// The bodies that lead in the new text and did not in the old one.
    public let gained: [String]
    /// The bodies that led in the old text and do not in the new one.
    public let lost: [String]

    /// Whether the same bodies lead.
    public var isEmpty: Bool { gained.isEmpty && lost.isEmpty }
  }

  /// A unit, or a row of a table, in which a body gained or lost the lead.
  public struct Clause: Sendable, Equatable {
    /// The unit in the old text; nil where it was added.
    public let old: ComparedUnit?
    /// The unit in the new text; nil where it was removed.
    public let new: ComparedUnit?
    /// What it is called.
    public let title: String
    /// The place of the difference's entry; nil of a row.
    public let entry: Int?
  }

  /// A body with what it gained and lost.
  public struct Balance: Sendable, Equatable {
    /// The canonical name.
    public let name: String
    /// Where it leads now and did not.
    public fileprivate(set) var gained: [Clause] = []
    /// Where it led and does not now.
    public fileprivate(set) var lost: [Clause] = []
  }

  /// What each entry of the difference gave and took.
  public let shifts: [Shift]
  /// The bodies whose leads changed, those with the most changes first, then in order of print.
  public let balances: [Balance]

  /// Works out who gained and lost.
  ///
  /// - Parameters:
  ///   - difference: What became of the units.
  ///   - old: Who leads in the old text.
  ///   - new: Who leads in the new text.
  public init(_ difference: Difference, from old: LeadingBodies, to new: LeadingBodies) {
    func shift(_ entry: Difference.Entry) -> Shift {
      let (before, after) = (old.bodies(of: entry.old), new.bodies(of: entry.new))
      return Shift(
        gained: after.filter { !before.contains($0) }, lost: before.filter { !after.contains($0) })
    }
    var balances: [Balance] = []
    var places: [String: Int] = [:]
    func place(of name: String) -> Int {
      if let place = places[name] { return place }
      places[name] = balances.count
      balances.append(Balance(name: name))
      return balances.count - 1
    }
    func count(_ shift: Shift, in entry: Difference.Entry, _ number: Int?) {
      let clause = Clause(old: entry.old, new: entry.new, title: entry.title, entry: number)
      for name in shift.gained { balances[place(of: name)].gained.append(clause) }
      for name in shift.lost { balances[place(of: name)].lost.append(clause) }
    }
    shifts = difference.entries.map(shift)
    for (number, entry) in difference.entries.enumerated() {
      count(shifts[number], in: entry, number)
    }
    if !old.rows.isEmpty || !new.rows.isEmpty {
      for entry in Difference(from: old.rows, to: new.rows).entries {
        count(shift(entry), in: entry, nil)
      }
    }
    let order = balances.indices.sorted { left, right in
      let counts = [left, right].map { balances[$0].gained.count + balances[$0].lost.count }
      return (counts[1], left) < (counts[0], right)
    }
    self.balances = order.map { balances[$0] }
  }
}
