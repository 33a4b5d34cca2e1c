/// Gives the marks of older stores, which named issues by their id alone, to the publication whose
/// words they were put on.
///
/// `2021-11` of two gazettes shared one set of marks, so each entry is asked for itself: it belongs
/// to an issue when the words it was put on stand there, or words nearly the same. What belongs to
/// no issue opened yet stays as it is and is asked again. Undoing goes on as if the marks had been
/// put there from the beginning.
struct ReviewAdoption<Journal: ReviewJournal> {
  let journal: Journal
  let scope: ReviewScope

  private typealias Owner = ReviewLedger.Owner

  private var oldName: String { scope.issueName.id }
  private var newName: String { scope.issueName.description }

  /// Gives the issue what is its own; whether that was anything.
  func run() throws -> Bool {
    let entries = try journal.entries(ofIssue: oldName)
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

  private func owner(of entry: JournalEntry) -> Owner {
    Owner(key: entry.mark.key, reviewer: entry.mark.reviewer)
  }

  /// Makes a history of its own of entries that belong together, and has their newest hold.
  private func link(_ entries: [JournalEntry], isOwn: Bool, _ owner: Owner) throws {
    let key = ReviewKey(issue: isOwn ? newName : oldName, reference: owner.key.reference)
    let kept = Set(entries.map(\.id))
    var last: Int64?
    for entry in entries {
      // An entry that took the place of another gazette's now takes that of its own last one.
      let previous = entry.previous.flatMap { kept.contains($0) ? $0 : last }
      try journal.move(entry.id, toIssue: key.issue, previous: previous)
      last = entry.id
    }
    if isOwn { try journal.release(owner.key, owner.reviewer) }
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
    let readers = try journal.readersWithPlace(inIssue: oldName)
    for reader in readers where !strangers.contains(reader) {
      try journal.movePlace(of: reader, fromIssue: oldName, to: newName)
    }
    return !readers.isEmpty
  }
}
