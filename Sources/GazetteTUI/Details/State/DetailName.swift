/// What can be left out of the details: facts by the words of their labels, and whole parts.
enum DetailName {
  static let responsibilities = "responsibilities"
  static let review = "review"

  private static let facts: [StringKey] = [
    .documentNumber, .issuers, .signer, .signedOn, .adoptedOn, .column, .page, .sourceNote,
    .addressees, .reference, .kind, .place, .sourceLines, .path, .corrections, .publicationDate,
    .sponsor, .frequency, .documentCount, .lineCount, .readFrom, .targetsTab,
    .references,
  ]

  /// All of them.
  static var all: [String] { facts.map(name) + [responsibilities, review] }

  /// The name of a fact.
  static func name(of fact: StringKey) -> String { Words.hyphenated(fact.rawValue) }
}
