import GazetteModel
import GazetteText
import Testing

@testable import GazetteIntake
@testable import GazetteIntakeReader

/// For every kind of finding a file in which `check` names it.
@Suite struct FindingKindTests {
  /// What is opened.
  enum Opened: Sendable {
    case text(String, manifest: String = "{}")
    case bytes([UInt8])
    case file(String, ReaderMode)
    case members([String: String])
    case pages(PageBundle)
    /// What a program complained of while it read a PDF.
    case complaint(String)
  }

  private static let contents = """
    # 某省人民政府公报

    2021年第1期

    # 目录

    某省人民政府关于加强管理的通知 (1)

    某省人民政府关于任免干部的通知 (2)

    """
  private static let notice = """
    # 某省人民政府关于%的通知

    各市人民政府：

    一、加强管理。

    """

  private static func notice(about words: String) -> String {
    notice.replacing("%", with: words) + "\n"
  }

  private static func word(_ content: String) -> Opened {
    .members([
      "word/document.xml":
        "<w:document xmlns:w=\"w\" xmlns:m=\"m\"><w:body><w:p>\(content)</w:p></w:body></w:document>"
    ])
  }

  private static func words(_ words: [(text: String, box: PlacedBox)]) -> [UInt8] {
    Array(
      ("<page width=\"595\" height=\"842\">"
        + words.map {
          "<line xMin=\"0\"><word xMin=\"\($0.box.minX)\" yMin=\"\($0.box.minY)\" xMax=\"\($0.box.maxX)\" "
            + "yMax=\"\($0.box.maxY)\">\($0.text)</word></line>"
        }.joined() + "</page><page width=\"595\" height=\"842\"></page>").utf8)
  }

  private static func box(_ left: Double, _ top: Double, _ width: Double, _ height: Double)
    -> PlacedBox
  {
    PlacedBox(minX: left, minY: top, maxX: left + width, maxY: top + height)
  }

  /// Lines of text and below them rows of cells without ruled lines.
  private static let table = words(
    (0..<6).map {
      (String(repeating: "各市要抓好落实，", count: 5), box(60, 100 + 20 * Double($0), 480, 12))
    }
      + (6..<10).flatMap { row in
        [60.0, 260, 460].map { ("省厅", box($0, 100 + 20 * Double(row), 24, 12)) }
      })

