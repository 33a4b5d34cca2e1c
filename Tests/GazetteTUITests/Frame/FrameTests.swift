import GazetteText
@testable import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct FrameTests {
  private func frame(_ columns: Int, _ rows: Int = 1) -> Frame {
    Frame(size: Size(columns: columns, rows: rows))
  }

  private let origin = Position(row: 0, column: 0)

  @Test func wideCharactersTakeTwoCells() {
    var frame = frame(6)
    #expect(frame.write("公报a", at: origin) == 5)
    #expect(frame.text == "公报a")
    #expect(frame.cells[0].shape == .wide)
    #expect(frame.cells[1].shape == .continuation)
  }

  @Test func aWideCharacterIsNeverHalvedAtAnEdge() {
    var right = frame(5)
    #expect(right.write("公报公", at: origin) == 5)
    #expect(right.text == "公报")
    var limited = frame(9)
    #expect(limited.write("公报公", at: origin, limit: 3) == 3)
    #expect(limited.text == "公")
    var left = frame(5)
    #expect(left.write("公报ab", at: Position(row: 0, column: -1)) == 6)
    #expect(left.text == " 报ab")
  }

  @Test func textOutsideTheFrameIsDropped() {
    var frame = frame(4)
    for position in [
      Position(row: -1, column: 0), Position(row: 1, column: 0), Position(row: 0, column: 4),
      Position(row: 0, column: -9),
    ] {
      frame.write("公报", at: position)
    }
    #expect(frame.text == "")
    #expect(frame.write("公报", at: origin, limit: -3) == 0)
    #expect(Frame(size: Size(columns: -1, rows: 3)).text == "\n\n")
  }

  @Test(arguments: [
    (0, "a 报"), (1, " a报"), (2, "公a"), (3, "公 a"),
  ])
  func overwritingHalfAWideCharacterBlanksTheOther(column: Int, expected: String) {
    var frame = frame(4)
    frame.write("公报", at: origin)
    frame.write("a", at: Position(row: 0, column: column))
    #expect(frame.text == expected)
  }

  @Test func aWideCharacterOverTwoOthersBlanksBothRests() {
    var frame = frame(4)
    frame.write("公报", at: origin)
    frame.write("吉", at: Position(row: 0, column: 1))
    #expect(frame.text == " 吉")
  }

  @Test(arguments: [
    "\u{1B}", "\u{00}", "\n", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{061C}",
    "\u{200B}",
    "\u{2060}", "\u{FEFF}", "\u{E0041}", "\u{0378}", "\u{3164}", "\u{FE0F}", "\u{2028}",
    "\u{AD}", "\u{E0100}", "\u{10FFFF}",
  ])
  func charactersThatCommandOrHideBecomeAMark(character: Unicode.Scalar) {
    var frame = frame(4)
    var hidden = Style(.title)
    hidden.role = .hidden
    #expect(frame.write(["a", character, "b"], at: origin, style: Style(.title)) == 3)
    #expect(frame.text == "a?b")
    #expect(frame.cells.map(\.style.role).prefix(3) == [.title, .hidden, .title])
    #expect(DisplayWidth.columns(of: character) == 1)
  }

  @Test func aPrivateCharacterIsShownAndCounted() {
    var frame = frame(4)
    #expect(frame.write(["a", "\u{E863}", "b"], at: origin) == 3)
    #expect(frame.rowText(0).unicodeScalars.elementsEqual("a\u{E863}b".unicodeScalars))
    #expect(frame.hiddenCount == 1)
  }

  @Test func combiningMarksStayWithTheirCharacterAndAreBounded() {
    var frame = frame(4)
    #expect(frame.write("u\u{308}\u{304}\u{301}x", at: origin) == 2)
    #expect(frame.rowText(0).unicodeScalars.elementsEqual("u\u{308}\u{304}x".unicodeScalars))
  }

  @Test func aStackOfMarksShowsThatItHidesSomething() {
    var frame = frame(8)
    frame.write("报" + String(repeating: "\u{301}", count: 50) + "e\u{301}\u{302}", at: origin)
    #expect(frame.styledText.hasSuffix("0: 0-0 hidden"))
    #expect(frame.hiddenCount == 1)
    frame.write("\u{202E}\u{200B}", at: Position(row: 0, column: 4))
    #expect(frame.hiddenCount == 3)
  }

  @Test func aTabIsABlank() {
    var frame = frame(4)
    #expect(frame.write("a\tb", at: origin) == 3)
    #expect(frame.text == "a b")
    #expect(frame.hiddenCount == 0)
  }

  @Test func aCombiningMarkWithoutACharacterBecomesAMark() {
    var frame = frame(4)
    frame.write("a", at: origin)
    frame.write("\u{301}b", at: Position(row: 0, column: 1))
    #expect(frame.text == "a?b")
  }

  @Test func aMarkGoesWithTheCharacterThatWasCut() {
    var frame = frame(2)
    frame.write("公报\u{301}", at: origin)
    #expect(frame.text == "公")
    frame.write("a\u{301}b", at: Position(row: 0, column: -1))
    #expect(frame.text == "b")
  }

  @Test func ambiguousCharactersFollowThePolicy() {
    var wide = Frame(size: Size(columns: 6, rows: 1), ambiguous: .wide)
    #expect(wide.write("“①”", at: origin) == 6)
    var narrow = frame(6)
    #expect(narrow.write("“①”", at: origin) == 3)
  }

  @Test func fillBlanksAndMendsWhatItCutsInHalf() {
    var frame = frame(8)
    frame.write("公报公报", at: origin)
    frame.fill(Rect(column: 1, row: -2, columns: 4, rows: 9), style: Style(.bar))
    #expect(frame.text == "      报")
    #expect(frame.styleStretches(inRow: 0).map(\.columns) == [0..<1, 1..<5, 5..<8])
  }

  @Test func restyleLeavesTheText() {
    var frame = frame(4)
    frame.write("公报", at: origin)
    frame.restyle(Rect(column: 0, row: 0, columns: 2, rows: 1)) { $0.isSelected = true }
    #expect(frame.styledText == "4x1\n公报\n--- styles\n0: 0-1 plain+selected")
  }

  @Test func styledTextNamesTheCursorAndTheStyles() {
    var frame = frame(10, 2)
    var match = Style(.heading)
    match.isMatch = true
    frame.write("一、", at: origin, style: Style(.number))
    frame.write("总", at: Position(row: 0, column: 4), style: match)
    frame.cursor = Position(row: 1, column: 3)
    #expect(
      frame.styledText == """
        10x2 cursor 1,3
        一、总

        --- styles
        0: 0-3 number, 4-5 heading+match
        """)
  }

  @Test func noSequenceOfWritesLeavesHalfAWideCharacter() {
    var random = SystemRandomNumberGenerator()
    let texts = ["公报", "a公b", "“①", "e\u{301}\u{200B}", "\u{301}报", "aaa", "", "👨‍👩‍👧"]
    for policy in [AmbiguousWidth.narrow, .wide] {
      var frame = Frame(size: Size(columns: 9, rows: 3), ambiguous: policy)
      for _ in 0..<3000 {
        let row = Int.random(in: -1...3, using: &random)
        let column = Int.random(in: -4...10, using: &random)
        if Int.random(in: 0..<8, using: &random) == 0 {
          frame.fill(Rect(column: column, row: row, columns: row + 1, rows: 2))
        } else {
          let limit = Int.random(in: -1...9, using: &random)
          let used = frame.write(
            texts.randomElement(using: &random) ?? "", at: Position(row: row, column: column),
            limit: limit > 8 ? nil : limit)
          #expect(used >= 0)
        }
        #expect(isWhole(frame))
      }
    }
  }

  /// Whether each wide cell has its right half and each right half its wide cell.
  private func isWhole(_ frame: Frame) -> Bool {
    (0..<frame.size.rows).allSatisfy { row in
      let shapes = frame.row(row).map(\.shape)
      return shapes.indices.allSatisfy { index in
        let next = index + 1 < shapes.count ? shapes[index + 1] : .narrow
        return (shapes[index] == .wide) == (next == .continuation)
          && (index > 0 || shapes[0] != .continuation)
      }
    }
  }
}
