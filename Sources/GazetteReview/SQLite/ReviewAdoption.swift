import GRDB
import GazetteModel

/// Gives the marks of older stores, which named issues by their id alone, to the publication whose
/// words they were put on.
///
/// `2021-11` of two gazettes shared one set of marks, so each entry is asked for itself: it belongs
/// to an issue when the words it was put on stand there, or words nearly the same. What belongs to
/// no issue opened yet stays as it is and is asked again. Undoing goes on as if the marks had been
/// put there from the beginning.
struct ReviewAdoption {
  let database: Database
  let scope: ReviewScope

  /// One entry of an older store.
  private struct Entry {
    let id: Int64
    let owner: Owner
    let at: Int64
    let previous: Int64?
    let text: ReviewedText
  }

  private struct Owner: Hashable {
    let reference: String
    let reviewer: String
  }

  /// Gives the issue what is its own; whether that was anything.
  func run() throws -> Bool {
    let entries = try oldEntries()
    let own = entries.filter(isOwn)
    let owners = Set(own.map(\.owner))
    let ids = Set(own.map(\.id))
    for owner in owners {
      let history = entries.filter { $0.owner == owner }
      try link(history.filter { ids.contains($0.id) }, isOwn: true, owner)
      try link(history.filter { !ids.contains($0.id) }, isOwn: false, owner)
    }
    let strangers = Set(entries.filter { !ids.contains($0.id) }.map(\.owner.reviewer))
    return try adoptPlaces(except: strangers) || !own.isEmpty
  }

  private var oldName: String { scope.issueName.id }
  private var newName: String { scope.issueName.description }

  private func oldEntries() throws -> [Entry] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT entry.id, entry.reference, entry.reviewer, entry.at, entry.previous, text.content,
        text.fingerprint
        FROM entry JOIN text ON text.id = entry.text WHERE entry.issue = ? ORDER BY entry.id
        """, arguments: [oldName]
    ).map { row in
      Entry(
        id: row[0], owner: Owner(reference: row[1], reviewer: row[2]), at: row[3],
        previous: row[4], text: ReviewedText(content: row[5], fingerprint: row[6]))
    }
  }

  private func isOwn(_ entry: Entry) -> Bool {
    scope.hasWords(entry.text, at: entry.owner.reference)
  }

  /// Makes a history of its own of entries that belong together, and has their newest hold.
  private func link(_ entries: [Entry], isOwn: Bool, _ owner: Owner) throws {
    let name = isOwn ? newName : oldName
    let kept = Set(entries.map(\.id))
    var last: Int64?
    for entry in entries {
      // An entry that took the place of another gazette's now takes that of its own last one.
      let previous = entry.previous.flatMap { kept.contains($0) ? $0 : last }
      try database.execute(
        sql: """
          UPDATE entry SET issue = ?1, previous = ?2, checksum = entrySum(?1, reference, reviewer, at,
          state, note, tags, (SELECT content FROM text WHERE text.id = entry.text)) WHERE id = ?3
          """,
        arguments: [name, previous, entry.id])
      last = entry.id
    }
    if isOwn {
      try database.execute(
        sql: "DELETE FROM mark WHERE issue = ? AND reference = ? AND reviewer = ?",
        arguments: [oldName, owner.reference, owner.reviewer])
    }
    guard let newest = entries.max(by: { ($0.at, $0.id) < ($1.at, $1.id) }) else { return }
    let mark = ReviewKey(issue: name, reference: owner.reference)
    let present = try Int64.fetchOne(
      database,
      sql: """
        SELECT entry.at FROM mark JOIN entry ON entry.id = mark.entry
        WHERE mark.issue = ? AND mark.reference = ? AND mark.reviewer = ?
        """, arguments: [mark.issue, mark.reference, owner.reviewer])
    // A mark that was put under the new name meanwhile is newer.
    if isOwn, let present, present > newest.at { return }
    try database.execute(
      sql: "INSERT OR REPLACE INTO mark (issue, reference, reviewer, entry) VALUES (?, ?, ?, ?)",
      arguments: [mark.issue, mark.reference, owner.reviewer, newest.id])
  }

  /// A place has no words. It goes to the issue unless its reader has marks left that belong to
  /// another.
  private func adoptPlaces(except strangers: Set<String>) throws -> Bool {
    let readers = try String.fetchAll(
      database, sql: "SELECT reviewer FROM place WHERE issue = ?", arguments: [oldName])
    for reader in readers where !strangers.contains(reader) {
      try database.execute(
        sql: "UPDATE OR IGNORE place SET issue = ? WHERE issue = ? AND reviewer = ?",
        arguments: [newName, oldName, reader])
    }
    return !readers.isEmpty
  }
}

extension SQLiteReviewStore {
  /// The ids of issues under which marks or places of older versions still wait for the issue whose
  /// words they were put on.
  public func idsWithoutPublication() throws(ReviewFailure) -> [String] {
    try reading { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT issue FROM mark WHERE instr(issue, '/') = 0
          UNION SELECT issue FROM place WHERE instr(issue, '/') = 0
          """)
    }
  }

  /// Gives an issue what older versions kept for it under its id alone.
  ///
  /// - Returns: Whether that was anything.
  @discardableResult
  public func adopt(_ scope: ReviewScope) throws(ReviewFailure) -> Bool {
    if scope.issueName.publication.isEmpty { return false }
    return try writing { database in try ReviewAdoption(database: database, scope: scope).run() }
  }
}
