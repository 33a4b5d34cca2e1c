import GazetteModel
import GazetteText
@testable import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct LinesTests {
  /// What rows of border marks become.
  private func lines(_ rows: [String]) -> [String] {
    var frame = Frame(size: Size(columns: rows[0].count, rows: rows.count))
    for (row, text) in rows.enumerated() {
      for (column, mark) in text.unicodeScalars.enumerated() where mark != " " {
        frame.write(
          [mark][...], at: Position(row: row, column: column),
          style: Style(mark == "x" ? .plain : .border))
      }
    }
    let drawn = frame.withLines()
    return (0..<rows.count).map { row in
      String(String.UnicodeScalarView(drawn.row(row).map(\.scalar)))
    }
  }

  @Test func linesMeetInCornersAndJunctions() {
    #expect(lines(["+--+", "|  |", "+--+"]) == ["┌──┐", "│  │", "└──┘"])
    #expect(lines(["-----", " | | ", "-----"]) == ["─┬─┬─", " │ │ ", "─┴─┴─"])
    #expect(lines(["|  |", "|--|", "|  |"]) == ["│  │", "├──┤", "│  │"])
    #expect(lines([" | ", "-+-", " | "]) == [" │ ", "─┼─", " │ "])
    #expect(lines([" | ", "---", " | "]) == [" │ ", "─┼─", " │ "])
  }

  @Test func linesSideBySideDoNotJoin() {
    #expect(lines(["||", "||"]) == ["││", "││"])
    #expect(lines(["--", "--"]) == ["──", "──"])
    // The end of one row is not beside the beginning of the next.
    #expect(lines(["  |-", "|   "]) == ["  ├─", "│   "])
  }

  @Test func onlyBordersBecomeLines() {
    #expect(lines(["x-x", "x|x"])[0].hasPrefix("x"))
    var frame = Frame(size: Size(columns: 3, rows: 1))
    frame.write("|-+", at: Position(row: 0, column: 0))
    #expect(frame.withLines() == frame)
  }

  /// Whatever is on the screen: lines change no width, and no mark of a border is left.
  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func everyBorderOfTheScreenIsALine(_ size: Size, _ language: Language) throws {
    for keys in ["", "i", "i\t\t", ":", "Q", "3", "4", "5", "?", "n", " "] {
      var browser = try Browser(Library(issues: [SampleIssue.law()]), size, language: language)
      browser.index()
      browser.type(keys)
      let drawn = browser.frame.withLines()
      let left = drawn.cells.filter {
        $0.style.role == .border && "|-+".unicodeScalars.contains($0.scalar)
      }
      #expect(left.isEmpty, "\(size) \(keys): \(left.map(\.scalar))")
      #expect(drawn.cells.map(\.shape) == browser.frame.cells.map(\.shape))
    }
  }
}
