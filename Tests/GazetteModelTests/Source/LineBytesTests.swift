import GazetteText
import Testing

/// Lines that are put together in UTF-8 and know whether they may be shown as they are.
@Suite struct LineBytesTests {
  private func line(ofUnits text: String) -> LineBytes {
    var line = LineBytes()
    Array(text.utf16).withUnsafeBufferPointer { line.append($0) }
    return line
  }

  private func isPlain(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { SafeText.isPlain($0) }
  }

  /// Among the eight that are looked at in one step, before and behind them; of Han only the first and
  /// the last.
  @Test(arguments: [0, 3, 7, 8]) func eachCharacterIsJudgedAsInUTF8(_ before: Int) {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x3100, 0x4DF0...0x4E10, 0x9FF0...0xA010, 0xD7F0...0x1_0010, 0x1_FFF0...0x2_0010,
    ]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(repeating: "土", count: before) + String(scalar) + "黑土地保护率达到a"
      let line = line(ofUnits: text)
      if line.isPlain != isPlain(text) || !line.bytes.elementsEqual(text.utf8) {
        Testing.Issue.record("U+\(String(value, radix: 16)) behind \(before)")
      }
    }
  }

  @Test func whatIsPlainIsNeitherHiddenNorCombines() {
    for value in UInt32(0)...0x10_FFFF {
      guard let scalar = Unicode.Scalar(value), isPlain(String(scalar)) else { continue }
      #expect(!scalar.isHidden && !scalar.isCombining, "U+\(String(value, radix: 16))")
    }
  }

  /// What acts on a terminal may stand where a character would go on.
  @Test func whatIsPlainIsUTF8() {
    let others: [UInt8] = [
      0x00, 0x1B, 0x20, 0x5B, 0x7F, 0x80, 0x81, 0x90, 0x9B, 0x9F, 0xA6, 0xA9, 0xAA, 0xB8, 0xBC,
      0xBD,
      0xBF, 0xC0, 0xE5, 0xFF,
    ]
    for first in UInt8.min...UInt8.max {
      for second in others {
        for third in others {
          for bytes in [[first], [first, second], [first, second, third]] {
            let isPlain = bytes.withUnsafeBufferPointer { SafeText.isPlain($0) }
            let text = String(decoding: bytes, as: UTF8.self)
            if isPlain, !text.utf8.elementsEqual(bytes) || SafeText.line(text) != text {
              Testing.Issue.record("\(bytes)")
            }
          }
        }
      }
    }
  }

  @Test func halfAPairIsNoCharacter() {
    for units in [[0x571F, 0xD840], [0xDC00, 0x571F], [0xD840, 0xD840, 0xDC00]] as [[UInt16]] {
      var line = LineBytes()
      units.withUnsafeBufferPointer { line.append($0) }
      #expect(line.bytes.elementsEqual(String(decoding: units, as: UTF16.self).utf8))
      #expect(!line.isPlain)
    }
  }

  @Test func oneThatIsNotPlainIsRememberedUntilTheNextLine() {
    var line = LineBytes()
    line.append("一\u{1B}[2J")
    line.append("二")
    #expect(!line.isPlain)
    #expect(line.bytes.elementsEqual("一\u{1B}[2J二".utf8))
    line.removeAll()
    line.append("二")
    #expect(line.isPlain)
    #expect(line.bytes.elementsEqual("二".utf8))
  }

  @Test func aLineMayBeOfAnyLength() {
    let text = String(repeating: "黑土地", count: 5_000)
    var line = line(ofUnits: text)
    line.append(text)
    #expect(line.bytes.elementsEqual((text + text).utf8))
  }
}
