import GazetteText

/// Why a manifest cannot be used.
public enum ManifestFailure: Error, Equatable, Sendable {
  /// It is not JSON.
  case notJSON(JSONFailure)
  /// The value of that field, such as `corrections[3].line`, is missing or not of its kind.
  case badValue(field: String)
  /// There is no field of that name; a misspelt one must not go unnoticed.
  case unknownField(String)
}
