import GazetteText

extension IntakeRecord {
  /// What stands as `intake` in a manifest.
  public var json: JSONValue {
    var forms: JSONObject = [:]
    for form in LineForm.allCases where form != .unknown {
      let runs = runs { $0.form == form }.filter { $0.value }.map(\.lines)
      if !runs.isEmpty { forms[form.name] = .array(runs.map { JSONValue($0) }) }
    }
    return [
      "format": .string(provenance.format.rawValue),
      "encoding": .string(provenance.encoding),
      "pages": JSONValue(provenance.pages),
      "sha256": JSONValue(provenance.digest),
      "lines": .integer(lineCount),
      "places": .array(places),
      "forms": .object(forms),
      "tables": .array(tables.map(Self.json)),
      "findings": .array(findings.map(Self.json)),
    ]
  }

  private var places: [JSONValue] {
    runs { [$0.page, $0.column] }.filter { $0.value != [nil, nil] }.map { run in
      [
        "lines": JSONValue(run.lines), "page": JSONValue(run.value[0]),
        "column": JSONValue(run.value[1]),
      ]
    }
  }

  /// The runs of lines of which something is the same.
  private func runs<Value: Equatable>(
    of value: (LineOrigin) -> Value
  ) -> [(lines: LineRange, value: Value)] {
    var result: [(lines: LineRange, value: Value)] = []
    for (index, origin) in origins.enumerated() {
      let value = value(origin)
      if let last = result.last, last.value == value {
        result[result.count - 1].lines = LineRange(last.lines.first, index + 1)
      } else {
        result.append((LineRange(index + 1), value))
      }
    }
    return result
  }

  private static func json(of table: PrintedTable) -> JSONValue {
    [
      "lines": JSONValue(table.lines), "caption": JSONValue(table.caption),
      "headRows": .integer(table.headRows),
      "rows": .array(table.rows.map { .array($0.map { .string($0) }) }),
    ]
  }

  private static func json(of finding: Finding) -> JSONValue {
    [
      "kind": .string(finding.kind.rawValue), "lines": JSONValue(finding.lines),
      "excerpt": .string(finding.excerpt),
    ]
  }
}

extension LineForm {
  /// The name in a manifest.
  var name: String {
    switch self {
    case .unknown: "unknown"
    case .begins: "begins"
    case .heading: "heading"
    case .continues: "continues"
    case .furniture: "furniture"
    }
  }
}
