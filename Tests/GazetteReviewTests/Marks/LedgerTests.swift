import Testing

@testable import GazetteReview

struct LedgerTests {
  @Test(arguments: 0..<200)
  func mergingIsCommutativeAssociativeAndIdempotent(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (a, b, c) = (generator.ledger(), generator.ledger(), generator.ledger())
    func merged(_ ledgers: ReviewLedger...) -> ReviewLedger {
      var result = ReviewLedger()
      for ledger in ledgers { _ = result.merge(ledger) }
      return result
    }
    #expect(merged(a, b) == merged(b, a))
    #expect(merged(a, b).current == merged(b, a).current)
    #expect(merged(merged(a, b), c) == merged(a, merged(b, c)))
    #expect(merged(a, b, b) == merged(a, b))
    #expect(merged(a, a).current == a.current)
    for mark in a.marks + b.marks { #expect(merged(a, b).marks.contains(mark)) }
  }

  @Test(arguments: 0..<100)
  func bothSidesOfAMergeReportTheSameConflicts(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (a, b) = (generator.ledger(), generator.ledger())
    var (left, right) = (a, b)
    #expect(Set(left.merge(b).conflicts) == Set(right.merge(a).conflicts))
    #expect(left.merge(b).conflicts.isEmpty)
  }

  @Test func theNewerMarkHoldsAndTheOlderIsKept() {
    var mine = ReviewLedger([Samples.mark("1/1.1", .agreed, at: 1)])
    let newer = Samples.mark("1/1.1", .problem, at: 2)
    let report = mine.merge(ReviewLedger([newer]))
    #expect(mine.current == [newer])
    #expect(mine.count == 2)
    #expect(report.taken == [newer])
    #expect(report.conflicts.count == 1)
  }

  @Test func whoeverIsOnlyBehindHasNoConflict() {
    let old = Samples.mark("1/1.1", .read, at: 1)
    let new = Samples.mark("1/1.1", .problem, at: 2)
    var ahead = ReviewLedger([old, new])
    #expect(ahead.merge(ReviewLedger([old])) == ReviewMergeReport(kept: 1))
    var behind = ReviewLedger([old])
    #expect(behind.merge(ReviewLedger([old, new])).conflicts.isEmpty)
  }

  @Test func marksOfDifferentReviewersDoNotMeet() {
    var mine = ReviewLedger([Samples.mark(by: "甲")])
    let report = mine.merge(ReviewLedger([Samples.mark("1/1.1", .problem, by: "乙", at: 9)]))
    #expect(mine.current.map(\.reviewer).sorted() == ["甲", "乙"].sorted())
    #expect(report.conflicts.isEmpty)
  }
}
