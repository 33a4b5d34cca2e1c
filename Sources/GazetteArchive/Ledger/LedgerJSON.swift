import GazetteText

extension DeadlineLedger.Entry {
  /// What `gazette deadlines --json` prints of a deadline.
  public var json: JSONValue {
    [
      "deadline": .string(deadline.iso8601), "ref": .string(reference), "text": .string(text),
      "document": JSONValue(document), "state": .string(state.rawValue),
      "later": .array(links.map(\.json)),
    ]
  }
}

extension DeadlineLedger.Link {
  fileprivate var json: JSONValue {
    [
      "kind": .string(sequel.rawValue), "ref": .string(reference), "text": .string(text),
      "deadline": JSONValue(deadline), "sure": .string(sureness.rawValue),
      "by": JSONValue(grounds.map(\.rawValue)),
    ]
  }
}
