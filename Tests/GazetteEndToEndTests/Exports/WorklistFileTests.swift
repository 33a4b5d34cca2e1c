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
    let value = try JSONSerialization.jsonObject(with: Data(run.output))
    return try #require(value as? [[String: Any]])
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
}
