import Foundation
import Testing

/// A review of one year's plan that is carried over into the next one's.
@Suite(.serialized) struct ReviewCarryTests {
  private let plans: PlanFolder
  private var store: [String] {
    ["--reviewer", "甲", "--review-db", plans.beside.path + "/review.sqlite"]
  }

  init() throws {
    plans = try PlanFolder()
    for (reference, state, note) in [
      ("1.1/1.4", "agreed", "红线"), ("1.1/1.1", "problem", ""), ("1.1/1.5", "question", ""),
      ("1.1/2.1", "agreed", "资金"),
    ] {
      _ = try run(["review", "mark", reference, state, "--note", note, "--issue", plans.old])
    }
  }

  private func run(_ arguments: [String]) throws -> String {
    let run = try Program.run(arguments: arguments + store)
    #expect(run.status == 0, "\(arguments) \(run.errors)")
    return run.text
  }

  private func marks(_ query: String...) throws -> [String: [String: Any]] {
    let text = try run(["review", "list", "--json", "--issue", plans.new] + query)
    let values = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
    return Dictionary(
      values.map { ($0["ref"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func marksGoWithTheirClausesAndSayWhichWordsChanged() throws {
    let carry = ["review", "carry", plans.old, plans.new]
    let text = try run(carry + ["--dry-run", "--json"])
    let values = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
    let told = Dictionary(
      values.map { entry in
        let places = ["old", "new"].map { (entry[$0] as? String)?.suffix(7) ?? "nil" }
        return (places.joined(separator: ">"), entry["outcome"] as? String ?? "")
      }, uniquingKeysWith: { first, _ in first })
    #expect(
      told == [
        "1.1/1.1>1.1/1.2": "again", "1.1/1.4>1.1/1.3": "again", "1.1/1.5>nil": "gone",
        "1.1/2.1>1.1/2.1": "kept",
      ])
    try #expect(marks().isEmpty)
    let english = try run(carry + ["--lang", "en"])
    #expect(english.contains("（省[-国土-]{+自然+}资源厅牵头）"), "\(english)")
    #expect(
      english.hasSuffix("carried over: 1, to be looked at again: 2, no unit continues it: 1\n"),
      "\(english)")
    let carried = try marks()
    #expect(carried.count == 3 && carried["2019-01:1.1/2.1"]?["changed"] as? Bool == false)
    let note = carried["2019-01:1.1/1.3"]?["note"] as? String ?? ""
    #expect(note.hasPrefix("红线\ncarried from 甲省人民政府公报/2018-01:1.1/1.4 (agreed)"), "\(note)")
    try #expect(marks("is:changed").keys.sorted() == ["2019-01:1.1/1.2", "2019-01:1.1/1.3"])
    // Once more nothing is carried twice, and undo takes all of it back.
    let again = try run(carry)
    #expect(again.contains("新版已有标记，不动 3"), "\(again)")
    _ = try run(["review", "undo"])
    try #expect(marks().isEmpty)
  }

  /// The next version in the browser has the marks: what is unchanged read, the rest to be looked at.
  @Test(arguments: [
    (
      (80, 24), "zh_CN.UTF-8",
      words: ["已阅 1/9", "已阅 2/9"]
    ),
    (
      (120, 40), "en_US.UTF-8",
      words: ["1/9 reviewed", "2/9 reviewed"]
    ),
  ]) func theNextVersionShowsWhatWasCarried(
    _ size: (columns: Int, rows: Int), _ locale: String, words: [String]
  ) throws {
    _ = try run(["review", "carry", plans.old, plans.new])
    let options = store.map { "'\($0)'" }.joined(separator: " ")
    let session = try TerminalSession(
      "exec \"$GAZETTE\" \(options) '\(plans.new)'", columns: size.columns, rows: size.rows,
      locale: locale)
    try session.waitFor(words[0])
    try session.waitFor("the signs of the marks") { rows in
      rows.contains { $0.hasPrefix("~ ") && $0.contains("2. 推广秸秆还田") }
        && rows.contains { $0.hasPrefix("~ ") && $0.contains("3. 划定黑土地保护") }
        && rows.contains { $0.hasPrefix("o ") && $0.contains("1. 加强资金保障") }
        && rows.contains { $0.hasPrefix("  ") && $0.contains("4. 开展耕地质量监测") }
    }
    // The filter finds what is to be looked at again; a mark there settles it.
    try session.type("f")
    try session.type("is:changed")
    try session.press("Enter")
    func tree(_ rows: [String]) -> [Substring] { rows.map { $0.prefix { $0 != "│" } } }
    try session.waitFor("only what changed") { rows in
      let tree = tree(rows)
      return tree.contains { $0.contains("2. 推广秸秆还田") } && !tree.contains { $0.contains("4. 开展") }
    }
    try session.type(":1.1/1.3")
    try session.press("Enter")
    try session.waitFor("1.1/1.3")
    try session.type("c")
    try session.waitFor(words[1])
    try session.waitFor("one settled, one left") { rows in
      let tree = tree(rows)
      return rows.contains { $0.contains(">o 3. 划定黑土地保护红线") }
        && !tree.contains { $0.contains("3. 划定黑土地保护") }
        && tree.contains { $0.hasPrefix("~ ") && $0.contains("2. 推广秸秆还田") }
    }
    try #expect(marks("is:changed").keys.sorted() == ["2019-01:1.1/1.2"])
  }
}
