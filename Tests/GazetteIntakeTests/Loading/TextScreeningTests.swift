import Testing

@testable import GazetteIntake
@testable import GazetteModel

@Suite struct TextScreeningTests {
  @Test func theShippedTextAndManifestAreClean() throws {
    #expect(try TextScreening.text(in: ShippedIssue.text) == ShippedIssue.text)
    #expect(String(validating: ShippedIssue.text, as: UTF8.self) != nil)
    _ = try Manifest(json: ShippedIssue.manifestJSON)
  }

  @Test func everyTruncationOfASequenceIsDamage() {
    let text = Array("𠮷条é".utf8)
    for length in [1, 2, 3, 5, 6, 8] {
      #expect(throws: TextScreening.Refusal.self) {
        try TextScreening.text(
          in: Array(repeating: Array(text[..<length]), count: 20).flatMap { $0 + [0xFF] })
      }
    }
  }

  @Test func surrogatesAndOverlongFormsAreDamage() {
    for bytes: [UInt8] in [
      [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
    ] {
      #expect(throws: TextScreening.Refusal.self) {
        try TextScreening.text(in: Array(repeating: bytes, count: 20).flatMap { $0 })
      }
    }
  }

  @Test func aFewDamagedBytesAreLetThrough() throws {
    let bytes = Array("条文".utf8) + [0xFF, 0xFE, 0]
    #expect(try TextScreening.text(in: bytes) == bytes)
  }
}
