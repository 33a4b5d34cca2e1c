import GazetteModel
import GazetteText

extension Difference {
  /// What `gazette diff OLD NEW --json` prints: where bodies gained or lost a lead, with who did.
  public func json(_ leads: LeadChanges) -> JSONValue {
    .array(
      zip(entries, leads.shifts).map { entry, shift in
        var members: JSONObject = [
          "kind": .string(entry.kind.rawValue),
          "old": JSONValue(entry.old?.reference),
          "new": JSONValue(entry.new?.reference),
          "title": .string(entry.title),
        ]
        if entry.kind == .changed {
          members["spans"] = .array(
            entry.spans.map {
              ["op": .string($0.operation.rawValue), "text": .string($0.text)]
            })
        }
        if !shift.isEmpty {
          members["leads"] = ["gained": JSONValue(shift.gained), "lost": JSONValue(shift.lost)]
        }
        return .object(members)
      })
  }
}

extension LeadChanges {
  /// What `gazette diff OLD NEW --leads --json` prints.
  public var json: JSONValue {
    .array(
      balances.map { balance in
        [
          "name": .string(balance.name), "gained": .array(balance.gained.map(\.json)),
          "lost": .array(balance.lost.map(\.json)),
        ]
      })
  }
}

extension LeadChanges.Clause {
  fileprivate var json: JSONValue {
    [
      "old": JSONValue(old?.reference), "new": JSONValue(new?.reference), "title": .string(title),
    ]
  }
}
