import GazetteModel
import Testing

@testable import GazetteIntake
@testable import GazetteIntakeReader

@Suite struct HTMLReaderTests {
  private func read(_ page: String) throws -> PrintedText {
    try HTMLReader.read(Array(page.utf8))
  }

  private func lines(_ printed: PrintedText) -> [String] {
    (1...printed.source.lineCount).map { printed.source.text(ofLine: $0) }
  }

  private let article = """
    <p>某市人民政府关于加强管理的通知</p><p>各区人民政府：</p>
    <p>为加强全市管理工作，现就有关事项通知如下。</p><p>一、总体要求<br>坚持问题导向。</p>
    """

  @Test func whatStandsAroundTheArticleIsLeftOutAndCounted() throws {
    let printed = try read(
      """
      <html><head><title>通知</title><style>p{}</style></head><body>
      <div class="nav"><a href="/">首页</a></div><script>var a = "脚本";</script>
      <div class="main"><div class="text">\(article)</div>
      <div class="share">分享到微信</div></div>
      <p style="display: none">看不见</p><div class="footer">版权所有</div></body></html>
      """)
    #expect(
      lines(printed) == [
        "某市人民政府关于加强管理的通知", "各区人民政府：", "为加强全市管理工作，现就有关事项通知如下。", "一、总体要求", "坚持问题导向。",
      ])
    let left = try #require(printed.findings.first { $0.kind == .linesLeftOut })
    #expect(left.count == 4)
  }

  @Test func theTitleAndNumberComeFromThePageWhereTheTextLacksThem() throws {
    let printed = try read(
      """
      <html><head><meta name="ArticleTitle" content="某市人民政府关于养老服务的通知"></head><body>
      <table><tr><td>索引号：</td><td>0001</td><td>发文机关：</td><td>某市人民政府</td></tr>
      <tr><td>发文字号：</td><td>某府〔2022〕3号</td><td>成文日期：</td><td>2022年5月6日</td></tr></table>
      <div><p>各区人民政府：</p><p>现将有关事项通知如下，请认真贯彻落实。</p><p>请遵照执行。</p></div></body></html>
      """)
    #expect(
      lines(printed) == [
        "# 某市人民政府关于养老服务的通知", "某府〔2022〕3号", "各区人民政府：", "现将有关事项通知如下，请认真贯彻落实。", "请遵照执行。",
        "某市人民政府", "2022年5月6日",
      ])
    #expect(printed.findings.filter { $0.kind == .takenFromMetadata }.count == 4)
  }

  @Test func theTitleMayStandInACellOfItsOwnAboveTheArticle() throws {
    let printed = try read(
      """
      <html><head><title>某市</title></head><body><table><tr><td><ul><li><a href="/1">某市人民政府关于防火的通知</a>\
      </li></ul></td></tr></table>
      <table><tr><td width="200"><ul><li><a href="/2">首页</a></li></ul></td><td><table>
      <tr><td align="center">某市人民政府关于养犬的通知</td></tr><tr><td>日期：2023-07-10</td></tr>
      <tr><td>&nbsp;&nbsp;各区人民政府：<br><br>为加强全市养犬管理工作，现就有关事项通知如下。<br>一、总体要求<br>坚持问题导向。</td></tr>
      </table></td></tr></table></body></html>
      """)
    #expect(lines(printed).prefix(2) == ["# 某市人民政府关于养犬的通知", "各区人民政府："])
  }

  @Test func aPageWithoutABodyIsRead() throws {
    let printed = try read("<meta charset=utf-8><title>站</title><article>\(article)</article>")
    #expect(lines(printed).first == "某市人民政府关于加强管理的通知")
    #expect(lines(printed).last == "坚持问题导向。")
  }

  @Test func listsAreNumberedAsBrowsersDo() throws {
    let printed = try read(
      "<body><div>\(article)<ol start=3><li>甲方案。</li><li>乙方案。</li></ol></div></body>")
    #expect(lines(printed).suffix(2) == ["3. 甲方案。", "4. 乙方案。"])
  }

  @Test func tablesKeepTheirCells() throws {
    let printed = try read(
      """
      <body><div>\(article)<table><tr><th rowspan=2>序号</th><th colspan=2>责任</th></tr>
      <tr><th>牵头单位</th><th>配合单位</th></tr>
      <tr><td>1</td><td>省水利厅<br>省林草局</td><td><table><tr><td>各市</td></tr></table></td></tr>
      </table></div></body>
      """)
    let table = try #require(printed.tables.first)
    #expect(
      table.rows == [
        ["序号", "责任", "责任"], ["序号", "牵头单位", "配合单位"], ["1", "省水利厅\n省林草局", "各市"],
      ])
    #expect(table.headRows == 2)
  }

  @Test(arguments: ["gb2312", "gbk", "big5", "utf-8"])
  func theEncodingIsTheOneThePageNames(_ label: String) throws {
    let page = "<meta charset=\(label)><body>\(article)"
    let encoding = try #require(CharacterEncoding(label: label))
    let big5 = label == "big5"
    // Simplified characters are not in Big5.
    let text = big5 ? "<meta charset=big5><body><p>關於加強管理的通知</p><p>各縣市：</p>" : page
    let bytes = try encoded(text, as: encoding)
    let printed = try HTMLReader.read(bytes)
    #expect(printed.provenance.encoding == encoding.name)
    #expect(lines(printed)[0] == (big5 ? "關於加強管理的通知" : "某市人民政府关于加强管理的通知"))
  }

  @Test func aPageThatNamesAWrongEncodingIsReadByGuess() throws {
    let bytes = try encoded(
      "<meta charset=utf-8><body>\(article)\(article)", as: CharacterEncoding.gb18030)
    let printed = try HTMLReader.read(bytes)
    #expect(printed.provenance.encoding == "GB18030")
  }

  /// The bytes of a text in another encoding, found by trying: the table of the encoding read backward.
  private func encoded(_ text: String, as encoding: CharacterEncoding) throws -> [UInt8] {
    if encoding == .utf8 { return Array(text.utf8) }
    var table: [String: [UInt8]] = [:]
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        let (decoded, damage) = encoding.decoded([lead, trail])
        if damage == 0 { table[String(decoding: decoded, as: UTF8.self)] = [lead, trail] }
      }
    }
    return try text.flatMap { character in
      character.isASCII ? [UInt8](character.utf8) : try #require(table[String(character)])
    }
  }
}

