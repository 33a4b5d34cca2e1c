import GazetteModel
import GazetteText
import Testing

@testable import GazetteIntake

/// Tables that a page rules, restored from their lines and words.
@Suite struct RuledTableTests {
  /// A table with the columns 50…150…350…450, four rows of which the second column's last two are
  /// one cell.
  private var rulings: PageRulings {
    var rulings = PageRulings()
    for y in [100.0, 120, 160, 200] { rulings.add(fromX: 50, y: y, toX: 150, y: y) }
    for y in [100.0, 120, 200] { rulings.add(fromX: 150, y: y, toX: 350, y: y) }
    for y in [100.0, 120, 160, 200] { rulings.add(fromX: 350, y: y, toX: 450, y: y) }
    for x in [50.0, 150, 350, 450] { rulings.add(fromX: x, y: 100, toX: x, y: 200) }
    return rulings
  }

  private var page: PlacedPage {
    var page = TypesetPage(1)
    page.set("本表列出各项任务，由牵头单位负责落实，按季度报送进展情况。", x: 70, y: 60)
    page.set("序号", x: 55, y: 104)
    page.set("任务", x: 155, y: 104)
    page.set("牵头单位", x: 355, y: 104)
    page.set("1", x: 55, y: 130)
    page.set("2", x: 55, y: 170)
    page.set("加强河湖管理和清理整治工作严格落实", x: 155, y: 130)
    page.set("责任", x: 155, y: 146)
    page.set("省水利厅", x: 355, y: 130)
    page.set("省公安厅", x: 355, y: 165)
    page.set("省财政厅", x: 355, y: 181)
    page.set("表后的文字另起一段，不属于表格。", x: 70, y: 220)
    var placed = page.page
    placed.rulings = rulings
    return placed
  }

  @Test func cellsAreRestoredAndMergedOnesRepeated() {
    let printed = PageReading([page]).printedText(Provenance(format: .pdf, pages: 1))
    #expect(
      printed.tables.map(\.rows) == [
        [
          ["序号", "任务", "牵头单位"], ["1", "加强河湖管理和清理整治工作严格落实\n责任", "省水利厅"],
          ["2", "加强河湖管理和清理整治工作严格落实\n责任", "省公安厅\n省财政厅"],
        ]
      ])
    #expect(printed.tables.map(\.headRows) == [1])
    #expect(printed.tables.map(\.lines) == [LineRange(2, 5)])
  }

  @Test func whatStandsAroundATableIsText() {
    let printed = PageReading([page]).printedText(Provenance(format: .pdf, pages: 1))
    #expect(printed.source.text(ofLine: 1).hasPrefix("本表列出"))
    #expect(printed.source.text(ofLine: 6).hasPrefix("表后的文字"))
    #expect(printed.source.lineCount == 6)
  }

  @Test func aFrameAroundTextIsNoTable() {
    var rulings = PageRulings()
    for y in [40.0, 300] { rulings.add(fromX: 40, y: y, toX: 500, y: y) }
    for x in [40.0, 500] { rulings.add(fromX: x, y: 40, toX: x, y: 300) }
    var framed = page
    framed.rulings = rulings
    #expect(PageReading([framed]).printedText(.text).tables.isEmpty)
  }

  @Test func linesAreReadFromDrawingsAndLettersAreNot() {
    let drawing = """
      <svg><defs><path d="M 0 0 L 100 0 "/></defs>
      <path style="fill:none;stroke:rgb(0%,0%,0%);" d="M 10 20 L 110 20 " \
      transform="matrix(0.5,0,0,0.5,1,2)"/>
      <path style="stroke:none;fill-rule:nonzero;" d="M 5 5 L 5.5 5 L 5.5 50 L 5 50 Z "/>
      <path style="fill:none;stroke:rgb(0%,0%,0%);" d="M 1 1 C 1 2 3 4 5 6 "/></svg>
      """
    let rulings = RulingReader.rulings(in: Array(drawing.utf8))
    #expect(rulings.level == [PageRulings.Stroke(place: 12, start: 6, end: 56)])
    #expect(rulings.upright == [PageRulings.Stroke(place: 5.25, start: 5, end: 50)])
  }

  @Test(arguments: [
    "", "<path", "<path d=\"M\"/>", "<path style=\"stroke:1\" d=\"M nan inf L 1\"/>",
  ])
  func aDamagedDrawingHasNoLines(_ drawing: String) {
    #expect(RulingReader.rulings(in: Array(drawing.utf8)) == PageRulings())
  }
}
