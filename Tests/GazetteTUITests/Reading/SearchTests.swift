import GazetteModel
import GazetteText
import Testing

@testable import GazetteTUI

@Suite struct SearchTests {
  @Test func wordsAreFoundWhileTheyAreTyped() throws {
    var browser = try Browser()
    browser.type("/")
    browser.type("黑土地")
    let matches = browser.layouts.matches(for: browser.state)
    #expect(!matches.isEmpty)
    #expect(browser.state.search.current == 0)
    #expect(browser.reference == browser.state.library.issues[0][matches[0].node].reference.text)
  }

  @Test func everyMatchIsWhatBruteForceFinds() throws {
    let issue = try SampleIssue.shipped()
    let index = SearchIndex(issue)
    for query in ["责任", "２０２１年", "[2021]", "PM2.5", "人才 振兴", "30%"] {
      let pattern = FoldedText(query).folded
      let found = index.matches(query)
      #expect(!found.isEmpty, "\(query)")
      for match in found where !match.includesNumber {
        let text = Array(try #require(Self.text(of: match, in: issue)).unicodeScalars)
        let stretch = FoldedText(Array(text[match.range.start..<match.range.end]))
        #expect(stretch.folded == pattern, "\(query) in \(match)")
      }
      let expected = issue.nodes.reduce(0) { count, node in
        count
          + node.paragraphs.reduce(0) { $0 + FoldedText($1.text).occurrences(of: pattern).count }
      }
      let inParagraphs = found.count { if case .paragraph = $0.part { true } else { false } }
      #expect(inParagraphs == expected, "\(query)")
      #expect(found.map(\.order) == found.map(\.order).sorted())
    }
  }

  @Test func aNumberIsFoundInEitherScript() throws {
    let index = SearchIndex(SampleIssue.law())
    #expect(index.matches("第三条").count == 1)
    #expect(index.matches("第3条") == index.matches("第三条"))
    #expect(index.matches("(二)") == index.matches("（2）"))
    #expect(index.matches("（2）").count == 1)
    #expect(index.matches("（二）").contains { $0.includesNumber })
    #expect(index.matches("二").contains { $0.includesNumber })
    #expect(index.matches("").isEmpty)
    #expect(index.matches("  ").isEmpty)
  }

  @Test func escapeGivesBackExactlyWhatWasThere() throws {
    var browser = try Browser()
    browser.type(17, "j")
    browser.type("zM")
    let before = browser.state
    browser.type("/")
    browser.type("土壤")
    #expect(browser.state.place != before.place)
    browser.press(.escape)
    #expect(browser.state.place == before.place)
    #expect(browser.state.folds == before.folds)
    #expect(browser.state.selected == before.selected)
    #expect(browser.state.search == before.search)
    #expect(browser.state.focus == before.focus)
  }

  @Test func aMatchInAFoldOpensIt() throws {
    var browser = try Browser()
    browser.type("zM")
    browser.type("/")
    browser.type("土壤")
    browser.press(.enter)
    let item = OutlineItem.node(issue: 0, browser.state.cursor.node)
    let outline = browser.layouts.outline(for: browser.state)
    #expect(outline.visible(item) == browser.state.selected)
    #expect(outline.row(of: browser.state.selected) != nil)
  }

  @Test func nAndShiftNStepThroughTheMatchesAndAround() throws {
    var browser = try Browser()
    browser.type("/")
    browser.type("人才振兴")
    browser.press(.enter)
    let count = browser.layouts.matches(for: browser.state).count
    let start = try #require(browser.state.search.current)
    browser.type("n")
    #expect(browser.state.search.current == (start + 1) % count)
    browser.type("NN")
    #expect(browser.state.search.current == (start + count - 1) % count)
    browser.type(count, "n")
    #expect(browser.state.search.current == (start + count - 1) % count)
  }

  @Test func wordsThatAreNowhereLeaveTheReaderInPlace() throws {
    var browser = try Browser()
    browser.type(9, "j")
    let place = browser.state.place
    browser.type("/")
    browser.type("没有的词语")
    #expect(browser.frame.text.contains("没有找到"))
    browser.press(.enter)
    #expect(browser.state.place == place)
    #expect(browser.state.message == Message(.noMatch))
  }

  @Test func nothingFoundTakesTheCountsOfBeforeAway() throws {
    var browser = try Browser()
    browser.type("/生态")
    browser.press(.enter)
    #expect(browser.frame.text.contains("1/"))
    browser.type("/没有的词语")
    browser.press(.enter)
    browser.type("j")
    let status = browser.frame.text.split(separator: "\n").last ?? ""
    #expect(!status.contains("处") && browser.state.search.query.isEmpty)
    #expect(!browser.frame.cells.contains { $0.style.isMatch })
  }

  @Test func allMatchesInSightAreMarkedAndOneIsCurrent() throws {
    var browser = try Browser()
    browser.type("/")
    browser.type("乡村")
    let frame = browser.frame
    let cells = (0..<frame.size.rows).flatMap { frame.row($0) }
    #expect(cells.count { $0.style.isMatch } > 4)
    #expect(cells.count { $0.style.isCurrentMatch } == 4)
    #expect(frame.cursor?.row == frame.size.rows - 1)
  }

  @Test func theLineBeingTypedCanBeEdited() throws {
    var browser = try Browser()
    browser.type("/")
    browser.type("abc def")
    browser.press(.control("w"))
    #expect(browser.state.editor.text == "abc ")
    browser.press(.home, .delete, .right, .backspace)
    #expect(browser.state.editor.text == "c ")
    browser.press(.control("u"))
    #expect(browser.state.editor.isEmpty)
    #expect(browser.state.search.query.isEmpty)
    browser.press(.backspace)
    #expect(browser.state.mode == .text)
  }

  static func text(of match: SearchIndex.Match, in issue: GazetteModel.Issue) -> String? {
    let node = issue[match.node]
    switch match.part {
    case .heading: return node.title
    case .paragraph(let index): return node.paragraphs[index].text
    case .cell(let place): return node.cell(at: place)?.text
    case .headLine(let index): return node.head?.lines[index].text
    case .entry(let index): return issue.contents[index].title
    }
  }
}
