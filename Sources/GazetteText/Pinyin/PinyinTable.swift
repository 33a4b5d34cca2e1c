import CContent

/// The readings of characters without tones, read in place from the table that is compiled in.
///
/// Content/pinyin/README.md tells the layout and the source. Nothing is decoded before a character
/// is asked for, so opening the table costs nothing.
struct PinyinTable: @unchecked Sendable {
  /// The first character of the dense part.
  private static let firstScalar: UInt32 = 0x4E00

  /// Static memory of the program, never written.
  private let bytes: UnsafeRawBufferPointer
  private let syllables: Int
  private let setStarts: Int
  private let readings: Int
  private let block: Int
  private let blockCount: Int
  private let outside: Int
  private let outsideCount: Int
  /// How many distinct syllables there are.
  let syllableCount: Int
  /// How many distinct sets of readings there are; set 0 is empty.
  let setCount: Int

  /// Opens the table that is compiled in.
  init() {
    var length = 0
    let start = gazette_pinyin_readings(&length)
    let bytes = UnsafeRawBufferPointer(start: start, count: length)
    func count(_ place: Int) -> Int {
      Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 + 2 * place, as: UInt16.self)))
    }
    self.bytes = bytes
    syllableCount = count(0)
    setCount = count(1)
    let readingCount = count(2)
    blockCount = count(3)
    outsideCount = count(4)
    syllables = 14
    setStarts = syllables + 6 * syllableCount
    readings = setStarts + 2 * (setCount + 1)
    block = readings + 2 * readingCount
    outside = block + 2 * blockCount
  }

  /// The set of readings of a character; 0 for what has none.
  func set(of scalar: Unicode.Scalar) -> UInt16 {
    if scalar.value >= Self.firstScalar, scalar.value < Self.firstScalar + UInt32(blockCount) {
      return number(at: block + 2 * Int(scalar.value - Self.firstScalar))
    }
    guard scalar.value >= 0x3007 else { return 0 }
    func character(_ index: Int) -> UInt32 {
      UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: outside + 6 * index, as: UInt32.self))
    }
    let index = (0..<outsideCount).partitionPoint { character($0) < scalar.value }
    guard index < outsideCount, character(index) == scalar.value else { return 0 }
    return number(at: outside + 6 * index + 4)
  }

  /// The syllables of a set as indices, the commonest first.
  func syllables(ofSet set: UInt16) -> LazyMapCollection<Range<Int>, UInt16> {
    let start = Int(number(at: setStarts + 2 * Int(set)))
    let end = Int(number(at: setStarts + 2 * Int(set) + 2))
    return (start..<end).lazy.map { number(at: readings + 2 * $0) }
  }

  /// The letters of a syllable in ASCII, in place.
  func letters(ofSyllable syllable: UInt16) -> UnsafeRawBufferPointer {
    let start = syllables + 6 * Int(syllable)
    var end = start + 6
    while end > start, bytes[end - 1] == 0 { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  private func number(at place: Int) -> UInt16 {
    UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self))
  }
}
