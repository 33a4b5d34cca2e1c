import GazetteText

extension Issue {
  /// What `gazette outline --json` prints.
  public var outlineJSON: JSONValue {
    [
      "issue": identity.json,
      "contents": .array(
        contents.map { entry in
          [
            "column": JSONValue(entry.column),
            "title": .string(entry.title),
            "page": JSONValue(entry.page),
            "ref": JSONValue(entry.document.map { self[$0].reference.text }),
          ]
        }),
      "documents": .array(roots.map { json(of: $0) }),
      "corrections": .array(corrections.map(\.json)),
    ]
  }
}

extension IssueIdentity {
  fileprivate var json: JSONValue {
    [
      "id": .string(id),
      "title": JSONValue(title),
      "year": JSONValue(year),
      "number": JSONValue(number),
      "cumulativeNumber": JSONValue(cumulativeNumber),
      "publicationDate": JSONValue(publicationDate),
      "sponsor": JSONValue(sponsor),
      "frequency": JSONValue(frequency),
    ]
  }
}

extension Correction {
  fileprivate var json: JSONValue {
    [
      "line": .integer(line),
      "printed": .string(printed),
      "corrected": .string(corrected),
      "reason": .string(reason),
    ]
  }
}
