import GazetteText

/// Finds `gazette-intake`.
enum ReaderProgram {
  /// nil where it is not installed.
  static var path: String? { CompanionProgram.path(named: "gazette-intake") }
}
