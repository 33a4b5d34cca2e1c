import GazetteText

extension Manifest {
  /// Reads a manifest from the JSON that stands beside the text of an issue.
  ///
  /// `intake` is written by `gazette convert`. All fields may be left out except its own and those of
  /// a correction:
  /// `{ "identity": { "id", "title", "year", "number", "cumulativeNumber", "publicationDate",
  /// "sponsor", "frequency" }, "corrections": [ { "line", "printed", "corrected", "reason" } ],
  /// "intake": { "format", "encoding", "pages", "sha256", "lines", "places": [ { "lines", "page",
  /// "column" } ], "forms": { "begins": [[first, last]], … }, "tables", "findings" } }`.
  public init(json bytes: [UInt8]) throws(ManifestFailure) {
    let root: JSONValue
    do throws(JSONFailure) {
      root = try JSONParser.parse(bytes)
    } catch {
      throw .notJSON(error)
    }
    var fields = try ManifestFields(of: root, at: "")
    identity = try IdentityOverrides(fields.take("identity") ?? [:])
    let list = fields.take("corrections") ?? []
    guard case .array(let elements) = list else { throw .badValue(field: "corrections") }
    corrections = []
    for (index, element) in elements.enumerated() {
      corrections.append(try Correction(element, at: "corrections[\(index)]"))
    }
    if let record = fields.take("intake") { intake = try IntakeRecord(record) }
    try fields.finish()
  }
}

extension IdentityOverrides {
  fileprivate init(_ value: JSONValue) throws(ManifestFailure) {
    var fields = try ManifestFields(of: value, at: "identity")
    id = try fields.string("id")
    title = try fields.string("title")
    year = try fields.integer("year")
    number = try fields.integer("number")
    cumulativeNumber = try fields.integer("cumulativeNumber")
    if let day = try fields.string("publicationDate") {
      guard let date = CalendarDate(iso8601: day) else {
        throw .badValue(field: "identity.publicationDate")
      }
      publicationDate = date
    }
    sponsor = try fields.string("sponsor")
    frequency = try fields.string("frequency")
    try fields.finish()
  }
}

extension Correction {
  fileprivate init(_ value: JSONValue, at path: String) throws(ManifestFailure) {
    var fields = try ManifestFields(of: value, at: path)
    guard let line = try fields.integer("line"), line >= 1 else {
      throw .badValue(field: path + ".line")
    }
    guard let printed = try fields.string("printed"), !printed.isEmpty else {
      throw .badValue(field: path + ".printed")
    }
    guard let corrected = try fields.string("corrected") else {
      throw .badValue(field: path + ".corrected")
    }
    guard let reason = try fields.string("reason") else { throw .badValue(field: path + ".reason") }
    self.init(line: line, printed: printed, corrected: corrected, reason: reason)
    try fields.finish()
  }
}

extension CalendarDate {
  /// Reads `2021-06-15`; nil unless that is a day of the calendar.
  fileprivate init?(iso8601 text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], !text.contains("+"),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      year >= 1, (1...12).contains(month)
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
