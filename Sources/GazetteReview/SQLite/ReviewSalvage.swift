import GRDB

/// Reads what can still be read of a damaged store into a new one.
///
/// Each entry is asked for by its number, so that damage costs only the entries it touches. What
/// holds follows from the entries; the undo and redo stacks begin anew.
public enum ReviewSalvage {
  /// What was saved.
  public struct Result: Equatable, Sendable {
    /// Entries of the history that were read.
    public let entries: Int
    /// Entries that must have been there and could not be read.
    public let lost: Int
  }

  /// Saves what is in `path` into a store at `newPath`, which must not exist.
  public static func run(path: String, into newPath: String) throws(ReviewFailure) -> Result {
    let path = ReviewFiles.absolute(path)
    guard ReviewFiles.exists(path) else {
      throw ReviewFailure(.cannotOpen(ReviewFiles.message(2)), path: path)
    }
    guard !ReviewFiles.exists(newPath) else { throw ReviewFailure(.alreadyThere, path: newPath) }
    let (ledger, lost) = try read(path)
    let store = try SQLiteReviewStore.open(at: newPath)
    _ = try store.merge(ledger)
    return Result(entries: ledger.count, lost: lost)
  }

  private static func read(_ path: String) throws(ReviewFailure) -> (ReviewLedger, lost: Int) {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(30)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.unsafeRead { database in
        var ledger = ReviewLedger()
        var lost = 0
        for id in try numbers(database) {
          if let mark = mark(id, database) { ledger.insert(mark) } else { lost += 1 }
        }
        return (ledger, lost)
      }
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }

  /// The numbers from the first entry to the last: the journal has no gaps but those of damage and
  /// of steps that were given up.
  private static func numbers(_ database: Database) throws -> ClosedRange<Int64> {
    let last = try [
      "SELECT seq FROM sqlite_sequence WHERE name = 'entry'", "SELECT max(id) FROM entry",
      "SELECT max(entry) FROM mark",
    ].compactMap { query in
      do {
        return try Int64.fetchOne(database, sql: query)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        return nil
      }
    }.max()
    return 1...max(1, min(last ?? 1, 100_000_000))
  }

  /// The mark of an entry; without its text where only that is damaged, nil where it cannot be
  /// read.
  private static func mark(_ id: Int64, _ database: Database) -> ReviewMark? {
    let whole = """
      SELECT \(ReviewJournal.columns) FROM entry JOIN text ON text.id = entry.text WHERE entry.id = ?
      """
    let bare = """
      SELECT id, previous, issue, reference, reviewer, state, note, tags, at, '', '' FROM entry
      WHERE id = ?
      """
    for query in [whole, bare] {
      if let row = try? Row.fetchOne(database, sql: query, arguments: [id]) {
        return ReviewJournal.readableEntry(from: row)
      }
    }
    return nil
  }
}

extension ReviewJournal {
  /// Reads a row that may be damaged: nil where a value is missing or not of its kind.
  static func readableEntry(from row: Row) -> ReviewMark? {
    func text(_ index: Int) -> String? { String.fromDatabaseValue(row[index]) }
    guard let issue = text(2), let reference = text(3), let reviewer = text(4),
      ReviewRules.keyPart(issue) != nil, ReviewRules.keyPart(reference) != nil,
      ReviewRules.reviewer(reviewer) == reviewer,
      let state = text(5).flatMap(ReviewState.init(rawValue:)),
      let note = text(6), let tags = text(7), let at = Int64.fromDatabaseValue(row[8])
    else { return nil }
    return ReviewMark(
      key: ReviewKey(issue: issue, reference: reference), reviewer: reviewer, state: state,
      note: ReviewRules.note(note),
      tags: tags.split(separator: "\n").compactMap { ReviewRules.tag(String($0)) },
      at: ReviewTime(milliseconds: at), text: ReviewedText(text(9) ?? ""))
  }
}
