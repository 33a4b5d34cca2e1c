import GazetteExport
import GazetteModel
import GazetteReview
import GazetteText
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

  @Test func whatIsSelectedIsCopiedAndCited() throws {
    var review = try inDossier()
    let clauses = review.dossierClauses.distinct.prefix(3)
    review.type("Vjj")
    review.type("gy")
    #expect(review.browser.effects.last == .copy(clauses.sorted().joined(separator: "\n")))
    review.type("Y")
    #expect(review.state.citing.subject.contains("3"))
    review.press(.enter)
    guard case .copy(let text)? = review.browser.effects.last else {
      Issue.record("nothing is copied")
      return
    }
    let issue = review.state.library.issues[0]
    let nodes = issue.nodes.filter { clauses.contains($0.reference.text) }.map(\.id)
    #expect(
      text == Citation.text(of: nodes.map { Citation(of: $0, in: issue) }, .gongwen))
  }

  @Test func referencesAreThoseOfTheHighlightedRow() throws {
    let issue = try SampleIssue.shipped()
    var tried = 0
    let indexes = SampleIssue.indexes(of: Library(issues: [issue]))
    let all = try #require(indexes[0]?.references.references)
    for target in try #require(indexes[0]?.targets.targets) {
      let wanted = Set(all.filter { $0.node == target.node && $0.kind != .itself }.map(\.text))
      guard wanted.count > 1, tried < 3 else { continue }
      tried += 1
      var review = try Reviewing()
      review.browser.handle(.indexed(indexes))
      review.go(to: issue[target.node].reference.text)
      review.type("4")
      #expect(review.highlighted == issue[target.node].reference.text)
      // The text is elsewhere meanwhile.
      review.browser.state.cursor = TextPosition(node: issue.roots[2], part: .heading)
      review.type("gd")
      #expect(review.state.mode == .chooser)
      #expect(Set(review.state.chooser.choices.map(\.title)) == wanted)
    }
    #expect(tried > 0)
  }

  @Test func rowsOfATableAreMarkedNotedAndCopiedOneByOne() throws {
    var review = try Reviewing(issue: TableIssue.issue())
    review.go(to: "1/1.t1")
    let layout = review.browser.layouts.document(for: review.state)
    let row = try #require(
      layout.rows.indices.first { if case .row = layout.rows[$0].part { true } else { false } })
    review.browser.state.cursor = layout.position(ofRow: row)
    let count = review.browser.effects.count
    review.type("xx")
    let marked = review.appliedKeys(since: count)
    #expect(marked == ["1/1.t1.r1", "1/1.t1.r2"], "\(marked)")
    review.type("a")
    #expect(review.state.review.note?.targets.map(\.reference) == ["1/1.t1.r3"])
    review.press(.escape)
    review.type("gy")
    #expect(review.browser.effects.last == .copy("1/1.t1.r3"))
    review.type("y")
    guard case .copy(let text)? = review.browser.effects.last else {
      Issue.record("nothing is copied")
      return
    }
    #expect(text.contains("推广清洁取暖") && !text.contains("空气质量监测平台"), "\(text)")
    // In the list of marks the rows are the units too.
    review.type("5")
    review.type("gg")
    #expect(review.state.rowTarget(review.browser.layouts)?.reference == "1/1.t1.r1")
    review.type("gy")
    #expect(review.browser.effects.last == .copy("1/1.t1.r1"))
  }
}

/// A plan whose tasks are set in a table.
enum TableIssue {
  static func issue() -> GazetteModel.Issue {
    let text = """
      # 某省环境保护工作方案

      一、重点任务

      各部门要按下表落实。

      | 序号 | 重点任务 | 牵头单位 | 完成时限 |
      |---|---|---|---|
      | 1 | 建成空气质量监测平台 | 省生态环境厅 | 2022年12月底前 |
      | 2 | 淘汰燃煤锅炉 | 省市场监管厅 | 2023年6月底前 |
      | 3 | 推广清洁取暖 | 省住房城乡建设厅 | 2023年12月底前 |

      二、保障措施

      各地要加强领导。
      """
    return IssueParser.parse(SourceText(bytes: Array(text.utf8)), fallbackID: "table-1")
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
