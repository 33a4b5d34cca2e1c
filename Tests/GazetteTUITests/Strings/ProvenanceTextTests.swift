import GazetteModel
import GazetteText
import Testing

@testable import GazetteTUI

/// What the details say of the file that an issue was read from.
@Suite struct ProvenanceTextTests {
  private func words(
    _ provenance: Provenance, findings: [Finding] = [], _ language: Language = .chinese
  ) -> String? {
    let printed = PrintedText(
      source: SourceText(bytes: []), provenance: provenance, findings: findings)
    return ProvenanceText.words(of: printed)?[language]
  }

  @Test func ofATextInUTF8ThereIsNothingToSay() {
    #expect(words(.text) == nil)
    #expect(words(Provenance(format: .text)) == nil)
  }

  @Test func theFormatTheEncodingThePagesAndWhatWasLeftOutAreTold() {
    #expect(words(Provenance(format: .text, encoding: "GB18030")) == "文本，GB18030")
    #expect(words(Provenance(format: .pdf, pages: 96)) == "PDF，96页")
    #expect(words(Provenance(format: .scan, pages: 3), .english) == "scan, 3 pages")
    let left = Finding(kind: .linesLeftOut, lines: LineRange(1), excerpt: "", count: 12)
    #expect(
      words(Provenance(format: .html, encoding: "GB18030"), findings: [left])
        == "HTML，GB18030，略去12行")
  }

  private func words(_ provenance: Provenance, _ language: Language) -> String? {
    words(provenance, findings: [], language)
  }
}
