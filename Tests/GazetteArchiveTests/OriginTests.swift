import Foundation
import GazetteIntake
import GazetteModel
import GazetteText
import Testing

@testable import GazetteArchive

/// Files and folders that are named one by one are an archive like a folder.
@Suite struct OriginTests {
  private let folder: ArchiveFolder

  init() throws {
    folder = try ArchiveFolder()
    for number in 1...5 {
      try folder.write(
        "a/\(number).md", CatalogueTests.issue("甲省人民政府公报", number, seed: number))
      try folder.write(
        "b/deep/\(number).md", CatalogueTests.issue("乙省人民政府公报", number, seed: number + 7))
    }
  }

  private var index: String { folder.path + ".gazette-index" }

  private func path(_ name: String) -> FilePath { FilePath(folder.path + "/" + name) }

  private func origin(_ names: [String]) -> ArchiveOrigin { ArchiveOrigin(names.map(path)) }

  private func place(_ origin: ArchiveOrigin) -> String? {
    ArchivePlace.index(of: origin, cache: "/cache", home: nil)
  }

  private func texts(_ origin: ArchiveOrigin) -> [String] {
    ArchiveWalk(origin).candidates.map {
      String($0.text.description.dropFirst(folder.path.count + 1))
    }
  }

  private func remove() {
    for suffix in ["", ".building"] { try? FileManager.default.removeItem(atPath: index + suffix) }
  }

  // MARK: The name of the index

  @Test func neitherOrderNorRepetitionNorSpellingNamesAnotherIndex() throws {
    let name = try #require(place(origin(["a/1.md", "a/2.md", "b"])))
    #expect(name.hasPrefix("/cache/gazette/") && name.hasSuffix("." + ArchiveCatalogue.ending))
    for names in [
      ["b", "a/2.md", "a/1.md"], ["a/1.md", "a/2.md", "a/1.md", "b", "b"],
      ["./a//1.md", "a/./2.md", "b/"],
    ] {
      #expect(place(origin(names)) == name, "\(names)")
    }
    for names in [["a/1.md", "a/2.md"], ["a/1.md", "a/2.md", "c"], ["a/1.mda/2.md", "b"]] {
      #expect(place(origin(names)) != name, "\(names)")
    }
  }

  @Test func oneFolderAloneIsThatFolder() throws {
    #expect(origin(["a", "a/"]) == .folder(path("a")))
    #expect(place(origin(["a", "a"])) == place(.folder(path("a/"))))
    #expect(origin(["a/1.md", "a/1.md"]) == .paths([path("a/1.md")]))
  }

  @Test func whatAnIndexKeepsOfItIsReadAgain() {
    let names: [[UInt8]] = [[0xB9, 0xAB], [0x0A, 0x20], Array("公报".utf8)]
    for origin in [
      ArchiveOrigin(names.map { path("").appending($0) }), .folder(path("a")), origin(["x", "y"]),
    ] {
      #expect(ArchiveOrigin(stored: origin.stored) == origin)
      #expect(ArchiveOrigin.root(ofStored: origin.stored) == origin.root)
    }
  }

  // MARK: What is found

