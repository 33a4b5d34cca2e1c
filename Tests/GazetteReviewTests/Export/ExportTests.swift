import Foundation
import GazetteModel
import GazetteText
import Testing

@testable import GazetteExport
@testable import GazetteReview

struct ExportTests {
  private let marks = [
    Samples.mark(
      "1/1.1", .problem, note: "=cmd|' /C calc'!A0\n<b>第二行</b> *x*", tags: ["急"],
      text: Samples.scope.text(of: Samples.node("1/1.1")).content),
    Samples.mark("1/1.1", .agreed, by: "乙", text: "旧文"),
    Samples.mark("1/9", .question, note: "条文没了", text: "没了的条文"),
  ]

  private func report(
    includes: ((NodeID, ReviewMark?) -> Bool)? = nil
  ) -> ReviewReport {
    ReviewReport(
      issue: Samples.issue, scope: Samples.scope, marks: marks, reviewer: "甲",
      madeAt: Samples.time(0), includes: includes
    ) { id in
      Samples.issue[id].reference.text == "1/1.1"
        ? ReviewDuties(groups: [
          .init(role: .lead, bodies: ["省生态环境厅"]),
          .init(role: .participate, bodies: ["省发展改革委", "各市、县级政府"], andOthers: true),
          .init(role: .implement, bodies: ["省财政厅"]),
        ]) : ReviewDuties()
    }
  }

