import GazetteModel
import GazetteText

/// All texts of an issue in one run of UTF-16, each ended by a separator that no text prints: two
/// bytes for a Han character where UTF-8 has three, and looked through without taking it apart.
struct StoredText: Sendable {
  private(set) var units: [UInt16] = []
  /// Whether each unit is a scalar, as in most issues.
  private var isPlain = true

  /// The record separator.
  static let separator: UInt16 = 0x1E

  init() {}

  init(units: [UInt16]) {
    self.units = units
    isPlain = Self.isPlain(units[...])
  }

  /// Takes the bytes as SQLite has them.
  init(bytes: UnsafeRawBufferPointer) {
    let count = bytes.count / 2
    units = [UInt16](unsafeUninitializedCapacity: count) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[..<(count * 2)]))
      filled = count
    }
    isPlain = Self.isPlain(units[...])
  }

  /// Adds a text; how many units it takes.
  mutating func append(_ text: String) -> Int {
    let added = Array(text.utf16)
    let count = added.count
    isPlain = isPlain && Self.isPlain(added[...])
    units += added.contains(Self.separator) ? added.map { $0 == Self.separator ? 0x20 : $0 } : added
    units.append(Self.separator)
    return count
  }

  /// A stretch as text; what lies behind the end is left out.
  func string(_ range: Range<Int>) -> String {
    string(range, isCutBefore: false, isCutBehind: false)
  }

  /// The same with … where it is cut.
  private func string(_ range: Range<Int>, isCutBefore: Bool, isCutBehind: Bool) -> String {
    let range = clamped(range)
    return String(unsafeUninitializedCapacity: Self.capacity(range)) { bytes in
      write(range, isCutBefore, isCutBehind, to: bytes)
    }
  }

  /// Adds a stretch in UTF-8, with … where it is cut.
  func append(
    _ range: Range<Int>, isCutBefore: Bool = false, isCutBehind: Bool = false,
    to bytes: inout [UInt8]
  ) {
    let range = clamped(range)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.capacity(range)) { buffer in
      let count = write(range, isCutBefore, isCutBehind, to: buffer)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// The bytes that a stretch takes at most: three for a unit, and for … at either end.
  private static func capacity(_ range: Range<Int>) -> Int { range.count * 3 + 6 }

  /// Writes a stretch in UTF-8; how many bytes it took.
  private func write(
    _ range: Range<Int>, _ isCutBefore: Bool, _ isCutBehind: Bool,
    to bytes: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    units.withUnsafeBufferPointer { units in
      var count = 0
      if isCutBefore { Self.append(0x2026, to: bytes, &count) }
      var place = range.lowerBound
      while place < range.upperBound {
        let unit = units[place]
        place += 1
        // Most are Han: three bytes each, without asking what else it could be.
        if unit &- 0x4E00 < 0x5200 {
          bytes[count] = UInt8(truncatingIfNeeded: 0xE0 | unit >> 12)
          bytes[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | unit >> 6 & 0x3F)
          bytes[count &+ 2] = UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F)
          count &+= 3
          continue
        }
        var value = UInt32(unit)
        if value & 0xF800 == 0xD800 {
          if value < 0xDC00, place < range.upperBound, units[place] & 0xFC00 == 0xDC00 {
            value = 0x10000 + (value & 0x3FF) << 10 + UInt32(units[place] & 0x3FF)
            place += 1
          } else {
            value = 0xFFFD
          }
        }
        Self.append(value, to: bytes, &count)
      }
      if isCutBehind { Self.append(0x2026, to: bytes, &count) }
      return count
    }
  }

  @inline(__always)
  private static func append(
    _ value: UInt32, to bytes: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    switch value {
    case 0..<0x80:
      bytes[count] = UInt8(truncatingIfNeeded: value)
      count += 1
      return
    case 0x80..<0x800:
      bytes[count] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
      count += 1
    case 0x800..<0x10000:
      bytes[count] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
      bytes[count + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
      count += 2
    default:
      bytes[count] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
      bytes[count + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F)
      bytes[count + 2] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
      count += 3
    }
    bytes[count] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
    count += 1
  }

  /// What of a stretch there is.
  func clamped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: 0..<units.count) }

  /// Whether each unit of a stretch is a scalar.
  func isOfPlainUnits(_ range: Range<Int>) -> Bool { isPlain || Self.isPlain(units[range]) }

  private static func isPlain(_ units: ArraySlice<UInt16>) -> Bool {
    units.withUnsafeBufferPointer { units in
      // Without an end on the way, so that many are looked at in one step.
      var surrogates: UInt16 = 0
      for unit in units { surrogates |= unit & 0xF800 == 0xD800 ? 1 : 0 }
      return surrogates == 0
    }
  }

  /// What a list shows of a text with hits in it, given in scalars.
  func match(_ node: NodeID, _ range: Range<Int>, _ hits: [ScalarRange]) -> FilterMatch {
    guard isOfPlainUnits(range) else {
      let scalars = Array(string(range).unicodeScalars)
      return FilterMatch(node, count: scalars.count, hits) { shown in
        (shown.lowerBound > 0 ? "…" : "") + Array(scalars[shown]).string
          + (shown.upperBound < scalars.count ? "…" : "")
      }
    }
    return FilterMatch(node, count: range.count, hits) { shown in
      string(
        range.lowerBound + shown.lowerBound..<range.lowerBound + shown.upperBound,
        isCutBefore: shown.lowerBound > 0, isCutBehind: shown.upperBound < range.count)
    }
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
    /// Which of sixteen places have the first and the last unit.
    @inline(__always)
    func candidates(_ place: Int) -> SIMDMask<SIMD16<Int16>> {
      let heads = raw.loadUnaligned(fromByteOffset: place * 2, as: SIMD16<UInt16>.self)
      let tails = raw.loadUnaligned(
        fromByteOffset: (place + distance) * 2, as: SIMD16<UInt16>.self)
      return (heads .== firsts) .& (tails .== lasts)
    }
    var place = 0
    while place + 64 <= behind {
      // Asking whether there is any costs more than comparing: it is asked of four times sixteen.
      guard
        any(
          (candidates(place) .| candidates(place + 16))
            .| (candidates(place + 32) .| candidates(place + 48)))
      else {
        place += 64
        continue
      }
      let end = place + 64
      for run in stride(from: place, to: end, by: 16) where any(candidates(run)) {
        place = max(place, run)
        while place < run + 16 {
          place = matches(wanted, base + place) ? max(place + 1, found(place)) : place + 1
        }
      }
      place = max(place, end)
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
