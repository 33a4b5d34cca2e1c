import DatabaseServer
import Foundation
import GazetteText
import PostgresKit
import Synchronization
import Testing

@testable import GazetteReview

/// What only a store in PostgreSQL does.
@Suite struct PostgresStoreTests {
  private func server() throws -> DatabaseServer { try DatabaseServer.shared.get() }

  private func open(
    _ place: String, _ patience: ReviewPatience = ReviewPatience()
  ) throws(ReviewFailure) -> PostgresReviewStore {
    guard let address = PostgresAddress(place) else {
      throw ReviewFailure(.server(.badAddress), path: place)
    }
    return try PostgresReviewStore.open(at: address, patience: patience)
  }

  private func reason(_ place: String) -> ReviewFailure.Reason? {
    do throws(ReviewFailure) {
      _ = try open(place)
      return nil
    } catch {
      return error.reason
    }
  }

  // MARK: - Refusals

  @Test func whatIsInTheWayIsSaid() throws {
    let server = try server()
    #expect(reason("postgresql:///d?host=/nonexistent") != nil)
    for address in [
      "u:se/cret@h/d", "u:se@cret@h/d", "u:12/3@h/d", "/d?sslmode=x",
      "%zz@h/d",
    ] {
      #expect(reason("postgresql://" + address) == .server(.badAddress), "\(address)")
    }
    #expect(reason(server.address(of: "nowhere")) == .server(.noDatabase))
    guard case .server(.refusedLogin) = reason(server.address(of: "postgres", user: "nobody"))
    else {
      Testing.Issue.record("a role that is not there")
      return
    }
    guard case .server(.away) = reason("postgresql:///d?host=/nonexistent") else {
      Testing.Issue.record("a server that is not there")
      return
    }
    let latin = try server.makeDatabase("ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    #expect(reason(latin) == .server(.notUTF8("LATIN1")))
  }

  @Test func aStoreOfTheVersionBeforeIsBroughtUpWithAllThatIsInIt() throws {
    let server = try server()
    let place = try server.makeDatabase()
    let words = ReviewedText("甲条。")
    let key = ClauseSamples.key("1/1")
    let before = try open(place)
    try before.apply([ReviewChange(key: key, text: words, state: .agreed)], reviewer: "甲")
    try before.record([.assign(key, to: "乙", text: words)], author: "甲")
    try server.run(
      "ALTER TABLE gazette.text DROP COLUMN surroundings; UPDATE gazette.store SET version = 1",
      at: place)
    let after = try open(place)
    try #expect(after.marks().map(\.text) == [words])
    try #expect(after.team(ofIssue: nil).map(\.text) == [words])
    let text = try #require(ClauseSamples.scope(["甲条。"]).text(of: key))
    try after.apply([ReviewChange(key: key, text: text, state: .agreed)], reviewer: "甲")
    try #expect(open(place).marks().map(\.text) == [text])
  }

  @Test func storesOfOthersAndOfNewerVersionsAreLeftAsTheyAre() throws {
    let server = try server()
    let foreign = try server.makeDatabase()
    try server.run("CREATE SCHEMA gazette; CREATE TABLE gazette.news (id int)", at: foreign)
    #expect(reason(foreign) == .foreign)
    let newer = try server.makeDatabase()
    _ = try open(newer)
    try server.run("UPDATE gazette.store SET version = 99", at: newer)
    #expect(reason(newer) == .newer(99))
  }

  @Test func rightsAreAskedForOnlyWhereTheyAreNeeded() throws {
    let server = try server()
    let place = try server.makeDatabase()
    let role = "r" + String(UInt32.random(in: 0...UInt32.max), radix: 36)
    try server.run("CREATE ROLE \(role) LOGIN", at: place)
    let reader = place.replacingOccurrences(of: "postgres@", with: "\(role)@")
    guard case .server(.noRight) = reason(reader) else {
      Testing.Issue.record("a schema was made without the right to")
      return
    }
    try open(place).apply([Samples.change("1/1.1", .read)], reviewer: "甲")
    guard case .server(.noRight) = reason(reader) else {
      Testing.Issue.record("a store was read without the right to")
      return
    }
    try server.run(
      "GRANT USAGE ON SCHEMA gazette TO \(role); GRANT SELECT ON ALL TABLES IN SCHEMA gazette TO \(role)",
      at: place)
    let store = try open(reader)
    try #expect(store.marks().count == 1)
    #expect(throws: ReviewFailure.self) {
      try store.apply([Samples.change("1/1.1", .agreed)], reviewer: "甲")
    }
    try #expect(store.marks().map(\.state) == [.read])
  }

