import GazetteText

extension TargetIndex {
  /// What `gazette targets --json` prints.
  public func json(for issue: Issue) -> JSONValue {
    .array(targets.map { $0.json(at: issue[$0.node].reference.text) })
  }
}

extension Target {
  /// One of what `gazette targets --json` prints.
  ///
  /// - Parameter reference: The reference of its node as it is printed.
  public func json(at reference: String) -> JSONValue {
    var members: JSONObject = [
      "ref": .string(reference),
      "paragraph": place.paragraph.map { .integer($0) } ?? .null,
      "range": JSONValue(range),
      "text": .string(text),
      "kind": .string(kind.rawValue),
      "value": JSONValue(number: value),
      "upper": JSONValue(number: upper),
      "unit": .string(unit),
      "comparator": .string(comparator.rawValue),
      "subject": .string(subject),
      "deadline": JSONValue(deadline),
    ]
    if let cell = place.cell { members.add(cell) }
    return .object(members)
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
