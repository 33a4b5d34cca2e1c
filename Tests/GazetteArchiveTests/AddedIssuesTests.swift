import Foundation
import GazetteModel
import GazetteText
import Testing

@testable import GazetteArchive

/// A few issues that are new or changed are added behind the index, more are built beside it.
struct AddedIssuesTests {
  private let folder: ArchiveFolder

  init() throws {
    folder = try ArchiveFolder()
    for number in 1...12 { try write(number) }
    try build()
  }

  private var index: String { folder.path + ".gazette-index" }

  private func write(_ number: Int, seed: Int? = nil) throws {
    try folder.write(
      "\(number).md", CatalogueTests.issue("甲省人民政府公报", number, seed: seed ?? number))
  }

  private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: index)) }

  @discardableResult
  private func build() throws -> ArchiveBuilder.Report {
    try #require(try ArchiveBuilder(root: FilePath(folder.path), path: index).run())
  }

  private func remove() {
    for suffix in ["", ".building", ".anew"] {
      try? FileManager.default.removeItem(atPath: index + suffix)
    }
  }

  /// That the index says what one built anew does.
  private func expectAsBuiltAnew() throws {
    let anew = index + ".anew"
    try? FileManager.default.removeItem(atPath: anew)
    _ = try ArchiveBuilder(root: FilePath(folder.path), path: anew).run()
    let (updated, fresh) = (try ArchiveCatalogue(path: index), try ArchiveCatalogue(path: anew))
    #expect(updated.issues.map(\.id) == fresh.issues.map(\.id))
    for query in CatalogueTests.queries {
      #expect(try updated.answer(query).found == fresh.answer(query).found, "\(query)")
    }
    #expect(try updated.departments().map(\.body.name) == fresh.departments().map(\.body.name))
    let check = try updated.check()
    #expect(check.isCurrent && check.damage.isEmpty)
  }

  @Test func anIssueMoreIsAddedBehindTheIndex() throws {
    defer { remove() }
    let original = try bytes()
    let reader = try ArchiveCatalogue(path: index)
    for number in 13...15 {
      let before = try bytes()
      try write(number)
      #expect(try build().parsed == 1)
      #expect(try bytes().starts(with: before))
      #expect(try bytes().count > before.count)
      #expect(!FileManager.default.fileExists(atPath: index + ".building"))
      try expectAsBuiltAnew()
    }
    try write(3, seed: 40)
    try folder.remove("5.md")
    #expect(try build() == ArchiveBuilder.Report(issues: 14, parsed: 1, removed: 1, failures: []))
    #expect(try bytes().starts(with: original))
    try expectAsBuiltAnew()
    // Who opened the index before goes on reading what was there.
    #expect(reader.issues.count == 12)
    #expect(try reader.answer("推进").found.count == 12 * 5)
  }

  @Test func whatIsAddedIsBuiltInWhenItIsMuch() throws {
    defer { remove() }
    var sizes: [Int] = []
    var kinds: Set<Bool> = []
    for number in 13...40 {
      let before = try bytes()
      try write(number)
      try build()
      kinds.insert(try bytes().starts(with: before))
      sizes.append(try bytes().count)
    }
    try expectAsBuiltAnew()
    #expect(kinds == [true, false])
    let anew = try Data(contentsOf: URL(fileURLWithPath: index + ".anew")).count
    #expect(sizes.allSatisfy { $0 <= anew + max(anew / 8, 1 << 20) })
  }

  @Test func whatIsCutIsTheIndexAsItWas() throws {
    defer { remove() }
    let original = try bytes()
    try write(13)
    try build()
    let whole = try bytes()
    for size in stride(from: original.count, to: whole.count, by: 30_011) {
      try whole.prefix(size).write(to: URL(fileURLWithPath: index))
      let catalogue = try ArchiveCatalogue(path: index)
      #expect(catalogue.issues.count == 12)
      #expect(try catalogue.check().damage.isEmpty)
    }
    #expect(try build().parsed == 1)
    #expect(try bytes() == whole)
  }

  /// A file that is missing each time is not written down each time.
  @Test func nothingIsAddedWhereNothingIsNew() throws {
    defer { remove() }
    try folder.write("bad.md", "")
    try build()
    let before = try bytes()
    for _ in 0..<3 { #expect(try build().failures.count == 1) }
    #expect(try bytes() == before)
  }
}
