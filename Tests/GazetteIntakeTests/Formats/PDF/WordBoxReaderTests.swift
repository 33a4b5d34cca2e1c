import Testing

@testable import GazetteIntake

/// What `pdftotext -bbox-layout` writes, read.
@Suite struct WordBoxReaderTests {
  private func pages(_ text: String) -> [PlacedPage] {
    WordBoxReader.pages(in: Array(text.utf8))
  }

  @Test func wordsStandOnTheirLinesAndPages() throws {
    let pages = pages(
      """
      <!DOCTYPE html><html><body><doc>
        <page width="595.2" height="841.8">
          <flow><block xMin="1" yMin="2" xMax="3" yMax="4">
            <line xMin="10.5" yMin="20" xMax="40" yMax="30">
              <word xMin="10.5" yMin="20" xMax="20" yMax="30">甲</word>
              <word xMin="30" yMin="20" xMax="40" yMax="30">&lt;乙&amp;amp;&gt;</word>
            </line>
          </block></flow>
        </page>
        <page width="10" height="20"></page>
      </doc></body></html>
      """)
    #expect(pages.map(\.number) == [1, 2])
    let run = try #require(pages.first?.runs.first)
    #expect(run.words.map(\.text) == ["甲", "<乙&amp;>"])
    #expect(run.box == PlacedBox(minX: 10.5, minY: 20, maxX: 40, maxY: 30))
    #expect(pages.last?.runs.isEmpty == true)
  }

  @Test(arguments: [
    "", "<", "<word", "<word ", "<word xMin=", "<word xMin=\"1\" yMin=\"2\">字",
    "<word xMin=\"1\" yMin=\"2\" xMax=\"3\" yMax=\"4\">字</word>",
    "<page ><word xMin=\"nan\" yMin=\"2\" xMax=\"3\" yMax=\"4\">字</word>",
    "<page ><word xMin=\"9\" yMin=\"2\" xMax=\"3\" yMax=\"4\">字</word>",
    "<page ><word xMin=\"1e300\" yMin=\"2\" xMax=\"1e301\" yMax=\"4\">字</word>",
  ]) func whatIsDamagedIsLeftOut(_ text: String) {
    #expect(pages(text).allSatisfy { $0.runs.isEmpty })
  }

  @Test func controlsAreNoText() {
    let word = "<word xMin=\"1\" yMin=\"2\" xMax=\"3\" yMax=\"4\">\u{1}甲\u{2}</word>"
    #expect(pages("<page ><line >\(word)</line>").first?.runs.first?.words.first?.text == "甲")
  }
}
