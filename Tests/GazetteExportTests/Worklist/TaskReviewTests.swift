import GazetteModel
import GazetteReview
import GazetteText
import Testing

@testable import GazetteExport

/// Worklists tell what a review says of their tasks.
struct TaskReviewTests {
  private let issue = ParsedText.plan
  private let scope: ReviewScope
  private let store: SQLiteReviewStore

  init() throws {
    scope = ReviewScope(issue)
    store = try SQLiteReviewStore.inMemory()
  }

  private func key(_ node: NodeID) -> ReviewKey { scope.key(of: node) }

  private func reviewed() throws -> Worklist {
    let name = scope.issueName.description
    let sheet = ReviewSheet(reviewer: "", marks: try store.marks(ofIssue: name))
    let team = try store.teamSheet(in: scope)
    return try ParsedText.worklist("省生态环境厅", order: .print).reviewed {
      TaskReview(of: $0.node, in: issue, scope: scope, marks: sheet, team: team)
    }
  }

  private func unit() throws -> NodeID {
    let node = try #require(try ParsedText.worklist("省生态环境厅", order: .print).tasks.first).node
    return try #require(([node] + issue.ancestors(of: node)).first { scope.isUnit($0) })
  }

  @Test func aTaskIsDoneOnceEverybodyItWasDealtOutToHasReadIt() throws {
    let unit = try unit()
    let text = scope.text(of: unit)
    try store.record([.assign(key(unit), to: "甲", text: text)], author: "科长")
    try store.record([.assign(key(unit), to: "乙", text: text)], author: "科长")
    try store.apply(
      [ReviewChange(key: key(unit), text: text, state: .agreed, note: "期限太紧")], reviewer: "甲")
    #expect(try reviewed().tasks.first?.review?.isDone == false)
    let mark = try #require(
      try store.apply([ReviewChange(key: key(unit), text: text, state: .read)], reviewer: "乙").first
    )
    let task = try #require(try reviewed().tasks.first)
    #expect(task.review?.isDone == true)
    #expect(Set(task.review?.assigned ?? []) == ["甲", "乙"])
    try store.record(
      [.judge(mark, by: "丙", .returned, note: "请核对", text: text)], author: "丙")
    let returned = try #require(try reviewed().tasks.first?.review)
    #expect(!returned.isDone)
    #expect(returned.markText(in: .chinese).contains("乙 已阅（退回）"))
    #expect(returned.remarkText(in: .chinese).contains("甲：期限太紧"))
    #expect(returned.remarkText(in: .chinese).contains("丙：请核对"))
  }

  @Test func tablesPagesAndJSONTellOfIt() throws {
    let unit = try unit()
    let text = scope.text(of: unit)
    try store.record([.assign(key(unit), to: "甲", text: text)], author: "科长")
    try store.apply(
      [ReviewChange(key: key(unit), text: text, state: .agreed, note: "=1+1")], reviewer: "甲")
    let worklist = try reviewed()
    #expect(worklist.markdown(in: .chinese).contains("- [x]"))
    #expect(worklist.html(in: .chinese).contains("甲 同意"))
    #expect(CSVTable.text(of: worklist.table(in: .chinese)).contains("甲：=1+1"))
    let json = String(decoding: JSONWriter.bytes(of: worklist.json), as: UTF8.self)
    #expect(json.contains("\"done\": true"))
    #expect(json.contains("\"assigned\": ["))
    let plain = try ParsedText.worklist("省生态环境厅", order: .print)
    #expect(
      String(decoding: JSONWriter.bytes(of: plain.json), as: UTF8.self).contains("\"done\": null"))
  }
}
