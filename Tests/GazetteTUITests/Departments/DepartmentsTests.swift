import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct DepartmentsTests {
  /// The browser with everything worked out and a tab open.
  private func browser(_ keys: String, _ size: Size = Size(columns: 120, rows: 40)) throws
    -> Browser
  {
    var browser = try Browser(size)
    browser.index()
    // The first key opens the tab.
    browser.type(String(keys.prefix(1)))
    browser.type(String(keys.dropFirst()))
    return browser
  }

  private func selectedName(_ browser: Browser) throws -> String {
    let list = try #require(browser.layouts.departmentList(for: browser.state))
    let row = try #require(list.row(of: browser.state.departments.selected))
    return name(try #require(list.rows[row].place), browser)
  }

  private func name(_ place: Int, _ browser: Browser) -> String {
    browser.state.indexes?[0]?.departments.departments[place].body.name ?? ""
  }

  private func openName(_ browser: Browser) -> String? {
    browser.state.departments.dossiers.last.map { name($0.department, browser) }
  }

  /// The text that is highlighted in the reading pane.
  private func highlighted(_ browser: Browser) -> String {
    let frame = browser.frame
    var text = ""
    guard let pane = browser.state.panes.text else { return "" }
    for row in pane.row..<pane.row + pane.rows {
      for column in pane.column..<pane.column + pane.columns {
        guard let cell = frame[Position(row: row, column: column)], cell.style.isCurrentMatch,
          cell.shape != .continuation
        else { continue }
        text.unicodeScalars.append(cell.scalar)
      }
    }
    return text
  }

  @Test func everyTabHasItsKeyAndOneThatIsNotThereSaysSo() throws {
    var browser = try browser("2")
    #expect(browser.state.tab == .departments && browser.state.mode == .departments)
    browser.type("3")
    #expect(browser.state.tab == .matrix && browser.state.mode == .matrix)
    browser.type("1")
    #expect(browser.state.tab == .contents && browser.state.mode == .contents)
    for tab in Tab.allCases.dropFirst() {
      browser.type("t")
      #expect(browser.state.tab == tab)
    }
    browser.type("t")
    #expect(browser.state.tab == .contents)
    for number in 1...Tab.most where Tab(number: number) == nil {
      browser.type(String(number))
      #expect(browser.state.message == Message(.noSuchTab, String(number)))
    }
  }

  @Test func beforeTheIssueIsIndexedTheTabsSaySo() throws {
    var browser = try Browser()
    browser.type("2")
    #expect(browser.frame.text.contains("正在整理"))
    browser.press(.enter)
    #expect(browser.state.message == Message(.notIndexed))
    browser.index()
    #expect(browser.frame.text.contains("省生态环境厅"))
  }

  @Test(arguments: ["sthj", "shengtai", "ＳＴＨＪ", "生态环境", "生态hj", "hj shengt"])
  func aBodyIsFoundByNamePinyinInitialsAndMixtures(_ typed: String) throws {
    var browser = try browser("2/")
    #expect(browser.state.mode == .narrow)
    browser.type(typed)
    #expect(try selectedName(browser) == "省生态环境厅")
    browser.press(.enter, .enter)
    #expect(openName(browser) == "省生态环境厅")
  }

  @Test func narrowingThatFindsNothingStaysOpenAndEscapeGivesBackTheList() throws {
    var browser = try browser("2jj")
    let before = browser.state.departments
    browser.type("/")
    browser.type("qqq")
    browser.press(.enter)
    #expect(browser.state.mode == .narrow && browser.state.message == Message(.noBodyFits))
    browser.press(.escape)
    #expect(browser.state.departments == before)
    browser.type("/")
    browser.type("ny")
    browser.press(.enter)
    #expect(browser.state.departments.query == "ny")
    let narrowed = try selectedName(browser)
    browser.press(.escape)
    #expect(browser.state.departments.query.isEmpty)
    #expect(try selectedName(browser) == narrowed)
  }

  @Test func theOrdersKeepTheSelectionAndCollectivesApart() throws {
    var browser = try browser("2jj")
    let name = try selectedName(browser)
    for _ in Departments.Order.allCases {
      browser.type("o")
      #expect(try selectedName(browser) == name)
      let list = try #require(browser.layouts.departmentList(for: browser.state))
      let departments = try #require(browser.state.indexes?[0]).departments.departments
      #expect(list.count == departments.count)
      // From the first collective to the next heading there are only collectives.
      var group: Set<Bool> = []
      for row in list.rows + [.heading(Phrase("", ""), count: 0)] {
        if let place = row.place {
          group.insert(departments[place].body.isCollective)
        } else {
          #expect(group.count <= 1)
          group = []
        }
      }
    }
    #expect(browser.state.departments.order == .count)
  }

  @Test func theOrderByNameIsThatOfPinyin() throws {
    let browser = try browser("2o")
    let list = try #require(browser.layouts.departmentList(for: browser.state))
    let names = list.rows.compactMap(\.place).map { name($0, browser) }
    let first = try #require(names.firstIndex(of: "吉林银保监局"))
    let second = try #require(names.firstIndex(of: "省财政厅"))
    let third = try #require(names.firstIndex(of: "省畜牧局"))
    #expect(first < second && second < third)
  }

  @Test func movingThroughADossierShowsEachPhrase() throws {
    var browser = try browser("2")
    browser.press(.enter)
    let rows = try #require(browser.layouts.dossier(for: browser.state))
    let index = try #require(browser.state.indexes?[0]).departments
    var shown = 0
    for (place, item) in rows.items.enumerated() {
      #expect(browser.state.departments.dossiers.last?.selected == place)
      if case .clause(let responsibility) = item.target {
        let responsibility = index.responsibilities[responsibility]
        #expect(browser.state.cursor.node == responsibility.node)
        if !responsibility.isInherited {
          #expect(highlighted(browser) == responsibility.text)
          shown += 1
        }
      }
      browser.type("j")
    }
    #expect(shown >= 60)
    #expect(browser.state.message == Message(.atLast))
  }

  @Test func goingToAClauseAndBackShowsTheDossierAgain() throws {
    var browser = try browser("2")
    let before = browser.state.cursor
    browser.press(.enter)
    browser.type("jj")
    var dossier = browser.state.departments
    let clause = browser.reference
    browser.press(.enter)
    #expect(browser.state.mode == .dossier)
    browser.press(.enter)
    #expect(browser.state.focus == .text && browser.reference == clause)
    dossier = browser.state.departments
    browser.type("}")
    #expect(browser.reference != clause)
    browser.type("HH")
    #expect(browser.state.mode == .dossier && browser.state.departments == dossier)
    #expect(browser.reference == clause)
    browser.type("H")
    #expect(browser.state.mode == .departments && browser.state.cursor == before)
    browser.type("L")
    #expect(browser.state.mode == .dossier)
  }

  @Test func aPartnerIsOpenedAndEscapeLeadsBackThroughTheDossiers() throws {
    var browser = try browser("2")
    browser.press(.enter)
    let rows = try #require(browser.layouts.dossier(for: browser.state))
    let partner = try #require(
      rows.items.firstIndex { if case .body = $0.target { true } else { false } })
    browser.type(partner, "j")
    browser.press(.enter)
    #expect(openName(browser) == "省住房城乡建设厅")
    browser.press(.escape)
    #expect(openName(browser) == "省生态环境厅")
    #expect(browser.state.departments.dossiers.last?.selected == partner)
    browser.press(.escape)
    #expect(browser.state.mode == .departments)
  }

  @Test func oneKeyGoesThroughTheRoles() throws {
    var browser = try browser("2")
    browser.press(.enter)
    let roles = try #require(browser.layouts.dossier(for: browser.state)).roles
    #expect(roles == [.lead, .responsible, .shared, .participate])
    for role in roles {
      browser.type("o")
      #expect(browser.state.departments.dossiers.last?.role == role)
      #expect(browser.frame.text.contains("只看" + role.chinese))
    }
    browser.type("o")
    #expect(browser.state.departments.dossiers.last?.role == nil)
    #expect(browser.state.departments.dossiers.last?.isByDeadline == true)
    browser.type("o")
    #expect(browser.state.departments.dossiers.last?.isByDeadline == false)
  }

  @Test func aCellOpensTheClausesThatItCounts() throws {
    var browser = try browser("3")
    let table = try #require(browser.layouts.dutyTable(for: browser.state))
    browser.type("lll")
    let cell = table.rows[0].cells[2]
    browser.press(.enter)
    #expect(browser.state.mode == .dossier)
    let rows = try #require(browser.layouts.dossier(for: browser.state))
    let index = try #require(browser.state.indexes?[0]).departments
    var nodes: Set<NodeID> = []
    for item in rows.items {
      if case .clause(let place) = item.target, !index.responsibilities[place].isInherited {
        nodes.insert(index.responsibilities[place].node)
      }
    }
    #expect(nodes.count == cell.clauses && cell.clauses > 0)
    browser.type("H")
    #expect(browser.state.mode == .matrix && browser.state.matrix.column == 3)
  }

  @Test func anEmptyCellSaysSoAndTheEdgesHold() throws {
    var browser = try browser("3l")
    browser.press(.enter)
    #expect(browser.state.message == Message(.noClauses))
    browser.type("hh")
    #expect(browser.state.message == Message(.atFirst))
    browser.type("Gj")
    #expect(browser.state.message == Message(.atLast))
  }

  @Test func theMatrixTakesTheWholeWidthWhereThereIsLittle() throws {
    var browser = try browser("3", Size(columns: 80, rows: 24))
    #expect(browser.state.panes.contents?.columns == 80)
    browser.press(.tab)
    #expect(browser.state.panes.text?.columns == 80)
  }

  @Test func theDetailsOpenTheDossierOfABody() throws {
    var browser = try browser(":")
    browser.type("3.1/2.3.12")
    browser.press(.enter)
    browser.type("i")
    #expect(browser.state.focus == .details)
    #expect(highlighted(browser).hasPrefix("（省生态环境厅、省工业和信息化厅牵头"))
    browser.type("j")
    browser.press(.enter)
    #expect(openName(browser) == "省工业和信息化厅")
    browser.type("H")
    #expect(browser.state.focus == .details && browser.reference == "3.1/2.3.12")
  }

  @Test func aClickOnATabOpensIt() throws {
    var browser = try browser("")
    browser.handle(.mouse(MouseEvent(kind: .press, position: Position(row: 1, column: 9))))
    #expect(browser.state.tab == .departments)
    browser.handle(.mouse(MouseEvent(kind: .press, position: Position(row: 5, column: 5))))
    #expect(try selectedName(browser) == "省工业和信息化厅")
    browser.handle(.mouse(MouseEvent(kind: .doublePress, position: Position(row: 5, column: 5))))
    #expect(openName(browser) == "省工业和信息化厅")
  }

  @Test func attributionsAreSetApartWithTheLeaders() throws {
    var browser = try browser(":")
    browser.type("3.1/2.3.12")
    browser.press(.enter)
    let layout = browser.layouts.document(for: browser.state)
    let row = try #require(
      layout.rows.indices.first {
        layout.rows[$0].node == browser.state.cursor.node
          && layout.segments(ofRow: $0).contains { $0.text.contains("（省生态") }
      })
    let part = try #require(layout.rows[row].part)
    let segments = layout.segments(
      ofRow: row,
      stretches: browser.layouts.attributions(
        in: part, of: browser.state.cursor.node, for: browser.state))
    #expect(segments.contains { $0.style.role == .attribution && $0.text == "（" })
    #expect(segments.contains { $0.style.role == .lead && $0.text.hasPrefix("省生态") })
  }
}
