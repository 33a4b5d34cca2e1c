import GazetteModel
import GazetteReview
import GazetteText
import Testing

@testable import GazetteExport

struct WorklistTests {
  private func tasks(_ body: String, order: Worklist.Order = .deadline) throws -> [Worklist.Task] {
    try ParsedText.worklist(body, order: order).tasks
  }

  @Test func theEarliestDeadlineComesFirstAndWhatHasNoneLast() throws {
    let tasks = try tasks("省生态环境厅")
    #expect(tasks.map(\.reference) == ["1.1/2.1", "1.1/1.1.1", "1.1/1.1.2"])
    #expect(tasks.map { $0.deadline?.iso8601 } == ["2021-10-31", "2022-12-31", nil])
    #expect(try self.tasks("省生态环境厅", order: .print).map(\.reference).first == "1.1/1.1.1")
  }

  @Test func aDeadlineIsThatOfTheSentenceThePhraseSpeaksFor() throws {
    let water = try tasks("省水利厅")
    #expect(water.map { $0.deadline?.iso8601 } == ["2021-06-30"])
    #expect(water.first?.text == "2021年6月30日前报送名单。")
    let money = try tasks("省财政厅", order: .print)
    #expect(money.map { $0.deadline?.iso8601 } == ["2022-12-31", "2021-10-31"])
  }

  @Test func partnersHaveTheirRolesAndNotTheBodyItself() throws {
    let task = try #require(try tasks("省生态环境厅", order: .print).first)
    #expect(task.role == .lead)
    #expect(task.partners == [.init(name: "省财政厅", role: .participate)])
    #expect(task.phrase == "（省生态环境厅牵头，省财政厅参与）")
    #expect(task.numbers == "一、（一）1.")
    #expect(task.documentNumber == "某政办发〔2021〕3号")
  }

  @Test func theShippedIssueAgreesWithTheDossier() throws {
    let issue = ShippedIssue.load()
    let index = DepartmentIndex(issue: issue)
    for place in index.departments.indices {
      let department = index.departments[place]
      let reader = WorklistReader(issue: issue, departments: index, targets: TargetIndex(issue))
      let tasks = reader.tasks(of: place, includesInherited: true)
      #expect(Set(tasks.map(\.identifier)).count == tasks.count, "\(department.body.name)")
      #expect(
        Set(tasks.filter { !$0.isInherited }.map(\.node)) == Set(department.nodes),
        "\(department.body.name)")
      #expect(
        Set(tasks.filter(\.isInherited).map(\.node)) == Set(department.inheritingNodes),
        "\(department.body.name)")
      #expect(tasks.allSatisfy { !$0.text.isEmpty }, "\(department.body.name)")
    }
  }

  @Test func theTableHasDaysAsDaysAndTextThatIsNoValue() throws {
    let table = try ParsedText.worklist("省生态环境厅").table(in: .chinese)
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    #expect(table.columns[1].name == "任务" && table.columns[4].name == "期限")
    #expect(table.rows[0][4] == .date(CalendarDate(year: 2021, month: 10, day: 31)))
    let text = CSVTable.text(of: table)
    #expect(text.hasPrefix("\u{FEFF}序号,任务,角色,"))
    #expect(text.contains(",2021-10-31,"))
    #expect(CSVTable.text(of: try ParsedText.worklist("省水利厅").table(in: .english)).contains("Task"))
  }

  @Test func aLineOfACalendarHasAtMost75OctetsAndKeepsItsCharacters() throws {
    let stamp = try #require(ReviewTime(iso8601: "2026-11-24T10:30:00Z"))
    let calendar = try ParsedText.worklist("省生态环境厅").calendar(in: .chinese, stamp: stamp)
    let lines = calendar.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(calendar.replacing("\r\n", with: "").contains("\n") == false)
    let unfolded = calendar.replacing("\r\n ", with: "")
    #expect(unfolded.contains("DTSTART;VALUE=DATE:20211031\r\n"))
    #expect(unfolded.contains("DTSTAMP:20261124T103000Z\r\n"))
    #expect(unfolded.contains("SUMMARY:牵头：建设污水处理厂\r\n"))
    #expect(unfolded.components(separatedBy: "BEGIN:VEVENT").count == 3)
  }

  @Test func textOfACalendarIsEscaped() {
    var lines = CalendarLines()
    lines.add("SUMMARY", text: "a;b,c\\d\ne\u{1B}f")
    #expect(lines.text == "SUMMARY:a\\;b\\,c\\\\d\\ne␛f\r\n")
  }

  @Test func theSameTaskKeepsItsIdentifierWhenTheIssueIsReadAgain() throws {
    let first = try tasks("省生态环境厅").map(\.identifier)
    let issue = ParsedText.plan
    let again = ParsedText.issue(String(decoding: issue.source.bytes, as: UTF8.self))
    #expect(try ParsedText.worklist("省生态环境厅", in: again).tasks.map(\.identifier) == first)
    #expect(Set(first + (try tasks("省财政厅").map(\.identifier))).count == first.count + 2)
  }

  @Test func todoLinesHaveWordsWithoutBlanks() throws {
    let lines = try ParsedText.worklist("省生态环境厅").todoText(in: .chinese)
      .split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0] == "分工负责：加强监督 +省生态环境厅 @分工负责 due:2021-10-31 ref:1.1/2.1")
  }

  @Test func tasksOfTaskwarriorHaveAUUIDAndADayThatEndsInChina() throws {
    let json = try ParsedText.worklist("省生态环境厅").taskwarrior(in: .chinese)
    guard case .array(let tasks) = json, case .object(let task)? = tasks.first else {
      Testing.Issue.record("no array")
      return
    }
    #expect(task["due"] == "20211031T155959Z")
    guard case .string(let uuid)? = task["uuid"] else { return }
    #expect(uuid.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
  }

  @Test func aPageForPrintRunsNoScriptAndEscapesWhatWasPrinted() throws {
    let page = try ParsedText.worklist("省生态环境厅").html(in: .chinese)
    #expect(page.contains("default-src 'none'; style-src 'sha256-"))
    #expect(!page.contains("<script"))
    #expect(page.contains("@page{size:A4"))
    #expect(page.contains("<time datetime=\"2021-10-31\">"))
    let text = ParsedText.issue("# 关于测试的通知\n\n1.完成AT&T任务。（省水利厅负责）\n\n2.再做。（省水利厅负责）\n")
    let hostile = try ParsedText.worklist("省水利厅", in: text).html(in: .english)
    #expect(hostile.contains("AT&amp;T任务") && !hostile.contains("AT&T"))
  }
}
