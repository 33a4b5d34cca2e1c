import Testing

@testable import GazetteModel

@Suite struct QueryParserTests {
  private func printed(_ text: String) -> String { QueryParser.parse(text).query.description }

  private func reasons(_ text: String) -> [QueryDiagnostic.Reason] {
    QueryParser.parse(text).diagnostics.map(\.reason)
  }

  @Test(arguments: [
    ("黑土地", "黑土地"), ("黑土地 sthj", "黑土地 sthj"), ("a | b c", "a | b c"), ("(a | b) c", "(a | b) c"),
    ("a b | c d", "a b | c d"), ("-a", "-a"), ("!a b", "-a b"), ("-(a b)", "-(a b)"),
    ("--a", "--a"),
    ("a (b c)", "a (b c)"), ("a | (b | c)", "a | (b | c)"), ("\"超低 排放\"", "\"超低 排放\""),
    ("@生态环境厅", "@生态环境厅"), ("牵头@sthjt", "lead@sthjt"), ("inherited@x", "inherited@x"),
    ("role:牵头", "role:lead"), ("kind:条", "kind:clause"), ("has:更正", "has:correction"),
    ("until:2021年12月", "until:2021年12月"), ("target>80%", "target>80%"),
    ("target > 80%", "target>80%"),
    ("指标≥100万元", "target>=100万元"), ("is:unread tag:x", "is:unread tag:x"),
    ("doc:\"a b\"", "doc:\"a b\""), ("各市(州)政府", "各市(州)政府"), ("责任单位：省", "责任单位：省"),
    ("12:30", "12:30"),
  ])
  func aQueryPrintsInOneForm(text: String, expected: String) {
    #expect(QueryParser.parse(text).diagnostics.isEmpty)
    #expect(printed(text) == expected)
  }

  @Test(arguments: [
    ("＠生态环境厅", "@生态环境厅"), ("牵头＠生态环境厅　黑土地", "牵头@生态环境厅 黑土地"), ("（甲｜乙）丙", "(甲|乙)丙"),
    ("－甲", "-甲"), ("！甲", "!甲"), ("ｄｏｃ：10号", "doc:10号"), ("“超低排放”", "\"超低排放\""),
    ("has：target", "has:target"), ("target＞80％", "target>80％"), ("ｔａｒｇｅｔ≥80%", "target>=80%"),
  ])
  func theFormsOfAnInputMethodMeanTheSame(full: String, half: String) {
    #expect(QueryParser.parse(full).query == QueryParser.parse(half).query)
    #expect(QueryParser.parse(full).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("rol:lead 黑土地", QueryDiagnostic.Reason.unknownField, 0, "role:lead"),
    ("黑土地 has:traget", .unknownFact, 4, "has:target"), ("laed@甲 黑土地", .unknownRole, 0, "lead@甲"),
    ("kind:clauses 黑土地", .unknownKind, 0, "kind:clause"),
    ("role:头牵 黑土地", .unknownRole, 0, "role:牵头"),
  ])
  func anUnreadableTermIsNamedWithItsPlaceAndTheRestStillFilters(
    text: String, reason: QueryDiagnostic.Reason, place: Int, suggestion: String
  ) {
    let parsed = QueryParser.parse(text)
    #expect(parsed.diagnostics.map(\.reason) == [reason])
    #expect(parsed.diagnostics.first?.range.start == place)
    #expect(parsed.diagnostics.first?.suggestion == suggestion)
    #expect(parsed.query.description == "黑土地")
  }

  @Test(arguments: [
    ("", []), ("  ", []), ("a |", [QueryDiagnostic.Reason.missingTerm]), ("| a", [.missingTerm]),
    ("a -", [.missingTerm]), ("(a", [.unclosedBracket]), ("a)", [.unopenedBracket]),
    ("()", [.emptyBrackets]), ("\"a", [.unclosedQuote]), ("until:soon", [.unreadableDate]),
    ("target>much", [.unreadableValue]), ("doc:", [.missingValue]), ("@", [.missingValue]),
    ("until:2021-13", [.unreadableDate]), ("until:2021-02-30", [.unreadableDate]),
  ])
  func whatIsMissingIsSaid(text: String, expected: [QueryDiagnostic.Reason]) {
    #expect(reasons(text) == expected)
  }

  @Test func anUnreadableTermLeavesNoTraceInOrAndNot() {
    #expect(printed("甲 | has:no") == "甲")
    #expect(printed("甲 -has:no") == "甲")
    #expect(printed("-(has:no | 甲)") == "-甲")
    #expect(QueryParser.parse("has:no").query.isEverything)
  }

  @Test func printingAndReadingAgainGivesTheSameQuery() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      let text = QueryGenerator.text(using: &generator)
      let query = QueryParser.parse(text).query
      let again = QueryParser.parse(query.description)
      #expect(again.query == query, "\(text) → \(query)")
      #expect(again.diagnostics.isEmpty, "\(text) → \(query)")
    }
  }

  @Test func noTextIsTooStrangeOrTooDeep() {
    var generator = SeededGenerator(seed: 8)
    let pieces = Array("()（）|-!@:\"“” >a甲=%0".unicodeScalars)
    for _ in 0..<3000 {
      let length = Int.random(in: 0..<24, using: &generator)
      let scalars = (0..<length).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      let text = String(String.UnicodeScalarView(scalars))
      let query = QueryParser.parse(text).query
      #expect(QueryParser.parse(query.description).query == query, "\(text) → \(query)")
    }
    let deep = String(repeating: "-(", count: 50_000) + "a"
    #expect(reasons(deep).contains(.tooDeep))
    #expect(QueryParser.parse(String(repeating: "a ", count: 20_000)).query.terms.count == 20_000)
  }
}
