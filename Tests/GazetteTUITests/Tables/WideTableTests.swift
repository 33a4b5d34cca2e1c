import GazetteModel
import GazetteText
@testable import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct WideTableTests {
  private func browser(_ size: Size, language: Language = .chinese) throws -> Browser {
    try Browser(Library(issues: [SampleTable.issue()]), size, language: language)
  }

  /// The browser at the first row of the table.
  private func atTable(_ size: Size, language: Language = .chinese) throws -> Browser {
    var browser = try browser(size, language: language)
    browser.state.cursor = TextPosition(
      node: try node(browser), part: .row(RowPlace(table: 0, row: 0)))
    browser.type("jk")
    return browser
  }

  private func node(_ browser: Browser) throws -> NodeID {
    let issue = browser.state.library[browser.state.issue]
    return try #require(issue.nodes.first { !$0.tables.isEmpty }).id
  }

  private func row(_ browser: Browser) -> Int? {
    if case .row(let place) = browser.state.cursor.part { place.row } else { nil }
  }

  // MARK: One key

  @Test func oneKeyShowsTheTableOverTheWholeScreenAndEnterGoesBackToItsRow() throws {
    var browser = try atTable(Size(columns: 80, rows: 24))
    browser.type("|")
    #expect(browser.state.mode == .table)
    #expect(browser.frame.rowText(0).contains("2022年大气污染防治重点任务分工表"))
    #expect(browser.frame.rowText(0).contains("第 1 行，共 24 行"))
    #expect(!browser.frame.text.contains("目录"))
    browser.type("jjj")
    browser.press(.enter)
    #expect(browser.state.mode == .text)
    #expect(row(browser) == 3)
    #expect(browser.frame.text.contains("牵头单位      市城市管理局"))
  }

  @Test func theTableInSightIsTakenWhereTheReaderIsAtNone() throws {
    var browser = try browser(Size(columns: 120, rows: 40))
    browser.type("|")
    #expect(browser.state.mode == .table)
    browser.type("|")
    #expect(browser.state.mode == .text)
    var other = try Browser(Size(columns: 80, rows: 24))
    other.type("|")
    #expect(other.state.message?.key == .noTableHere)
  }

  @Test func theKeyIsNamedWhileTheReaderIsAtATable() throws {
    var browser = try atTable(Size(columns: 80, rows: 24))
    #expect(browser.frame.rowText(23).contains("| 整表"))
    browser.type("gg")
    #expect(!browser.frame.rowText(23).contains("整表"))
  }

  // MARK: Sideways

  @Test func itGoesSidewaysByWholeColumnsUntilTheLast() throws {
    var browser = try atTable(Size(columns: 80, rows: 24))
    browser.type("|")
    #expect(browser.frame.rowText(1).contains("类别"))
    #expect(!browser.frame.text.contains("完成时限"))
    browser.type("l")
    #expect(!browser.frame.rowText(1).contains("类别"))
    #expect(browser.frame.rowText(0).contains("« 第 3-"))
    browser.type(9, "l")
    #expect(browser.frame.rowText(1).contains("完成时限"))
    #expect(browser.state.message?.key == .lastColumn)
    browser.type(9, "h")
    #expect(browser.frame.rowText(1).contains("类别"))
    #expect(browser.state.message?.key == .firstColumn)
    // The first column, which says what row it is, stays.
    #expect(browser.frame.rowText(1).contains("序号"))
  }

  @Test(arguments: [40, 47, 60, 80, 100, 120, 200])
  func everyColumnIsReachedAndNothingIsWiderThanTheScreen(_ columns: Int) throws {
    let issue = SampleTable.issue()
    let table = try #require(issue.nodes.flatMap(\.tables).first)
    let room = columns - 3
    var left = 0
    var reached: Set<Int> = []
    while true {
      let layout = WideTableLayout(table, left: left, columns: room, ambiguous: .narrow)
      #expect(layout.width <= room)
      #expect(!layout.shown.isEmpty)
      reached.formUnion(Array(0..<layout.staying) + Array(layout.shown))
      for line in layout.head + layout.lines.map(\.pieces) {
        var end = 0
        for piece in line {
          #expect(piece.column >= end)
          end = piece.column + piece.columns
        }
        #expect(end <= room)
      }
      if layout.shown.lowerBound >= layout.lastLeft { break }
      left = layout.shown.lowerBound + 1
    }
    #expect(reached.count == table.columnCount)
  }

  // MARK: Up and down

  @Test func theHeadStaysInSightToTheLastRow() throws {
    var browser = try atTable(Size(columns: 80, rows: 24))
    browser.type("|G")
    #expect(browser.frame.rowText(1).contains("序号"))
    #expect(browser.frame.rowText(0).contains("第 24 行，共 24 行"))
    #expect(browser.frame.text.contains(">   24  移动源治理"))
    browser.type("gg")
    #expect(browser.frame.text.contains(">    1  工业污染治理"))
  }

  @Test func aRowHigherThanTheScreenIsGoneThroughBeforeTheNext() throws {
    let long = (1...60).map { "任务第\($0)项" }.joined(separator: "，")
    let text = "# 方案\n\n|序号|任务|单位|\n|---|---|---|\n|1|\(long)。|甲局|\n|2|收尾|乙局|\n"
    let issue = IssueParser.parse(SourceText(bytes: Array(text.utf8)), fallbackID: "high")
    var browser = try Browser(Library(issues: [issue]), Size(columns: 40, rows: 10))
    browser.state.cursor = TextPosition(
      node: try node(browser), part: .row(RowPlace(table: 0, row: 0)))
    browser.type("|")
    var seen = browser.frame.text
    for _ in 0..<40 where !browser.frame.rowText(0).contains("第 2 行") {
      browser.type("j")
      seen += browser.frame.text
    }
    #expect(browser.frame.rowText(0).contains("第 2 行"))
    let joined = seen.filter { !$0.isWhitespace }
    for number in 1...60 { #expect(joined.contains("第\(number)项") || joined.contains("\(number)")) }
  }

  @Test func anotherSizeKeepsTheRowInSight() throws {
    var browser = try atTable(Size(columns: 200, rows: 50))
    browser.type("|G")
    browser.handle(.resize(Size(columns: 40, rows: 8)))
    #expect(browser.frame.text.contains(">   24"))
    browser.handle(.resize(Size(columns: 120, rows: 40)))
    #expect(browser.frame.text.contains(">   24"))
  }

  // MARK: What else is known of a row

  @Test func theDetailsOfARowAreItsOwn() throws {
    var browser = try atTable(Size(columns: 120, rows: 40))
    browser.index()
    browser.state.cursor.part = .row(RowPlace(table: 0, row: 1))
    let text = browser.frame.text
    #expect(text.contains("120家"))
    #expect(!text.contains("86台") || !text.contains("还有"))
    #expect(text.contains("2022-06-30") && !text.contains("2022-10-31"))
    #expect(text.contains("第15行"))
  }

  @Test func atAWiderPaneATableTakesTheRoomBesideTheText() throws {
    var browser = try atTable(Size(columns: 120, rows: 40))
    #expect(!browser.frame.text.contains("牵头单位      配合单位"))
    browser.type("r")
    #expect(browser.frame.text.contains("牵头单位      配合单位"))
  }

  // MARK: Screens

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func atATable(_ size: Size, _ language: Language) throws {
    let browser = try atTable(size, language: language)
    expectSnapshot(browser.frame, named: name("table", size, language))
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func overTheWholeScreen(_ size: Size, _ language: Language) throws {
    var browser = try atTable(size, language: language)
    browser.type("|l")
    expectSnapshot(browser.frame, named: name("table-wide", size, language))
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func farDownATable(_ size: Size, _ language: Language) throws {
    var browser = try atTable(size, language: language)
    browser.type("r")
    browser.press(.control("f"))
    expectSnapshot(browser.frame, named: name("table-down", size, language))
  }

  private func name(_ screen: String, _ size: Size, _ language: Language) -> String {
    "\(screen)-\(size.columns)x\(size.rows)-\(language.rawValue)"
  }
}
