import GazetteText

extension Issue {
  /// What `gazette check --json` prints.
  ///
  /// - Parameters:
  ///   - findings: What is printed, in order.
  ///   - issue: The id of the issue where findings of several are printed.
  ///   - message: What a kind of finding means, in the reader's language.
  public static func checkJSON(
    _ findings: [Finding], issue: String? = nil, message: (Finding.Kind) -> String
  ) -> JSONValue {
    .array(
      findings.map { finding in
        var members: JSONObject = [
          "kind": .string(finding.kind.rawValue),
          "lines": JSONValue(finding.lines),
          "excerpt": .string(finding.excerpt),
          "message": .string(message(finding.kind)),
        ]
        if let issue { members["issue"] = .string(issue) }
        if let count = finding.count { members["count"] = .integer(count) }
        if let field = finding.field { members["field"] = .string(field) }
        if !finding.hidden.isEmpty {
          members["characters"] = .array(
            finding.hidden.map { character in
              [
                "code": .string(character.code), "count": .integer(character.count),
                "kind": .string(character.kind.rawValue),
              ]
            })
        }
        return .object(members)
      })
  }
}
