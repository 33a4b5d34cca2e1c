import DatabaseServer
import Foundation
import GazetteIntake
import GazetteModel
import GazetteText
import PostgresKit
import Testing

@testable import GazetteArchive

/// An archive in PostgreSQL answers what the index in a file answers, whoever builds meanwhile.
@Suite struct ServerArchiveTests {
  private let folder: ArchiveFolder
  private let server: DatabaseServer
  private let place: String

  init() throws {
    folder = try ArchiveFolder()
    server = try DatabaseServer.shared.get()
    place = try server.makeDatabase()
    for number in 1...4 {
      try folder.write("a/\(number).md", CatalogueTests.issue("甲省人民政府公报", number, seed: number))
      try folder.write("b/\(number).md", CatalogueTests.issue("乙省人民政府公报", number, seed: number + 7))
    }
  }

  private var root: FilePath { FilePath(folder.path) }
  private var builder: ArchiveBuilder { ArchiveBuilder(root: root, path: place) }

  private func build() throws -> ArchiveCatalogue {
    _ = try #require(try builder.run())
    return try ArchiveCatalogue(at: place)
  }

  /// What the index of the same folder in a file answers.
  private func answersOfFile() throws -> [String] {
    let path = folder.path + ".gazette-index"
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try ArchiveBuilder(root: root, path: path).run()
    return try answers(try ArchiveCatalogue(path: path))
  }

  private func answers(_ catalogue: ArchiveCatalogue) throws -> [String] {
    var answers = catalogue.issues.map { "\($0.id) \($0.identity) \($0.documents) \($0.units)" }
    answers += catalogue.failures.map { "\($0)" }
    let bodies = try catalogue.departments()
    for (body, references) in zip(bodies, try catalogue.references(of: bodies)) {
      answers.append("\(body.body) \(body.counts) \(body.issues) \(references)")
    }
    try catalogue.targets { answers.append("\($0) \($1) \($2)") }
    answers += try catalogue.citations(of: "方案", limit: 9).map { "\($0)" }
    let day = CalendarDate(year: 2023, month: 1, day: 1)
    answers += DeadlineLedger(try catalogue.records(), on: day).entries.map { "\($0)" }
    let records = try catalogue.recordsWithDuties { Testing.Issue.record("\($0)") }
    answers += DutyHistory(of: "省财政厅", in: records).entries.map { "\($0)" }
    let names = try catalogue.documentNames()
    answers.append(names.reference(of: "《关于第3件事的通知》") ?? "none")
    for place in catalogue.issues.indices {
      answers += try catalogue.documents(ofIssueAt: place).map { "\($0)" }
      answers.append(try catalogue.open(place).nodes.map(\.reference.text).joined(separator: " "))
    }
    for query in CatalogueTests.queries + ["𠀀𠀁", "任务", "黑土"] {
      let (found, said) = try catalogue.answer(query)
      answers += found + said
    }
    return answers
  }

  @Test func itAnswersWhatTheFileAnswers() throws {
    try folder.write(
      "d/1.md",
      ArchiveFolder.text("丁省\u{0}人民政府公报", 1, clause: "依照《甲方案》\u{20000}\u{20001}，黑 土\u{200B}地。")
        + """

        # 任务分工表

        | 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |
        | --- | --- | --- | --- | --- |
        | 1 | 推进环境治理，达到90%以上 | 省生态环境厅 | 省财政厅 | 2022年12月底前 |

        """)
    try folder.write("empty.md", "")
    let catalogue = try build()
    #expect(catalogue.issues.count == 9 && catalogue.failures.count == 1)
    #expect(try answers(catalogue) == answersOfFile())
    #expect(try catalogue.check().isCurrent)
  }

  @Test func aFolderThatIsGoneIsNotUpToDate() throws {
    _ = try build()
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(throws: ArchiveFailure.self) { try builder.run() }
  }

  @Test func broughtUpToDateIsBuiltAnew() throws {
    let old = try build()
    let before = try answers(old)
    try folder.remove("a/2.md")
    try folder.write("a/3.md", CatalogueTests.issue("甲省人民政府公报", 3, seed: 31))
    try folder.write("c/9.md", CatalogueTests.issue("丙省人民政府公报", 9, seed: 9))
    let report = try #require(try builder.run())
    #expect((report.parsed, report.removed, report.issues) == (2, 1, 8))
    let updated = try ArchiveCatalogue(at: place)
    #expect(try answers(updated) == answersOfFile())
    // Who opened it before sees it as it was, with the texts of then.
    #expect(try answers(old) == before)
    #expect(try old.isOutdated())
    #expect(try !updated.isOutdated())
    #expect(try old.renewed().issues.map(\.id) == updated.issues.map(\.id))
    let again = try #require(try builder.run())
    #expect((again.parsed, again.removed, again.issues) == (0, 0, 8))
    // What nobody can read any more goes.
    try folder.remove("b/1.md")
    _ = try builder.run()
    #expect(throws: ArchiveFailure(.changed, path: place)) { try answers(old) }
    try #expect(server.run("SELECT count(*) FROM \(ServerSchema.name).content", at: place) == "8\n")
  }

