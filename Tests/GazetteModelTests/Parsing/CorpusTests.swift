import Foundation
import Testing

@Suite struct CorpusTests {
  @Test(arguments: CorpusEntry.all)
  func textParsesToTheExpectedTree(_ entry: CorpusEntry) {
    #expect(entry.actual == entry.expected)
  }

  @Test func corpusIsFoundAndNotBeingRecorded() throws {
    #expect(CorpusEntry.all.count >= 20)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try CorpusEntry.record()
      Testing.Issue.record(
        "The corpus was recorded: read the trees, then run again without RECORD.")
    }
  }
}