  @Test func foldersAmongThePathsAreWalkedAndNothingCountsTwice() {
    #expect(
      texts(origin(["b", "a/2.md", "a/2.md", "b/deep/3.md", "b/deep"]))
        == ["a/2.md"] + (1...5).map { "b/deep/\($0).md" })
  }

  @Test func aFileThatIsNamedCountsWhateverItIsCalled() throws {
    try folder.write("a/第一期", ArchiveFolder.text("丙省人民政府公报", 1))
    #expect(texts(origin(["a/第一期", "b"])).first == "a/第一期")
    // In a folder only names tell.
    #expect(!texts(origin(["a", "b"])).contains("a/第一期"))
  }

  @Test func whatIsNotThereOrEmptyIsRefusedWithItsReason() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/empty", withIntermediateDirectories: true)
    let walk = ArchiveWalk(origin(["a/1.md", "nowhere.md", "empty"]))
    #expect(walk.candidates.count == 1)
    #expect(walk.refusals.map(\.path) == [path("empty"), path("nowhere.md")])
    #expect(walk.refusals.map(\.reason) == [.noIssueInDirectory([]), .notFound])
    // One that lies in another was found there.
    #expect(ArchiveWalk(origin(["b", "b/deep"])).refusals.isEmpty)
  }

  @Test func namesAreBytes() throws {
    // 公报 and 通知 in GBK, whose bytes show alike.
    let names: [[UInt8]] = [[0xB9, 0xAB, 0xB1, 0xA8], [0xCD, 0xA8, 0xD6, 0xAA]].map {
      $0 + Array(".md".utf8)
    }
    for (number, name) in names.enumerated() {
      try folder.write(bytes: name, ArchiveFolder.text("丙省人民政府公报", number + 1))
    }
    defer { remove() }
    let typed = names.map { FilePath(folder.path + "/" + FileName.text($0)) }
    let origin = ArchiveOrigin(typed + [path("a")])
    let report = try #require(try ArchiveBuilder(origin, path: index).run())
    #expect(report.failures.isEmpty && report.issues == 7)
    let catalogue = try ArchiveCatalogue(path: index)
    #expect(
      Set(catalogue.issues.indices.map { catalogue.candidate($0).path }).isSuperset(of: typed))
    for place in catalogue.issues.indices { _ = try catalogue.open(place) }
  }

  // MARK: Which paths are an archive

  @Test func moreThanATreeShowsAtAGlanceAreAnArchive() throws {
    let most = ArchiveOrigin.mostTogether
    for number in 1...most + 1 { try folder.write("c/\(number).md") }
    let files = (1...most + 1).map { "c/\($0).md" }
    #expect(origin(files).isManyPaths)
    #expect(!origin(Array(files.dropLast())).isManyPaths)
    // What is not there is no issue, and a folder counts by what it holds.
    #expect(!origin(files.dropLast() + ["nowhere", "elsewhere"]).isManyPaths)
    #expect(!origin(["a", "b"]).isManyPaths)
    #expect(origin(["a", "c"]).isManyPaths)
    #expect(!origin(["a/1.md", "b/deep/1.md"]).isManyPaths)
    // What is an index, or can be read only once, is not taken for a file of an issue.
    #expect(!ArchiveOrigin(files.map(path) + [FilePath("/dev/fd/63")]).isManyPaths)
    defer { remove() }
    _ = try ArchiveBuilder(origin(["a"]), path: index).run()
    #expect(!ArchiveOrigin(files.map(path) + [FilePath(index)]).isManyPaths)
  }

  @Test func noMoreIsLookedAtThanTells() throws {
    for number in 1...40 { try folder.write("c/\(number).md") }
    #expect(ArchiveWalk(origin(["c", "a", "b"]), most: 12).candidates.count == 13)
    #expect(ArchiveWalk(.folder(path("")), most: 12).candidates.count == 13)
    #expect(ArchiveLoader.isArchive(path("c")) && !ArchiveLoader.isArchive(path("c/1.md")))
  }

  // MARK: What it answers

  /// However the files of a folder are named, one by one or by folders, in any order.
  @Test(arguments: 0..<6) func theArchiveOfAListAnswersAsThatOfItsFolder(_ seed: Int) throws {
    defer { remove() }
    _ = try ArchiveBuilder(root: path(""), path: index).run()
    let whole = try ArchiveCatalogue(path: index)
    var names = ["b", "b/deep", "b/deep/2.md"].prefix(seed % 4) + (1...5).map { "a/\($0).md" }
    if seed % 4 == 0 { names += (1...5).map { "b/deep/\($0).md" } }
    if seed == 5 { names.append("a") }
    let list = index + ".list"
    defer { try? FileManager.default.removeItem(atPath: list) }
    _ = try ArchiveBuilder(origin(names.shuffled()), path: list).run()
    let listed = try ArchiveCatalogue(path: list)
    #expect(whole.issues.count == 10)
    #expect(listed.issues.map(\.id) == whole.issues.map(\.id))
    #expect(
      listed.issues.indices.map { listed.candidate($0).text }
        == whole.issues.indices.map { whole.candidate($0).text })
    #expect(
      listed.issues.indices.map { listed.heading(ofIssueAt: $0).name }
        == whole.issues.indices.map { whole.heading(ofIssueAt: $0).name })
    for query in CatalogueTests.queries {
      #expect(try listed.answer(query).found == whole.answer(query).found, "\(query)")
    }
    #expect(
      try listed.departments().map { "\($0.body.name) \($0.counts)" }
        == whole.departments().map { "\($0.body.name) \($0.counts)" })
    #expect(try ledger(listed).entries == ledger(whole).entries)
    #expect(try !ledger(whole).entries.isEmpty)
  }

  private func ledger(_ catalogue: ArchiveCatalogue) throws -> DeadlineLedger {
    DeadlineLedger(
      try catalogue.recordsWithDuties(unreadable: { Testing.Issue.record("\($0)") }),
      on: CalendarDate(year: 2023, month: 1, day: 1))
  }

  // MARK: Kept up

  @Test func itIsKeptUpAsAFolderIs() throws {
    defer { remove() }
    let origin = origin(["a/1.md", "a/2.md", "a/3.md", "b"])
    let builder = ArchiveBuilder(origin, path: index)
    #expect(try builder.run()?.parsed == 8)
    let built = try FileManager.default.attributesOfItem(atPath: index)
    #expect(try builder.run() == ArchiveBuilder.Report(issues: 8))
    // What is as it was is not even copied.
    let after = try FileManager.default.attributesOfItem(atPath: index)
    #expect(after[.systemFileNumber] as? Int == built[.systemFileNumber] as? Int)
    try folder.write("a/1.md", CatalogueTests.issue("甲省人民政府公报", 1, seed: 40))
    try folder.write("b/new.md", CatalogueTests.issue("乙省人民政府公报", 9, seed: 9))
    // It is not among the paths.
    try folder.write("a/9.md", CatalogueTests.issue("甲省人民政府公报", 9, seed: 9))
    let check = try ArchiveCatalogue(path: index).check()
    #expect(check.changed == [path("a/1.md")] && check.gone.isEmpty)
    #expect(check.added == [path("b/new.md")])
    let report = try #require(try builder.run())
    #expect((report.parsed, report.removed, report.issues) == (2, 0, 9))
    #expect(try ArchiveCatalogue(path: index).check().isCurrent)
    #expect(try ArchiveCatalogue(path: index).origin == origin)
  }

  @Test func aPathThatIsNotThereIsALineAndTheRestOpens() throws {
    defer { remove() }
    let builder = ArchiveBuilder(origin(["a", "nowhere.md", "b/deep/1.md"]), path: index)
    let report = try #require(try builder.run())
    #expect(report.issues == 6)
    #expect(report.failures.map(\.path) == [folder.path + "/nowhere.md"])
    #expect(report.failures.map(\.reason) == [.notFound])
    let catalogue = try ArchiveCatalogue(path: index)
    #expect(catalogue.failures == report.failures && catalogue.issues.count == 6)
    // It comes, and another goes.
    try folder.write("nowhere.md", ArchiveFolder.text("丁省人民政府公报", 1))
    try folder.remove("b/deep/1.md")
    let next = try #require(try builder.run())
    #expect(next.issues == 6 && next.removed == 1)
    #expect(next.failures.map(\.path) == [folder.path + "/b/deep/1.md"])
  }

  @Test func ofNothingNoIndexIsBegun() {
    #expect(throws: ArchiveFailure(.noIssues, path: folder.path + "/no")) {
      try ArchiveBuilder(origin(["no", "nothing"]), path: index).run()
    }
    #expect(!FileManager.default.fileExists(atPath: index + ".building"))
  }
}
