extension PostgresReviewStore {
  /// The ids of issues under which marks or places of older versions still wait for the issue whose
  /// words they were put on. They come by imports.
  public func idsWithoutPublication() throws(ReviewFailure) -> [String] {
    try reading { connection in
      try connection.rows(
        """
        SELECT "issue" FROM gazette.mark WHERE strpos("issue", '/') = 0
        UNION SELECT "issue" FROM gazette.place WHERE strpos("issue", '/') = 0
        """
      ).map { $0.text(0) }
    }
  }

  /// Gives an issue what older versions kept for it under its id alone.
  ///
  /// - Returns: Whether that was anything.
  @discardableResult
  public func adopt(_ scope: ReviewScope) throws(ReviewFailure) -> Bool {
    if scope.issueName.publication.isEmpty { return false }
    return try writing { journal in try PostgresAdoption(journal: journal, scope: scope).run() }
  }
}

/// Gives the marks of older stores to the publication whose words they were put on, as the adoption of
/// the store in SQLite does.
private struct PostgresAdoption {
  let journal: PostgresJournal
  let scope: ReviewScope

  /// Whose marks at which reference.
  private struct Owner: Hashable {
    let reference: String
    let reviewer: String
  }

  private var oldName: String { scope.issueName.id }
  private var newName: String { scope.issueName.description }

  /// Gives the issue what is its own; whether that was anything.
  func run() throws -> Bool {
    let entries = try journal.connection.rows(
      """
      SELECT \(PostgresJournal.columns) FROM \(PostgresJournal.entries)
      WHERE entry."issue" = $1 ORDER BY entry."id"
      """, [oldName]
    ).map(PostgresJournal.entry)
    let own = entries.filter { scope.hasWords($0.mark.text, at: $0.mark.key.reference) }
    let ids = Set(own.map(\.id))
    for owner in Set(own.map(owner)) {
      let history = entries.filter { self.owner(of: $0) == owner }
      try link(history.filter { ids.contains($0.id) }, isOwn: true, owner)
      try link(history.filter { !ids.contains($0.id) }, isOwn: false, owner)
    }
    let strangers = Set(entries.filter { !ids.contains($0.id) }.map(\.mark.reviewer))
    return try adoptPlaces(except: strangers) || !own.isEmpty
  }

  private func owner(of entry: PostgresJournal.Entry) -> Owner {
    Owner(reference: entry.mark.key.reference, reviewer: entry.mark.reviewer)
  }

  /// Makes a history of its own of entries that belong together, and has their newest hold.
  private func link(_ entries: [PostgresJournal.Entry], isOwn: Bool, _ owner: Owner) throws {
    let key = ReviewKey(issue: isOwn ? newName : oldName, reference: owner.reference)
    let kept = Set(entries.map(\.id))
    var last: Int64?
    for entry in entries {
      // An entry that took the place of another gazette's now takes that of its own last one.
      let previous = entry.previous.flatMap { kept.contains($0) ? $0 : last }
      _ = try journal.connection.rows(
        """
        UPDATE gazette.entry SET "issue" = $1, "previous" = $2::bigint WHERE "id" = $3::bigint
        """, [key.issue, previous.map { String($0) }, String(entry.id)])
      last = entry.id
    }
    if isOwn {
      _ = try journal.connection.rows(
        """
        DELETE FROM gazette.mark WHERE "issue" = $1 AND "reference" = $2 AND "reviewer" = $3
        """, [oldName, owner.reference, owner.reviewer])
    }
    let newest = entries.max { ($0.mark.at, $0.id) < ($1.mark.at, $1.id) }
    guard let newest else { return }
    // A mark that was put under the new name meanwhile is newer.
    if isOwn, let present = try journal.current(key, owner.reviewer),
      present.mark.at > newest.mark.at
    {
      return
    }
    try journal.hold(key, owner.reviewer, entry: newest.id)
  }

  /// A place has no words. It goes to the issue unless its reader has marks left that belong to
  /// another.
  private func adoptPlaces(except strangers: Set<String>) throws -> Bool {
    let readers = try journal.connection.rows(
      "SELECT \"reviewer\" FROM gazette.place WHERE \"issue\" = $1", [oldName]
    ).map { $0.text(0) }
    for reader in readers where !strangers.contains(reader) {
      _ = try journal.connection.rows(
        """
        UPDATE gazette.place SET "issue" = $1 WHERE "issue" = $2 AND "reviewer" = $3 AND NOT EXISTS
        (SELECT FROM gazette.place WHERE "issue" = $1 AND "reviewer" = $3)
        """, [newName, oldName, reader])
    }
    return !readers.isEmpty
  }
}
