import Foundation
import Testing

/// A review made on a terminal, left, found again, handed on, and read back in each format by the
/// programs that people open it with.
@Suite(.serialized) struct HandingOnTests {
  private let folder: TemporaryFolder
  private var database: String { folder.path + "/review.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  private func open(_ options: String = "") throws -> TerminalSession {
    let terminal = try TerminalSession(
      "\"$GAZETTE\" browse --reviewer 甲 --review-db \(database) \(options); echo \"状态 $?\"; read line"
    )
    try terminal.waitFor("已阅 ")
    return terminal
  }

  private func export(_ format: String, _ options: String...) throws -> String {
    let path = folder.path + "/review." + format
    let run = try Program.run(
      arguments: ["review", "export", "--format", format, "-o", path, "--review-db", database]
        + options)
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    return path
  }

  private static let typed = "=请核实“时限”, 与\"上位\"文件是否一致"
  private static let pasted = "第二行：3,000 吨\n-第三行 <b>不是标签</b>"
  private static var note: String { typed + "\n" + pasted }

  /// Marks a run with the left hand, notes with an input method and by pasting, leaves, and finds
  /// the note.
  private func review() throws {
    var terminal = try open()
    try terminal.goTo("3.1/2.1.1")
    // Read, agreed, question, problem: the first two go on to the next clause.
    try terminal.type("xcvdbd")
    try terminal.waitFor("已阅 4/")
    try terminal.type("a")
    try terminal.waitFor("批注 3.1/2.2.5")
    try terminal.type(Self.typed)
    try terminal.press("Enter")
    try terminal.paste(Self.pasted)
    try terminal.waitFor("第三行")
    try terminal.press("C-s")
    try terminal.waitFor("批注已存")
    try terminal.press("q")
    try terminal.waitFor("已阅 4/143")
    try terminal.waitFor("状态 0")

    terminal = try open()
    try terminal.waitFor("引用 3.1/2.2.5")
    try terminal.type("f")
    try terminal.waitFor("筛选")
    try terminal.type("note:时限")
    try terminal.waitFor("1 处")
    try terminal.press("Enter", "q")
    try terminal.waitFor("状态 0")
    for (reference, note) in [
      ("3.1/2.1.1", "+86 431"), ("3.1/2.1.2", "-5%"), ("3.1/2.1.3", "@全体"),
    ] {
      let state = ["3.1/2.1.1": "problem", "3.1/2.1.2": "agreed"][reference] ?? "question"
      let run = try Program.run(
        "review", "mark", reference, state, "--note", note, "--reviewer", "乙", "--review-db",
        database)
      #expect(run.status == 0, "\(run.errors)")
    }
    let run = try Program.run(
      "review", "mark", "3.1/2.1.4", "question", "--note", "1/2", "--tag", "2021-11", "--reviewer",
      "丁;戊", "--review-db", database)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func aReviewIsMadeFoundAndReadBackInEachFormat() throws {
    try review()
    try readMarkdown(try export("markdown"))
    try readJSON(try export("json"))
    try readTable(try export("csv", "--lang", "en"))
    try readPage(try export("html"))
  }

  private func readMarkdown(_ path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("吉林省人民政府公报 2021年第11期"))
    #expect(text.contains("## 吉林省空气质量巩固提升行动方案（吉政办发〔2021〕10号）"))
    #expect(
      text.contains(
        "\\=请核实“时限”, 与\"上位\"文件是否一致  \n第二行：3,000 吨  \n\\-第三行 \\<b\\>不是标签\\</b\\>"))
    #expect(text.contains("`2021-11:3.1/2.2.5`"))
  }

  private func readJSON(_ path: String) throws {
    let value =
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
      as? [String: Any]
    let marks = try #require(value?["marks"] as? [[String: Any]])
    #expect(marks.count == 9)
    #expect(marks.contains { $0["note"] as? String == Self.note })
    #expect(marks.allSatisfy { !($0["text"] as? String ?? "").isEmpty })
    // Another's store takes it and says the same.
    let other = folder.path + "/other.sqlite"
    let importing = try Program.run("review", "import", path, "--review-db", other)
    #expect(importing.status == 0, "\(importing.errors)")
    let lists = try [database, other].map {
      try Program.run("review", "list", "--json", "--review-db", $0).text
    }
    #expect(lists[0] == lists[1] && lists[0].contains("第三行"))
  }

  /// Opens the table in LibreOffice with nobody to ask.
  ///
  /// Somebody who opens it is asked how to read it, with UTF-8 chosen because of the byte order
  /// mark, and tab, comma and semicolon as separators, numbers alone detected; without a screen
  /// nobody is asked, the mark is ignored, and the same choice must be given as an option.
  ///
  /// - Parameters:
  ///   - language: How numbers and dates are read: 0 as the desktop, 2052 as in China.
  ///   - special: Whether dates, times and the like are detected too, as Excel always does.
  private func sheet(
    of path: String, language: Int, special: Bool
  ) throws -> SpreadsheetCells {
    let output = folder.path + "/sheet-\(language)-\(special)"
    let run = try Program.tool(
      ["soffice", "libreoffice"],
      [
        "-env:UserInstallation=file://\(folder.path)/office", "--headless",
        "--infilter=CSV:9/44/59,34,76,1,,\(language),false,\(special)", "--convert-to", "fods",
        "--outdir", output, path,
      ], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return try SpreadsheetCells(path: output + "/review.fods")
  }

  /// Reads the table through LibreOffice: every cell is what the file says, a text.
  private func readTable(_ path: String) throws {
    let sheet = try sheet(of: path, language: 0, special: false)
    let file = CSVTable.rows(of: try String(contentsOfFile: path, encoding: .utf8))
    #expect(sheet.rows.map { $0.prefix(18).map(\.text) } == file)
    for (language, special) in [(0, true), (2052, false), (2052, true)] {
      let other = try self.sheet(of: path, language: language, special: special)
      #expect(other.rows == sheet.rows, "language \(language), special \(special)")
    }
    // Only a deadline is a date.
    let others = sheet.rows.map { row in row.enumerated().filter { $0.offset != 8 }.map(\.element) }
    #expect(!others.contains { $0.contains(where: \.isNumber) })
    #expect(
      sheet.rows.first?.map(\.text) == [
        "reference", "document number", "section", "clause", "title", "text", "lead",
        "partners", "deadline", "state", "note", "tags", "reviewer", "time", "place",
        "assigned", "second reader", "discussion",
      ])
    func row(_ reference: String, _ reviewer: String) throws -> [SpreadsheetCells.Cell] {
      try #require(
        sheet.rows.first { $0[0].text == "2021-11:" + reference && $0[12].text == reviewer })
    }
    let noted = try row("3.1/2.2.5", "甲")
    #expect(noted[1].text == "吉政办发〔2021〕10号")
    // The apostrophe keeps the note from being a formula, and the lines stay in one cell.
    #expect(noted[10].text == "'" + Self.note)
    #expect(noted[3].text == "二、（二）5.")
    #expect(noted[5].text.hasPrefix(noted[4].text))
    let first = try row("3.1/2.1.1", "甲")
    #expect(first[9].text == "read" && first[7].text.contains("省农业农村厅"))
    for (reference, note) in [
      ("3.1/2.1.1", "'+86 431"), ("3.1/2.1.2", "'-5%"), ("3.1/2.1.3", "'@全体"),
    ] {
      #expect(try row(reference, "乙")[10].text == note)
    }
    #expect(sheet.rows.count == 1 + 143 + 4)
    #expect(!sheet.hasFormulas)
    let likeValues = try row("3.1/2.1.4", "丁;戊")
    #expect(likeValues[10].text == "'1/2" && likeValues[11].text == "'2021-11")
  }

  private static let browsers = ["chromium-headless-shell", "chromium", "google-chrome"]

  private func browse(_ options: String..., page: String) throws -> Program.Result {
    let run = try Program.tool(
      Self.browsers,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/browser",
        "--host-resolver-rules=MAP * ~NOTFOUND",
      ] + options + [page], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return run
  }

  /// Opens the page in Chromium: the text after its script ran, the department filter, the printed
  /// page.
  private func readPage(_ path: String) throws {
    let whole = try browse("--dump-dom", page: "file://" + path).text
    #expect(whole.contains("143/143</span>") && whole.contains("&lt;b&gt;不是标签&lt;/b&gt;"))
    #expect(articles(in: whole).allSatisfy { $0.isShown })

    let body = "省畜牧局"
    let fragment =
      "#department=" + (body.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
    let filtered = try browse("--dump-dom", page: "file://" + path + fragment).text
    let found = try Program.run("find", "@省畜牧局", "--json")
    let matches = try found.json() as? [String: Any]
    let references = (matches?["matches"] as? [[String: Any]] ?? [])
      .compactMap { $0["ref"] as? String }
    let shown = articles(in: filtered).filter(\.isShown).map(\.reference)
    #expect(!shown.isEmpty && shown.count < 20)
    #expect(shown == references.map { "2021-11:" + $0 })
    #expect(filtered.contains("\(shown.count)/143</span>"))

    let noted = try browse("--dump-dom", page: "file://" + path + "#remarks=1&state=unread").text
    #expect(articles(in: noted).filter(\.isShown).map(\.reference) == ["2021-11:3.1/2.2.5"])

    let print = folder.path + "/page.pdf"
    _ = try browse("--no-pdf-header-footer", "--print-to-pdf=\(print)", page: "file://" + path)
    let pdf = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: print)).map { $0 < 0x80 ? $0 : 0x3F },
      as: UTF8.self)
    let boxes = pdf.matches(of: /\/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]/)
    // What was remarked, and not the whole issue.
    #expect(1...8 ~= boxes.count)
    // Of each reader one bar stands above it, not one for each document.
    let first = try Program.tool(["pdftotext"], ["-l", "1", print, "-"], in: folder).text
    #expect(first.contains("意见") && !first.contains("接受李悦辞职请求"))
    // A4 in points.
    for box in boxes {
      #expect(abs((Double(box.1) ?? 0) - 595.28) < 1 && abs((Double(box.2) ?? 0) - 841.89) < 1)
    }
  }

  /// The clauses of a page, each with its reference.
  private func articles(in page: String) -> [(reference: String, isShown: Bool)] {
    // Before it stands what is printed alone, hidden on a screen.
    let list = page.components(separatedBy: "<main").last ?? ""
    return list.components(separatedBy: "<article ").dropFirst().map { text in
      let tag = text.prefix { $0 != ">" }
      let reference = text.components(separatedBy: "<p class=\"reference\">").dropFirst().first?
        .prefix { $0 != "<" }
      return (String(reference ?? ""), !tag.contains("hidden"))
    }
  }
}
