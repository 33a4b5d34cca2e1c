import GazetteDifference
import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

/// A sign means one thing on every screen, and the help says which.
@Suite struct SignsTests {
  @Test(arguments: [Language.chinese, .english]) func everySignStandsOnceInTheLegend(
    _ language: Language
  ) {
    let signs = HelpSign.all.map { "\($0.sign[language]) \($0.role)" }
    #expect(Set(signs).count == signs.count)
    let plain = HelpSign.all.map { $0.sign[language] }.filter { $0.count == 1 }
    #expect(Set(plain).count == plain.count, "\(plain)")
  }

  /// The characters at the left edge of lists and of the text, where marks and folds stand.
  @Test(arguments: Tab.allCases) func whatStandsBesideRowsIsInTheLegend(_ tab: Tab) throws {
    let known = Set(HelpSign.all.flatMap { $0.sign[.chinese].unicodeScalars }).union([" "])
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
      var review = try Reviewing(size)
      review.browser.index()
      review.browser.state.settings.department = "sthjt"
      review.go(to: "3.1/2.1.1")
      review.type("xcwvjbj")
      review.press(.tab)
      review.type("#")
      review.type("急")
      review.press(.enter)
      review.open(tab)
      review.type("V")
      let frame = review.browser.frame
      if let text = review.state.panes.text {
        let gutter = review.state.textColumn.column - State.gutterColumns
        for row in text.row..<text.row + text.rows {
          for column in gutter..<review.state.textColumn.column {
            let cell = try #require(frame[Position(row: row, column: column)])
            guard !("0"..."9").contains(cell.scalar) else { continue }
            #expect(known.contains(cell.scalar), "\(cell.scalar) beside the text")
          }
        }
      }
      guard tab == .contents || tab == .review, let list = review.state.panes.contents else {
        continue
      }
      for row in list.row + (tab == .review ? 1 : 0)..<list.row + list.rows {
        let cell = try #require(frame[Position(row: row, column: list.column)])
        #expect(known.contains(cell.scalar), "\(cell.scalar) in \(tab)")
      }
    }
  }

  @Test(arguments: [80, 160]) func aComparisonTakesNoSignOfTheTreeOrTheReview(
    _ columns: Int
  ) throws {
    var browser = try Browser(Size(columns: columns, rows: 40))
    browser.type(":3.1")
    browser.press(.enter)
    browser.type("gD3.2")
    browser.press(.enter)
    #expect(browser.state.mode == .comparison)
    var letters: Set<Unicode.Scalar> = []
    for row in 1..<39 {
      letters.insert(browser.frame.row(row).first?.scalar ?? " ")
    }
    #expect(letters.isDisjoint(with: ["+", "-", ">", "~"]))
    #expect(!letters.isDisjoint(with: ["改", "增", "删", "移"]))
  }

  @Test func whoReadsAndWhatIsQuotedHasNoSignOfARow() throws {
    let sample = try ReviewSample(reviewer: "甲")
    var first = try Reviewing(sample: sample)
    first.go(to: "3.1/2.1.1")
    first.type("T")
    #expect(first.browser.frame.text.split(separator: "\n").last?.contains(">") == false)
    first.type("乙")
    first.press(.enter)
    first.type("ba")
    first.type("期限太紧")
    first.press(.control("s"))
    var second = try Reviewing(sample: ReviewSample(of: sample, reviewer: "乙"))
    second.go(to: "3.1/2.1.1")
    second.type("R")
    #expect(second.browser.frame.text.contains("回复 3.1/2.1.1：期限太紧"))
    second.type("为什么？")
    second.press(.control("s"))
    second.type("S")
    second.type("5")
    #expect(second.browser.frame.text.contains("分给 乙"))
    second.type("gp")
    let text = second.browser.frame.text
    #expect(text.contains("!1"))
    for sign in ["+1", ">乙", "?1"] { #expect(!text.contains(sign), "\(sign)") }
  }

  @Test func theWayToAClauseHasNoSignOfAPaneInASCII() throws {
    var browser = try Browser()
    browser.state.settings.isASCII = true
    browser.type(":3.1/2.3.11")
    browser.press(.enter)
    let head = browser.frame.text.split(separator: "\n")[0]
    #expect(head.contains(" / 11") && head.filter { $0 == ">" }.count == 1)
  }

  @Test func valuesAreComparedByWordsOrTwoSigns() throws {
    let targets = TargetIndex(try SampleIssue.shipped()).targets
    for language in [Language.chinese, .english] {
      let texts = targets.map { TargetText.value(of: $0, in: language) }
      #expect(texts.contains(">=90%"))
      #expect(
        texts.allSatisfy { text in
          guard let first = text.first, "<>=".contains(first) else { return true }
          return text.hasPrefix(">=") || text.hasPrefix("<=")
        })
    }
    let over = targets.first { $0.comparator == .moreThan }.map {
      TargetText.value(of: $0, in: .chinese)
    }
    #expect(over?.hasPrefix("超") == true)
  }
}
