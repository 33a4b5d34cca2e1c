import GazetteExport
import GazetteModel
import GazetteReview
import TerminalKit
import Testing

@testable import GazetteTUI

/// What is highlighted is what is acted on, in every list.
@Suite struct HighlightTests {
  /// A browser with a review, in the dossier of 省生态环境厅.
  private func inDossier(_ size: Size = Size(columns: 120, rows: 40)) throws -> Reviewing {
    var review = try Reviewing(size)
    review.browser.index()
    review.type("2")
    review.type("/sthjt")
    review.press(.enter, .enter)
    #expect(review.state.mode == .dossier)
    return review
  }

  @Test func marksInADossierAreThoseOfItsRows() throws {
    var review = try inDossier()
    let clauses = review.dossierClauses
    review.type("xxx")
    #expect(review.marked == Set(clauses.distinct.prefix(3)))
    #expect(review.highlighted == clauses.distinct[3])
    #expect(review.state.mode == .dossier)
  }

  @Test func rowsOfADossierShowTheirMarks() throws {
    var review = try inDossier()
    let reference = try #require(review.dossierClauses.first?.split(separator: "/").last)
    review.type("c")
    let row = try #require(review.browser.frame.row(containing: " \(reference) "))
    #expect(row.hasPrefix("o"))
  }

  @Test func aSelectionOfADossierIsOfItsRows() throws {
    var review = try inDossier()
    let clauses = review.dossierClauses.distinct
    review.type("Vjj")
    #expect(review.state.selectedUnits(review.browser.layouts)?.units.count == 3)
    review.type("c")
    #expect(review.marked == Set(clauses.prefix(3)))
    #expect(review.state.message?.text(.chinese) == "已标 同意 3 条，u 撤销")
  }

  @Test func aSelectionUnderAFilterIsOfWhatTheFilterLeaves() throws {
    var review = try Reviewing()
    review.browser.index()
    review.type("f")
    review.type("lead@sthjt")
    review.press(.enter)
    review.browser.state.focus = .contents
    review.type("gg")
    for _ in 0..<40 where !review.isAtClause { review.type("j") }
    var clauses = [review.highlighted]
    review.type("V")
    for _ in 0..<4 {
      review.type("j")
      if review.isAtClause { clauses.append(review.highlighted) }
    }
    #expect(clauses.count > 1)
    review.type("c")
    #expect(review.marked == Set(clauses))
  }

  @Test func aNoteBehindADoubtIsOnTheClauseInDoubt() throws {
    for key in ["v", "b"] {
      var review = try Reviewing()
      review.go(to: "3.1/2.1.1")
      review.type(key)
      #expect(review.reference == "3.1/2.1.1")
      review.type("a")
      #expect(review.state.review.note?.targets.map(\.reference) == ["3.1/2.1.1"])
    }
  }

  @Test func aMarkIsAnsweredInOneLine() throws {
    var review = try Reviewing()
    review.go(to: "3.2/2.1.1")
    review.type("v")
    #expect(review.state.message?.text(.chinese) == "已标 存疑 3.2/2.1.1，u 撤销")
    #expect(review.state.message?.isNotice == true)
  }

