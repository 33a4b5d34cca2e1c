import GazetteExport
import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

/// Choosing how to cite.
@Suite struct CitationChoiceTests {
  private func browser(_ size: Size = Size(columns: 120, rows: 40)) throws -> Browser {
    var browser = try Browser(size)
    browser.index()
    browser.type(":")
    browser.type("3.1/2.3.11")
    browser.press(.enter)
    return browser
  }

  @Test func aCitationTakesTwoKeys() throws {
    let issue = try SampleIssue.shipped()
    let node = try #require(issue.nodes.first { $0.reference.text == "3.1/2.3.11" })
    let citation = Citation(of: node.id, in: issue)
    for (key, text) in [
      (Key.enter, citation.text(.gongwen)), (.character("1"), citation.text(.gongwen)),
      (.character("2"), citation.text(.gbt7714)),
    ] {
      var browser = try browser()
      browser.type("Y")
      browser.press(key)
      #expect(browser.effects.last == .copy(text))
      #expect(browser.state.mode == .text)
    }
  }

  @Test func theWordsStandBeforeTheirSource() throws {
    var browser = try browser()
    browser.type("Y3")
    guard case .copy(let text)? = browser.effects.last else {
      Issue.record("nothing is copied")
      return
    }
    #expect(text.hasPrefix("“11. 推进重点行业污染深度治理。"))
    #expect(text.hasSuffix("载《吉林省人民政府公报》2021年第11期）"))
    #expect(!text.contains("3.1/2.3.11"))
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func theBoxLeavesTheClauseInSight(_ size: Size) throws {
    for reference in ["3.1/2.3.11", "3.1/2.1.1", "1/1.3", "3.3/2.4.11"] {
      var browser = try Browser(size)
      browser.index()
      browser.type(":")
      browser.type(reference)
      browser.press(.enter)
      browser.type("Y")
      let layout = browser.layouts.document(for: browser.state)
      let first = layout.row(of: TextPosition(node: browser.state.cursor.node, part: .heading))
      let row = browser.state.boxRoom.row + first - layout.row(of: browser.state.top)
      let box = browser.state.boxRect(rows: browser.state.boxRows(browser.layouts), browser.layouts)
      #expect(!(box.row..<box.row + box.rows).contains(row), "\(reference)")
      #expect(row >= browser.state.boxRoom.row, "\(reference)")
    }
  }
}
