import Foundation
import Testing

/// The files that `gazette worklist` writes, as the programs read them that they are made for.
struct WorklistFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ format: String, _ body: String = "省生态环境厅") throws -> String {
    let path = folder.path + "/worklist." + format
    let run = try Program.run("worklist", body, "--inherited", "--format", format, "-o", path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    return path
  }

  private func tasks(_ body: String = "省生态环境厅") throws -> [[String: Any]] {
    let run = try Program.run("worklist", body, "--inherited", "--json")
    return try #require(try run.json() as? [[String: Any]])
  }

  @Test func libreOfficeReadsTheWorkbookCellByCell() throws {
    let path = try write("xlsx")
    let run = try Program.tool(
      ["soffice", "libreoffice"],
      [
        "-env:UserInstallation=file://\(folder.path)/office", "--headless", "--convert-to", "fods",
        "--outdir", folder.path, path,
      ], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let sheet = try SpreadsheetCells(path: folder.path + "/worklist.fods")
    let tasks = try tasks()
    #expect(sheet.rows.first?.prefix(5).map(\.text) == ["序号", "任务", "角色", "共同承担", "期限"])
    #expect(!sheet.hasFormulas)
    let rows = sheet.rows.dropFirst().prefix(tasks.count)
    #expect(rows.count == tasks.count)
    for (row, task) in zip(rows, tasks) {
      #expect(row[1].text == task["task"] as? String && !row[1].isNumber)
      // A day is a value of the sheet, everything else text.
      let deadline = task["deadline"] as? String
      #expect(row[4].text == deadline ?? "")
      #expect(row[4].isNumber == (deadline != nil))
      #expect(row[10].text == task["ref"] as? String && !row[10].isNumber)
      #expect(row[13].text == task["text"] as? String)
      #expect(row[9].text == task["numbers"] as? String && !row[9].isNumber)
    }
  }

  @Test func aParserReadsTheCalendar() throws {
    let body = "省工业和信息化厅"
    let path = try write("ics", body)
    let script = try folder.file(
      "read.py",
      """
      import icalendar, json, sys
      calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
      print(json.dumps([[str(e["UID"]), e["DTSTART"].dt.isoformat(), str(e["DESCRIPTION"])]
        for e in calendar.walk("VEVENT")]))
      """)
    let run = try Program.tool(["python3"], [script, path], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let events = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output)) as? [[String]])
    let dated = try tasks(body).filter { $0["deadline"] is String }
    #expect(!dated.isEmpty)
    #expect(events.map { $0[1] } == dated.map { $0["deadline"] as? String ?? "" })
    for (event, task) in zip(events, dated) {
      #expect(event[2].hasPrefix(task["task"] as? String ?? "?"))
    }
    let again = try Program.tool(["python3"], [script, try write("ics", body)], in: folder)
    let second = try #require(
      try JSONSerialization.jsonObject(with: Data(again.output)) as? [[String]])
    #expect(second.map { $0[0] } == events.map { $0[0] })
  }

  @Test func chromiumPrintsThePage() throws {
    let path = try write("html")
    let pdf = folder.path + "/worklist.pdf"
    let run = try Program.tool(
      ["chromium-headless-shell", "chromium", "google-chrome"],
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/browser",
        "--no-pdf-header-footer", "--print-to-pdf=\(pdf)", "file://" + path,
      ], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: pdf))
    #expect(bytes.starts(with: Data("%PDF".utf8)))
    let text = String(decoding: bytes, as: UTF8.self)
    // A4 in points.
    #expect(text.contains(#/MediaBox \[\s*0 0 59[45]\S* 84[12]/#))
  }

  @Test func aFileThatCannotBeWrittenIsOneLineAndNoFile() throws {
    let path = folder.path + "/missing/list.csv"
    let run = try Program.run("worklist", "省生态环境厅", "--format", "csv", "-o", path)
    #expect(run.status == 1)
    #expect(run.errors.split(separator: "\n").count == 1 && run.errors.contains(path))
    let restricted = try Program.run(
      "--restricted", "worklist", "省生态环境厅", "-o", folder.path + "/list.txt")
    #expect(restricted.status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/list.txt"))
  }

  /// Two issues of one gazette whose plans ask something of 省教育厅.
  private func issues() throws -> [String] {
    try [(1, "2022年底前"), (2, "2021年6月底前")].map { number, day in
      let folder = folder.path + "/issues/\(number)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let path = folder + "/text.md"
      try """
      # 甲省人民政府公报

      2021年第\(number)期

      # 甲省人民政府办公厅关于某事的通知

      一、重点任务

      1. 建设学校第\(number)批。\(day)完成。（省教育厅牵头，省财政厅配合）

      """.write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }
  }

  @Test func aWorklistOfSeveralIssuesHasOneOrderOfDeadlines() throws {
    let paths = try issues()
    let database = folder.path + "/review.sqlite"
    let first = try Program.run(
      "review", "mark", "2021-02:1/1.1", "problem", "--note", "经费？", "--reviewer", "甲", "--issue",
      paths[0], "--issue", paths[1], "--review-db", database)
    #expect(first.status == 0, "\(first.errors)")
    for issues in [
      ["--issue", paths[0], "--issue", paths[1]], ["--issue", folder.path + "/issues"],
    ] {
      let run = try Program.run(
        arguments: ["worklist", "省教育厅", "--json", "--review-db", database] + issues)
      let tasks = try run.objects()
      #expect(tasks.map { $0["deadline"] as? String } == ["2021-06-30", "2022-12-31"])
      #expect(tasks.map { $0["ref"] as? String } == ["2021-02:1/1.1", "2021-01:1/1.1"])
      #expect(
        tasks.map { $0["issue"] as? String } == ["甲省人民政府公报 2021年第2期", "甲省人民政府公报 2021年第1期"])
      let remarks = tasks.map { ($0["remarks"] as? [[String: Any]])?.count }
      // Nobody has said anything of the other issue.
      #expect(remarks == [1, nil])
      let report = try Program.run(
        arguments: ["review", "report", "省教育厅", "--review-db", database] + issues)
      #expect(report.status == 0, "\(report.errors)")
      let text = report.text
      #expect(text.contains("甲省人民政府公报 2021年第1期") && text.contains("甲省人民政府公报 2021年第2期"))
      let days = ["**2021-06-30**", "**2022-12-31**"].map { text.range(of: $0)?.lowerBound }
      #expect(try #require(days[0]) < #require(days[1]))
      #expect(text.contains("存疑和问题 1 条") && text.contains("经费？"))
    }
    let unknown = try Program.run(
      arguments: ["worklist", "省没有厅", "--issue", paths[0], "--issue", paths[1]])
    #expect(unknown.status == 1 && unknown.errors.split(separator: "\n").count == 1)
  }
}
