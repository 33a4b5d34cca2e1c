import GazetteText
import SQLiteKit

/// Reads what can still be read of a damaged store into a new one.
///
/// Entries are looked for in the pages of the file, each for itself, whatever became of the rest; those
/// whose checksum does not fit are not taken. What holds follows from the entries; the undo and redo stacks
/// begin anew.
public enum ReviewSalvage {
  /// What was saved.
  public struct Result: Equatable, Sendable {
    /// Entries of the history that were read.
    public let entries: Int
    /// Entries that must have been there and could not be read.
    public let lost: Int
  }

  /// Saves what is in `path` into a store at `newPath`, which must not exist.
  ///
  /// Nothing is made where nothing can be saved.
  public static func run(path: String, into newPath: String) throws(ReviewFailure) -> Result {
    let path = ReviewFiles.absolute(path)
    guard ReviewFiles.exists(path) else {
      throw ReviewFailure(.cannotOpen(ReviewFiles.message(2)), path: path)
    }
    guard !ReviewFiles.exists(newPath) else { throw ReviewFailure(.alreadyThere, path: newPath) }
    let found = try Findings.read(path)
    guard !found.marks.isEmpty || !found.team.isEmpty else {
      throw ReviewFailure(.nothingToSave, path: path)
    }
    let store = try SQLiteReviewStore.open(at: newPath)
    _ = try store.writing { try $0.add(ReviewLedger(found.marks.values), at: .now()).added }
    _ = try store.merge(TeamLedger(found.team), at: .now())
    store.settle()
    return Result(entries: found.marks.count, lost: found.lost)
  }

  /// What was found in the pages.
  private struct Findings {
    /// The entries, by their numbers.
    var marks: [Int64: ReviewMark] = [:]
    var team: [TeamEntry] = []
    var lost = 0

    static func read(_ path: String) throws(ReviewFailure) -> Findings {
      let file: [UInt8]
      let log: [UInt8]
      do throws(ReviewFile.Refusal) {
        file = try ReviewFile.bytes(of: path)
        log = ReviewFiles.exists(path + "-wal") ? try ReviewFile.bytes(of: path + "-wal") : []
      } catch {
        throw ReviewFailure(.cannotOpen(error.words), path: path)
      }
      var best = Findings()
      for size in SQLitePages.sizes {
        let found = Findings(SQLitePages(file, log: log, size: size))
        if found.marks.count > best.marks.count { best = found }
        // Pages of another size do not give whole entries.
        if best.marks.count > 0 { break }
      }
      if !log.isEmpty {
        // A log may be damaged too; the file behind it then has what it would have covered.
        best.add(Findings(SQLitePages(file, size: 4096)))
      }
      best.lost = max(0, Int(best.marks.keys.max() ?? 0) - best.marks.count)
      return best
    }

    init() {}

    init(_ pages: SQLitePages) {
      var texts: [Int64: Set<ReviewedText>] = [:]
      var entries: [SQLiteRecord] = []
      var team: [SQLiteRecord] = []
      for record in pages.records(columns: [3, 4, 11, 12, 15]) {
        switch record.values.count {
        case 3, 4:
          if let content = record.text(2) {
            let kept = record.values.count > 3 ? record.text(3) : nil
            let text = ReviewedText(
              content, surroundings: kept.flatMap(WordSurroundings.init(_:)))
            if record.text(1) == text.fingerprint { texts[record.id, default: []].insert(text) }
          }
        case 15: team.append(record)
        default: entries.append(record)
        }
      }
      // What a page names comes last, and holds: others may be what an entry was before it was renamed.
      for record in entries.sorted(by: { !$0.isNamed && $1.isNamed }) {
        if let mark = Self.mark(record, texts) { marks[record.id] = mark }
      }
      self.team = team.compactMap { Self.teamEntry($0, texts) }
    }

    mutating func add(_ other: Findings) {
      marks.merge(other.marks) { first, _ in first }
      team += other.team
    }

    /// The mark of a row of `entry`; without its words where only they are lost.
    private static func mark(_ record: SQLiteRecord, _ texts: [Int64: Set<ReviewedText>])
      -> ReviewMark?
    {
      guard record.isNull(0), let issue = record.text(2), let reference = record.text(3),
        let reviewer = record.text(4), let at = record.integer(5),
        let state = record.text(6).flatMap(ReviewState.init(rawValue:)), let note = record.text(7),
        let tags = record.text(8), let text = record.integer(9),
        ReviewRules.keyPart(issue) != nil, ReviewRules.keyPart(reference) != nil,
        ReviewRules.reviewer(reviewer) == reviewer
      else { return nil }
      var contents = texts[text] ?? []
      if let sum = record.values.count > 11 ? record.text(11) : nil {
        let own = ReviewChecksum.of(
          issue: issue, reference: reference, reviewer: reviewer, at: at, state: state.rawValue,
          note: note, tags: tags)
        guard sum.prefix(16) == own else { return nil }
        contents = contents.filter { sum.suffix(16) == ReviewChecksum.of($0) }
      } else if !record.isNamed {
        // Stores of before the sums: what no page names may be half of something else.
        return nil
      }
      return ReviewMark(
        key: ReviewKey(issue: issue, reference: reference), reviewer: reviewer, state: state,
        note: note, tags: tags.split(separator: "\n").map(String.init),
        at: ReviewTime(milliseconds: at), text: contents.first ?? ReviewedText(""))
    }

    private static func teamEntry(
      _ record: SQLiteRecord, _ texts: [Int64: Set<ReviewedText>]
    ) -> TeamEntry? {
      guard record.isNull(0), let text = record.integer(12) else { return nil }
      return (texts[text] ?? []).lazy.compactMap { words in
        let values =
          [.integer(record.id), record.values[13]] + record.values[2...11]
          + [
            record.values[14], .text(words.content), .text(words.fingerprint),
            .text(words.writtenSurroundings),
          ]
        return SQLiteTeamJournal.row(from: values)?.entry
      }.first
    }
  }
}
