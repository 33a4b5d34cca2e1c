import GazetteModel
import GazetteText
import Testing

@testable import GazetteTUI

@Suite struct TargetTableTests {
  private func browser() throws -> Browser {
    var browser = try Browser()
    browser.index()
    browser.type("4")
    return browser
  }

  private func table(_ browser: Browser) throws -> (rows: [Target], table: TargetTable) {
    let table = try #require(browser.layouts.targetTable(for: browser.state))
    let targets = try #require(browser.state.currentIndexes).targets.targets
    return (table.rows.map { targets[$0] }, table)
  }

  @Test func everyTargetIsListedAndSortingOnlyMovesThem() throws {
    var browser = try browser()
    let all = try #require(browser.state.currentIndexes).targets.targets.count
    for _ in 0..<10 {
      #expect(Set(try table(browser).table.rows).count == all)
      browser.type("o")
    }
    browser.type("O")
    #expect(Set(try table(browser).table.rows).count == all)
  }

  @Test func deadlinesSortWithWhatHasNoneLast() throws {
    var browser = try browser()
    browser.type("ooo")
    #expect(browser.state.targets.order == .deadline)
    for isReversed in [false, true] {
      if isReversed { browser.type("O") }
      let days = try table(browser).rows.map(\.deadline)
      let known = days.compactMap { $0 }
      #expect(days.prefix(known.count).allSatisfy { $0 != nil })
      #expect(known == (isReversed ? known.sorted(by: >) : known.sorted()))
    }
  }

  @Test func theFilterAppliesAndEnterJumps() throws {
    var browser = try browser()
    browser.type("fin:3.1")
    browser.press(.enter)
    let issue = browser.state.library.issues[0]
    #expect(try table(browser).rows.allSatisfy { issue[$0.node].reference.text.hasPrefix("3.1/") })
    browser.type("jj")
    let target = try #require(browser.state.selectedTarget(browser.layouts))
    browser.press(.enter)
    #expect(browser.state.focus == .text)
    #expect(browser.state.cursor.node == target.node)
    browser.type("H")
    #expect(browser.state.mode == .targets)
  }

  @Test func valuesAreWrittenShort() throws {
    let texts = Set(try table(try browser()).rows.map { TargetText.value(of: $0, in: .chinese) })
    #expect(texts.contains("3-10万元"))
    #expect(texts.contains(">=90%"))
    #expect(!texts.contains { $0.contains(".0") })
  }

  @Test func theLineInTimeKeepsOrderAndCounts() {
    func day(_ year: Int, _ month: Int) -> CalendarDate {
      CalendarDate(year: year, month: month, day: 1)
    }
    let deadlines = [
      (day: day(2021, 12), count: 11), (day: day(2022, 6), count: 2),
      (day: day(2025, 12), count: 5),
    ]
    for columns in [9, 20, 40, 80] {
      let line = Timeline(deadlines, columns: columns)
      #expect(line.marks.map(\.count).reduce(0, +) == 18)
      #expect(line.marks.map(\.column) == line.marks.map(\.column).sorted())
      #expect(line.marks.allSatisfy { (0..<columns).contains($0.column) })
      for labels in [line.counts, line.years] {
        for (left, right) in zip(labels, labels.dropFirst()) {
          #expect(left.column + left.text.count < right.column)
        }
        #expect(labels.allSatisfy { $0.column >= 0 && $0.column + $0.text.count <= columns })
      }
    }
    #expect(Timeline([], columns: 40).marks.isEmpty)
  }
}
