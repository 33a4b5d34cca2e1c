import GazetteModel
import SQLiteKit
import Testing

@testable import GazetteReview

/// Stores of older versions named issues by their id alone, which several gazettes share.
@Suite struct AdoptionTests {
  private let folder: TemporaryFolder
  private let store: SQLiteReviewStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteReviewStore.open(at: folder.database)
  }

  /// An issue of that gazette whose first clause says that.
  private func scope(_ publication: String, clause: String) -> ReviewScope {
    let issue = IssueParser.parse(
      SourceText(
        bytes: Array("# \(publication)\n\n2021年第11期\n\n# 关于某事的通知\n\n一、要求\n\n1. \(clause)\n".utf8)))
    return ReviewScope(issue)
  }

  private func put(
    _ state: ReviewState, on words: String, note: String = "", at time: Int64
  ) throws {
    let change = ReviewChange(
      key: ReviewKey(issue: "2021-11", reference: "1/1.1"), text: ReviewedText(words),
      state: state, note: note)
    _ = try store.apply([change], reviewer: "甲", at: Samples.time(time))
  }

  private func states(_ scope: ReviewScope) throws -> [ReviewState] {
    try store.marks(ofIssue: scope.issueName.description).map(\.state)
  }

  private let words = "强化源头防控，严格环境准入，推动产业布局优化。"
  private let others = "办好人民满意的教育，促进学前教育普及普惠发展。"

  @Test func twoGazettesNeverShareAName() {
    let ours = scope("甲省人民政府公报", clause: words)
    let theirs = scope("乙省人民政府公报", clause: words)
    #expect(ours.issueName.description == "甲省人民政府公报/2021-11")
    #expect(ours.issueName != theirs.issueName)
  }

  @Test func marksGoToTheGazetteWhoseWordsTheyWerePutOn() throws {
    try put(.agreed, on: words, at: 1)
    try put(.problem, on: others, note: "乙省的", at: 2)
    let ours = scope("甲省人民政府公报", clause: words)
    let theirs = scope("乙省人民政府公报", clause: others)
    try #expect(store.adopt(theirs))
    try #expect(states(theirs) == [.problem])
    try #expect(states(ours) == [])
    try #expect(store.adopt(ours))
    try #expect(states(ours) == [.agreed])
    try #expect(states(theirs) == [.problem])
    try #expect(store.idsWithoutPublication() == [])
  }

  @Test func wordsThatWereEditedLittleAreStillTheSame() throws {
    try put(.agreed, on: words, at: 1)
    let edited = scope("甲省人民政府公报", clause: "强化源头防控，严格环境准入，推动产业布局调整。")
    try #expect(store.adopt(edited))
    let mark = try #require(try store.marks(ofIssue: edited.issueName.description).first)
    #expect(edited.isChanged(mark))
  }

  @Test func whatBelongsToNoOpenedIssueStays() throws {
    try put(.agreed, on: words, at: 1)
    let theirs = scope("乙省人民政府公报", clause: others)
    try #expect(!store.adopt(theirs))
    try #expect(store.marks(ofIssue: "2021-11").map(\.state) == [.agreed])
    try #expect(store.idsWithoutPublication() == ["2021-11"])
  }

  @Test func undoingGoesOnAcrossTheChangeOfNames() throws {
    try put(.agreed, on: words, at: 1)
    try put(.problem, on: others, at: 2)
    try put(.question, on: words, at: 3)
    let ours = scope("甲省人民政府公报", clause: words)
    let theirs = scope("乙省人民政府公报", clause: others)
    try store.adopt(ours)
    try store.adopt(theirs)
    try #expect(states(ours) == [.question])
    _ = try store.undo(reviewer: "甲", at: Samples.time(4))
    try #expect(states(ours) == [.agreed])
    try #expect(states(theirs) == [.problem])
    _ = try store.undo(reviewer: "甲", at: Samples.time(5))
    try #expect(states(theirs) == [])
    try #expect(states(ours) == [.agreed])
  }

  @Test func adoptingAgainChangesNothing() throws {
    try put(.agreed, on: words, at: 1)
    let ours = scope("甲省人民政府公报", clause: words)
    try store.adopt(ours)
    let before = try store.ledger()
    try #expect(!store.adopt(ours))
    try #expect(store.ledger() == before)
  }

  @Test func aPlaceGoesWithTheMarksOfItsReader() throws {
    try put(.agreed, on: words, at: 1)
    try store.save([ReviewPlace(issue: "2021-11", value: "那里")], reviewer: "甲")
    let theirs = scope("乙省人民政府公报", clause: others)
    try store.adopt(theirs)
    let name = theirs.issueName.description
    try #expect(store.places(reviewer: "甲", issues: [name]).isEmpty)
    let ours = scope("甲省人民政府公报", clause: words)
    try store.adopt(ours)
    let places = try store.places(reviewer: "甲", issues: [ours.issueName.description])
    #expect(places.map(\.value) == ["那里"])
  }

  @Test func theHistoryOfNamedIssuesStaysFixed() throws {
    try put(.agreed, on: words, at: 1)
    try store.adopt(scope("甲省人民政府公报", clause: words))
    #expect(throws: DatabaseError.self) {
      try store.queue.use { database in
        try database.execute(sql: "UPDATE entry SET issue = '乙省人民政府公报/2021-11'")
      }
    }
  }
}
