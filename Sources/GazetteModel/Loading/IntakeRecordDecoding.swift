import GazetteText

extension IntakeRecord {
  /// No text has more lines; a manifest that says so is refused before memory is asked for.
  private static let mostLines = 32 << 20

  /// Reads what stands as `intake` in a manifest.
  init(_ value: JSONValue) throws(ManifestFailure) {
    var fields = try ManifestFields(of: value, at: "intake")
    guard let name = try fields.string("format"), let format = SourceFormat(rawValue: name) else {
      throw .badValue(field: "intake.format")
    }
    guard let count = try fields.integer("lines"), (0...Self.mostLines).contains(count) else {
      throw .badValue(field: "intake.lines")
    }
    let provenance = Provenance(
      format: format, encoding: try fields.string("encoding") ?? "UTF-8",
      pages: try fields.integer("pages"), digest: try fields.string("sha256"))
    var origins: [LineOrigin] = []
    let places = try fields.list("places")
    let forms = fields.take("forms") ?? [:]
    if !places.isEmpty || forms != [:] {
      origins = Array(repeating: LineOrigin(), count: count)
      var end = 0
      for place in places { try Self.set(place.value, at: place.path, behind: &end, &origins) }
      try Self.setForms(forms, &origins)
    }
    var tables: [PrintedTable] = []
    for table in try fields.list("tables") {
      tables.append(try Self.table(table.value, at: table.path, lineCount: count))
    }
    var findings: [Finding] = []
    for finding in try fields.list("findings") {
      findings.append(try Self.finding(finding.value, at: finding.path, lineCount: count))
    }
    try fields.finish()
    self.init(
      provenance: provenance, lineCount: count, origins: origins, tables: tables,
      findings: findings)
  }

  /// Sets the place of a run of lines, which stands behind those before it.
  private static func set(
    _ place: JSONValue, at path: String, behind end: inout Int, _ origins: inout [LineOrigin]
  ) throws(ManifestFailure) {
    var fields = try ManifestFields(of: place, at: path)
    let lines = try fields.lines("lines")
    guard lines.first > end, lines.last <= origins.count else {
      throw .badValue(field: path + ".lines")
    }
    end = lines.last
    let page = try fields.integer("page")
    let column = try fields.integer("column")
    for index in lines.first - 1..<lines.last {
      origins[index].page = page
      origins[index].column = column
    }
    try fields.finish()
  }

  private static func setForms(
    _ forms: JSONValue, _ origins: inout [LineOrigin]
  ) throws(ManifestFailure) {
    var fields = try ManifestFields(of: forms, at: "intake.forms")
    for form in LineForm.allCases {
      var end = 0
      for run in try fields.list(form.name) {
        guard let lines = LineRange(run.value), lines.first > end, lines.last <= origins.count
        else { throw .badValue(field: run.path) }
        end = lines.last
        for index in lines.first - 1..<lines.last { origins[index].form = form }
      }
    }
    try fields.finish()
  }

  private static func table(
    _ value: JSONValue, at path: String, lineCount: Int
  ) throws(ManifestFailure) -> PrintedTable {
    var fields = try ManifestFields(of: value, at: path)
    let lines = try fields.lines("lines")
    let caption = try fields.string("caption")
    let headRows = try fields.integer("headRows") ?? 0
    var rows: [[String]] = []
    for row in try fields.list("rows") {
      guard case .array(let cells) = row.value else { throw .badValue(field: row.path) }
      var texts: [String] = []
      for cell in cells {
        guard case .string(let text) = cell else { throw .badValue(field: row.path) }
        texts.append(text)
      }
      guard texts.count == rows.first?.count ?? texts.count else {
        throw .badValue(field: row.path)
      }
      rows.append(texts)
    }
    guard lines.last <= lineCount, (0...rows.count).contains(headRows) else {
      throw .badValue(field: path)
    }
    try fields.finish()
    return PrintedTable(lines: lines, caption: caption, headRows: headRows, rows: rows)
  }

  private static func finding(
    _ value: JSONValue, at path: String, lineCount: Int
  ) throws(ManifestFailure) -> Finding {
    var fields = try ManifestFields(of: value, at: path)
    guard let name = try fields.string("kind"), let kind = Finding.Kind(rawValue: name) else {
      throw .badValue(field: path + ".kind")
    }
    let lines = try fields.lines("lines")
    guard lines.last <= max(1, lineCount) else { throw .badValue(field: path + ".lines") }
    let excerpt = try fields.string("excerpt") ?? ""
    try fields.finish()
    return Finding(kind: kind, lines: lines, excerpt: excerpt)
  }
}
