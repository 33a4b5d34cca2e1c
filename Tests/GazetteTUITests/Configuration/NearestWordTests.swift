import GazetteText
import Testing

@testable import GazetteTUI

@Suite struct NearestWordTests {
  private let words = ["dark", "light", "next-unread", "high-contrast"]

  @Test func mistypedWordsAreFound() {
    #expect(NearestWord.of("drak", in: words) == "dark")
    #expect(NearestWord.of("Light", in: words) == "light")
    #expect(NearestWord.of("next_unread", in: words) == "next-unread")
    #expect(NearestWord.of("contrast", in: words) == "high-contrast")
    #expect(NearestWord.of("unread-next", in: words) == "next-unread")
  }

  @Test func otherWordsAreNot() {
    #expect(NearestWord.of("zebra", in: words) == nil)
    #expect(NearestWord.of("", in: words) == nil)
    #expect(NearestWord.of(String(repeating: "x", count: 60_000), in: words) == nil)
  }
}
