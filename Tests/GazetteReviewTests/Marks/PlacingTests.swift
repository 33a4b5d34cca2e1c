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

  @Test func aLoneMarkOnWordsThatAnotherClauseGotIsUnsure() {
    let marks = placed(["1/1"], of: ["取消。", "乙。"], in: ["取消。", "取消。", "乙。"])
    #expect(marks["1/1"]?.placement == .unsure(["1/1", "1/2"]))
  }

  @Test func aLoneMarkOnAClauseThatWasTakenOutIsNotPutOnAnotherWithItsWords() {
    let marks = placed(["1/2"], of: ["取消。", "取消。"], in: ["取消。"])
    #expect(marks["1/2"]?.placement == .unsure(["1/1"]))
  }

  @Test func inATextThatIsAsItWasAMarkSitsHoweverOftenItsWordsStand() {
    let marks = placed(["1/2"], of: ["取消。", "取消。", "取消。"], in: ["取消。", "取 消。", "取消。"])
    #expect(marks["1/2"]?.placement == .asPut)
  }

  @Test func wordsThatAreTheOnlyOnesSitWhateverElseChanged() {
    let marks = placed(["1/2"], of: ["甲。", "取消。"], in: ["甲甲。", "取消。", "丙。"])
    #expect(marks["1/2"]?.placement == .asPut)
  }

  @Test func aLoneMarkDoesNotGoToAnotherDocumentThatHadItsWordsAllAlong() {
    func document(_ words: String...) -> [Clause] {
      words.map { Clause(words: $0, identity: 0) }
    }
    let old = ClauseSamples.scope([document("甲。", "施行。"), document("乙。", "施行。")])
    let mark = ClauseSamples.mark("1/2", in: old)
    let now = ClauseSamples.scope([document("甲。"), document("乙。", "施行。")])
    #expect(now.placed([mark])[0].placement == .unsure(["2/2"]))
    let alone = ClauseSamples.scope([document("乙。", "施行。")])
    #expect(alone.placed([mark])[0].placement == .unsure(["1/2"]))
  }

  @Test func marksOfOlderVersionsKnowNothingOfWhatStoodAround() {
    let now = ClauseSamples.scope(["取消。", "取消。", "乙。"])
    let old = ClauseSamples.mark("1/1", in: ClauseSamples.scope(["取消。", "乙。"]))
    let bare = ReviewMark(
      key: old.key, reviewer: "甲", state: .agreed, note: "", tags: [], at: old.at,
      text: ReviewedText("取消。"))
    #expect(now.placed([bare])[0].placement == .asPut)
  }

  @Test func whoMarksAgainSettlesAMarkWhosePlaceIsUnsure() throws {
    let before = ClauseSamples.scope(["取消。", "乙。"])
    let now = ClauseSamples.scope(["取消。", "取消。", "乙。"])
    let mark = ClauseSamples.mark("1/1", in: before)
    let text = try #require(now.text(of: mark.key))
    let change = ReviewChange(key: mark.key, text: text, state: .agreed)
    let again = try #require(change.applied(to: mark, reviewer: "甲", at: .now()))
    #expect(now.placed([again])[0].placement == .asPut)
    #expect(change.applied(to: again, reviewer: "甲", at: .now()) == nil)
  }

  @Test func ofMarksThatComeInOnlyTheNewOnesArePlaced() {
    let scope = ClauseSamples.scope(["甲。", "乙。", "丙。"])
    var known = PlacedMarks(scope)
    let marks = ["1/1", "1/2", "1/3"].map { ClauseSamples.mark($0, in: scope) }
    #expect(known.placed(Array(marks[..<2])) == Array(marks[..<2]))
    #expect(known.placed(marks) == marks)
    #expect(known.placed(marks) == marks)
    #expect(known.placedCount == 3)
    let changed = ClauseSamples.mark("1/2", in: scope, .problem, at: 9)
    #expect(known.placed([marks[0], changed]) == [marks[0], changed])
    #expect(known.placedCount == 4)
  }

  @Test func whereOneIsElsewhereAllArePlacedAnewOnceOneIsNew() {
    let old = ClauseSamples.scope(["取消。", "取消。"])
    let now = ClauseSamples.scope(["新。", "取消。"])
    let marks = ["1/1", "1/2"].map { ClauseSamples.mark($0, in: old) }
    var known = PlacedMarks(now)
    #expect(known.placed([marks[0]]) == now.placed([marks[0]]))
    #expect(known.placed(marks) == now.placed(marks))
    #expect(known.placed(marks) == now.placed(marks))
    #expect(known.placedCount == 3)
  }

  /// Some clauses are marked, and clauses are put in, or taken out, anywhere.
  @Test(arguments: 0..<600)
  func noLoneMarkSitsOnAnotherClause(seed: UInt64) {
    let texts = ClauseSamples.edited(seed: seed, isLastKept: false)
    var generator = SeededGenerator(seed: seed &+ 77)
    let old = ClauseSamples.scope([texts.before])
    let now = ClauseSamples.scope([texts.after])
    let marked = texts.before.indices.filter { _ in
      Int.random(in: 0..<3, using: &generator) == 0
    }
    let marks = marked.map { ClauseSamples.mark("1/\($0 + 1)", in: old) }
    for (mark, index) in zip(now.placed(marks), marked) where !now.isChanged(mark) {
      let number = ClauseSamples.number(of: mark.key)
      #expect(
        texts.after[number - 1].identity == texts.before[index].identity,
        "\(texts.before) → \(texts.after)")
    }
  }

  /// Clauses are put in, or taken out, anywhere before the last one, which is like no other.
  @Test(arguments: 0..<400)
  func noMarkSitsOnAnotherClause(seed: UInt64) {
    let (before, after) = ClauseSamples.edited(seed: seed, isLastKept: true)
    let old = ClauseSamples.scope([before])
    let now = ClauseSamples.scope([after])
    let marks = before.indices.map { ClauseSamples.mark("1/\($0 + 1)", in: old, at: Int64($0)) }
    let placed = now.placed(marks)
    #expect(placed.count == marks.count)
    for (mark, clause) in zip(placed, before) where !now.isChanged(mark) {
      #expect(
        after[ClauseSamples.number(of: mark.key) - 1].identity == clause.identity,
        "\(before) → \(after)")
    }
    #expect(after == before || placed.contains { $0.placement != .asPut })
  }
}