@Suite struct MessageReaderTests {
  @Test func thePageOfASavedMessageIsRead() throws {
    let message = """
      From: <Saved by Blink>\r
      MIME-Version: 1.0\r
      Content-Type: multipart/related;\r
      \ttype="text/html"; boundary="----x----"\r
      \r
      ------x----\r
      Content-Type: text/html; charset=utf-8\r
      Content-Transfer-Encoding: quoted-printable\r
      \r
      <html><body><div><p>=E9=80=9A=E7=9F=A5</p><p>=E5=90=84=E5=8C=BA=\r
      =EF=BC=9A</p></div></body></html>\r
      ------x----\r
      Content-Type: image/png\r
      \r
      x\r
      ------x------\r
      """
    let printed = try MessageReader.read(Array(message.utf8))
    #expect(String(decoding: printed.source.bytes, as: UTF8.self) == "通知\n各区：\n")
  }
}

@Suite struct RecordReaderTests {
  @Test func aRecordOfACrawlerIsRead() throws {
    let json = #"{"title": "\u901a\u77e5", "docno": "某办发〔2022〕9号", "content": "一、总则。\n二、附则。"}"#
    let printed = try RecordReader.read(Array(json.utf8))
    #expect(
      String(decoding: printed.source.bytes, as: UTF8.self) == "# 通知\n某办发〔2022〕9号\n一、总则。\n二、附则。\n")
  }

  @Test func otherJSONIsRefused() {
    #expect(Reader.answer(to: Array("{\"a\": 1}".utf8), as: .json) == .problem(.unknownFormat))
    #expect(Reader.answer(to: Array("{\"a\": ".utf8), as: .json) == .problem(.damaged))
  }
}

@Suite struct BookReaderTests {
  @Test func chaptersComeInTheOrderOfTheSpine() throws {
    let file = ZipFile([
      ("mimetype", "application/epub+zip"),
      (
        "META-INF/container.xml",
        "<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>"
      ),
      (
        "OPS/book.opf",
        "<package><manifest><item id=\"n\" href=\"nav.xhtml\" properties=\"nav\"/>"
          + "<item id=\"b\" href=\"b.xhtml\"/><item id=\"a\" href=\"text/a%201.xhtml\"/></manifest>"
          + "<spine><itemref idref=\"n\"/><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>"
      ),
      ("OPS/nav.xhtml", "<html><body><p>目录</p></body></html>"),
      ("OPS/b.xhtml", "<html><body><p>第二</p></body></html>"),
      ("OPS/text/a 1.xhtml", "<html><body><h1>第一</h1></body></html>"),
    ]).file
    guard case .printed(let printed) = Reader.answer(to: file, as: .zip) else {
      throw ReadingFailure(.damaged)
    }
    #expect(String(decoding: printed.source.bytes, as: UTF8.self) == "# 第一\n第二\n")
    #expect(printed.provenance.format == .epub)
  }
}
