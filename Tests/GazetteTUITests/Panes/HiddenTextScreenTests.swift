import GazetteModel
import GazetteReview
import TerminalKit
import Testing

@testable import GazetteTUI

/// The screen says how many hidden characters it shows as marks, wherever they come from.
@Suite struct HiddenTextScreenTests {
  private static let hidden = "\u{1B}]0;x\u{7}\u{202E}\u{200B}"

  private func issue(_ text: String) throws -> GazetteModel.Issue {
    let source = """
      # 某省人民政府关于加强管理的通知

      一、总体要求

      1. 加强\(text)组织领导。（省公安厅负责）

      2. 改进管理。
      """
    return IssueParser.parse(SourceText(bytes: Array(source.utf8)), fallbackID: "x-1")
  }

  /// What the status line counts.
  private func counted(_ frame: Frame) -> Int? {
    let status = frame.rowText(frame.size.rows - 1)
    return status.firstMatch(of: /本页有 (\d+) 个不可见字符/).flatMap { Int($0.1) }
  }

  private func marks(_ frame: Frame) -> Int { frame.cells.count { $0.style.role == .hidden } }

  @Test(arguments: [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 60, rows: 16),
  ])
  func whatThePageHidesIsCounted(size: Size) throws {
    let browser = try Browser(Library(issues: [try issue("\u{202E}\u{200B}")]), size)
    #expect(counted(browser.frame) == marks(browser.frame))
    #expect(marks(browser.frame) >= 2)
    #expect(!browser.frame.text.unicodeScalars.contains { $0.isHidden && $0 != "\n" })
    let clean = try Browser(Library(issues: [try issue("")]), size)
    #expect(counted(clean.frame) == nil)
  }

  @Test func englishSaysItToo() throws {
    let browser = try Browser(
      Library(issues: [try issue("\u{202E}")]), Size(columns: 80, rows: 24), language: .english)
    #expect(browser.frame.rowText(23).contains("hidden characters here: "))
  }

  /// Another program may have written anything into the store.
  @Test func notesTagsAndReviewersAreCounted() throws {
    let issue = try issue("")
    var reviewing = try Reviewing(issue: issue)
    let scope = reviewing.browser.layouts.scope(of: 0)
    let unit = try #require(issue.nodes.first { $0.reference.text == "1/1.1" })
    let mark = ReviewMark(
      key: scope.key(of: unit.id), reviewer: "乙" + Self.hidden, state: .problem,
      note: "注" + Self.hidden, tags: ["急" + Self.hidden], at: ReviewTime(milliseconds: 1),
      text: ReviewedText("旧" + Self.hidden))
    reviewing.go(to: "1/1.1")
    // Looking at everyone's marks reads them anew.
    reviewing.type("A")
    reviewing.browser.handle(.review(.opened([ReviewSheet(reviewer: "甲", marks: [mark])])))
    let frame = reviewing.browser.frame
    #expect(marks(frame) >= 12)
    #expect(counted(frame) == marks(frame))
    #expect(!frame.text.unicodeScalars.contains { $0.isHidden && $0 != "\n" })
  }

  @Test func aNoteThatIsPastedIsCounted() throws {
    var reviewing = try Reviewing(issue: try issue(""))
    reviewing.go(to: "1/1.1")
    reviewing.type("a")
    reviewing.browser.handle(.paste("粘\u{202E}\u{2066}贴\u{1B}[31m"))
    #expect(counted(reviewing.browser.frame) == 2)
  }

  @Test func copiesHaveMarks() throws {
    let issue = try issue(Self.hidden)
    let unit = try #require(issue.nodes.first { $0.reference.text == "1/1.1" })
    let text = CopyText.text(of: unit.id, in: issue)
    #expect(text.contains("加强␛]0;x␇\u{FFFD}\u{FFFD}组织领导"))
    #expect(!CopyText.citation(of: unit.id, in: issue).unicodeScalars.contains { $0.isHidden })
  }
}