  @Test func issuesOpenWithoutTheirFiles() throws {
    try folder.write("z/issue.md", ArchiveFolder.text("己省人民政府公报", 5, clause: "环竟保护。"))
    try folder.write(
      "z/manifest.json",
      #"{"corrections": [{"line": 9, "printed": "竟", "corrected": "境", "reason": "OCR"}]}"#)
    let catalogue = try build()
    let whole = try answers(catalogue)
    for name in ["a", "b", "z"] { try folder.remove(name) }
    let elsewhere = try ArchiveCatalogue(at: place)
    #expect(try answers(elsewhere) == whole)
    let last = try #require(elsewhere.issues.firstIndex { $0.name.publication.hasPrefix("己省") })
    #expect(
      try elsewhere.open(last).nodes.contains { $0.paragraphs.contains { $0.text == "环境保护。" } })
  }

  @Test func whoReadsSeesNothingOfWhatIsBeingBuilt() throws {
    let before = try answers(try build())
    try folder.remove("a/2.md")
    try folder.write("a/3.md", CatalogueTests.issue("甲省人民政府公报", 3, seed: 31))
    try folder.write("c/9.md", CatalogueTests.issue("丙省人民政府公报", 9, seed: 9))
    _ = try builder.run { progress in
      #expect(throws: ArchiveFailure(.isBeingBuilt, path: place)) { try builder.run() }
      #expect((try? answers(ArchiveCatalogue(at: place))) == before)
      return true
    }
    #expect(try answers(ArchiveCatalogue(at: place)) == answersOfFile())
  }

  @Test func aBuildThatWasCutOffGoesOn() throws {
    #expect(try builder.run { $0.done < 3 } == nil)
    #expect(throws: ArchiveFailure(.noArchive, path: place)) { try ArchiveCatalogue(at: place) }
    let report = try #require(try builder.run())
    #expect((report.issues, report.parsed) == (8, 5))
    try folder.write("a/3.md", CatalogueTests.issue("甲省人民政府公报", 3, seed: 31))
    try folder.write("a/4.md", CatalogueTests.issue("甲省人民政府公报", 4, seed: 32))
    #expect(try builder.run { $0.parsed < 1 } == nil)
    try folder.write("a/3.md", CatalogueTests.issue("甲省人民政府公报", 3, seed: 33))
    #expect(try builder.run()?.parsed == 2)
    #expect(try answers(ArchiveCatalogue(at: place)) == answersOfFile())
  }

  @Test func aReaderNeedsNothingButToRead() throws {
    let before = try answers(try build())
    let name = "reader\(UInt32.random(in: 0...UInt32.max))"
    let schema = ServerSchema.name
    try server.run(
      """
      CREATE ROLE \(name) LOGIN; GRANT USAGE ON SCHEMA \(schema) TO \(name);
      GRANT SELECT ON ALL TABLES IN SCHEMA \(schema) TO \(name);
      ALTER ROLE \(name) SET default_transaction_read_only = on
      """, at: place)
    let reader = place.replacingOccurrences(of: "postgres@", with: name + "@")
    #expect(try answers(ArchiveCatalogue(at: reader)) == before)
    // Such a one may not build.
    try folder.write("c/9.md", CatalogueTests.issue("丙省人民政府公报", 9, seed: 9))
    #expect(throws: ArchiveFailure.self) { try ArchiveBuilder(root: root, path: reader).run() }
    try server.run("REVOKE USAGE ON SCHEMA \(schema) FROM \(name)", at: place)
    do throws(ArchiveFailure) {
      _ = try ArchiveCatalogue(at: reader)
      Testing.Issue.record("opened without the right to")
    } catch {
      guard case .server(.noRight) = error.reason else { throw error }
    }
  }