  @Test func readingAnswersNothing() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.3")
    review.type("jjjjj")
    #expect(review.mark("3.1/2.1.3")?.state == .read)
    #expect(review.state.message == nil)
  }

  @Test func theCitationOfATableIsThatOfItsRow() throws {
    var review = try Reviewing()
    review.browser.index()
    review.go(to: "3.1/2.3.11")
    review.type("4")
    #expect(review.state.tab == .targets)
    let highlighted = review.highlighted
    review.type("Yy")
    guard case .copy(let text)? = review.browser.effects.last else {
      Issue.record("nothing is copied")
      return
    }
    let issue = review.state.library.issues[0]
    let node = try #require(issue.nodes.first { $0.reference.text == highlighted })
    #expect(text == Citation(of: node.id, in: issue).text(.gongwen))
    // The table opens where the reader is.
    #expect(highlighted == "3.1/2.3.11" || highlighted > "3.1/2.3.11")
  }

  @Test func marksOnADocumentInTheTreeGoOnDownTheTree() throws {
    var review = try Reviewing()
    review.go(to: "3.1")
    review.browser.state.focus = .contents
    #expect(review.highlighted == "3.1")
    review.type("xxc")
    #expect(review.marked.count == 3)
  }

  @Test func copiesOfADossierAreOfItsRows() throws {
    var review = try inDossier()
    review.type("jj")
    let highlighted = review.highlighted
    review.type("gy")
    #expect(review.browser.effects.last == .copy(highlighted))
  }

  @Test func whatIsNoUnitIsNotMarked() throws {
    var review = try Reviewing()
    review.browser.index()
    review.go(to: "3.1/2.1.1")
    review.type("2")
    review.type("x")
    #expect(review.marked.isEmpty)
    #expect(review.state.message?.key == .nothingToReview)
    review.type("y")
    #expect(review.browser.effects.last == .copy("省生态环境厅"))
  }

  @Test func theNextUnreadOfADossierIsOneOfItsRows() throws {
    var review = try inDossier()
    let clauses = review.dossierClauses.distinct
    review.type("d")
    #expect(review.highlighted == clauses[1])
    review.type("D")
    #expect(review.highlighted == clauses[0])
    review.type("jvjv")
    review.type("gg")
    review.type("!")
    #expect(review.highlighted == clauses[1])
  }

  @Test func undoingShowsTheRowThatItWasOn() throws {
    var review = try inDossier()
    let clauses = review.dossierClauses.distinct
    review.type("x")
    #expect(review.highlighted == clauses[1])
    review.type("u")
    #expect(review.highlighted == clauses[0])
    #expect(review.marked.isEmpty)
  }

  /// Every key that puts something on a unit, in every pane and under every kind of filter: it
  /// lands on what is highlighted, and n marks are n units.
  @Test(arguments: ["", "生态", "lead@sthjt", "has:deadline"], Pane.allCases)
  func theUnitActedOnIsTheUnitHighlighted(filter: String, focus: Pane) throws {
    let indexes = SampleIssue.indexes(of: Library(issues: [try SampleIssue.shipped()]))
    for tab in Tab.allCases {
      let size =
        tab.number.isMultiple(of: 2) ? Size(columns: 80, rows: 24) : Size(columns: 120, rows: 40)
      var review = try Reviewing(size)
      review.browser.handle(.indexed(indexes))
      review.go(to: "3.1/2.1.1")
      review.type("cv")
      if !filter.isEmpty {
        review.type("f" + filter)
        review.press(.enter)
      }
      review.open(tab)
      if tab == .departments { review.press(.enter) }
      review.browser.state.focus = focus
      for step in 0..<6 {
        let before = review.marked.count
        let unit = review.highlightedUnits
        let answered = review.browser.effects.count
        let key = ["x", "c", "v", "b", "w", "x"][step]
        review.type(key)
        let keys = review.appliedKeys(since: answered)
        #expect(keys == unit, "\(tab) \(focus) \(filter) \(size) \(step)")
        #expect(review.marked.count >= before)
        if "vb".contains(key) {
          #expect(review.highlightedUnits == unit)
          review.type("d")
        }
        review.type(step.isMultiple(of: 2) ? "j" : "")
      }
    }
  }

  @Test(arguments: Tab.allCases)
  func asManyMarksAsKeysAreAsManyUnits(tab: Tab) throws {
    guard ![.review, .checks, .team].contains(tab) else { return }
    var review = try Reviewing()
    review.browser.index()
    review.go(to: "3.1/2.1.1")
    review.type(String(tab.number))
    if tab == .departments { review.press(.enter) }
    let single = tab != .matrix
    review.type("xcxcx")
    #expect(single ? review.marked.count == 5 : review.marked.count >= 5)
  }
}

extension [String] {
  /// Each once, in order.
  fileprivate var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Frame {
  /// The first row of the frame that holds a text.
  fileprivate func row(containing text: String) -> String? {
    self.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).first {
      $0.contains(text)
    }
  }
}
