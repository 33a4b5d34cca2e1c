import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

/// What lies over the panes never covers the clause it is about, and keeps to one pane.
@Suite struct BoxTests {
  static let sizes = [(80, 24), (120, 40), (200, 50)].map { Size(columns: $0.0, rows: $0.1) }

  /// What opens a box, and the heading that it has.
  static let boxes: [(keys: String, mode: Mode)] = [
    ("a", .note), ("A", .marks), ("Y", .citing), ("R", .note), ("gz", .closing), ("gr", .chooser),
    ("gv", .stretch),
  ]

  /// A short clause, a long one, one at the end of its document, one that others refer to.
  static let clauses = ["3.1/2.1.3", "1/1.2", "3.3/3.6", "3.1/2.3.11", "2.1/2.1.1"]

  private func reading(_ reference: String, _ size: Size) throws -> Reviewing {
    var review = try Reviewing(size)
    review.browser.index()
    review.go(to: reference)
    return review
  }

  /// The cells that changed between two frames, without the bars at the head and the foot.
  private func changed(_ before: Frame, _ after: Frame) -> [Position] {
    (1..<before.size.rows - 1).flatMap { row in
      (0..<before.size.columns).map { Position(row: row, column: $0) }
    }.filter { before[$0] != after[$0] }
  }

  @Test(arguments: sizes, clauses)
  func aBoxLeavesTheBeginningOfItsClauseInSight(_ size: Size, _ reference: String) throws {
    for (keys, mode) in Self.boxes {
      var review = try reading(reference, size)
      let issue = review.state.library.issues[0]
      let title = try #require(issue[review.state.cursor.node].title).prefix(6)
      review.type(keys)
      guard review.state.mode == mode else { continue }
      let column = review.state.textColumn
      let frame = review.browser.frame
      let shown = (0..<size.rows - 1).contains { row in
        let cells = (column.column..<column.column + column.columns).compactMap {
          frame[Position(row: row, column: $0)]
        }
        var text = String.UnicodeScalarView()
        for cell in cells where cell.shape != .continuation { text.append(cell.scalar) }
        return String(text).contains(title)
          && cells.contains {
            $0.style.role == .title || $0.style.role == .heading || $0.style.role == .plain
          }
      }
      #expect(shown, "\(keys) at \(reference), \(size)")
    }
  }

  /// In the middle of a clause that is longer than the screen, the row being read stays in sight.
  @Test(arguments: sizes) func aBoxLeavesTheRowBeingReadInSight(_ size: Size) throws {
    for keys in ["a", "A", "Y"] {
      for steps in [0, 6, 12, 18] {
        var review = try reading("1/1.2", size)
        review.type(String(repeating: "j", count: steps))
        let before = review.state.cursor
        review.type(keys)
        let layout = review.browser.layouts.document(for: review.state)
        let row =
          review.state.boxRoom.row + layout.row(of: before) - layout.row(of: review.state.top)
        let cursor = review.browser.frame[
          Position(row: row, column: review.state.textColumn.column - 2)]
        #expect(cursor?.scalar == ">", "\(keys) after \(steps) rows, \(size)")
      }
    }
  }

  @Test(arguments: sizes) func aBoxKeepsToOnePane(_ size: Size) throws {
    for tab in [Tab.contents, .departments, .targets, .review] {
      for (keys, mode) in Self.boxes {
        var review = try reading("3.1/2.3.11", size)
        review.type("v")
        review.type(String(tab.number))
        if tab == .departments { review.press(.enter) }
        let before = review.browser.frame
        review.type(keys)
        guard review.state.mode == mode else { continue }
        let panes = Set(
          changed(before, review.browser.frame).compactMap { review.state.panes.pane(at: $0) })
        #expect(panes.count <= 1, "\(keys) in \(tab), \(size)")
      }
    }
  }

  /// Where a table fills the screen, the box is beside its highlighted row.
  @Test(arguments: [Tab.targets, .matrix], [0, 8, 16])
  func aBoxLeavesTheHighlightedRowInSight(_ tab: Tab, _ steps: Int) throws {
    var review = try reading("3.1/2.3.11", Size(columns: 80, rows: 24))
    review.type(String(tab.number))
    review.type("gg" + String(repeating: "j", count: steps))
    for keys in ["Y", "a"] {
      review.type(keys)
      #expect(!review.state.overlays.isEmpty)
      let rows = (1..<23).filter { row in
        review.browser.frame.row(row).prefix(30).contains {
          $0.style.isSelected || $0.style.isMarked
        }
      }
      let own = rows.contains { !review.browser.frame.row($0).contains { $0.style.role == .label } }
      #expect(own, "\(keys) in \(tab) after \(steps)")
      review.press(.escape)
    }
  }

  @Test(arguments: sizes, [Language.chinese, .english])
  func whatClosesAnIssueIsAskedWhole(_ size: Size, _ language: Language) throws {
    var review = try Reviewing(size, language: language)
    review.type("gz")
    let text = review.browser.frame.text
    let asks = language == .chinese ? "除非重开" : "nothing can be"
    #expect(text.contains(asks), "\(text)")
    #expect(text.contains("143"))
  }
}