  @Test func aHistoryCannotBeRewritten() throws {
    let server = try server()
    let place = try server.makeDatabase()
    try open(place).apply([Samples.change("1/1.1", .read)], reviewer: "甲")
    for command in [
      "DELETE FROM gazette.mark; DELETE FROM gazette.entry", "UPDATE gazette.entry SET note = 'x'",
      "DELETE FROM gazette.step",
    ] {
      #expect(throws: DatabaseServer.Refusal.self) { try server.run(command, at: place) }
    }
  }

  @Test func whatWasTakenAwayIsFoundByTheCheck() throws {
    let server = try server()
    let place = try server.makeDatabase()
    try open(place).apply([Samples.change("1/1.1", .read)], reviewer: "甲")
    let address = try #require(PostgresAddress(place))
    try #expect(PostgresCheck.run(address, mayUseServers: true).isSound)
    try server.run("DELETE FROM gazette.mark; UPDATE gazette.text SET content = 'x'", at: place)
    let check = try PostgresCheck.run(address, mayUseServers: true)
    #expect(check.contents?.lostMarks == 1 && check.contents?.alteredTexts == 1)
    for language in Language.allCases { #expect(check.lines(in: language).count == 4) }
    #expect(throws: ReviewFailure(.server(.restricted), path: address.shown)) {
      try PostgresCheck.run(address, mayUseServers: false)
    }
  }

  // MARK: - Many at once

  @Test func ofManyThatMakeTheSchemaOneDoes() async throws {
    let place = try server().makeDatabase()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<8 {
        group.addTask {
          let store = try self.open(place)
          for time in 0..<10 {
            try store.apply(
              [Samples.change("1/1.1", time % 2 == 0 ? .read : .agreed)], reviewer: "第\(number)人")
          }
          return try store.ledger(ofIssue: nil, reviewer: "第\(number)人").count
        }
      }
      for try await count in group { #expect(count == 10) }
    }
    try #expect(open(place).marks().count == 8)
  }

  // MARK: - Cuts

  /// Whatever is cut while steps are taken, each is taken once.
  @Test func aStepWhoseAnswerWasCutIsTakenOnce() throws {
    let server = try server()
    let place = try server.makeDatabase()
    let store = try open(place)
    let isOver = Atomic<Bool>(false)
    let cutter = Thread {
      while !isOver.load(ordering: .relaxed) {
        _ = try? server.run(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
          at: place)
      }
    }
    cutter.start()
    defer { isOver.store(true, ordering: .relaxed) }
    for time in 0..<60 {
      let text = "第\(time)次"
      let marks = try store.apply(
        [Samples.change("1/1.1", note: text)], reviewer: "甲", at: Samples.time(Int64(time)))
      #expect(marks.map(\.note) == [text])
    }
    isOver.store(true, ordering: .relaxed)
    try #expect(store.history(of: StoreDesk.key).map(\.mark.note) == (0..<60).map { "第\($0)次" })
    // Undoing is the step whose repetition would be seen.
    for time in (0..<59).reversed() {
      try #expect(store.undo(reviewer: "甲")?.changed.map(\.note) == ["第\(time)次"])
    }
  }

  @Test func anOlderCopyIsNotTakenForTheStore() throws {
    let server = try server()
    let place = try server.makeDatabase()
    let store = try open(place)
    try store.apply([Samples.change("1/1.1", .read)], reviewer: "甲")
    try server.run("UPDATE gazette.store SET changes = 0", at: place)
    try server.run(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      at: place)
    #expect(throws: ReviewFailure(.server(.older), path: store.path)) { try store.marks() }
  }

  // MARK: - Between stores

  @Test(arguments: 0..<5) func fromAFileToAServerAndBackNothingChanges(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let file = try SQLiteReviewStore.inMemory()
    _ = try file.merge(generator.ledger())
    try file.apply([Samples.change("1/1.1", .question, note: "改")], reviewer: "甲")
    let store = try open(try server().makeDatabase())
    _ = try store.merge(try handedOn(file))
    try #expect(store.ledger() == file.ledger())
    let back = try SQLiteReviewStore.inMemory()
    _ = try back.merge(try handedOn(store))
    try #expect(back.ledger() == file.ledger())
    try #expect(back.marks() == file.marks() && store.marks() == file.marks())
  }

  /// What a store hands on by an exported file.
  private func handedOn(_ store: any ReviewStore) throws -> ReviewLedger {
    try ReviewJSON.ledger(
      from: JSONWriter.bytes(of: ReviewJSON.value(of: try store.ledger(), exportedAt: .now())))
  }
}
