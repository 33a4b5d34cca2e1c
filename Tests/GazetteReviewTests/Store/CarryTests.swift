import GazetteModel
import GazetteText
import Testing

@testable import GazetteReview

/// A review carried over into the next year's version, with each kind of store.
@Suite struct CarryTests {
  private static func plan(_ year: Int, _ clauses: [String]) -> GazetteModel.Issue {
    var text = "# 甲省人民政府公报\n\n\(year)年第1期\n\n# 黑土地保护工作方案\n\n一、重点任务\n\n"
    for (index, clause) in clauses.enumerated() { text += "\(index + 1). \(clause)\n\n" }
    return IssueParser.parse(SourceText(bytes: Array(text.utf8)))
  }

  private let old = ReviewScope(
    plan(2020, ["推广秸秆还田。（省农业农村厅牵头）", "治理侵蚀沟300条。（省水利厅牵头）", "布设监测点200个。", "回收农膜。"]))
  private let new = ReviewScope(
    plan(2021, ["治理侵蚀沟450条。（省水利厅牵头）", "推广秸秆还田。（省农业农村厅牵头）", "布设监测点260个。"]))

  private func key(_ reference: String, _ scope: ReviewScope) -> ReviewKey {
    ReviewKey(issue: scope.issueName.description, reference: reference)
  }

  private func carry(_ store: any ReviewStore, reviewer: String = "甲") throws -> ReviewCarry {
    let pairs = [("1/1.1", "1/1.2"), ("1/1.2", "1/1.1"), ("1/1.3", "1/1.3")]
    return ReviewCarry(
      try store.placedMarks(in: old, reviewer: reviewer),
      to: Dictionary(uniqueKeysWithValues: pairs.map { (key($0.0, old), key($0.1, new)) }), in: new,
      besides: try store.placedMarks(in: new), reviewer: reviewer,
      note: { "\($0.mark.note)←\($0.mark.key.reference)" })
  }

  private func mark(
    _ reference: String, _ state: ReviewState, _ scope: ReviewScope, note: String = "",
    in store: any ReviewStore, at time: Int64
  ) throws {
    let key = key(reference, scope)
    try store.apply(
      [
        ReviewChange(
          key: key, text: #require(scope.text(of: key)), state: state, note: note, addedTags: ["水"])
      ], reviewer: "甲", at: Samples.time(time))
  }

  @Test(arguments: StoreKind.allCases) func marksGoWithTheirClausesAndChangedOnesCountAsUnread(
    _ kind: StoreKind
  ) throws {
    let desk = try StoreDesk(kind)
    try mark("1/1.1", .agreed, old, note: "好", in: desk.store, at: 1)
    try mark("1/1.2", .problem, old, in: desk.store, at: 2)
    try mark("1/1.3", .read, old, in: desk.store, at: 3)
    try mark("1/1.4", .read, old, in: desk.store, at: 4)
    try mark("1/1.3", .question, new, note: "自己的", in: desk.store, at: 5)
    let carry = try carry(desk.store)
    #expect(carry.entries.map(\.outcome) == [.kept, .again, .present, .gone])
    try desk.store.apply(carry.changes, reviewer: "甲")
    let sheet = ReviewSheet(reviewer: "甲", marks: try desk.open().placedMarks(in: new))
    let kept = try #require(sheet.mark(at: key("1/1.2", new)))
    #expect(kept.state == .agreed && kept.note == "好←1/1.1" && kept.tags == ["水"])
    #expect(!new.isChanged(kept) && new.state(of: kept) == .agreed)
    let again = try #require(sheet.mark(at: key("1/1.1", new)))
    #expect(again.state == .problem && again.text.content.contains("300"))
    #expect(new.isChanged(again) && new.state(of: again) == .unread)
    #expect(sheet.mark(at: key("1/1.3", new))?.note == "自己的")
    // The old marks are where they were.
    try #expect(desk.store.placedMarks(in: old).count == 4)
    // Carried again, nothing is overwritten.
    let second = try self.carry(desk.store)
    #expect(second.changes.isEmpty)
    #expect(second.entries.map(\.outcome) == [.present, .present, .present, .gone])
    // All of it is one step.
    _ = try desk.store.undo(reviewer: "甲")
    try #expect(desk.store.placedMarks(in: new).map(\.note) == ["自己的"])
  }

  @Test func nobodyElsesMarksAreCarried() throws {
    let desk = try StoreDesk(.file)
    try mark("1/1.1", .agreed, old, in: desk.store, at: 1)
    let carry = try carry(desk.store, reviewer: "乙")
    #expect(carry.entries.isEmpty && carry.changes.isEmpty)
  }
}
