import Foundation
import GazetteIntake
import GazetteModel
import GazetteText
import Testing

@testable import GazetteArchive

/// The ledger of deadlines: what later issues say of each.
@Suite struct LedgerTests {
  private func ledger(_ day: String) throws -> DeadlineLedger {
    DeadlineLedger(
      RecordedIssue.records(of: Plans.library), on: try #require(CalendarDate(iso8601: day)))
  }

  private func entry(_ words: String, on day: String = "2019-06-30") throws -> DeadlineLedger.Entry
  {
    try #require(try ledger(day).entries.first { $0.text.contains(words) }, "\(words)")
  }

  @Test func deadlinesStandInOrderOfTime() throws {
    let days = try ledger("2019-06-30").entries.map(\.deadline)
    #expect(days == days.sorted() && days.count == 10)
  }

  /// The plan of the next year sets a day for that year; what was due before is not put off by it.
  @Test func thePlanOfTheNextYearSetsADayAnew() throws {
    let entry = try entry("示范区5个")
    #expect(entry.deadline.iso8601 == "2018-12-31" && entry.state == .overdue)
    let link = try #require(entry.links.first)
    #expect(link.sequel == .renews && link.deadline?.iso8601 == "2019-12-31")
    #expect(link.reference == "2019-01:1.1/1.2" && link.sureness == .high)
    #expect(Set(link.grounds) == [.title, .number, .words])
  }

  @Test func whatWasDoneIsAReport() throws {
    let entry = try entry("治理侵蚀沟300条")
    #expect(entry.state == .reported)
    let report = try #require(entry.links.first { $0.sequel == .reports })
    #expect(report.text.contains("已完成侵蚀沟治理300条") && report.sureness >= .medium)
    #expect(entry.links.contains { $0.sequel == .renews })
  }

  /// A notice that puts a day off says so, also when the day is over; another that does not is none.
  @Test(arguments: [
    ("关于延长2018年黑土地保护重点工作方案期限的通知", "", DeadlineLedger.Sequel.extends),
    ("关于调整2018年黑土地保护重点工作方案期限的通知", "期限顺延，", .extends),
    ("关于调整2018年黑土地保护重点工作方案期限的通知", "", .renews),
  ]) func whatIsOverIsPutOffByWhoSaysSo(
    _ title: String, _ words: String, _ sequel: DeadlineLedger.Sequel
  ) throws {
    let notice = """
      # 甲省人民政府公报

      2019年第2期

      2019年2月1日出版

      # \(title)

      《2018年黑土地保护重点工作方案》（甲政办发〔2018〕3号）有关期限调整如下。

      一、要求

      1. 推广秸秆还田。\(words)到2019年6月底前，建设秸秆还田示范区5个，还田面积达到300万亩以上。

      """
    let issues = Plans.issues + [IssueParser.parse(SourceText(bytes: Array(notice.utf8)))]
    let ledger = DeadlineLedger(
      RecordedIssue.records(of: Library(issues: issues)),
      on: CalendarDate(year: 2019, month: 3, day: 1))
    let entry = try #require(ledger.entries.first { $0.text.contains("示范区5个") })
    let link = try #require(entry.links.first { $0.deadline?.iso8601 == "2019-06-30" })
    #expect(link.sequel == sequel && link.sureness == .high)
    #expect(entry.state == (sequel == .extends ? .extended : .overdue))
  }

  @Test func theSameDayIsSetAgainOrWithAnotherAmount() throws {
    #expect(try entry("保护红线划定").links.first?.sequel == .repeats)
    #expect(try entry("监测点200个").links.first?.sequel == .changes)
    #expect(try entry("保护红线划定").state == .open)
    #expect(try entry("保护红线划定", on: "2021-01-01").state == .overdue)
  }

  @Test func whatNobodyTakesUpIsOverdueFromItsDayOn() throws {
    #expect(try entry("农膜回收率", on: "2018-12-31").state == .open)
    let entry = try entry("农膜回收率", on: "2019-01-20")
    #expect(entry.state == .overdue && entry.links.isEmpty)
  }

  /// What was not published yet by the day says nothing.
  @Test func onlyWhatIsPublishedByTheDayCounts() throws {
    let entry = try entry("示范区5个", on: "2019-01-10")
    #expect(entry.links.isEmpty && entry.state == .overdue)
    try #expect(ledger("2019-01-10").entries.count == 5)
  }

  /// Words alone, in a plan of another title, are a guess.
  @Test func wordsAloneAreLessSure() throws {
    let other = """
      # 乙省人民政府公报

      2020年第2期

      2020年2月1日出版

      # 关于做好农田工作的通知

      一、要求

      1. 到2020年底前，在全省建设秸秆还田示范区9个，还田面积达到700万亩以上。

      """
    let issues = Plans.issues + [IssueParser.parse(SourceText(bytes: Array(other.utf8)))]
    let ledger = DeadlineLedger(
      RecordedIssue.records(of: Library(issues: issues)),
      on: CalendarDate(year: 2020, month: 6, day: 1))
    let entry = try #require(ledger.entries.first { $0.text.contains("示范区8个") })
    let link = try #require(entry.links.first)
    #expect(link.sureness == .low && link.grounds == [.words])
    // A guess settles nothing.
    #expect(entry.state == .overdue)
  }

  /// A document of another publication that carries a plan out names it and says nearly the same, for
  /// its own city; it can report, but puts off nothing of the province's.
  @Test func anotherPublicationPutsNothingOff() throws {
    func city(_ sentence: String) throws -> DeadlineLedger.Entry {
      let text = """
        # 乙市人民政府公报

        2019年第4期

        2019年4月8日出版

        # 乙市人民政府关于贯彻落实2019年黑土地保护重点工作方案的通知

        根据《2019年黑土地保护重点工作方案》（甲政办发〔2019〕5号），现通知如下。

        一、任务

        1. \(sentence)

        """
      let issues = Plans.issues + [IssueParser.parse(SourceText(bytes: Array(text.utf8)))]
      let ledger = DeadlineLedger(
        RecordedIssue.records(of: Library(issues: issues)),
        on: CalendarDate(year: 2019, month: 11, day: 30))
      return try #require(ledger.entries.first { $0.text.contains("治理侵蚀沟450条") })
    }
    let later = try city("2020年10月底前，治理侵蚀沟40条。")
    #expect(later.links.map(\.sequel) == [.extends] && later.links.map(\.sureness) == [.low])
    #expect(later.state == .overdue)
    let report = try city("2019年，已完成侵蚀沟治理450条。")
    #expect(report.links.first?.sequel == .reports && report.state == .reported)
  }

  /// Who reads the plan before its day learns that the day was put off.
  @Test func whatWasPutOffBeforeItsDayIsPutOff() throws {
    let notice = """
      # 甲省人民政府公报

      2020年第2期

      2020年2月1日出版

      # 关于延长黑土地保护红线划定期限的通知

      《2019年黑土地保护重点工作方案》确定的期限予以调整。

      一、调整期限

      1. 到2021年底前，完成黑土地保护红线划定。

      """
    let issues = Plans.issues + [IssueParser.parse(SourceText(bytes: Array(notice.utf8)))]
    func state(_ year: Int, _ month: Int) throws -> DeadlineLedger.Standing {
      let ledger = DeadlineLedger(
        RecordedIssue.records(of: Library(issues: issues)),
        on: CalendarDate(year: year, month: month, day: 28))
      return try #require(ledger.entries.first { $0.text.contains("到2020年底前") }).state
    }
    try #expect(state(2020, 1) == .open)
    try #expect(state(2020, 6) == .extended)
    try #expect(state(2021, 6) == .extended)
    try #expect(state(2022, 6) == .overdue)
  }

  /// A manifest may say any year and number.
  @Test func absurdYearsAndNumbersHaveAnOrder() throws {
    // Without a day on the cover year and number tell.
    let text = SourceText(bytes: Array("# 方案\n\n一、要求。\n".utf8))
    let issues = [Int.max, 1, Int.max / 400].map { year in
      var manifest = Manifest()
      manifest.identity.year = year
      manifest.identity.number = .max
      return IssueParser.parse(text, manifest: manifest)
    }
    let records = issues.enumerated().map { place, issue in
      RecordedIssue(place: place, id: "\(place)", issue.identity, publication: "")
    }
    #expect(RecordedIssue.chronological(records).map(\.place) == [1, 2, 0])
  }

  /// The archive's ledger is that of its issues.
  @Test func theIndexSaysWhatTheIssuesSay() throws {
    let folder = try ArchiveFolder()
    try folder.write("2018.md", Plans.p2018)
    try folder.write("2019.md", Plans.p2019)
    // What tables say is read from the issue itself.
    try folder.write(
      "table.md",
      ArchiveFolder.text("丁省人民政府公报", 1) + """

        # 黑土地保护任务分工表

        | 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |
        | --- | --- | --- | --- | --- |
        | 1 | 推进秸秆还田，达到90%以上 | 省农业农村厅 | 省财政厅 | 2022年12月底前 |
        | 2 | 治理侵蚀沟300条 | 省水利厅 | 省自然资源厅 | 2023年6月底前 |

        """)
    let index = folder.path + ".gazette-index"
    defer {
      for end in ["", ".building"] { try? FileManager.default.removeItem(atPath: index + end) }
    }
    _ = try ArchiveBuilder(root: FilePath(folder.path), path: index).run()
    let catalogue = try ArchiveCatalogue(path: index)
    let library = Library(issues: try catalogue.issues.indices.map { try catalogue.open($0) })
    let day = CalendarDate(year: 2019, month: 6, day: 30)
    let kept = DeadlineLedger(try catalogue.records(), on: day)
    let read = DeadlineLedger(RecordedIssue.records(of: library), on: day)
    #expect(kept.entries == read.entries && !kept.entries.isEmpty)
    for name in ["省自然资源厅", "省水利厅", "省农业农村厅"] {
      let kept = DutyHistory(
        of: name, in: try catalogue.recordsWithDuties { Testing.Issue.record("\($0)") })
      let read = DutyHistory(of: name, in: RecordedIssue.records(of: library))
      #expect(kept.entries == read.entries && !kept.entries.isEmpty, "\(name)")
    }
  }
}