  static let all: [(kind: Finding.Kind, opened: Opened)] = [
    (.numberMissing, .text("# 某省方案\n\n一、甲\n\n三、乙\n")),
    (.numberOutOfOrder, .text("# 某省方案\n\n一、甲\n\n1. 甲。\n\n2. 乙。\n\n2. 丙。\n")),
    (.unbalancedBracket, .text("# 某省方案\n\n1. 加强管理（各市落实。\n")),
    (
      .unfinishedParagraph,
      .text("# 某省方案\n\n1. 加强管理。" + String(repeating: "各市要抓好落实，", count: 6) + "\n\n2. 乙。\n")
    ),
    (.suspiciousText, .text("# 某省方案\n\n1. 加强管理。各市and各县要抓好落实。\n")),
    (.numberInsideLine, .text("# 某省方案\n\n1. 修改为“加强管理。2.落实责任”。\n\n3. 丙。\n")),
    (.contentsEntryWithoutText, .text(contents + notice(about: "加强管理"))),
    (
      .documentNotInContents,
      .text(contents + notice(about: "加强管理") + notice(about: "任免干部") + notice(about: "防汛"))
    ),
    (
      .correctionNotApplicable,
      .text(
        "# 某省方案\n",
        manifest:
          "{\"corrections\":[{\"line\":1,\"printed\":\"乙\",\"corrected\":\"甲\",\"reason\":\"错\"}]}")
    ),
    (.hiddenCharacters, .text("# 某省方案\n\n1. 加强\u{202E}管理。\n")),
    (.notUTF8, .bytes(Array("# 某省方案\n\n1. 加强管理。".utf8) + [0xE5, 0x90, 0x0A])),
    (.noDocument, .text(contents)),
    (.unknownBody, .text("# 某省方案\n\n1. 加强管理。（省梦想厅负责）\n")),
    (.damagedTable, .text("# 某省方案\n\n<table><tr><td>甲</td><td>乙</td></tr>\n\n1. 加强管理。\n")),
    (.unreadDutyCell, .text("# 某省方案\n\n| 任务 | 牵头单位 |\n|---|---|\n| 修订 | 100 |\n")),
    (
      .turnedPage,
      .pages(
        PageBundle(
          wordBoxes: words([("一、总则各市", box(60, 100, 12, 72)), ("二、任务各市", box(90, 100, 12, 72))])))
    ),
    (.tableNotRestored, .pages(PageBundle(wordBoxes: table))),
    (.pageWithoutText, .pages(PageBundle(wordBoxes: table))),
    (
      .uncertainRecognition,
      .pages(
        PageBundle(recognised: [
          PageBundle.RecognisedPage(
            number: 1, resolution: 250,
            table: Array(
              ("level\n1\t1\t0\t0\t0\t0\t0\t0\t2067\t2924\t-1\t\n"
                + "5\t1\t1\t1\t1\t1\t200\t300\t160\t40\t31.5\t总则\n").utf8))
        ]))
    ),
    (
      .placesOutOfStep,
      .text(
        "# 某省方案\n\n一、甲\n",
        manifest:
          "{\"intake\":{\"format\":\"pdf\",\"pages\":1,\"lines\":9,\"places\":[{\"lines\":[1,9],\"page\":1}]}}"
      )
    ),
    (
      .missingCharacterMaps,
      .complaint("Syntax Error: Missing language pack for 'Adobe-GB1' mapping\n")
    ),
    (.readerWarning, .complaint("Syntax Warning: Invalid number\n")),
    (.unreadAttribution, .text("# 某省方案\n\n1. 加强管理。（省教育厅牵头并视情况而定，省）\n")),
    (
      .linesLeftOut,
      .file("<div>首页 导航</div><div id=content><p>某市通知</p><p>一、总则。各市要抓好落实。</p></div>", .html)
    ),
    (
      .takenFromMetadata,
      .file(
        "<html><head><meta name=ArticleTitle content=某市人民政府关于防汛的通知></head><body><p>各区人民政府：</p>"
          + "<p>一、总则。各区要抓好落实。</p></body></html>", .html)
    ),
    (.guessedEncoding, .bytes([0xB5, 0xA5, 0xB5, 0xD8, 0xBB, 0xF9, 0xBC, 0xC6])),
    (.picture, .file("<p>一、总则。</p><img src=a.png>", .html)),
    (.formula, word("<w:r><w:t>总则</w:t></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>")),
    (.unmappedCharacters, word("<w:r><w:t>总则</w:t><w:sym w:char=\"F0A7\"/></w:r>")),
    (
      .deletedText,
      word("<w:r><w:t>总则</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>")
    ),
    (
      .partNotRead,
      .members([
        "META-INF/container.xml": "<container><rootfile full-path=\"c\"/></container>",
        "c": "<package><item id=\"a\" href=\"a\"/><item id=\"b\" href=\"b\"/><itemref idref=\"a\"/>"
          + "<itemref idref=\"b\"/></package>", "a": "<html><body><p>一、总则</p></body></html>",
      ])
    ),
  ]

  @Test(arguments: all) func theKindIsNamed(_ kind: Finding.Kind, _ opened: Opened) throws {
    let kinds = try findings(opened).map(\.kind)
    #expect(kinds.contains(kind), "\(kinds)")
  }

  @Test func noKindIsLeftOut() {
    #expect(Set(Self.all.map(\.kind)) == Set(Finding.Kind.allCases))
  }

  /// What `check` lists.
  private func findings(_ opened: Opened) throws -> [Finding] {
    let printed: PrintedText
    var manifest = Manifest.empty
    switch opened {
    case .complaint(let text): return Poppler.findings(Array(text.utf8))
    case .text(let text, let json):
      manifest = try Manifest(json: Array(json.utf8))
      let source = SourceText(bytes: Array(text.utf8))
      printed = manifest.intake.map { $0.printedText(of: source) } ?? PrintedText(source: source)
    case .bytes(let bytes):
      if let text = try? TextScreening.text(in: bytes) {
        printed = PrintedText(source: SourceText(bytes: Array(text)))
      } else {
        printed = try read(Reader.answer(to: bytes, as: .text))
      }
    case .file(let text, let mode):
      printed = try read(Reader.answer(to: Array(text.utf8), as: mode))
    case .members(let members):
      let file = ZipFile(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      printed = try read(Reader.answer(to: file.file, as: .zip))
    case .pages(let bundle): printed = try read(Reader.answer(to: bundle.bytes, as: .pages))
    }
    let issue = IssueParser.parse(printed, manifest: manifest)
    return DepartmentIndex(issue: issue).findings(with: issue.findings)
  }

  private func read(_ answer: ReaderAnswer) throws -> PrintedText {
    guard case .printed(let printed) = answer else { throw BadAnswer() }
    return printed
  }
}
