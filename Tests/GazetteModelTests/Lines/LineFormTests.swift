import GazetteText
import Testing

@testable import GazetteModel

/// What the parser makes of lines whose form an intake knows.
@Suite struct LineFormTests {
  /// An issue of printed lines, each with its page and form.
  private func issue(_ lines: [(String, Int, LineForm)]) -> GazetteModel.Issue {
    let text = lines.map { $0.0 + "\n" }.joined()
    return IssueParser.parse(
      PrintedText(
        source: SourceText(bytes: Array(text.utf8)), provenance: Provenance(format: .pdf),
        origins: lines.map { LineOrigin(page: $0.1, column: nil, form: $0.2) }))
  }

  private let cutByAPage: [(String, Int, LineForm)] = [
    ("临江省人民政府办公厅关于加强河湖", 1, .heading),
    ("管理工作的通知", 1, .continues),
    ("各市人民政府：", 1, .begins),
    ("一、严格落实河长制和湖", 1, .begins),
    ("长制", 1, .continues),
    ("1.对采砂行为实行总量控制，并在规", 1, .begins),
    ("—1—", 1, .furniture),
    ("临江省人民政府公报", 2, .furniture),
    ("定期限内完成整改。", 2, .continues),
  ]

  @Test func linesThatContinueAreOneParagraphWithTheirNumberAndTitle() throws {
    let issue = issue(cutByAPage)
    let section = try #require(issue.node(at: Reference("1/1")))
    #expect(issue[section].title == "严格落实河长制和湖长制")
    let clause = try #require(issue.node(at: Reference("1/1.1")))
    let paragraph = try #require(issue[clause].paragraphs.first)
    #expect(paragraph.text == "对采砂行为实行总量控制，并在规定期限内完成整改。")
    #expect(paragraph.lines == LineRange(6, 9))
    #expect(paragraph.lineStarts.map(\.line) == [6, 9])
  }

  @Test func aPageMarkInsideAParagraphIsCountedOnce() {
    #expect(issue(cutByAPage).wronglyCountedLines.isEmpty)
  }

  @Test func aTitleOverTwoLinesIsOneTitle() {
    let document = issue(cutByAPage).nodes.first { $0.kind == NodeKind.document }
    #expect(document?.title == "临江省人民政府办公厅关于加强河湖管理工作的通知")
  }

  @Test func aParagraphNamesItsPages() throws {
    let issue = issue(cutByAPage)
    let clause = try #require(issue.node(at: Reference("1/1.1")))
    guard case .array(let paragraphs)? = issue.members(of: clause)["paragraphs"],
      case .object(let paragraph)? = paragraphs.first
    else {
      Testing.Issue.record("no paragraph")
      return
    }
    #expect(paragraph["pages"] == [1, 2])
  }

  @Test func aLineThatBeginsIsAParagraphOfItsOwn() throws {
    let lines: [(String, Int, LineForm)] = [
      ("临江省人民政府关于机构设置的通知", 1, .heading),
      ("第一段没有句号，第二段另起一行，本来会接在一起", 1, .begins),
      ("而这一行按版面是新的一段。", 1, .begins),
    ]
    #expect(issue(lines).nodes.flatMap(\.paragraphs).count == 2)
    let unknown = lines.map { ($0.0, $0.1, $0.2 == .heading ? .heading : LineForm.unknown) }
    #expect(issue(unknown).nodes.flatMap(\.paragraphs).count == 1)
  }

  @Test func aRunningHeadNamesAnIssueWithoutCover() {
    let issue = issue([
      ("2022年第5期　临江省人民政府公报", 1, .furniture),
      ("临江省人民政府关于机构设置的通知", 1, .heading),
      ("一、设置办公室。", 1, .begins),
    ])
    #expect(issue.identity.title == "临江省人民政府公报")
    #expect(issue.identity.id == "2022-05")
  }
}
