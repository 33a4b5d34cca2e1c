import GazetteDifference
import GazetteModel

// Who gained and lost a lead, as a list over the comparison.

extension State {
  /// Lists the bodies that gained or lost a lead; each row leads to its clause.
  mutating func listLeads(_ layouts: LayoutCache) {
    guard let compared else { return }
    let balances = layouts.comparison.leads(of: compared, for: self).balances
    let choices = balances.flatMap { balance in
      [("+", balance.gained), ("-", balance.lost)].flatMap { sign, clauses in
        clauses.map { clause in
          Choice(
            kind: .body,
            title: "\(sign) \(balance.name) (\(LeadText.count(of: balance))) \(clause.title)",
            detail: LeadText.shortPlace(of: clause), target: target(of: clause, in: compared))
        }
      }
    }
    guard !choices.isEmpty else {
      message = Message(.sameLeads)
      return
    }
    openChooser(.leads, choices, layouts)
  }

  /// The clause in the comparison; a row of a table, which is not compared there, in its text.
  private func target(
    of clause: LeadChanges.Clause, in compared: ComparedDocuments
  ) -> Choice.Target {
    if let entry = clause.entry { return .comparedUnit(entry) }
    if let unit = clause.new {
      return .unit(NodeAddress(issue: compared.new.issue, node: unit.node), place: nil, nil)
    }
    guard let unit = clause.old else { return .missing }
    return .unit(NodeAddress(issue: compared.old.issue, node: unit.node), place: nil, nil)
  }

  /// Shows a unit in the comparison, a little below the edge.
  mutating func showCompared(entry: Int, _ layouts: LayoutCache) {
    guard let compared else { return }
    let rows = layouts.comparison.rows(of: compared, for: self)
    guard rows.entries.indices.contains(entry) else { return }
    let row = rows.entries[entry]
    let last = max(0, rows.rows.count - comparisonRows)
    let top = min(max(0, row - comparisonRows / 4), last)
    self.compared?.top = top
    self.compared?.change = rows.rows[row].change
  }
}
