import GazetteModel
import GazetteText
import Testing

@testable import GazetteIntake

/// The tables that tesseract writes, read as pages.
@Suite struct RecognisedWordReaderTests {
  private static let head =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"

  private func pages(_ rows: String, first: Int = 1) -> [PlacedPage] {
    RecognisedWordReader.pages(in: Array((Self.head + rows).utf8), first: first, resolution: 300)
  }

  private let page = """
    1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t
    5\t1\t1\t1\t1\t1\t300\t300\t100\t50\t96.5\t吉林
    5\t1\t1\t1\t1\t2\t405\t300\t50\t50\t41.2\t省
    5\t1\t1\t1\t2\t1\t300\t400\t50\t50\t90\t人

    """

  @Test func wordsStandOnTheirLinesInPoints() throws {
    let page = try #require(pages(page, first: 7).first)
    #expect(page.number == 7)
    #expect(page.runs.map { $0.words.map(\.text) } == [["吉林", "省"], ["人"]])
    #expect(page.runs.first?.box.minX == 72)
    #expect(page.width.rounded() == 595)
  }

  @Test func uncertainWordsAreToBeChecked() {
    let printed = PageReading(pages(page)).printedText(Provenance(format: .scan, pages: 1))
    let findings = printed.findings.filter { $0.kind == .uncertainRecognition }
    #expect(findings.map(\.excerpt) == ["省"])
    #expect(findings.map(\.lines) == [LineRange(1)])
  }

  @Test func chineseIsNotDividedWhereItsBoxesAre() {
    let printed = PageReading(pages(page)).printedText(Provenance(format: .scan, pages: 1))
    #expect(printed.source.text(ofLine: 1) == "吉林省")
  }

  @Test(arguments: [
    "", "5\t1", "5\t1\t1\t1\t1\t1\tx\t1\t1\t1\t9\t字", "5\t1\t1\t1\t1\t1\t-9\t1\t1\t1\t9\t字",
    "1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t1\t1\t1\t99999999\t9\t字",
  ]) func whatIsDamagedIsLeftOut(_ rows: String) {
    #expect(pages(rows).allSatisfy { $0.runs.isEmpty })
  }

  @Test func aBundleIsWhatItsBytesSay() throws {
    var bundle = PageBundle(wordBoxes: Array("<page >".utf8))
    bundle.recognised = [
      PageBundle.RecognisedPage(
        number: 1, resolution: 300, table: Array((Self.head + page).utf8))
    ]
    let again = try PageBundle(bytes: bundle.bytes)
    #expect(again.pages.count == 1)
    #expect(again.pages.first?.runs.count == 2)
    #expect(throws: BadAnswer.self) { try PageBundle(bytes: Array(bundle.bytes.dropLast())) }
  }
}
