import Foundation
import SQLiteKit
import Testing

@testable import GazetteReview

/// What is damaged is recovered or named, and never altered in silence.
@Suite struct SalvageTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/review.sqlite" }
  private var saved: String { path + ".recovered" }

  init() throws { folder = try TemporaryFolder() }

  /// Makes a store of so many entries, brought into one file.
  private func make(_ count: Int) throws -> ReviewLedger {
    let store = try SQLiteReviewStore.open(at: path)
    for start in stride(from: 0, to: count, by: 20) {
      try store.apply(
        (start..<min(start + 20, count)).map {
          Samples.change(
            "1/\($0)", .question, note: "第\($0)条的批注" + String(repeating: "长", count: $0 * 7 % 90),
            tags: ["急"], text: "条文\($0)" + String(repeating: "文", count: $0 * 11 % 200))
        }, reviewer: "甲")
    }
    _ = try store.apply(
      [Samples.change("1/0", note: String(repeating: "很长的批注", count: 2000))], reviewer: "甲")
    let ledger = try store.ledger()
    try store.queue.close()
    return ledger
  }

  private func bytes() throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func write(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// What is saved of the file as it is; nothing of it may be other than it was.
  private func salvage(of ledger: ReviewLedger) throws -> ReviewSalvage.Result {
    try? FileManager.default.removeItem(atPath: saved)
    let result = try ReviewSalvage.run(path: path, into: saved)
    let store = try SQLiteReviewStore.open(at: saved)
    let known = Set(ledger.marks.map { "\($0)" })
    for mark in try store.ledger().marks where !mark.text.content.isEmpty {
      #expect(known.contains("\(mark)"))
    }
    try store.queue.close()
    return result
  }

  @Test func aFileThatIsCutShortKeepsWhatIsLeft() throws {
    let ledger = try make(400)
    let whole = try bytes()
    try write(Array(whole[..<(whole.count / 2)]))
    let result = try salvage(of: ledger)
    #expect(result.entries > 100)
    #expect(result.entries < 401)
  }

  @Test func theRootPageIsNotNeeded() throws {
    let ledger = try make(200)
    var damaged = try bytes()
    damaged.replaceSubrange(..<4096, with: [UInt8](repeating: 0, count: 4096))
    try write(damaged)
    #expect(try salvage(of: ledger) == ReviewSalvage.Result(entries: 201, lost: 0))
  }

  @Test func aWildCounterIsNamedAndStopsNothing() throws {
    let ledger = try make(40)
    try change("UPDATE sqlite_sequence SET seq = 9000000000000000000 WHERE name = 'entry'")
    #expect(ReviewCheck.run(path: path).problems == [.wildCounter(9_000_000_000_000_000_000)])
    #expect(try salvage(of: ledger) == ReviewSalvage.Result(entries: 41, lost: 0))
  }

  @Test func marksThatWereDeletedComeBackFromTheHistory() throws {
    let ledger = try make(40)
    try change("DELETE FROM mark")
    #expect(ReviewCheck.run(path: path).problems == [.missingMarks(40)])
    _ = try salvage(of: ledger)
    try #expect(SQLiteReviewStore.open(at: saved).marks().count == 40)
  }

  @Test func aLayoutThatWasChangedIsNamed() throws {
    _ = try make(1)
    try change("DROP TRIGGER entryStays")
    #expect(ReviewCheck.run(path: path).problems == [.layout(["entryStays"])])
  }

  @Test func whereNothingCanBeSavedNoFileIsMade() throws {
    try write([UInt8](repeating: 0xAA, count: 20_000))
    #expect(throws: ReviewFailure(.nothingToSave, path: path)) {
      try ReviewSalvage.run(path: path, into: saved)
    }
    #expect(!FileManager.default.fileExists(atPath: saved))
  }

  @Test func whatStandsOnlyInTheLogIsSavedToo() throws {
    let store = try SQLiteReviewStore.open(at: path)
    for number in 0..<30 {
      try store.apply([Samples.change("1/\(number)", .read, text: "词\(number)")], reviewer: "甲")
    }
    let copy = folder.path + "/copy.sqlite"
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
    }
    try #expect(
      ReviewSalvage.run(path: copy, into: saved) == ReviewSalvage.Result(entries: 30, lost: 0))
  }

  /// A bit is flipped in every page, at places that the number of the page and the round choose.
  @Test(arguments: 0..<6)
  func aFlippedBitIsNamedOrChangesNothing(round: Int) throws {
    let ledger = try make(60)
    let whole = try bytes()
    var generator = SeededGenerator(seed: UInt64(round))
    for page in 0..<whole.count / 4096 {
      var damaged = whole
      let place = page * 4096 + Int.random(in: 0..<4096, using: &generator)
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try write(damaged)
      if ReviewCheck.run(path: path).problems.isEmpty {
        let store = try SQLiteReviewStore.open(at: path)
        try #expect(store.ledger() == ledger, "page \(page), place \(place)")
        try #expect(store.marks() == ledger.current, "page \(page), place \(place)")
        try store.queue.close()
      } else {
        let result = try salvage(of: ledger)
        #expect(result.entries > 30, "page \(page), place \(place)")
      }
    }
  }

  @Test func aNoteThatWasAlteredIsNotShown() throws {
    _ = try make(3)
    var damaged = try bytes()
    let words = Array("第2条的批注".utf8)
    let place = try #require(
      damaged.indices.first { damaged[$0...].starts(with: words) })
    damaged[place + 3] = UInt8(ascii: "7")
    try write(damaged)
    let store = try SQLiteReviewStore.open(at: path)
    #expect(throws: ReviewFailure.self) { try store.marks() }
    try store.queue.close()
    #expect(ReviewCheck.run(path: path).problems == [.alteredEntries(1, [3])])
    #expect(try ReviewSalvage.run(path: path, into: saved) == .init(entries: 3, lost: 1))
  }

  @Test func theJournalOfANetworkIsNoLog() {
    for disk in ["ext4", "xfs", "btrfs", "tmpfs", "overlay"] {
      #expect(JournalMode.of(fileSystem: disk) == .log)
    }
    for network in ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse", "fuse.sshfs"] {
      #expect(JournalMode.of(fileSystem: network) == .truncate)
    }
    #expect(ReviewFiles.fileSystem(of: "/proc") == "proc")
  }

  @Test func aSharedStoreIsNoFaultAndAnOpenOneIs() throws {
    let shared = folder.path + "/team/review.sqlite"
    try SQLiteReviewStore.make(at: shared, for: getegid())
    #expect(ReviewFiles.rights(of: shared)?.permissions == 0o660)
    #expect(ReviewFiles.rights(of: folder.path + "/team")?.permissions == 0o2770)
    let check = ReviewCheck.run(path: shared)
    #expect(check.problems.isEmpty && check.sharedWith != nil)
    #expect(throws: ReviewFailure(.alreadyThere, path: shared)) {
      try SQLiteReviewStore.make(at: shared, for: getegid())
    }
    chmod(shared, 0o664)
    #expect(ReviewCheck.run(path: shared).problems == [.openToOthers(0o664)])
    _ = try make(1)
    chmod(path, 0o660)
    #expect(ReviewCheck.run(path: path).problems == [.openToOthers(0o660)])
  }

  @Test func marksOfTheFutureAreNotTaken() throws {
    let store = try SQLiteReviewStore.open(at: path)
    let now = ReviewTime.now()
    let future = Samples.mark(at: 253_402_300_799_000)
    let soon = Samples.mark("1/1.2", at: now.milliseconds + 60_000)
    let report = try store.merge(ReviewLedger([future, soon]))
    #expect(report.ahead == [future] && report.taken == [soon])
    try #expect(store.marks() == [soon])
  }

  @Test func aStoreThatCannotBeWrittenIsRead() throws {
    _ = try make(3)
    let copy = try SQLiteConnection.inMemoryCopy(of: path, ReviewPatience())
    try #expect(copy.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM mark") } == 3)
  }

  private func change(_ command: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.use { try $0.execute(sql: command) }
    queue.close()
  }
}
