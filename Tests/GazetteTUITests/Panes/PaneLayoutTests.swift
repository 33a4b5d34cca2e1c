@testable import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct PaneLayoutTests {
  private func layout(
    _ columns: Int, _ rows: Int, focus: PaneLayout.Pane = .text, details: Bool = false,
    reading: Bool = false
  ) -> PaneLayout {
    PaneLayout(
      size: Size(columns: columns, rows: rows), focus: focus, showsDetails: details,
      isReading: reading)
  }

  @Test func widthDecidesHowManyPanesThereAre() {
    #expect(layout(200, 50).arrangement == .threePanes)
    #expect(layout(120, 40).arrangement == .threePanes)
    #expect(layout(119, 40).arrangement == .twoPanes)
    #expect(layout(80, 24).arrangement == .twoPanes)
    #expect(layout(79, 24).arrangement == .onePane)
    #expect(layout(60, 20).arrangement == .onePane)
    #expect(layout(40, 8).arrangement == .onePane)
    #expect(layout(39, 8).arrangement == .tooSmall)
    #expect(layout(40, 7).arrangement == .tooSmall)
    #expect(layout(200, 50, reading: true).arrangement == .reading)
  }

  @Test func threePanesAt120x40() {
    let set = layout(120, 40)
    #expect(set.bar == Rect(column: 0, row: 0, columns: 120, rows: 1))
    #expect(set.status == Rect(column: 0, row: 39, columns: 120, rows: 1))
    #expect(set.contents == Rect(column: 0, row: 2, columns: 30, rows: 37))
    #expect(set.text == Rect(column: 31, row: 1, columns: 62, rows: 38))
    #expect(set.details == Rect(column: 94, row: 1, columns: 26, rows: 38))
  }

  @Test func theComfortableMeasureFitsAt200x50() {
    let set = layout(200, 50)
    #expect(set.textColumn(measure: 80)?.columns == 80)
    #expect(set.contents?.columns ?? 0 >= 50)
  }

  @Test func detailsComeBelowTheTextAt80x24() {
    let set = layout(80, 24)
    #expect(set.details == nil)
    #expect(set.contents == Rect(column: 0, row: 2, columns: 28, rows: 21))
    #expect(set.text == Rect(column: 29, row: 1, columns: 51, rows: 22))
    let wanted = layout(80, 24, details: true)
    #expect(wanted.text == Rect(column: 29, row: 1, columns: 51, rows: 13))
    #expect(wanted.details == Rect(column: 29, row: 15, columns: 51, rows: 8))
    #expect(layout(80, 24, focus: .details).details == wanted.details)
  }

  @Test func onePaneAtATimeAt60x20() {
    #expect(layout(60, 20).shownPanes == [.text])
    #expect(layout(60, 20, focus: .contents).shownPanes == [.contents])
    #expect(layout(60, 20).text == Rect(column: 0, row: 1, columns: 60, rows: 18))
  }

  @Test func nothingIsShownAt39x8() {
    let set = layout(39, 8)
    #expect(set.shownPanes.isEmpty && set.bar == nil && set.status == nil)
  }

  @Test func readingHasOnlyTextAndStatus() {
    let set = layout(80, 24, reading: true)
    #expect(set.text == Rect(column: 0, row: 0, columns: 80, rows: 23))
    #expect(set.bar == nil && set.borders.isEmpty)
    #expect(set.textColumn(measure: 60) == Rect(column: 10, row: 0, columns: 60, rows: 23))
  }

  @Test func everyCellBelongsToOnePart() {
    for columns in [40, 60, 79, 80, 100, 119, 120, 137, 169, 170, 200] {
      for (details, left) in [
        (false, PaneLayout.LeftRoom.tree), (true, .tree), (true, .list), (false, .table),
      ] {
        let set = PaneLayout(
          size: Size(columns: columns, rows: 9), focus: .contents, showsDetails: details, left: left
        )
        var parts = PaneLayout.Pane.allCases.compactMap { set.rect(of: $0) }
        parts += set.borders + [set.bar, set.detailsBar, set.tabs, set.status].compactMap { $0 }
        #expect(parts.reduce(0) { $0 + $1.columns * $1.rows } == columns * 9)
        for row in 0..<9 {
          for column in 0..<columns {
            let position = Position(row: row, column: column)
            #expect(parts.filter { $0.contains(position) }.count == 1)
          }
        }
      }
    }
  }
}
