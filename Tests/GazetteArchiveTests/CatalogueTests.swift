import Foundation
import GazetteIntake
import GazetteModel
import GazetteText
import Testing

@testable import GazetteArchive

/// What the index of an archive answers is what its issues answer one by one.
@Suite struct CatalogueTests {
  private let folder: ArchiveFolder

  init() throws {
    folder = try ArchiveFolder()
    for number in 1...4 {
      try folder.write("a/\(number).md", Self.issue("甲省人民政府公报", number, seed: number))
      try folder.write("b/\(number).md", Self.issue("乙省人民政府公报", number, seed: number + 7))
    }
  }

  private var index: String { folder.path + ".gazette-index" }
  private var root: FilePath { FilePath(folder.path) }

  /// An issue whose words, bodies, deadlines and quantities depend on a seed.
  static func issue(_ publication: String, _ number: Int, seed: Int) -> String {
    let bodies = ["省生态环境厅", "省发展改革委", "省财政厅", "省农业农村厅"]
    let words = ["黑土地保护", "环境准入", "秸秆禁烧", "生态修复", "PM2.5治理"]
    var text = ArchiveFolder.text(publication, number)
    for clause in 2...6 {
      let word = words[(seed + clause) % words.count]
      let lead = bodies[(seed * clause) % bodies.count]
      let other = bodies[(seed + clause * 3) % bodies.count]
      text += """
        \(clause). 推进\(word)。到202\(clause)年底前，\(word)率达到\(60 + seed + clause)%以上，完成第\(seed)期建设。\
        （\(lead)牵头，\(other)参与）


        """
    }
    // Longer than what is shown of it: with hits before, at and behind its middle, and adjoining ones.
    let filling = String(repeating: "统筹安排各项工作，", count: 12)
    text += "7. \(filling)做好湿地\(filling)湿地\(String(repeating: "河湖", count: 50))\(filling)。\n\n"
    return text
  }

  private func build() throws -> ArchiveCatalogue {
    _ = try ArchiveBuilder(root: root, path: index).run()
    return try ArchiveCatalogue(path: index)
  }

  private func library(_ catalogue: ArchiveCatalogue) throws -> Library {
    Library(issues: try catalogue.issues.indices.map { try catalogue.open($0) })
  }

  private func answer(_ library: Library, _ query: String) -> [String] {
    zip(library.issues, library.ids).flatMap { issue, id in
      FilterIndex(issue).matches(of: QueryParser.parse(query).query).matches.map {
        "\(id):\(issue[$0.node].reference.text) \(issue[$0.node].title ?? "") \($0.snippet) \($0.ranges)"
      }
    }
  }

  static let queries = [
    "黑土地", "环境", "推进", "黑土地保护率", "sthj", "PM2.5", "\"1.\"", "@省生态环境厅", "lead@财政 has:deadline",
    "participate@sfzggw", "role:lead -环境", "doc:关于第3件事", "doc:1", "in:1/1.2", "kind:clause 生态",
    "has:target | has:money", "until:2024", "target>70%", "column:文件", "year:2021", "year:2022..",
    "publication:甲省", "issue:2021-03 达到", "-推进", "第3期", "", "率达到68",
    "湿地", "河湖", "统筹安排", "湿地 河湖",
  ]

  @Test(arguments: queries) func findAnswersAsTheIssuesDo(_ query: String) throws {
    let catalogue = try build()
    defer { remove() }
    #expect(try catalogue.answer(query).found == answer(try library(catalogue), query))
  }

  @Test func aTypedNameMeansAnIssueOfTheSamePublication() throws {
    let catalogue = try build()
    defer { remove() }
    let names = catalogue.issues.map(\.name)
    for reader in names {
      for (place, name) in names.enumerated() {
        #expect(catalogue.place(named: name.description, beside: reader) == place)
        let near = names.firstIndex { $0.id == name.id && $0.publication == reader.publication }
        #expect(catalogue.place(named: name.id, beside: reader) == near)
      }
      #expect(catalogue.place(named: "2020-99", beside: reader) == nil)
    }
  }

