import Testing

@testable import GazetteTUI

@Suite struct NoteEditorTests {
  @Test func charactersGoWhereTheCursorIs() {
    var editor = NoteEditor("核实")
    editor.apply(.left)
    editor.apply(.insert("对并"))
    #expect(editor.text == "核对并实")
    #expect(editor.cursor == 3)
    editor.apply(.eraseBack)
    editor.apply(.eraseForward)
    #expect(editor.text == "核对")
  }

  @Test func startAndEndAreThoseOfTheLine() {
    var editor = NoteEditor("一二\n三四\n五")
    editor.apply(.up, columns: 20, ambiguous: .narrow)
    editor.apply(.start)
    #expect(editor.cursor == 3)
    editor.apply(.end)
    #expect(editor.cursor == 5)
  }

  @Test func upAndDownKeepTheColumnThroughShorterRows() {
    var editor = NoteEditor("一二三四\n五\n六七八九")
    editor.apply(.up, columns: 20, ambiguous: .narrow)
    #expect(editor.cursor == 6)
    editor.apply(.up, columns: 20, ambiguous: .narrow)
    #expect(editor.cursor == 4)
    editor.apply(.up, columns: 20, ambiguous: .narrow)
    #expect(editor.cursor == 0)
  }

  @Test func aMarkGoesWithTheCharacterItStandsOn() {
    var editor = NoteEditor("ae\u{301}")
    editor.apply(.left)
    #expect(editor.cursor == 1)
    editor.apply(.right)
    editor.apply(.eraseBack)
    #expect(editor.text == "a")
  }

  @Test func aPasteKeepsItsLinesAndLosesControls() {
    var editor = NoteEditor()
    editor.apply(.insert("一\r\n二\r三\t四\u{1B}[31m\u{9B}五"))
    #expect(editor.text == "一\n二\n三 四[31m五")
  }

  @Test func rowsWrapByTheRulesOfTheText() {
    let layout = NoteLayout(
      Array("请核实时限，并说明理由。\n好".unicodeScalars), columns: 11, ambiguous: .narrow)
    #expect((0..<layout.rows.count).map(layout.text) == ["请核实时", "限，并说明", "理由。", "好"])
    #expect(layout.row(of: 4) == 1)
    #expect(layout.column(of: 4) == 0)
    #expect(layout.column(of: 6) == 4)
    #expect(layout.offset(row: 1, column: 4) == 6)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func everyOffsetHasARowAndAColumnInsideTheWidth(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let alphabet = Array("请核实，。a b（\n“12%》— ".unicodeScalars)
    for _ in 0..<200 {
      let count = Int(random.next() % 60)
      let scalars = (0..<count).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      let columns = 4 + Int(random.next() % 20)
      let layout = NoteLayout(scalars, columns: columns, ambiguous: .narrow)
      for offset in 0...count {
        let row = layout.row(of: offset)
        #expect(layout.rows[row].start <= offset)
        if row + 1 < layout.rows.count { #expect(layout.rows[row + 1].start > offset) }
      }
      var editor = NoteEditor(String(String.UnicodeScalarView(scalars)))
      // From the end to the beginning and back every row is visited.
      for _ in 0..<layout.rows.count { editor.apply(.up, columns: columns, ambiguous: .narrow) }
      #expect(editor.cursor == 0)
      for _ in 0..<layout.rows.count { editor.apply(.down, columns: columns, ambiguous: .narrow) }
      #expect(editor.cursor == count)
    }
  }
}
