import GazetteModel
import GazetteText
import Testing

@testable import GazetteIntake
@testable import GazetteIntakeReader

@Suite struct WordReaderTests {
  private func read(
    _ body: String, numbering: String = "", notes: String = ""
  ) throws -> PrintedText {
    let space = "xmlns:w=\"urn:w\""
    let file = ZipFile([
      ("word/document.xml", "<w:document \(space)><w:body>\(body)</w:body></w:document>"),
      ("word/numbering.xml", "<w:numbering \(space)>\(numbering)</w:numbering>"),
      ("word/footnotes.xml", "<w:footnotes \(space)>\(notes)</w:footnotes>"),
    ]).file
    guard case .printed(let printed) = Reader.answer(to: file, as: .zip) else {
      throw ReadingFailure(.damaged)
    }
    return printed
  }

  private func lines(_ printed: PrintedText) -> [String] {
    (1...printed.source.lineCount).map { printed.source.text(ofLine: $0) }
  }

  private func paragraph(_ text: String, list: String = "", level: Int = 0) -> String {
    let number =
      list.isEmpty
      ? ""
      : "<w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr></w:pPr>"
    return "<w:p>\(number)<w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  @Test func automaticNumbersAreWorkedOut() throws {
    let levels = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
      .enumerated().map { level, form in
        "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(form.0)\"/>"
          + "<w:lvlText w:val=\"\(form.1)\"/></w:lvl>"
      }.joined()
    let printed = try read(
      paragraph("总体要求", list: "1") + paragraph("加强统筹", list: "1", level: 1)
        + paragraph("做好衔接", list: "1", level: 2) + paragraph("落实责任", list: "1", level: 2)
        + paragraph("强化保障", list: "1", level: 1) + paragraph("重点任务", list: "1")
        + paragraph("推进项目", list: "1", level: 1),
      numbering: "<w:abstractNum w:abstractNumId=\"0\">\(levels)</w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
    #expect(
      lines(printed) == [
        "一、总体要求", "（一）加强统筹", "1. 做好衔接", "2. 落实责任", "（二）强化保障", "二、重点任务", "（一）推进项目",
      ])
  }

  @Test func deletionsAreNoTextAndInsertionsAre() throws {
    let printed = try read(
      "<w:p><w:r><w:t>由省</w:t></w:r><w:del><w:r><w:delText>环保厅</w:delText></w:r></w:del>"
        + "<w:ins><w:r><w:t>生态环境厅</w:t></w:r></w:ins><w:r><w:t>负责。</w:t></w:r></w:p>"
        + "<w:p><w:moveFrom><w:r><w:t>移走的话。</w:t></w:r></w:moveFrom></w:p>")
    #expect(lines(printed) == ["由省生态环境厅负责。"])
    #expect(printed.findings.map(\.kind) == [.deletedText])
  }

  @Test func aNoteStandsBehindItsParagraph() throws {
    let printed = try read(
      "<w:p><w:r><w:t>达到目标</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>"
        + "<w:r><w:t>。</w:t></w:r></w:p>" + paragraph("下一段。"),
      notes: "<w:footnote w:id=\"2\">\(paragraph("按2020年口径。"))</w:footnote>")
    #expect(lines(printed) == ["达到目标<sup>1</sup>。", "注1：按2020年口径。", "下一段。"])
  }

  @Test func mergedCellsAreRepeated() throws {
    func cell(_ text: String, _ properties: String = "") -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
    }
    let printed = try read(
      "<w:tbl><w:tr>\(cell("序号"))\(cell("任务"))\(cell("牵头单位"))</w:tr>"
        + "<w:tr>\(cell("1", "<w:vMerge w:val=\"restart\"/>"))\(cell("甲"))\(cell("省水利厅"))</w:tr>"
        + "<w:tr>\(cell("", "<w:vMerge/>"))\(cell("乙、丙", "<w:gridSpan w:val=\"2\"/>"))</w:tr></w:tbl>"
    )
    #expect(
      printed.tables.first?.rows == [
        ["序号", "任务", "牵头单位"], ["1", "甲", "省水利厅"], ["1", "乙、丙", "乙、丙"],
      ])
    #expect(printed.tables.first?.headRows == 1)
    #expect(printed.tables.first?.lines == LineRange(1, 4))
  }

  @Test func entitiesOfItsOwnAreRefused() {
    let file = ZipFile([
      (
        "word/document.xml",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><document><body><p><t>&e;</t></p>"
          + "</body></document>"
      )
    ]).file
    #expect(Reader.answer(to: file, as: .zip) == .problem(.declaresEntities))
  }
}

@Suite struct ListNumberTests {
  @Test(arguments: [
    (1, "chineseCounting", "一"), (10, "chineseCounting", "十"), (11, "chineseCounting", "十一"),
    (20, "chineseCounting", "二十"), (105, "chineseCounting", "一百零五"),
    (110, "chineseCounting", "一百一十"), (3, "chineseLegalSimplified", "叁"),
    (12, "ideographDigital", "一二"), (2, "ideographTraditional", "乙"),
    (5, "decimalEnclosedCircle", "⑤"), (27, "lowerLetter", "aa"), (14, "upperRoman", "XIV"),
    (7, "decimalZero", "07"), (0, "chineseCounting", "0"), (3, "unknown", "3"),
  ])
  func numbersReadAsTheyArePrinted(_ number: Int, _ format: String, _ text: String) {
    #expect(ListNumber.text(number, format: format) == text)
  }
}
