import Testing

@testable import PostgresKit

/// What goes to the bridge and comes back.
@Suite struct PostgresFrameTests {
  @Test func framesAreReadBack() {
    #expect(PostgresFrame.asking("x", ["一", nil]).count == 4 + 1 + 4 + 4 + 3 + 4 + 1)
    #expect(PostgresFrame.answer(Array("E57P011gone".utf8)) != nil)
    let rows: [UInt8] = [0x52, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0x61, 255, 255, 255, 255, 0x54]
    #expect(PostgresFrame.answer(rows) == .success(PostgresRows(rows: [["a"], [nil]], tag: "T")))
  }

  @Test func noAnswerIsATrap() {
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...30)).map { _ in UInt8.random(in: 0...255) }
      for kind in "KRE".utf8 {
        _ = PostgresFrame.answer([kind] + bytes)
        _ = PostgresTable.answer([kind] + bytes)
      }
    }
  }
}
