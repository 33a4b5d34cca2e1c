import GazetteText

extension Manifest {
  /// Reads a manifest from the JSON that stands beside the text of an issue.
  ///
  /// All fields may be left out except those of a correction:
  /// `{ "identity": { "id", "title", "year", "number", "cumulativeNumber", "publicationDate",
  /// "sponsor", "frequency" }, "corrections": [ { "line", "printed", "corrected", "reason" } ]
  /// }`.
  public init(json bytes: [UInt8]) throws(ManifestFailure) {
    let root: JSONValue
    do throws(JSONFailure) {
      root = try JSONParser.parse(bytes)
    } catch {
      throw .notJSON(error)
    }
    var fields = try Fields(of: root, at: "")
    identity = try IdentityOverrides(fields.take("identity") ?? [:])
    let list = fields.take("corrections") ?? []
    guard case .array(let elements) = list else { throw .badValue(field: "corrections") }
    corrections = []
    for (index, element) in elements.enumerated() {
      corrections.append(try Correction(element, at: "corrections[\(index)]"))
    }
    try fields.finish()
  }
}

extension IdentityOverrides {
  fileprivate init(_ value: JSONValue) throws(ManifestFailure) {
    var fields = try Fields(of: value, at: "identity")
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
    var fields = try Fields(of: value, at: path)
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

/// The members of an object that have not been read yet.
private struct Fields {
  private let path: String
  private var members: JSONObject

  init(of value: JSONValue, at path: String) throws(ManifestFailure) {
    guard case .object(let members) = value else {
      throw .badValue(field: path.isEmpty ? "{" : path)
    }
    self.path = path
    self.members = members
  }

  private func name(_ field: String) -> String { path.isEmpty ? field : path + "." + field }

  mutating func take(_ field: String) -> JSONValue? {
    defer { members[field] = Optional.none }
    return members[field]
  }

  mutating func string(_ field: String) throws(ManifestFailure) -> String? {
    switch take(field) {
    case nil, .null: return nil
    case .string(let string): return string
    default: throw .badValue(field: name(field))
    }
  }

  mutating func integer(_ field: String) throws(ManifestFailure) -> Int? {
    switch take(field) {
    case nil, .null: return nil
    case .integer(let integer): return integer
    default: throw .badValue(field: name(field))
    }
  }

  /// Refuses whatever has not been read.
  func finish() throws(ManifestFailure) {
    if let field = members.names.first { throw .unknownField(name(field)) }
  }
}
