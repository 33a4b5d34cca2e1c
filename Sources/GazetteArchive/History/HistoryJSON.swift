import GazetteText

extension DutyHistory {
  /// What `gazette duties NAME --json` prints.
  ///
  /// - Parameter issues: The issues that the entries name by place.
  public func json(_ issues: [RecordedIssue]) -> JSONValue {
    let ids = Dictionary(
      issues.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    return .array(
      entries.map { entry in
        [
          "issue": JSONValue(ids[entry.issue]?.id), "date": JSONValue(ids[entry.issue]?.date),
          "change": .string(entry.change.rawValue), "ref": .string(entry.reference),
          "previous": JSONValue(entry.previous), "text": .string(entry.text),
          "role": .string(entry.role.rawValue), "printed": .string(entry.printed),
          "others": JSONValue(entry.others), "reform": JSONValue(entry.reform),
          "document": JSONValue(entry.document),
        ]
      })
  }
}
