import GazetteModel
import GazetteText
import Testing

@Suite struct JSONWriterTests {
  private func text(_ value: JSONValue) -> String {
    String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
  }

  @Test func keysAreSortedAndLevelsIndentedByTwo() {
    #expect(
      text(["b": [1, [2]], "a": ["x": nil, "e": [], "o": [:]], "c": true]) == """
        {
          "a": {
            "e": [],
            "o": {},
            "x": null
          },
          "b": [
            1,
            [
              2
            ]
          ],
          "c": true
        }

        """)
  }

  @Test func chineseAndSlashesStayAsTheyAre() {
    #expect(text("3.1/2 条𠮷") == "\"3.1/2 条𠮷\"\n")
  }

  @Test(arguments: [
    ("\u{1B}[2J", #""\u001b[2J""#), ("\u{9B}2J", #""\u009b2J""#), ("\u{202E}", #""\u202e""#),
    ("a\"\\\n\t", #""a\"\\\n\t""#), ("\u{0}\u{7F}", #""\u0000\u007f""#),
    ("\u{E0041}", #""\udb40\udc41""#), ("\u{FEFF}\u{2066}", #""\ufeff\u2066""#),
  ])
  func charactersThatActOnATerminalAreEscaped(raw: String, printed: String) {
    #expect(text(.string(raw)) == printed + "\n")
  }

  @Test func wholeNumbersHaveNoFraction() {
    #expect(text(.number(90)) == "90\n")
    #expect(text(.number(0.5)) == "0.5\n")
  }

  @Test func deepValuesAreWrittenWithoutRecursion() {
    var value: JSONValue = []
    for _ in 0..<300 { value = [value] }
    #expect(text(value).utf8.count > 300 * 300)
  }
}

@Suite struct JSONParserTests {
  private func parse(_ text: String) throws -> JSONValue {
    try JSONParser.parse(Array(text.utf8))
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let value: JSONValue = [
      "text": "条\u{1B}\u{E0041}\"\\/\n", "list": [1, -2, nil, true, false], "empty": [:],
      "half": .number(-0.5),
    ]
    #expect(try JSONParser.parse(JSONWriter.bytes(of: value)) == value)
  }

  @Test func escapesAreUnderstood() throws {
    #expect(try parse(#" "\u5409\ud842\udfb7\/\b" "#) == "吉𠮷/\u{8}")
    #expect(try parse("1e2") == .number(100))
  }

  @Test(arguments: [
    ("", 1), ("{\n\"a\": 1,\n}", 3), ("[1,]", 1), ("[1 2]", 1), ("{\"a\":1,\n\"a\":2}", 2),
    ("01", 1),
    ("1.", 1), ("-", 1), ("\"\\x\"", 1), ("\"\\ud800\"", 1), ("nul", 1), ("1\n\n2", 3),
    ("{a:1}", 1),
    ("\"\n\"", 1), ("// no\n1", 1), ("1e999", 1), ("1.e3", 1),
  ])
  func whatIsNotJSONIsRefusedWithItsLine(text: String, line: Int) {
    let failure = #expect(throws: JSONFailure.self) { try parse(text) }
    #expect(failure?.line == line)
  }

  @Test func nestingIsBounded() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONFailure(line: 1, reason: .tooDeep)) { try parse(text) }
  }
}
