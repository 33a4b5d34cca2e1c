import GazetteModel
import Testing

@testable import GazetteTUI

@Suite struct LayoutCacheTests {
  private final class Counted: RoomMemo { var count = 0 }
  private final class Other: RoomMemo { var count = 0 }

  @Test func aRoomFindsItsOwnMemoAgain() {
    let layouts = LayoutCache(Library(issues: []))
    layouts.memo(Other.self).count = 1
    layouts.memo(Counted.self).count = 2
    #expect(layouts.memo(Counted.self).count == 2)
    #expect(layouts.memo(Other.self).count == 1)
  }

  @Test func twoCachesShareNoMemo() {
    let layouts = LayoutCache(Library(issues: []))
    layouts.memo(Counted.self).count = 1
    #expect(LayoutCache(Library(issues: [])).memo(Counted.self).count == 0)
  }
}
