import Foundation
import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

/// The page that an issue begins with.
@Suite struct StartPageTests {
  private func documents(_ browser: Browser) -> [StartRows.Document] {
    StartRows(browser.state).rows.compactMap { row in
      if case .document(let document) = row { document } else { nil }
    }
  }

  private func missing(_ browser: Browser) -> [String] {
    StartRows(browser.state).rows.compactMap { row in
      if case .missing(let title, _, _) = row { title } else { nil }
    }
  }

  @Test func itListsDocumentsWithWhatTheySetAndWhatIsMissing() throws {
    var browser = try Browser()
    #expect(documents(browser).allSatisfy { $0.counts == nil })
    browser.index()
    browser.state.settings.department = "sthjt"
    let notice = try #require(documents(browser).first { $0.number == "吉政办发〔2021〕10号" })
    #expect(notice.date == "2021-02-24")
    let counts = try #require(notice.counts)
    let attachments = documents(browser).filter { $0.depth == 1 }.compactMap(\.counts)
    #expect(attachments.count == 3)
    #expect(counts.clauses == attachments.reduce(0) { $0 + $1.clauses })
    #expect(counts.targets == attachments.reduce(0) { $0 + $1.targets })
    // One number for one question: that of the list of bodies.
    let index = try #require(browser.state.indexes?[0]?.departments)
    let own = try #require(index.departments.first { $0.body.name == "省生态环境厅" })
    let roots = documents(browser).filter { $0.depth == 0 }.compactMap(\.counts)
    #expect(roots.reduce(0) { $0 + ($1.own ?? 0) } == own.counts.clauses)
    #expect(missing(browser) == ["千方百计止减量挖增量控变量保持经济社会良好发展势头"])
  }

  @Test(
    arguments: [(80, 24), (120, 40), (200, 50)].map { Size(columns: $0.0, rows: $0.1) },
    [Language.chinese, .english])
  func itShowsNumbersDaysCountsAndKeysAtEverySize(_ size: Size, _ language: Language) throws {
    var browser = try Browser(size, language: language)
    browser.index()
    browser.type("gs")
    let lines = browser.frame.text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.first { $0.contains("吉林省空气、水环境") && $0.contains("10号") })
    #expect(row.contains("2021-02-24") && row.contains("76") && row.contains("30"))
    // The keys stand near the list, not at the far end of a high screen.
    let keys = try #require(
      lines.firstIndex { $0.contains(language == .chinese ? "先学五个键" : "Five keys") })
    let last = try #require(lines.firstIndex { $0.contains("千方百计") })
    #expect(keys - last <= 10)
    browser.type("q")
    browser.state.settings.department = "sthjt"
    browser.type("gs")
    let head = browser.frame.text.split(separator: "\n").prefix(6).joined()
    let own = size.columns > 96 ? "省生态环境厅" : language == .chinese ? "本单位" : "mine"
    #expect(head.contains(own))
    #expect(browser.frame.text.contains(" 59"))
  }

  /// Nothing of the page is worked out before the store has said that the issue is new: the first
  /// frame is the text.
  @Test func theFirstFrameIsTheText() throws {
    var browser = try Browser()
    browser.state.review.awaitsPlace = true
    #expect(browser.state.mode == .text)
    #expect(!browser.frame.text.contains("先学五个键"))
  }

  @Test func itShowsForAnIssueThatWasNeverRead() throws {
    var browser = try Browser()
    browser.state.review.awaitsPlace = true
    browser.handle(.review(.places([])))
    #expect(browser.state.mode == .start)
    // What was read before is opened where it was left.
    var known = try Browser()
    known.state.review.awaitsPlace = true
    known.handle(.review(.places(known.state.places(known.layouts))))
    #expect(known.state.mode == .text)
    // Who has begun already is not held up, nor who does not want it.
    var begun = try Browser()
    begun.handle(.review(.places([])))
    #expect(begun.state.mode == .text)
    var unwilling = try Browser()
    unwilling.state.review.awaitsPlace = true
    unwilling.state.settings.showsStart = false
    unwilling.handle(.review(.places([])))
    #expect(unwilling.state.mode == .text)
  }

  @Test func enterReadsTheSelectedDocument() throws {
    var browser = try Browser()
    browser.index()
    browser.type("gs")
    #expect(browser.state.mode == .start)
    browser.type("jj")
    browser.press(.enter)
    #expect(browser.state.mode == .text && browser.reference == "3")
  }

  @Test func otherKeysCloseItAndActAtOnce() throws {
    for (keys, mode) in [("f", Mode.filter), ("/", .search), ("?", .help), ("2", .departments)] {
      var browser = try Browser()
      browser.index()
      browser.type("gs")
      browser.type(keys)
      #expect(browser.state.mode == mode || browser.state.tab == .departments, "\(keys)")
      #expect(!browser.state.overlays.contains(.start), "\(keys)")
    }
    var browser = try Browser()
    browser.type("gs")
    browser.type("gy")
    #expect(browser.effects.last == .copy("1"))
    browser.type("gs")
    browser.type("q")
    #expect(browser.state.mode == .text && !browser.effects.contains(.quit))
  }

  @Test func aTextThatIsMissingSaysSo() throws {
    var browser = try Browser(Size(columns: 80, rows: 24))
    browser.type("gs")
    browser.type("G")
    browser.press(.enter)
    #expect(browser.state.message?.key == .noText && browser.state.mode == .start)
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 8)])
  func theSelectionIsInSight(_ size: Size) throws {
    var browser = try Browser(size)
    browser.index()
    browser.type("gs")
    for _ in 0..<20 {
      let line = browser.state.start.selected - browser.state.start.top
      #expect((0..<browser.state.startListRows).contains(line))
      browser.type("j")
    }
  }
}
