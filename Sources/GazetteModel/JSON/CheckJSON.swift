extension Issue {
  /// What `gazette check --json` prints.
  ///
  /// - Parameter message: What a kind of finding means, in the reader's language.
  public static func checkJSON(
    _ findings: [Finding], message: (Finding.Kind) -> String
  ) -> JSONValue {
    .array(
      findings.map { finding in
        [
          "kind": .string(finding.kind.rawValue),
          "lines": JSONValue(finding.lines),
          "excerpt": .string(finding.excerpt),
          "message": .string(message(finding.kind)),
        ]
      })
  }
}
