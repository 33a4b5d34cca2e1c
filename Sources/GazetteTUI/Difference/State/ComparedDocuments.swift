import GazetteModel

/// The room in which two documents are compared (比对): which, and where the reader is in it.
struct ComparedDocuments: Hashable, Sendable {
  /// The older text.
  let old: NodeAddress
  let new: NodeAddress
  /// How many rows are scrolled away.
  var top = 0
  /// The change that `]c` and `[c` stand on, counted from 0; nil before the first.
  var change: Int?

  /// What a line says that asks for a comparison, `diff REF`; nil for another one.
  static func typed(_ line: String) -> String? {
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 2, words[0] == "diff" else { return nil }
    return String(words[1])
  }
}
