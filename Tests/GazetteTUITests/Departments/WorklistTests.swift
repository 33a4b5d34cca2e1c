import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct WorklistTests {
  private func browser(_ size: Size = Size(columns: 80, rows: 24)) throws -> Browser {
    var browser = try Browser(size)
    browser.index()
    return browser
  }

  private func dossier(_ browser: Browser) throws -> DossierRows {
    try #require(browser.layouts.dossier(for: browser.state))
  }

  @Test(arguments: ScreenTests.sizes)
  func aTaskTakesOneRowUntilItIsUnfolded(_ size: Size) throws {
    var browser = try browser(size)
    browser.type("2")
    browser.press(.enter)
    #expect(try dossier(browser).items.allSatisfy { $0.rows.count == 1 })
    browser.press(.enter)
    #expect(try dossier(browser).items[0].rows.count > 1)
    #expect(browser.state.mode == .dossier)
    browser.type(" ")
    #expect(try dossier(browser).items.allSatisfy { $0.rows.count == 1 })
  }

  @Test func theWorklistOfMyDepartmentIsOneKeyAway() throws {
    var browser = try browser()
    browser.state.settings.department = "sthjt"
    browser.type("@")
    #expect(browser.state.mode == .dossier)
    let index = try #require(browser.state.indexes?[0])
    let days = try dossier(browser).items.compactMap { item -> CalendarDate?? in
      guard case .clause(let place) = item.target else { return nil }
      let node = index.departments.responsibilities[place].node
      return .some(index.targets.targets(of: node).compactMap(\.deadline).min())
    }
    #expect(days.count > 50)
    let dated = days.compactMap(\.self)
    #expect(!dated.isEmpty && dated == dated.sorted())
    // Those without a day stand at the end.
    #expect(days.prefix(dated.count).allSatisfy { $0 != nil })
  }

  /// What the department does stands in every row, before how many others there are.
  @Test(arguments: ScreenTests.sizes) func everyRowByDeadlineNamesTheRole(_ size: Size) throws {
    for language in Language.allCases {
      var browser = try Browser(size, language: language)
      browser.index()
      browser.state.settings.department = "sthjt"
      browser.type("@")
      let roles = Set(Role.allCases.map { $0.name[language] })
      let dossier = try dossier(browser)
      for item in dossier.items {
        guard case .clause = item.target else { continue }
        let texts = dossier.rows[item.rows.lowerBound].pieces.map(\.text)
        #expect(!roles.isDisjoint(with: texts), "\(texts)")
      }
    }
  }

  @Test func whichDepartmentIsMineIsAskedOnce() throws {
    var browser = try browser()
    browser.type("@")
    #expect(browser.state.message == Message(.whichDepartment))
    browser.type("j@")
    #expect(browser.state.mode == .dossier)
    let name = try #require(browser.state.settings.department)
    browser.type("1")
    browser.type("@")
    #expect(browser.state.mode == .dossier)
    #expect(browser.frame.text.contains(name))
  }

  @Test func aDepartmentThatIsNotThereIsSaid() throws {
    var browser = try browser()
    browser.state.settings.department = "省不存在厅"
    browser.type("@")
    #expect(browser.state.message == Message(.departmentNotHere, "省不存在厅"))
  }

  @Test func whatIsDoneIsCounted() throws {
    var review = try Reviewing(Size(columns: 120, rows: 40))
    review.browser.index()
    review.type("2")
    review.press(.enter)
    #expect(review.browser.frame.text.contains("已办 0/"))
    review.type("xc")
    #expect(review.browser.frame.text.contains("已办 2/"))
  }
}