  @Test func aReportHasARowForEachClauseAndReviewer() {
    let rows = report().rows
    #expect(
      rows.map(\.key.reference) == ["1/t1", "1/1.1", "1/1.1", "1/1.2", "1/1.3", "2/t1", "1/9"])
    #expect(rows[1].isChanged && rows[1].state == .unread)
    #expect(rows[1].section == "一、重点任务")
    #expect(rows[1].documentNumber == "吉政办发〔2021〕10号")
    #expect(report().tallies.first?.count.fraction == "0/5")
    #expect(report().tallies.first { $0.reviewer == "甲" }?.count.fraction == "1/5")
  }

  @Test func aFilteredReportHasOnlyWhatIsWanted() {
    let report = report { id, mark in mark?.state == .problem }
    #expect(report.rows.map(\.key.reference) == ["1/1.1"])
  }

  @Test func theTableHasAByteOrderMarkAndSafeFields() {
    let text = CSVTable.text(of: ReviewTable.table(of: report(), in: .english))
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    #expect(text.hasPrefix("\u{FEFF}reference,document number,section,clause,title,text,lead,"))
    #expect(text.contains("\"'=cmd|' /C calc'!A0\n<b>第二行</b> *x*\""))
    #expect(text.contains(",\"'=1+1\","))
    #expect(text.components(separatedBy: "\r\n").count == 9)
  }

  @Test(arguments: ["=1", "+1", "-1", "@x", " =1", "\t=1", "\u{200B}=1", "＝1", "＠x", "\u{3000}+1"])
  func whatCouldBeAFormulaIsMadeSafe(text: String) {
    let safe = text.replacing("\t", with: " ").replacing("\u{200B}", with: "\u{FFFD}")
    #expect(CSVTable.field(text) == "\"'" + safe + "\"")
  }

  @Test(arguments: ["1-2", "a=b", "第1条", "（=）", ""])
  func otherTextStaysAsItIs(text: String) {
    #expect(CSVTable.field(text) == text)
  }

  @Test(arguments: [
    "1.", "1/2", "（1）", "(1)", "１．", "007", "3-4", "2021-11", "12:30", "12:3", "1e5", "6月30日",
    "2021年6月", "3,000", "￥5", "90%", "5 Mar", "Mar-21", "8 pm", "2021-11-01 08:30", "TRUE",
  ])
  func whatCouldBeAValueStaysText(text: String) {
    #expect(CSVTable.textField(text) == "\"'" + text + "\"")
  }

  @Test(arguments: [
    "2021-11:1/2", "2021-11:3", "2021-11:3.1/2.1.1~2", "二、（一）1.", "（一）", "①", "第七条",
    "吉政办发〔2021〕10号", "2026-11-24T10:30:00Z", "甲1", "3 吨", "May be", "problem", "",
  ])
  func whatIsNoValueStaysAsItIs(text: String) {
    #expect(CSVTable.textField(text) == text)
  }

  @Test func whatLibreOfficeSplitsAtIsQuoted() {
    #expect(CSVTable.field("甲;乙") == "\"甲;乙\"")
  }

  @Test func theClauseColumnHasTheNumbersFromTheOutermostHeadingDown() {
    #expect(CSVTable.text(of: ReviewTable.table(of: report(), in: .english)).contains(",一、1.,"))
  }

  @Test func rolesStayApartAndAnOpenListStaysOpen() {
    let expected = "参与：省发展改革委，各市、县级政府等；落实：省财政厅"
    let table = CSVTable.text(of: ReviewTable.table(of: report(), in: .chinese))
    #expect(table.hasPrefix("\u{FEFF}引用,文号,章节,条,标题,条文,牵头,其他单位,期限,状态,"))
    #expect(table.contains(expected) && table.contains("未阅"))
    #expect(MarkdownExport.text(of: report(), in: .chinese).contains(expected))
    let page = HTMLExport.text(of: report(), in: .chinese)
    #expect(page.contains("参与：省发展改革委，各市、县级政府等</p>"))
    #expect(page.contains("落实：省财政厅</p>"))
  }

  @Test func whatIsPrintedIsWhatWasRemarked() throws {
    let page = HTMLExport.text(of: report(), in: .chinese)
    let start = try #require(page.range(of: "<section class=\"brief\">"))
    let end = try #require(page.range(of: "<main>"))
    let brief = page[start.upperBound..<end.lowerBound]
    #expect(brief.contains("意见") && !brief.contains("data-remark=\"0\""))
    #expect(page.contains(".brief~main{display:none}"))
  }

  @Test func thePageEscapesEverything() {
    let page = HTMLExport.text(of: report(), in: .chinese)
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("&lt;b&gt;第二行&lt;/b&gt;"))
    #expect(page.contains("没了的条文") && page.contains("旧文"))
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(page.contains("default-src 'none'"))
    for word in ["http://", "https://", "onclick", "style=\"", "unsafe-inline"] {
      #expect(!page.contains(word))
    }
  }

  @Test func thePolicyNamesTheHashOfTheScript() throws {
    let page = HTMLExport.text(of: report(), in: .english)
    let start = try #require(page.range(of: "<script>")).upperBound
    let end = try #require(page.range(of: "</script>")).lowerBound
    let hash = Data(SHA256.hash(page[start..<end].utf8)).base64EncodedString()
    #expect(page.contains("script-src 'sha256-\(hash)'"))
  }

  @Test func markdownSaysWhatToActOnAndEscapesTheRest() {
    let text = MarkdownExport.text(of: report(), in: .chinese)
    #expect(text.contains("### 问题：1\\.强化源头防控 `2021-11:1/1.1`"))
    #expect(text.contains("\\<b\\>第二行\\</b\\> \\*x\\*"))
    #expect(text.contains("条文没了"))
    #expect(text.contains("牵头：省生态环境厅"))
    #expect(!text.contains("<b>"))
  }

  @Test func jsonLosesNothing() throws {
    var generator = SeededGenerator(seed: 7)
    let ledger = generator.ledger().merging(generator.ledger()).merging(ReviewLedger(marks))
    let bytes = JSONWriter.bytes(of: ReviewJSON.value(of: ledger, exportedAt: Samples.time(0)))
    try #expect(ReviewJSON.ledger(from: bytes) == ledger)
    try #expect(ReviewJSON.ledger(from: [0xEF, 0xBB, 0xBF] + bytes) == ledger)
  }

  @Test func aDamagedFileIsRefusedWithItsReasonAndNeverTraps() throws {
    let bytes = JSONWriter.bytes(
      of: ReviewJSON.value(of: ReviewLedger(marks), exportedAt: Samples.time(0)))
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<mutated.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: mutated[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: mutated.removeSubrange(place..<min(mutated.count, place + 20))
        default: mutated.removeLast(mutated.count - place)
        }
        if mutated.isEmpty { mutated = [0x20] }
      }
      do throws(ReviewImportFailure) {
        _ = try ReviewJSON.ledger(from: mutated)
      } catch {
        #expect(!error.what(in: .english).isEmpty && !error.what(in: .chinese).contains("\n"))
      }
    }
  }

  @Test(arguments: [
    ("{}", ReviewImportFailure.notAReview), ("[]", .notAReview),
    (#"{"format":"gazette-review","version":2,"marks":[]}"#, .newer(2)),
    (#"{"format":"gazette-review","version":1}"#, .badValue("marks")),
    (#"{"format":"gazette-review","version":1,"marks":[{}]}"#, .badValue("marks[0].ref")),
    (
      #"{"format":"gazette-review","version":1,"marks":[{"ref":"a:1","reviewer":"x\u0007"}]}"#,
      .badValue("marks[0].reviewer")
    ),
    (
      #"{"format":"gazette-review","version":1,"marks":[{"ref":"a:1","reviewer":"x","state":"ok"}]}"#,
      .badValue("marks[0].state")
    ),
  ])
  func whatIsMissingIsNamed(json: String, failure: ReviewImportFailure) {
    #expect(throws: failure) { try ReviewJSON.ledger(from: Array(json.utf8)) }
  }

  @Test func aFileIsReplacedAsAWhole() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/out.csv"
    #expect(ReviewFiles.replace(path, with: Array("一".utf8)) == nil)
    #expect(ReviewFiles.replace(path, with: Array("二".utf8)) == nil)
    try #expect(String(contentsOfFile: path, encoding: .utf8) == "二")
    try #expect(FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.csv"])
    #expect(ReviewFiles.replace(folder.path + "/none/out.csv", with: []) != nil)
  }
}

/// What another hand wrote into a store or an issue.
struct HostileExportTests {
  /// Each kind of hidden character, with the mark that stands for it.
  static let kinds: [(String, String)] = [
    ("\u{1B}]0;x\u{7}", "␛]0;x␇"), ("\u{7F}", "␡"), ("\u{9B}2J", "\u{FFFD}2J"),
    ("\u{202E}", "\u{FFFD}"), ("\u{2066}\u{200F}\u{61C}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{200B}\u{2060}\u{FEFF}\u{AD}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{E0041}", "\u{FFFD}"), ("\u{FFF9}", "\u{FFFD}"),
    ("\u{2028}", "\u{FFFD}"), ("\u{E000}\u{378}\u{F0000}", "\u{E000}\u{FFFD}\u{F0000}"),
    ("\u{3164}", "\u{FFFD}"), ("\u{301}\u{302}\u{303}\u{304}", "\u{301}\u{302}\u{FFFD}"),
    ("\r", "␍"),
  ]

  @Test(arguments: kinds.indices) func exportsShowMarksAndCountThem(kind: Int) {
    let (text, safe) = Self.kinds[kind]
    let mark = Samples.mark(
      "1/9" + text, .problem, by: "甲" + text, note: "注" + text, tags: ["急" + text], text: "词" + text
    )
    let report = ReviewReport(
      issue: Samples.issue, scope: Samples.scope, marks: [mark], reviewer: "甲",
      madeAt: Samples.time(0)
    ) { _ in ReviewDuties() }
    let csv = CSVTable.text(of: ReviewTable.table(of: report, in: .english))
    let table = String(String.UnicodeScalarView(csv.unicodeScalars.dropFirst()))
      .replacing("\r\n", with: "\n")
    let page = HTMLExport.text(of: report, in: .chinese)
    let markdown = MarkdownExport.text(of: report, in: .chinese)
    for (name, output) in [("csv", table), ("html", page), ("markdown", markdown)] {
      // What a font lacks is no danger to a terminal: rare names stay as they are.
      let left = output.unicodeScalars.filter { $0.isHidden && $0.hiddenKind != .privateUse }
      #expect(left.allSatisfy { $0 == "\n" }, "\(name)")
      #expect(SafeText.lines(output) == output, "\(name)")
    }
    for word in ["2021-11:1/9", "甲", "注", "急", "词"] {
      #expect(table.contains(word + safe), "\(word)")
      #expect(page.contains(word + safe), "\(word)")
    }
    #expect(markdown.contains(MarkdownExport.escaped("注" + safe)))
    #expect(markdown.contains("`2021-11:1/9" + safe + "`"))
    for output in [page, markdown] {
      let count = SafeText.markCount(in: output) - 1
      #expect(output.contains("不可见或损坏字符：\(count)"), "\(count)")
    }
  }

  @Test func aReferenceCannotLeaveItsCode() {
    let mark = Samples.mark("1/9`<b>x</b>`", .problem, note: "注")
    let report = ReviewReport(
      issue: Samples.issue, scope: Samples.scope, marks: [mark], reviewer: "甲",
      madeAt: Samples.time(0)
    ) { _ in ReviewDuties() }
    #expect(
      MarkdownExport.text(of: report, in: .chinese).contains("2021\\-11:1/9\\`\\<b\\>x\\</b\\>\\`"))
  }
}
