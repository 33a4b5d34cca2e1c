import GazetteText

extension ReferenceRelation {
  /// What `gazette references TEXT --json` prints of one reference.
  ///
  /// - Parameters:
  ///   - reference: The unit that refers.
  ///   - text: What it prints.
  ///   - target: The document that is meant, where it is at hand.
  public func json(at reference: String, text: String, target: String?) -> JSONValue {
    [
      "ref": .string(reference), "text": .string(text), "relation": .string(rawValue),
      "target": JSONValue(target),
    ]
  }
}