  @Test func bodiesAndTargetsAreThoseOfTheIssues() throws {
    let catalogue = try build()
    defer { remove() }
    let library = try library(catalogue)
    let printed = zip(library.issues, library.ids).map { $0.withReferences(naming: $1) }
    let merged = MergedDepartments(
      printed.map { MergedDepartments.Part($0, DepartmentIndex(issue: $0)) })
    let departments = try catalogue.departments()
    let bodies = zip(departments, try catalogue.references(of: departments)).map {
      body, references in
      MergedDepartments.json(
        of: body.body, body.counts, references: references.named, inherited: references.inherited)
    }
    #expect(JSONValue.array(bodies) == merged.json)
    var targets: [JSONValue] = []
    try catalogue.targets { place, reference, target in
      targets.append(target.json(at: "\(catalogue.issues[place].id):\(reference)"))
    }
    #expect(targets == printed.flatMap { TargetIndex($0).json(for: $0).elements })
  }

  @Test(arguments: ["环境 | 财政", "@省财政厅", "has:deadline", "has:target", "role:lead", "任务", "sczt"])
  func tablesAnswerAsInTheIssue(_ query: String) throws {
    try folder.write(
      "d/1.md",
      ArchiveFolder.text("丁省人民政府公报", 1) + """

        # 任务分工表

        | 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |
        | --- | --- | --- | --- | --- |
        | 1 | 推进环境治理，达到90%以上 | 省生态环境厅 | 省财政厅 | 2022年12月底前 |
        | 2 | 建设示范区3个 | 省农业农村厅 | 省财政厅、省审计厅 | 2023年6月底前 |

        """)
    let catalogue = try build()
    defer { remove() }
    #expect(try catalogue.answer(query).found == answer(try library(catalogue), query))
  }

  @Test(arguments: ["条例", "办法", "甲政发〔2021〕1号", "没有"]) func whoRefersIsThatOfTheIssues(
    _ text: String
  ) throws {
    try folder.write(
      "f/1.md",
      ArchiveFolder.text("己省人民政府公报", 1, clause: "根据《甲条例》，修订《乙办法》。《丙办法》（甲政发〔2021〕1号）同时废止。"))
    let catalogue = try build()
    defer { remove() }
    let library = try library(catalogue)
    let expected = zip(library.issues, library.ids).flatMap { issue, id in
      CrossReferenceIndex(issue).references(to: text).map {
        "\(id):\(issue[$0.node].reference.text) \($0.text) \($0.relation(in: issue))"
      }
    }
    let found = try catalogue.citations(of: text, limit: .max).map {
      "\(catalogue.issues[$0.issue].id):\($0.reference) \($0.text) \($0.relation)"
    }
    #expect(found == expected)
  }

