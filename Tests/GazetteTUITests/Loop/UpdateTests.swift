import GazetteModel
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct UpdateTests {
  @Test func theBrowserOpensAtTheFirstDocument() throws {
    let browser = try Browser()
    #expect(browser.reference == "1")
    #expect(browser.selectedReference == "1")
    #expect(browser.state.focus == .text)
    #expect(browser.topRow == 0)
  }

  @Test func movingInTheTextMovesTheTree() throws {
    var browser = try Browser()
    browser.type(20, "j")
    #expect(browser.reference.hasPrefix("1/1"))
    #expect(browser.selectedReference == browser.reference)
  }

  @Test func movingInTheTreeMovesTheTextAndScrollsOnlyWhenItMust() throws {
    var browser = try Browser()
    browser.press(.tab, .tab)
    #expect(browser.state.focus == .contents)
    browser.type("jj")
    #expect(browser.reference == "1/1.1")
    #expect(browser.topRow == 0)
    browser.type(10, "j")
    #expect(browser.reference == browser.selectedReference)
    #expect(browser.topRow > 0)
    let rows = browser.state.textRows
    #expect((browser.topRow..<browser.topRow + rows).contains(browser.cursorRow))
  }

  @Test func aFoldHidesWhatIsBelowAndTheSelectionStaysInSight() throws {
    var browser = try Browser()
    browser.type(":")
    browser.type("1/2.8")
    browser.press(.enter)
    #expect(browser.selectedReference == "1/2.8")
    browser.type("zc")
    #expect(browser.selectedReference == "1/2")
    browser.type("j")
    #expect(browser.selectedReference == "1/2")
    browser.type("zo")
    browser.type("j")
    #expect(browser.selectedReference == browser.reference)
  }

  @Test func foldingEverythingLeavesTheColumnsWithTheirDocuments() throws {
    var browser = try Browser()
    browser.type("zM")
    let rows = browser.layouts.outline(for: browser.state).rows
    let issue = browser.state.library.issues[0]
    #expect(rows.allSatisfy { $0.item.node.map { issue[$0].parent == nil } ?? true })
    browser.type("zR")
    let listed = issue.nodes.count { OutlineTree.isListed($0) }
    let nodes = browser.layouts.outline(for: browser.state).rows.count { $0.item.node != nil }
    #expect(nodes == listed)
  }

  @Test func anEntryWithoutTextStaysVisibleAndSaysSo() throws {
    var browser = try Browser()
    browser.press(.tab, .tab)
    browser.type("gg")
    let rows = browser.layouts.outline(for: browser.state).rows
    let row = try #require(rows.firstIndex { if case .entry = $0.item { true } else { false } })
    browser.type(row + 1, "G")
    browser.press(.enter)
    #expect(browser.state.message == Message(.noText))
    #expect(browser.frame.text.contains("原文未收"))
  }

  @Test func readingGoesOnFromOneDocumentToTheNext() throws {
    var browser = try Browser()
    browser.type("G")
    browser.type("j")
    #expect(browser.reference == "2")
    browser.type("k")
    #expect(browser.reference.hasPrefix("1"))
    browser.type("gg")
    browser.type("kk")
    #expect(!browser.reference.hasPrefix("1"))
    browser.type("{{{{")
    #expect(browser.state.message == Message(.noDocument))
  }

  @Test func bracketsGoToTheNeighbourOfTheSameLevel() throws {
    var browser = try Browser()
    browser.type(":")
    browser.type("1/2.7")
    browser.press(.enter)
    browser.type("]")
    #expect(browser.reference == "1/2.8")
    browser.type(2, "[")
    #expect(browser.reference == "1/2.6")
    browser.type("[")
    #expect(browser.state.message == Message(.noSibling))
  }

  @Test func aReferenceIsFollowedAndBackReturns() throws {
    var browser = try Browser()
    browser.type(5, "j")
    let before = browser.state.place
    browser.type("：")
    browser.type("３。１／２。３。１１")
    browser.press(.enter)
    #expect(browser.reference == "3.1/2.3.11")
    #expect(browser.selectedReference == "3.1/2.3.11")
    browser.type("H")
    #expect(browser.state.place == before)
    browser.type("L")
    #expect(browser.reference == "3.1/2.3.11")
    browser.press(.control("o"))
    #expect(browser.state.place == before)
  }

  @Test func anUnknownReferenceIsSaidAndCanBeMended() throws {
    var browser = try Browser()
    browser.type(":")
    browser.type("9/9")
    browser.press(.enter)
    #expect(browser.state.message == Message(.unknownReference, "9/9"))
    #expect(browser.state.mode == .reference)
    browser.press(.control("u"))
    browser.type("2")
    browser.press(.enter)
    #expect(browser.reference == "2")
  }

  @Test func aReferenceMayNameAnotherIssue() throws {
    let library = Library(issues: [try SampleIssue.shipped(), SampleIssue.law()])
    var browser = try Browser(library, Size(columns: 120, rows: 40))
    let id = library.issues[1].identity.id
    browser.type(":")
    browser.type("\(id):1")
    browser.press(.enter)
    #expect(browser.state.issue == 1)
    browser.type(":")
    browser.type("1999-1:1")
    browser.press(.enter)
    #expect(browser.state.message == Message(.noSuchIssue, "1999-1"))
    let rows = browser.layouts.outline(for: browser.state).rows
    #expect(rows.first?.item == .issue(0))
  }

  @Test func resizingKeepsTheRowAtTheTop() throws {
    var browser = try Browser()
    browser.type(60, "j")
    let position = browser.state.top
    for size in [(80, 24), (50, 20), (20, 5), (200, 50)] {
      browser.handle(.resize(Size(columns: size.0, rows: size.1)))
      #expect(browser.state.top == position)
    }
    browser.handle(.resize(Size(columns: 120, rows: 40)))
    #expect(browser.state.top == position)
  }

  @Test func thePrintedLinesShowTheSamePlace() throws {
    var browser = try Browser()
    browser.type(60, "j")
    let reference = browser.reference
    browser.type("s")
    #expect(browser.reference == reference)
    #expect(browser.frame.styledText.contains("printed"))
    browser.type("s")
    #expect(browser.reference == reference)
  }

  @Test func readingModeShowsOnlyTheTextAndComesBack() throws {
    var browser = try Browser()
    browser.type("r")
    #expect(browser.state.panes.arrangement == .reading)
    #expect(!browser.frame.text.contains("|"))
    browser.type("r")
    #expect(browser.state.panes.arrangement == .threePanes)
  }

  @Test func theMeasureChangesWithinItsLimits() throws {
    var browser = try Browser(Size(columns: 200, rows: 50))
    let before = browser.state.textColumn.columns
    browser.type("-")
    #expect(browser.state.textColumn.columns == before - Settings.measureStep)
    browser.type(50, "-")
    #expect(browser.state.textColumn.columns == Settings.measures.lowerBound)
    browser.type("-")
    #expect(browser.state.message?.key == .measureLimit)
    browser.type(99, "+")
    browser.type("+")
    #expect(browser.state.message?.key == .measureLimit)
    browser.type("-")
    #expect(browser.state.message?.key == .measureIs)
  }

  @Test func theMouseSelectsScrollsAndFolds() throws {
    var browser = try Browser()
    let rows = browser.layouts.outline(for: browser.state).rows
    let line = try #require(rows.firstIndex { $0.item == browser.state.selected })
    let column = Outline.markColumn(depth: rows[line].depth, columns: 30)
    func at(_ row: Int, _ column: Int) -> Position { Position(row: row + 2, column: column) }
    browser.handle(.mouse(MouseEvent(kind: .press, position: at(line + 2, 20))))
    #expect(browser.reference == "1/1.1")
    #expect(browser.state.focus == .contents)
    browser.handle(.mouse(MouseEvent(kind: .press, position: at(line, column))))
    #expect(browser.layouts.outline(for: browser.state).rows[line].isFolded)
    browser.handle(.mouse(MouseEvent(kind: .wheelDown, position: at(10, 60))))
    #expect(browser.topRow == 3)
    browser.type("M")
    #expect(browser.effects == [.useMouse(false)])
  }

  @Test func quittingSuspendingAndRepaintingAreEffects() throws {
    var browser = try Browser()
    browser.press(.control("z"), .control("l"))
    browser.type("q")
    #expect(browser.effects == [.suspend, .repaint, .quit])
  }

  @Test func anInterruptSaysHowToLeaveAndASecondOneLeaves() throws {
    var browser = try Browser()
    browser.press(.control("c"))
    #expect(browser.effects == [])
    #expect(browser.state.message == Message(.howToLeave))
    browser.type("j")
    browser.press(.control("c"))
    #expect(browser.effects == [])
    browser.press(.control("c"))
    #expect(browser.effects == [.quit])
    // It ends a prompt first.
    browser = try Browser()
    browser.type("/一")
    browser.press(.control("c"))
    #expect(browser.state.mode != .search)
    #expect(browser.effects == [])
  }

  @Test func theSpaceBarTurnsPagesInTheTextAndFoldsInTheTree() throws {
    var browser = try Browser()
    var paging = browser
    browser.type(" ")
    paging.press(.pageDown)
    #expect(browser.topRow == paging.topRow && browser.topRow > 0)
    browser.press(.shiftSpace)
    paging.press(.pageUp)
    #expect(browser.topRow == paging.topRow)
    browser.press(.shiftTab)
    let folds = browser.state.folds
    browser.type(" ")
    #expect(browser.state.folds != folds)
  }

  @Test func theHelpScrollsToItsEndAndCloses() throws {
    var browser = try Browser(Size(columns: 80, rows: 24))
    browser.type("?")
    #expect(browser.state.mode == .help)
    browser.type("G")
    #expect(!browser.frame.text.contains("还有") && browser.frame.text.contains("别处"))
    browser.type("q")
    #expect(browser.state.mode == .text)
    #expect(browser.effects.isEmpty)
  }

  @Test func oneStateIsTheSameAsAnotherThatDidTheSame() throws {
    var one = try Browser()
    var other = try Browser()
    for keys in ["jj", "zM", "}", "H", "2", "o", "3", "t"] {
      one.type(keys)
      #expect(one.state != other.state)
      other.type(keys)
      #expect(one.state == other.state)
    }
  }
}
