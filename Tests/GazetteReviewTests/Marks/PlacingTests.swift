import GazetteModel
import GazetteText
import Testing

@testable import GazetteReview

/// A mark follows its words.
struct PlacingTests {
  private typealias Clause = ClauseSamples.Clause

  /// The marks on `references` of one text, where they stand in another.
  private func placed(
    _ references: [String], of before: [String], in after: [String]
  ) -> [String: ReviewMark] {
    let old = ClauseSamples.scope(before)
    let now = ClauseSamples.scope(after)
    let marks = now.placed(references.map { ClauseSamples.mark($0, in: old) })
    return Dictionary(marks.map { ($0.note, $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func aMarkThatSitsStaysAsItIs() {
    let marks = placed(["1/1", "1/2"], of: ["甲。", "乙。"], in: ["甲。", "乙。", "丙。"])
    #expect(marks.values.allSatisfy { $0.placement == .asPut && $0.key == $0.storedKey })
  }

  @Test func afterAnInsertionEveryMarkIsOnItsWords() {
    let marks = placed(["1/1", "1/2"], of: ["甲。", "乙。"], in: ["新。", "甲。", "乙。"])
    #expect(marks["1/1"]?.key.reference == "1/2")
    #expect(marks["1/1"]?.placement == .moved(from: ClauseSamples.key("1/1")))
    #expect(marks["1/2"]?.key.reference == "1/3")
  }

  @Test func afterADeletionEveryMarkIsOnItsWords() {
    let marks = placed(["1/1", "1/3"], of: ["甲。", "乙。", "丙。"], in: ["甲。", "丙。"])
    #expect(marks["1/1"]?.placement == .asPut)
    #expect(marks["1/3"]?.key.reference == "1/2")
  }

  @Test func wordsThatStandAtSeveralPlacesLeaveTheMarkUnsure() {
    let now = ["新。", "取消。", "乙。", "取消。"]
    let marks = placed(["1/1"], of: ["取消。", "乙。"], in: now)
    #expect(marks["1/1"]?.placement == .unsure(["1/2", "1/4"]))
    #expect(ClauseSamples.scope(now).state(of: marks["1/1"]) == .unread)
  }

  @Test func aMarkOnWordsThatOthersHaveTooIsUnsureWhereClausesWereInserted() {
    // Another 取消 was put before: the reference has the same words, and is another clause.
    let marks = placed(["1/1", "1/2"], of: ["取消。", "乙。"], in: ["取消。", "取消。", "乙。"])
    #expect(marks["1/1"]?.placement == .unsure(["1/1", "1/2"]))
    #expect(marks["1/2"]?.key.reference == "1/3")
  }

  @Test func twoMarksAreNotPutOnOneClause() {
    let marks = placed(["1/1", "1/2"], of: ["取消。", "取消。"], in: ["取消。"])
    #expect(marks["1/1"]?.placement == .unsure(["1/1"]))
    #expect(marks["1/2"]?.placement == .unsure(["1/1"]))
  }

  @Test func wordsThatAreNowhereLeaveTheMarkAtItsReference() {
    let marks = placed(["1/1"], of: ["甲。"], in: ["甲甲。", "乙。"])
    #expect(marks["1/1"]?.placement == .asPut)
    #expect(marks["1/1"].map(ClauseSamples.scope(["甲甲。", "乙。"]).isChanged) == true)
  }

  @Test func theSameDocumentComesFirstAndIsFoundAgainWhereOneWasInsertedBefore() {
    func document(_ words: String...) -> [Clause] {
      words.map { Clause(words: $0, identity: 0) }
    }
    let old = ClauseSamples.scope([document("甲。", "取消。")])
    let marks = ["1/1", "1/2"].map { ClauseSamples.mark($0, in: old) }
    let inSame = ClauseSamples.scope([document("新。", "甲。", "取消。"), document("取消。")])
    #expect(inSame.placed(marks).map(\.key.reference) == ["1/2", "1/3"])
    let inNext = ClauseSamples.scope([document("乙。", "取消。"), document("甲。", "取消。")])
    #expect(inNext.placed(marks).map(\.key.reference) == ["2/1", "2/2"])
  }

  /// Clauses are put in, or taken out, anywhere before the last one, which is like no other.
  @Test(arguments: 0..<400)
  func noMarkSitsOnAnotherClause(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = ["取消。", "下放。", "一。", "二。", "三。", "四。"]
    func clause(_ identity: Int) -> Clause {
      Clause(words: words.randomElement(using: &generator) ?? "", identity: identity)
    }
    let before =
      (0..<Int.random(in: 1...7, using: &generator)).map(clause) + [
        Clause(words: "附则。", identity: 99)
      ]
    var after = before
    let isInsertion = Bool.random(using: &generator)
    for step in 0..<Int.random(in: 1...3, using: &generator) {
      if isInsertion {
        after.insert(clause(100 + step), at: Int.random(in: 0..<after.count, using: &generator))
      } else if after.count > 1 {
        after.remove(at: Int.random(in: 0..<after.count - 1, using: &generator))
      }
    }
    let old = ClauseSamples.scope([before])
    let now = ClauseSamples.scope([after])
    let marks = before.indices.map { ClauseSamples.mark("1/\($0 + 1)", in: old, at: Int64($0)) }
    let placed = now.placed(marks)
    #expect(placed.count == marks.count)
    for (mark, clause) in zip(placed, before) where !now.isChanged(mark) {
      let number = mark.key.reference.split(separator: "/").last.flatMap { Int($0) } ?? 0
      #expect(after[number - 1].identity == clause.identity, "\(before) → \(after)")
    }
    #expect(after == before || placed.contains { $0.placement != .asPut })
  }
}