  /// Whatever stands in the file, what reads it says so or answers; it never traps.
  @Test func damageIsSaidAndNeverTraps() throws {
    _ = try build()
    defer { remove() }
    let whole = try Data(contentsOf: URL(fileURLWithPath: index))
    let broken = index + ".broken"
    defer { try? FileManager.default.removeItem(atPath: broken) }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<20 {
        bytes[Int.random(in: 100..<bytes.count, using: &random)] = .random(in: 0...255)
      }
      try bytes.write(to: URL(fileURLWithPath: broken))
      guard let catalogue = try? ArchiveCatalogue(path: broken) else { continue }
      for query in Self.queries {
        _ = try? catalogue.find(
          QueryParser.parse(query).query, unreadable: { _ in }, rows: { _ in [String]() },
          add: { unit, rows in
            rows.append(unit.reference + unit.match.snippet)
            expectSameBytes(of: unit)
          }, found: { _ in })
      }
      if let records = try? catalogue.recordsWithDuties(unreadable: { _ in }) {
        _ = DeadlineLedger(records, on: CalendarDate(year: 2023, month: 1, day: 1))
        _ = DutyHistory(of: "省财政厅", in: records)
      }
      if let bodies = try? catalogue.departments() { _ = try? catalogue.references(of: bodies) }
      _ = try? catalogue.targets { _, _, _ in }
      _ = try? catalogue.citations(of: "方案", limit: 9)
      _ = try? catalogue.check()
    }
  }

  /// What Han stand beside each other only in the folded text is found there.
  @Test func wordsThatPrintingBrokeAreFound() throws {
    try folder.write(
      "e/1.md", ArchiveFolder.text("戊省人民政府公报", 1, clause: "黑 土\u{200B}地 与⼯业，第十二条和十二项。"))
    let catalogue = try build()
    defer { remove() }
    for query in ["黑土地", "工业", "第12条", "十二项", "二条", "12"] {
      #expect(
        try catalogue.answer(query).found == answer(try library(catalogue), query), "\(query)")
    }
  }

  @Test func broughtUpToDateIsBuiltAnew() throws {
    _ = try build()
    defer { remove() }
    try folder.remove("a/2.md")
    try folder.write("a/3.md", Self.issue("甲省人民政府公报", 3, seed: 31))
    try folder.write("c/9.md", Self.issue("丙省人民政府公报", 9, seed: 9))
    let report = try #require(try ArchiveBuilder(root: root, path: index).run())
    #expect((report.parsed, report.removed, report.issues) == (2, 1, 8))
    let updated = try ArchiveCatalogue(path: index)
    let anew = index + ".anew"
    _ = try ArchiveBuilder(root: root, path: anew).run()
    defer { try? FileManager.default.removeItem(atPath: anew) }
    let fresh = try ArchiveCatalogue(path: anew)
    #expect(updated.issues.map(\.id) == fresh.issues.map(\.id))
    for query in Self.queries {
      #expect(try updated.answer(query).found == fresh.answer(query).found)
    }
    #expect(try updated.check().isCurrent)
  }

  @Test func whatIsKnownIsNotReadAgain() throws {
    _ = try build()
    defer { remove() }
    let report = try #require(try ArchiveBuilder(root: root, path: index).run())
    #expect((report.parsed, report.removed) == (0, 0))
  }

  @Test func aBuildThatWasCutOffGoesOn() throws {
    defer { remove() }
    let builder = ArchiveBuilder(root: root, path: index)
    #expect(try builder.run { $0.done < 3 } == nil)
    #expect(!FileManager.default.fileExists(atPath: index))
    let report = try #require(try builder.run())
    #expect((report.issues, report.parsed) == (8, 5))
  }

  @Test func aFileThatCannotBeReadIsALineAndNotTheEnd() throws {
    defer { remove() }
    try folder.write("bad.md", "")
    try folder.link("gone.md", to: "nowhere")
    let catalogue = try build()
    #expect(catalogue.issues.count == 8)
    #expect(Set(catalogue.failures.map(\.reason)).count == 2)
  }

  @Test func onlyOneBuildsAtATime() throws {
    defer { remove() }
    let builder = ArchiveBuilder(root: root, path: index)
    _ = try builder.run { progress in
      #expect(throws: ArchiveFailure(.isBeingBuilt, path: index)) { try builder.run() }
      return progress.done < 1
    }
  }

  @Test func whoReadsKeepsReadingWhileAnotherBuilds() throws {
    let catalogue = try build()
    defer { remove() }
    let before = try catalogue.answer("推进").found
    try folder.remove("a/1.md")
    _ = try ArchiveBuilder(root: root, path: index).run()
    #expect(try catalogue.answer("推进").found == before)
  }

  @Test func anotherVersionAndDamageAreSaidInOneLine() throws {
    _ = try build()
    defer { remove() }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: index))
    bytes[63] = 99
    try bytes.write(to: URL(fileURLWithPath: index))
    #expect(throws: ArchiveFailure(.otherVersion(99), path: index)) {
      try ArchiveCatalogue(path: index)
    }
    // What cannot be used is made anew.
    #expect(try build().issues.count == 8)
    try Data(bytes.prefix(3000)).write(to: URL(fileURLWithPath: index))
    #expect(throws: ArchiveFailure.self) { try ArchiveCatalogue(path: index) }
    #expect(try build().issues.count == 8)
  }

  private func remove() {
    for suffix in ["", ".building"] { try? FileManager.default.removeItem(atPath: index + suffix) }
  }
}

extension LoadFailure.Reason: Hashable {
  public func hash(into hasher: inout Hasher) { hasher.combine("\(self)") }
}
