import Testing

@testable import GazetteText

@Suite struct TOMLReaderTests {
  private func read(_ text: String) -> TOMLDocument { TOMLReader.read(Array(text.utf8)) }

  private func value(_ text: String) -> TOMLValue? {
    let document = read("a = " + text)
    return document.mistakes.isEmpty ? document.entries.first?.value : nil
  }

  private func mistake(_ text: String) -> TOMLMistake.Kind? {
    read(text).mistakes.first?.kind
  }

  @Test func everyKindOfValueIsRead() {
    #expect(value("\"x\"") == .string("x"))
    #expect(value("'a\\b'") == .string("a\\b"))
    #expect(value("\"\\\"\\\\\\t\\u4E2D\\U00020BB7\"") == .string("\"\\\t中\u{20BB7}"))
    #expect(value("-1_000") == .integer(-1000))
    #expect(value("true") == .boolean(true))
    #expect(value("[]") == .array([]))
    #expect(value("[ \"a\", # remark\n  \"b\",\n]") == .array([.string("a"), .string("b")]))
    #expect(value("[1, [2]]") == .array([.integer(1), .array([.integer(2)])]))
  }

  @Test func keysStandInTheirTablesWithTheirLines() {
    let document = read(
      """
      # first
      top = 1
      [keys]
      down = ["j"] # remark
      "next-unread" = []

      [ keys . text ]
      a.'b' = true
      """)
    #expect(document.mistakes.isEmpty)
    #expect(
      document.entries.map(\.path) == [
        ["top"], ["keys", "down"], ["keys", "next-unread"], ["keys", "text", "a", "b"],
      ])
    #expect(document.entries.map(\.line) == [2, 4, 5, 8])
  }

  @Test func carriageReturnsAndAByteOrderMarkAreNoMistakes() {
    let document = read("\u{FEFF}a = 1\r\n[t]\r\nb = [\r\n\"x\"\r\n]\r\n")
    #expect(document.mistakes.isEmpty)
    #expect(document.entries.map(\.path) == [["a"], ["t", "b"]])
  }

  @Test func whatCannotBeReadIsNamed() {
    #expect(mistake("theme = dark") == .unquoted("dark"))
    #expect(mistake("theme = \"dark") == .openString)
    #expect(mistake("theme \"dark\"") == .noEqualsSign("theme"))
    #expect(mistake("theme =") == .noValue)
    #expect(mistake("= 1") == .noKey("="))
    #expect(mistake("a = 1x") == .badNumber("1x"))
    #expect(mistake("a = 99999999999999999999") == .badNumber("99999999999999999999"))
    #expect(mistake("a = 1 2") == .textBehindValue("2"))
    #expect(mistake("a = [1 2]") == .openList)
    #expect(mistake("a = [1,") == .openList)
    #expect(mistake("[keys") == .badHeading)
    #expect(mistake("[[keys]]") == .unsupported("[[ ]]"))
    #expect(mistake("a = { b = 1 }") == .unsupported("{ }"))
    #expect(mistake("a = \"\"\"x\"\"\"") == .unsupported("\"\"\""))
    #expect(mistake("a = \"\\q\"") == .badEscape("q"))
    #expect(mistake("a = \"\\uD800\"") == .badEscape("u"))
    #expect(mistake("a = \"\u{1B}\"") == .controlCharacter)
  }

  @Test func aMistakeCostsItsLineAlone() {
    let document = read(
      """
      a = 1
      b = dark
      c = 3
      [broken
      lost = 1
      [t]
      d = ["x"
      e = 5
      f = [
        "y",
        z,
        "w",
      ]
      g = 7
      """)
    #expect(document.entries.map(\.path) == [["a"], ["c"], ["t", "e"], ["t", "g"]])
    #expect(document.mistakes.map(\.line) == [2, 4, 7, 9])
  }

  // MARK: Hostile texts

  @Test func nulsAndBytesThatAreNoUTF8AreReportedAndPassedOver() {
    let nuls = TOMLReader.read(Array("a = 1\n\0\0\0\nb = \"x\0\"\nc = 3\n".utf8))
    #expect(nuls.entries.map(\.path) == [["a"], ["c"]])
    #expect(nuls.mistakes.map(\.line) == [2, 3])
    let bytes = TOMLReader.read(
      Array("a = \"".utf8) + [0xC4, 0xE3] + Array("\"\nb = 2\n# ".utf8) + [0xFF]
        + Array("\nc = 3".utf8))
    #expect(bytes.entries.map(\.path) == [["b"], ["c"]])
    #expect(bytes.mistakes == [TOMLMistake(line: 1, kind: .notUTF8)])
    #expect(
      TOMLReader.read([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00]).mistakes.map(\.kind) == [.notUTF8])
  }

  @Test func deepNestingIsRefusedAndNotFollowed() {
    #expect(mistake("a = " + String(repeating: "[", count: 60_000)) == .tooDeep)
    #expect(mistake(String(repeating: "a.", count: 30_000) + "a = 1") == .tooDeep)
    #expect(mistake("[" + String(repeating: "a.", count: 30_000) + "a]") == .tooDeep)
  }

  @Test(arguments: ["[", "\"", "a = [\n", "= \n", "a\n", "\\", "#", "a=1\n", "\r", "]", "a=[\"x\n"])
  func anyLengthOfAnythingEnds(_ piece: String) {
    let count = (1 << 16) / piece.utf8.count
    let text = Array(String(repeating: piece, count: count).utf8)
    let time = ContinuousClock().measure { _ = TOMLReader.read(text) }
    #expect(time < .seconds(5))
  }
}
