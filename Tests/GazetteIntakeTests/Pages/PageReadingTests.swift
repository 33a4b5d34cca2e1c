import GazetteModel
import GazetteText
import Testing

@testable import GazetteIntake

/// Pages as typesetters set them, read in the order in which people read.
@Suite struct PageReadingTests {
  /// Sentences that differ, so that nothing repeats by chance.
  private func sentence(_ number: Int, length: Int) -> String {
    let words = Array("严格落实河长制对侵占河道的建筑依法清理整治实行总量控制登记造册限期完成整改工作")
    var text = "第\(number)项"
    for index in 0..<length { text.append(words[(index * (number + 1) + number) % words.count]) }
    return text + "。"
  }

  @Test func columnsAreReadOneAfterTheOther() {
    let left = (1...6).map { sentence($0, length: 50) }
    let right = (7...12).map { sentence($0, length: 50) }
    var page = TypesetPage(1)
    page.set(paragraphs: left, x: 50, y: 100, width: 23)
    page.set(paragraphs: right, x: 310, y: 105, width: 23)
    let reading = PageReading([page.page])
    #expect(reading.paragraphs == left + right)
    #expect(reading.lines.map(\.column).first == 1)
    #expect(reading.lines.map(\.column).last == 2)
  }

  @Test func aHeadingAcrossTheColumnsDividesThem() {
    let texts = (1...12).map { sentence($0, length: 50) }
    var page = TypesetPage(1)
    page.set(paragraphs: Array(texts[0..<3]), x: 50, y: 100, width: 23)
    page.set(paragraphs: Array(texts[3..<6]), x: 310, y: 100, width: 23)
    page.setCentred("临江省河湖管理实施方案", y: 300, size: 16)
    page.set(paragraphs: Array(texts[6..<9]), x: 50, y: 340, width: 23)
    page.set(paragraphs: Array(texts[9..<12]), x: 310, y: 340, width: 23)
    let reading = PageReading([page.page])
    #expect(reading.paragraphs == texts[0..<6] + ["临江省河湖管理实施方案"] + texts[6..<12])
    let heading = reading.lines.firstIndex { $0.text == "临江省河湖管理实施方案" }
    #expect(heading.map { reading.forms[$0] } == .heading)
    #expect(heading.map { reading.lines[$0].column } == .some(nil))
  }

  @Test func paragraphsThatStandApartAreNotJoined() {
    // Each fills its last line, so that the next would not have fitted behind it.
    let texts = (1...6).map { sentence($0, length: 45 + 50 - 4) }
    #expect(texts.allSatisfy { $0.count % 19 == 0 })
    var page = TypesetPage(1)
    page.set(paragraphs: texts, x: 50, y: 100, width: 19, indent: 0, gap: 6)
    #expect(PageReading([page.page]).paragraphs == texts)
  }

  @Test func aParagraphGoesOnInTheNextColumnAndOnTheNextPage() {
    let first = sentence(1, length: 300)
    let second = sentence(2, length: 300)
    let whole = Array(first + second)
    // 23 characters a line, ten lines a column: the first paragraph ends in the second column.
    var pages = [TypesetPage(1), TypesetPage(2)]
    var lines: [(Double, String)] = []
    for paragraph in [first, second] {
      var rest = Substring(paragraph)
      var indent = 2
      while !rest.isEmpty {
        lines.append((Double(indent) * 10, String(rest.prefix(23 - indent))))
        rest = rest.dropFirst(23 - indent)
        indent = 0
      }
    }
    for (index, line) in lines.enumerated() {
      let column = index / 7
      pages[column / 2].set(
        line.1, x: (column.isMultiple(of: 2) ? 50 : 310) + line.0,
        y: 100 + Double(index % 7) * TypesetPage.pitch)
    }
    #expect(PageReading(pages.map(\.page)).paragraphs == [first, second])
    #expect(whole.count == first.count + second.count)
  }

  @Test func whatRepeatsAtTheEdgeOfPagesIsFurniture() {
    let pages = (1...6).map { number in
      var page = TypesetPage(number)
      page.setCentred("临江省人民政府公报", y: 40)
      page.set(
        paragraphs: (0..<4).map { sentence(number * 10 + $0, length: 90) }, x: 50, y: 100, width: 50
      )
      page.setCentred("—\(number + 23)—", y: 760)
      return page.page
    }
    let reading = PageReading(pages)
    #expect(reading.furniture.count == 12)
    #expect(reading.paragraphs.count == 24)
  }

  @Test func theRepeatedHeadOfATableIsText() {
    let pages = (1...4).map { number in
      var page = TypesetPage(number)
      page.setCentred("临江省人民政府公报", y: 40)
      for row in 0..<20 {
        let y = 100 + Double(row) * 16
        page.set(row == 0 ? "序号" : "\(number * 20 + row)", x: 50, y: y)
        page.set(row == 0 ? "任务" : sentence(number * 20 + row, length: 8), x: 120, y: y)
        page.set(row == 0 ? "牵头单位" : "省水利厅", x: 300, y: y)
        page.set(row == 0 ? "时限" : "长期", x: 450, y: y)
      }
      return page.page
    }
    let reading = PageReading(pages)
    #expect(reading.furniture == Array(repeating: "临江省人民政府公报", count: 4))
    #expect(reading.paragraphs.count { $0.hasPrefix("序号") } == 4)
    #expect(reading.paragraphs.count == 80)
  }

  @Test func aTitleOverTwoCentredLinesIsOneHeading() {
    var page = TypesetPage(1)
    page.setCentred("临江省人民政府办公厅关于印发加强全省主要河流和湖泊", y: 60, size: 18)
    page.setCentred("管理保护实施方案的通知", y: 90, size: 18)
    page.set(
      paragraphs: (1...5).map { sentence($0, length: 90) }, x: 70, y: 140, width: 46)
    let reading = PageReading([page.page])
    #expect(reading.paragraphs.first == "临江省人民政府办公厅关于印发加强全省主要河流和湖泊管理保护实施方案的通知")
    #expect(reading.forms.first == .heading)
  }

  @Test func pagesWithoutTextAndTurnedPagesAreNamed() {
    var turned = TypesetPage(2)
    for index in 0..<8 { turned.setUpward("横排的表格在这一页转了九十度", x: 50 + Double(index) * 20) }
    var text = TypesetPage(3)
    text.set(paragraphs: [sentence(1, length: 80)], x: 50, y: 100, width: 40)
    let reading = PageReading([TypesetPage(1).page, turned.page, text.page])
    #expect(reading.emptyPages == [1])
    #expect(reading.turnedPages == [2])
    #expect(reading.lines.count { $0.page == 2 } == 8)
  }

  @Test(.timeLimit(.minutes(1))) func aPageFullOfWordsIsReadInLinearTime() {
    var page = TypesetPage(1)
    for index in 0..<200_000 {
      page.set("字", x: Double(index % 400), y: Double(index / 400))
    }
    #expect(PageReading([page.page]).lines.count > 0)
  }
}

extension TypesetPage {
  /// Sets a line that runs upward.
  mutating func setUpward(_ text: String, x: Double) {
    let height = Double(text.count) * Self.size
    let word = PlacedWord(
      text: text, box: PlacedBox(minX: x, minY: 100, maxX: x + 12, maxY: 100 + height))
    if let run = PlacedRun(words: [word]) { add(run) }
  }
}
