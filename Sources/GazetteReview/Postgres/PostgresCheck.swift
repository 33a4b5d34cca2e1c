import GazetteText
import PostgresKit

/// What is to be said of a review store in PostgreSQL, without changing it.
public struct PostgresCheck: Equatable, Sendable {
  /// The address without passwords.
  public let path: String
  /// What the database has; nil where it has no review yet.
  public let contents: Contents?

  /// The contents of a store.
  public struct Contents: Equatable, Sendable {
    /// The version of its layout.
    public let version: Int
    /// How many marks hold, and how many entries the history has.
    public let marks: Int
    /// How many entries the history has.
    public let entries: Int
    /// How many marks are not the newest of their reviewer at their node.
    public let staleMarks: Int
    /// How many entries have a history and no mark.
    public let lostMarks: Int
    /// How many texts are not the ones that their fingerprint was made of.
    public let alteredTexts: Int
  }

  /// Whether nothing is wrong.
  public var isSound: Bool {
    contents.map { $0.staleMarks + $0.lostMarks + $0.alteredTexts == 0 } ?? true
  }

  /// Looks at the store.
  ///
  /// - Parameters:
  ///   - address: Where it is.
  ///   - mayUseServers: Whether the program that speaks to servers may be started.
  public static func run(
    _ address: PostgresAddress, mayUseServers: Bool
  ) throws(ReviewFailure) -> PostgresCheck {
    guard mayUseServers else { throw ReviewFailure(.server(.restricted), path: address.shown) }
    do {
      return PostgresCheck(path: address.shown, contents: try contents(address))
    } catch {
      throw ReviewFailure(postgres: error, path: address.shown)
    }
  }

  private static func contents(_ address: PostgresAddress) throws -> Contents? {
    let connection = try PostgresConnection(address)
    guard let standing = try connection.standing() else { return nil }
    if standing.version > PostgresSchema.version {
      throw ReviewFailure(.newer(standing.version), path: address.shown)
    }
    try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    let row =
      try connection.rows(
        """
        SELECT (SELECT count(*) FROM gazette.mark), (SELECT count(*) FROM gazette.entry),
          (SELECT count(*) FROM gazette.mark AS mark
            JOIN gazette.entry AS entry ON entry."id" = mark."entry" WHERE entry."at" < (
              SELECT max("at") FROM gazette.entry AS other WHERE other."issue" = mark."issue"
              AND other."reference" = mark."reference" AND other."reviewer" = mark."reviewer")),
          (SELECT count(*) FROM (
            SELECT DISTINCT "issue", "reference", "reviewer" FROM gazette.entry EXCEPT
            SELECT "issue", "reference", "reviewer" FROM gazette.mark) AS lost)
        """
      ).first ?? []
    let texts = try connection.rows("SELECT \"content\", \"fingerprint\" FROM gazette.text")
    let altered = texts.count { ReviewedText($0.text(0)).fingerprint != $0.text(1) }
    return Contents(
      version: standing.version, marks: Int(row.number(0) ?? 0), entries: Int(row.number(1) ?? 0),
      staleMarks: Int(row.number(2) ?? 0), lostMarks: Int(row.number(3) ?? 0), alteredTexts: altered
    )
  }

  /// What was found, one line each.
  public func lines(in language: Language) -> [String] {
    guard let contents else {
      return [Phrase("尚无审阅记录：\(path)", "no review yet: \(path)")[language]]
    }
    let (version, marks, entries) = (contents.version, contents.marks, contents.entries)
    var lines = [
      Phrase("审阅记录：\(path)", "review store: \(path)")[language],
      Phrase(
        "PostgreSQL，第\(version)版，标记\(marks)条，历史\(entries)条",
        "PostgreSQL, version \(version), \(marks) marks, \(entries) entries in the history")[
          language],
    ]
    if isSound { return lines + [Phrase("完好", "nothing is wrong")[language]] }
    let (stale, lost, altered) = (contents.staleMarks, contents.lostMarks, contents.alteredTexts)
    if stale > 0 {
      lines.append(
        Phrase("有问题：\(stale)个标记不是最新的", "wrong: \(stale) marks are not the newest")[language])
    }
    if lost > 0 {
      lines.append(
        Phrase("有问题：\(lost)处有历史而无标记", "wrong: \(lost) marks are gone; their history is there")[
          language])
    }
    if altered > 0 {
      lines.append(
        Phrase("有问题：\(altered)段原文与指纹不符", "wrong: \(altered) texts do not fit their fingerprints")[
          language]
      )
    }
    return lines
  }
}
