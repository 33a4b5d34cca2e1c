import GazetteModel
import GazetteText
import Testing

@testable import GazetteIntake

@Suite struct ReaderAnswerTests {
  private let printed = PrintedText(
    source: SourceText(bytes: Array("标题\n| 一 | 二 |\n末行\n".utf8)),
    provenance: Provenance(format: .html, encoding: "GB18030", pages: 3),
    origins: [
      LineOrigin(page: 1, column: 2, form: .begins), LineOrigin(page: 2),
      LineOrigin(form: .furniture),
    ],
    tables: [
      PrintedTable(lines: LineRange(2), caption: "表一", headRows: 1, rows: [["一", "二"]])
    ],
    findings: [Finding(kind: .linesLeftOut, lines: LineRange(1), excerpt: "首页", count: 4)])

  @Test func everyAnswerIsReadAsItWasWritten() throws {
    let answers: [ReaderAnswer] = [
      .printed(printed), .contents([1, 2, 3]), .contents([]), .problem(.damaged),
      .problem(.encrypted), .problem(.noText), .problem(.unknownFormat), .problem(.tooLarge),
      .problem(.severalFiles(["甲.md", "乙.md"])), .problem(.declaresEntities),
      .problem(.noTextLayer(pages: 3)),
    ]
    for answer in answers { #expect(try ReaderAnswer(bytes: answer.bytes) == answer) }
  }

  @Test func everyTruncationIsRefused() {
    let bytes = ReaderAnswer.printed(printed).bytes
    for length in bytes.indices {
      #expect(throws: BadAnswer.self) { try ReaderAnswer(bytes: Array(bytes[..<length])) }
    }
    #expect(throws: BadAnswer.self) { try ReaderAnswer(bytes: bytes + [0]) }
  }

  @Test func noChangedByteMakesAnAnswerThatDoesNotFitItself() throws {
    let bytes = ReaderAnswer.printed(printed).bytes
    for index in bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var changed = bytes
        changed[index] = value
        // Read or refused, but what is read holds together.
        guard case .printed(let read) = try? ReaderAnswer(bytes: changed) else { continue }
        #expect(read.tables.allSatisfy { $0.lines.last <= read.source.lineCount })
        #expect(read.origins.isEmpty || read.origins.count == read.source.lineCount)
      }
    }
  }

  @Test func tablesMustLieInTheLines() {
    var beyond = printed
    beyond.tables[0].lines = LineRange(2, 9)
    #expect(throws: BadAnswer.self) {
      try ReaderAnswer(bytes: ReaderAnswer.printed(beyond).bytes)
    }
  }
}
