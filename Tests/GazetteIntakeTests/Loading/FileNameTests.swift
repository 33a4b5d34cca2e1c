import GazetteText
import Testing

@Suite struct FileNameTests {
  @Test func namesAreBytes() {
    let names: [[UInt8]] = [
      Array("公报.md".utf8), [0xB9, 0xAB, 0xB1, 0xA8], [0xE5, 0x85], Array("a\u{10FF41}b".utf8),
      [0xFF],
      [0xE5, 0x85, 0xAC, 0xB9, 0x2F, 0x80],
    ]
    for name in names { #expect(FileName.bytes(FileName.text(name)) == name) }
    #expect(Set(names.map { FileName.text($0) }).count == names.count)
  }

  @Test func wrongBytesAreReplacedWhereTheyAreShown() {
    #expect(FileName.shown(FileName.text([0x61, 0xB9, 0x2E])) == "a\u{FFFD}.")
  }
}
