import GazetteText

/// The members of an object that have not been read yet.
struct ManifestFields {
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

  /// The elements of a list, each with its path; empty where there is none.
  mutating func list(_ field: String) throws(ManifestFailure) -> [(path: String, value: JSONValue)]
  {
    switch take(field) {
    case nil, .null: return []
    case .array(let elements):
      return elements.enumerated().map { ("\(name(field))[\($0)]", $1) }
    default: throw .badValue(field: name(field))
    }
  }

  /// A run of lines: `[first, last]`.
  mutating func lines(_ field: String) throws(ManifestFailure) -> LineRange {
    guard let value = take(field), let lines = LineRange(value) else {
      throw .badValue(field: name(field))
    }
    return lines
  }

  /// Refuses whatever has not been read.
  func finish() throws(ManifestFailure) {
    if let field = members.names.first { throw .unknownField(name(field)) }
  }
}

extension LineRange {
  /// Reads `[first, last]`.
  init?(_ value: JSONValue) {
    guard case .array(let ends) = value, ends.count == 2, case .integer(let first) = ends[0],
      case .integer(let last) = ends[1], first >= 1, last >= first
    else { return nil }
    self.init(first, last)
  }
}
