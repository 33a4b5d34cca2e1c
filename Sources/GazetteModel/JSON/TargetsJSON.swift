import GazetteText

extension TargetIndex {
  /// What `gazette targets --json` prints.
  public func json(for issue: Issue) -> JSONValue {
    .array(
      targets.map { target in
        var members: JSONObject = [
          "ref": .string(issue[target.node].reference.text),
          "paragraph": target.place.paragraph.map { .integer($0) } ?? .null,
          "range": JSONValue(target.range),
          "text": .string(target.text),
          "kind": .string(target.kind.rawValue),
          "value": JSONValue(number: target.value),
          "upper": JSONValue(number: target.upper),
          "unit": .string(target.unit),
          "comparator": .string(target.comparator.rawValue),
          "subject": .string(target.subject),
          "deadline": JSONValue(target.deadline),
        ]
        if let cell = target.place.cell { members.add(cell) }
        return .object(members)
      })
  }
}

extension JSONObject {
  /// Says in which cell of the node a stretch lies.
  mutating func add(_ cell: CellPlace) {
    self["table"] = .integer(cell.table)
    self["row"] = .integer(cell.row)
    self["column"] = .integer(cell.column)
  }
}

extension JSONValue {
  /// The number, whole where it is whole, or null.
  init(number: Double?) {
    guard let number else {
      self = .null
      return
    }
    self =
      number.rounded() == number && abs(number) < 1e15 ? .integer(Int(number)) : .number(number)
  }
}

extension Target {
  /// A value in plain digits, whole where it is whole; empty for none.
  public static func written(_ value: Double?) -> String {
    guard let value else { return "" }
    return value.rounded() == value && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
