import Testing

@testable import GazetteArchive

/// What the parts of an index are written in: a length says no more than there is.
struct PartCodingTests {
  /// A length, which may not be true, before so many bytes.
  private static func part(saying length: Int, having count: Int) -> [UInt8] {
    var writer = PartWriter()
    writer.add(length)
    return writer.bytes + [UInt8](repeating: 0x61, count: count)
  }

  @Test(arguments: [0, 1, 2, 126, 127, 128, 129, 16_383, 16_384])
  func noLengthGoesOverTheEnd(count: Int) throws {
    for length in max(0, count - 3)...count + 4 {
      let bytes = Self.part(saying: length, having: count)
      let isTrue = length <= count
      var readers = [PartReader](repeating: PartReader(bytes), count: 3)
      #expect((try? readers[0].text().utf8.count) == (isTrue ? length : nil))
      #expect((try? readers[1].run().count) == (isTrue ? length : nil))
      #expect(((try? readers[2].skipText()) != nil) == isTrue)
      bytes.withUnsafeBytes { bytes in
        var reader = LentPartReader(bytes)
        #expect((try? reader.run().count) == (isTrue ? length : nil))
      }
    }
  }
}