  @Test func anotherVersionIsSaidAndMadeAnewBesideIt() throws {
    let before = try answers(try build())
    let older = "gazette_archive_\(ArchiveVersion.number - 1)"
    try server.run("ALTER SCHEMA \(ServerSchema.name) RENAME TO \(older)", at: place)
    #expect(throws: ArchiveFailure(.otherVersion(ArchiveVersion.number - 1), path: place)) {
      try ArchiveCatalogue(at: place)
    }
    #expect(try builder.run { $0.done < 3 } == nil)
    // Until the new one is whole the programs of before keep theirs.
    try #expect(server.run("SELECT count(*) FROM \(older).state", at: place) == "1\n")
    #expect(try answers(try build()) == before)
    #expect(throws: DatabaseServer.Refusal.self) {
      try server.run("SELECT count(*) FROM \(older).state", at: place)
    }
  }

  @Test func whatIsMissingIsFoundByTheCheck() throws {
    let catalogue = try build()
    try server.run("DELETE FROM \(ServerSchema.name).pair WHERE issue = 3", at: place)
    #expect(try catalogue.check().damage == ["pair of issue 3 is missing"])
    try folder.remove("b/4.md")
    #expect(try catalogue.check().gone.count == 1)
  }
}

/// A server of their own for tests that stop it.
@Suite(.serialized) struct ServerLossTests {
  @Test(arguments: DatabaseServer.End.allCases)
  func aLineThatWasLostIsTakenUpAgain(_ end: DatabaseServer.End) throws {
    let folder = try ArchiveFolder()
    for number in 1...3 { try folder.write("\(number).md", ArchiveFolder.text("甲省人民政府公报", number)) }
    let server = try DatabaseServer()
    let place = try server.makeDatabase()
    _ = try ArchiveBuilder(root: FilePath(folder.path), path: place).run()
    let catalogue = try ArchiveCatalogue(at: place)
    func count() throws(ArchiveFailure) -> Int {
      var count = 0
      _ = try catalogue.find(
        QueryParser.parse("略").query, unreadable: { _ in }, rows: { _ in 0 },
        add: { $1 += 1 }, found: { count += $0 })
      return count
    }
    #expect(try count() == 3)
    try server.stop(end)
    do throws(ArchiveFailure) {
      _ = try count()
      Testing.Issue.record("answered without a server")
    } catch {
      guard case .server(.away) = error.reason else { throw error }
    }
    #expect(throws: LoadFailure.self) { try catalogue.open(0) }
    try server.start()
    #expect(try count() == 3)
    #expect(try catalogue.open(0).nodes.count > 2)
  }

  /// The server is killed while a builder writes: readers have what was, and the next one goes on.
  @Test func aServerThatFailsWhileBuildingLeavesWhatWas() throws {
    let folder = try ArchiveFolder()
    for number in 1...6 { try folder.write("\(number).md", ArchiveFolder.text("甲省人民政府公报", number)) }
    let server = try DatabaseServer()
    let place = try server.makeDatabase()
    let builder = ArchiveBuilder(root: FilePath(folder.path), path: place)
    _ = try builder.run()
    for number in 1...6 {
      try folder.write("\(number).md", ArchiveFolder.text("甲省人民政府公报", number, clause: "新。"))
    }
    #expect(throws: ArchiveFailure.self) {
      try builder.run { progress in
        if progress.done == 4 { try? server.stop(.killed) }
        return true
      }
    }
    try server.start()
    let catalogue = try ArchiveCatalogue(at: place)
    #expect(try catalogue.check().damage == [])
    func count(_ words: String) throws -> Int {
      var count = 0
      _ = try ArchiveCatalogue(at: place).find(
        QueryParser.parse(words).query, unreadable: { _ in }, rows: { _ in 0 },
        add: { $1 += 1 }, found: { count += $0 })
      return count
    }
    #expect(try count("略") == 6)
    #expect(try builder.run()?.issues == 6)
    #expect(try count("略") == 0)
    #expect(try count("新") == 6)
  }

  /// Issues that are opened one after the other come in blocks of 64: a server that goes away after
  /// its first answer is missed by the next block only, and each issue of that says so.
  @Test func issuesAreOpenedInBlocks() throws {
    let folder = try ArchiveFolder()
    for number in 1...70 {
      try folder.write("\(number).md", ArchiveFolder.text("甲省人民政府公报", number))
    }
    let server = try DatabaseServer()
    let place = try server.makeDatabase()
    _ = try ArchiveBuilder(root: FilePath(folder.path), path: place).run()
    let catalogue = try ArchiveCatalogue(at: place)
    var opened: [Int] = []
    var failed: [Int] = []
    func open(_ body: (Int) -> Void) {
      (opened, failed) = ([], [])
      catalogue.forEachOpened(catalogue.issues.indices) { place, issue in
        switch issue {
        case .success(let issue):
          #expect(issue.identity.number == catalogue.issues[place].identity.number)
          opened.append(place)
        case .failure: failed.append(place)
        }
        body(place)
      }
    }
    open { if $0 == 0 { try? server.stop(.killed) } }
    #expect(opened == Array(0..<64) && failed == Array(64..<70))
    try server.start()
    open { _ in }
    #expect(opened == Array(0..<70) && failed.isEmpty)
  }
}
