import GazetteText

/// All texts of an issue in one run of UTF-16, each ended by a separator that no text prints: two
/// bytes for a Han character where UTF-8 has three, and looked through without taking it apart.
struct StoredText {
  private(set) var units: [UInt16] = []

  /// The record separator.
  static let separator: UInt16 = 0x1E

  init() {}

  init(units: [UInt16]) {
    self.units = units
  }

  /// Takes the bytes as SQLite has them.
  init(bytes: UnsafeRawBufferPointer) {
    let count = bytes.count / 2
    units = [UInt16](unsafeUninitializedCapacity: count) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[..<(count * 2)]))
      filled = count
    }
  }

  /// Adds a text; how many units it takes.
  mutating func append(_ text: String) -> Int {
    let before = units.count
    units += text.utf16.lazy.map { $0 == Self.separator ? 0x20 : $0 }
    let count = units.count - before
    units.append(Self.separator)
    return count
  }

  /// A stretch as text; what lies behind the end is left out.
  func string(_ range: Range<Int>) -> String {
    String(decoding: units[range.clamped(to: 0..<units.count)], as: UTF16.self)
  }

  /// Calls `found` with the place of each occurrence of some units, until it gives the place to go
  /// on from.
  static func search(
    _ wanted: [UInt16], in text: UnsafeBufferPointer<UInt16>, _ found: (Int) -> Int
  ) {
    guard let first = wanted.first, let last = wanted.last, text.count >= wanted.count,
      let base = text.baseAddress
    else { return }
    let behind = text.count - wanted.count + 1
    let distance = wanted.count - 1
    let (firsts, lasts) = (SIMD16<UInt16>(repeating: first), SIMD16<UInt16>(repeating: last))
    let raw = UnsafeRawPointer(base)
    var place = 0
    while place + 16 <= behind {
      // Sixteen places at once: where the first and the last unit fit, the others are compared.
      let heads = raw.loadUnaligned(fromByteOffset: place * 2, as: SIMD16<UInt16>.self)
      let tails = raw.loadUnaligned(
        fromByteOffset: (place + distance) * 2, as: SIMD16<UInt16>.self)
      guard any((heads .== firsts) .& (tails .== lasts)) else {
        place += 16
        continue
      }
      let end = place + 16
      while place < end, place < behind {
        place = matches(wanted, base + place) ? max(place + 1, found(place)) : place + 1
      }
    }
    while place < behind {
      place = matches(wanted, base + place) ? max(place + 1, found(place)) : place + 1
    }
  }

  private static func matches(_ wanted: [UInt16], _ text: UnsafePointer<UInt16>) -> Bool {
    for offset in wanted.indices where text[offset] != wanted[offset] { return false }
    return true
  }

  /// Whether Han characters stand beside each other in the folded text that do not in the text, or
  /// are other ones.
  static func readsOtherwise(_ text: String, _ folded: FoldedText) -> Bool {
    var last: Unicode.Scalar?
    var isBehindGap = false
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80, scalar != " " {
        (last, isBehindGap) = (nil, false)
      } else if isPlainHan(scalar) {
        if last != nil, isBehindGap { return true }
        (last, isBehindGap) = (scalar, false)
      } else if PlainForm.of(scalar) != nil {
        return true
      } else if scalar == " " || PlainForm.isUnseen(scalar) || scalar.properties.isWhitespace
        || (0x300...0x36F).contains(scalar.value)
      {
        isBehindGap = true
      } else {
        (last, isBehindGap) = (nil, false)
      }
    }
    return false
  }

  /// Whether folding leaves the character as it is, unless it counts.
  static func isPlainHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
  }
}
