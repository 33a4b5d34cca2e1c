import GazetteModel
import Testing

@testable import GazetteReview

/// Marking on, where clauses were inserted or taken out, in every kind of store.
struct StrayMarkTests {
  private let before = ClauseSamples.scope(["甲。", "乙。", "丙。"])
  private let after = ClauseSamples.scope(["新。", "甲。", "乙。", "丙。"])

  /// A store with marks of 甲 on the clauses of `scope`, whose notes tell them apart.
  private func store(_ kind: StoreKind, _ scope: ReviewScope, _ count: Int) throws -> (
    StoreDesk, any ReviewStore
  ) {
    let desk = try StoreDesk(kind)
    let store = desk.store
    for number in 1...count {
      let mark = ClauseSamples.mark("1/\(number)", in: scope)
      try store.apply(
        [ReviewChange(key: mark.key, text: mark.text, state: mark.state, note: mark.note)],
        reviewer: "甲")
    }
    return (desk, store)
  }

  private func sheet(_ store: any ReviewStore, _ scope: ReviewScope) throws -> ReviewSheet {
    ReviewSheet(reviewer: "甲", marks: try store.placedMarks(in: scope))
  }

  private func mark(
    _ reference: String, _ state: ReviewState, in scope: ReviewScope, _ store: any ReviewStore
  ) throws {
    let key = ClauseSamples.key(reference)
    let moves = try sheet(store, scope).moves(before: [key])
    let text = scope.text(of: key) ?? ReviewedText("")
    try store.apply(
      [ReviewChange(key: key, text: text, state: state, moves: moves)], reviewer: "甲")
  }

  private func notes(_ store: any ReviewStore, _ scope: ReviewScope) throws -> [String: String] {
    let marks = try store.placedMarks(in: scope).filter { !scope.isChanged($0) }
    return Dictionary(
      marks.map { ($0.key.reference, $0.note) }, uniquingKeysWith: { first, _ in first })
  }

  /// How many marks went with their words, and how many are unsure.
  private func strays(_ store: any ReviewStore, _ scope: ReviewScope) throws -> [Int] {
    let strays = try sheet(store, scope).strays
    return [strays.moved, strays.unsure]
  }

  @Test(arguments: StoreKind.allCases)
  func markingAClauseTakesNoMarkOfAnother(kind: StoreKind) throws {
    let (desk, store) = try store(kind, before, 3)
    defer { withExtendedLifetime(desk) {} }
    let shown = ["1/2": "1/1", "1/3": "1/2", "1/4": "1/3"]
    try #expect(notes(store, after) == shown)
    try mark("1/2", .problem, in: after, store)
    // The note of the mark that went there stays with it, and all others are where they were shown.
    try #expect(notes(store, after) == shown)
    let settled = try sheet(store, after)
    #expect(!settled.hasStrays)
    #expect(settled.mark(at: ClauseSamples.key("1/2"))?.state == .problem)
    #expect(settled.mark(at: ClauseSamples.key("1/3"))?.state == .agreed)
    _ = try store.undo(reviewer: "甲")
    try #expect(notes(store, after) == shown)
    try #expect(sheet(store, after).mark(at: ClauseSamples.key("1/2"))?.state == .agreed)
    try #expect(notes(store, before) == ["1/1": "1/1", "1/2": "1/2", "1/3": "1/3"])
    _ = try store.redo(reviewer: "甲")
    try #expect(notes(store, after) == shown)
    try #expect(sheet(store, after).mark(at: ClauseSamples.key("1/2"))?.state == .problem)
  }

  @Test(arguments: StoreKind.allCases)
  func aMarkWhosePlaceIsUnsureIsSettledByMarkingAgain(kind: StoreKind) throws {
    let (desk, store) = try store(kind, ClauseSamples.scope(["取消。", "取消。", "乙。"]), 3)
    defer { withExtendedLifetime(desk) {} }
    let now = ClauseSamples.scope(["取消。", "取消。", "取消。", "乙。"])
    try #expect(notes(store, now) == ["1/4": "1/3"])
    try #expect(strays(store, now) == [1, 2])
    try mark("1/1", .agreed, in: now, store)
    // The other one stays unsure, though nothing is elsewhere any more that would tell.
    try #expect(notes(store, now) == ["1/1": "1/1", "1/4": "1/3"])
    try #expect(strays(store, now) == [0, 1])
    try mark("1/3", .agreed, in: now, store)
    try #expect(notes(store, now).keys.sorted() == ["1/1", "1/3", "1/4"])
    try #expect(store.placedMarks(in: now).contains { $0.note == "1/2" })
  }

  @Test(arguments: StoreKind.allCases)
  func aChangedMarkGivesWayAndIsNotLost(kind: StoreKind) throws {
    let (desk, store) = try store(kind, before, 3)
    defer { withExtendedLifetime(desk) {} }
    // 乙 was written anew, and 甲 stands where it stood.
    let now = ClauseSamples.scope(["新。", "甲。", "另外的话。", "丙。"])
    try mark("1/2", .problem, in: now, store)
    try #expect(notes(store, now) == ["1/2": "1/1", "1/4": "1/3"])
    try #expect(store.placedMarks(in: now).contains { $0.note == "1/2" && now.isChanged($0) })
  }
}
