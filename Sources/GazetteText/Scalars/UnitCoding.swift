/// UTF-16 written as UTF-8.
public enum UnitCoding {
  /// How many bytes there must be room for: three a unit, and what is written behind the end.
  public static func capacity(_ count: Int) -> Int { count * 3 + 8 }

  /// Writes units in UTF-8; what is half a pair becomes U+FFFD.
  ///
  /// - Parameters:
  ///   - units: What is written.
  ///   - bytes: Where to; there is room for `capacity`.
  /// - Returns: How many bytes it took, and whether all of it is plain (`SafeText.isPlain`).
  public static func write(
    _ units: UnsafeBufferPointer<UInt16>, to bytes: UnsafeMutablePointer<UInt8>
  ) -> (count: Int, isPlain: Bool) {
    guard let start = units.baseAddress else { return (0, true) }
    var place = 0
    var count = 0
    var isPlain = true
    while place < units.count {
      if units.count - place >= 8 {
        let run = UnsafeRawPointer(start + place).loadUnaligned(as: SIMD8<UInt16>.self)
        write(run, to: UnsafeMutableRawPointer(bytes + count))
        // What stands behind the first that is not of three bytes is written over.
        let plain = plainCount(run)
        place += plain
        count += plain * 3
        if plain == 8 { continue }
      }
      repeat {
        let unit = start[place]
        place += 1
        if unit &- 0x20 < 0x5F {
          bytes[count] = UInt8(truncatingIfNeeded: unit)
          count += 1
          continue
        }
        var value = UInt32(unit)
        if value & 0xF800 == 0xD800 {
          if value < 0xDC00, place < units.count, start[place] & 0xFC00 == 0xDC00 {
            value = 0x10000 + (value & 0x3FF) << 10 + UInt32(start[place] & 0x3FF)
            place += 1
          } else {
            value = 0xFFFD
          }
        }
        isPlain = isPlain && SafeText.isPlain(value)
        count += write(value, to: bytes + count)
        // Letters and digits mostly come several at a time.
      } while place < units.count && start[place] < 0x80
    }
    return (count, isPlain)
  }

  /// Whether a unit is half of a pair, so that not each is a scalar.
  public static func hasPairs(_ units: UnsafeBufferPointer<UInt16>) -> Bool {
    guard let start = units.baseAddress else { return false }
    // Without an end on the way, so that many are looked at in one step.
    var halves = SIMD8<UInt16>(repeating: 0) .!= SIMD8(repeating: 0)
    let eights = units.count & ~7
    for place in stride(from: 0, to: eights, by: 8) {
      let run = UnsafeRawPointer(start + place).loadUnaligned(as: SIMD8<UInt16>.self)
      halves = halves .| (run & SIMD8(repeating: 0xF800) .== SIMD8(repeating: 0xD800))
    }
    return !UnitMask(halves).isEmpty || units[eights...].contains { $0 & 0xF800 == 0xD800 }
  }

  /// Writes eight units as though each took three bytes.
  @inline(__always)
  private static func write(_ units: SIMD8<UInt16>, to bytes: UnsafeMutableRawPointer) {
    let pairs = unsafeBitCast(units, to: SIMD4<UInt32>.self)
    let first = unsafeBitCast(
      threeBytes(pairs & SIMD4(repeating: 0xFFFF)), to: SIMD2<UInt64>.self)
    let second = unsafeBitCast(
      threeBytes(pairs &>> SIMD4(repeating: 16)), to: SIMD2<UInt64>.self)
    let (low, half, three) = (
      SIMD2<UInt64>(repeating: 0xFFFF_FFFF), SIMD2<UInt64>(repeating: 32),
      SIMD2<UInt64>(repeating: 24)
    )
    let even = (first & low) | ((second & low) &<< three)
    let odd = (first &>> half) | ((second &>> half) &<< three)
    bytes.storeBytes(of: even[0].littleEndian, as: UInt64.self)
    bytes.storeBytes(of: odd[0].littleEndian, toByteOffset: 6, as: UInt64.self)
    bytes.storeBytes(of: even[1].littleEndian, toByteOffset: 12, as: UInt64.self)
    bytes.storeBytes(of: odd[1].littleEndian, toByteOffset: 18, as: UInt64.self)
  }

  /// The three bytes of each, the first the lowest.
  @inline(__always)
  private static func threeBytes(_ values: SIMD4<UInt32>) -> SIMD4<UInt32> {
    let first = values &>> SIMD4(repeating: 12)
    let second = (values & SIMD4(repeating: 0xFC0)) &<< SIMD4(repeating: 2)
    let third = (values & SIMD4(repeating: 0x3F)) &<< SIMD4(repeating: 16)
    return (first | second) | (third | SIMD4(repeating: 0x80_80E0))
  }

  /// How many come before the first that is not plain or not of three bytes.
  @inline(__always)
  private static func plainCount(_ units: SIMD8<UInt16>) -> Int {
    @inline(__always)
    func isIn(_ range: ClosedRange<UInt16>) -> SIMDMask<SIMD8<Int16>> {
      units &- SIMD8(repeating: range.lowerBound)
        .<= SIMD8(repeating: range.upperBound - range.lowerBound)
    }
    let isPlain =
      (isIn(SafeText.plainHan) .| isIn(SafeText.plainSigns))
      .| (isIn(SafeText.plainDashes) .| isIn(SafeText.plainForms))
    return UnitMask(isPlain).firstUnset
  }

  /// Writes a scalar; how many bytes it took.
  private static func write(_ value: UInt32, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
    switch value {
    case 0..<0x80:
      bytes[0] = UInt8(truncatingIfNeeded: value)
      return 1
    case 0x80..<0x800:
      bytes[0] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
      bytes[1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      return 2
    case 0x800..<0x10000:
      bytes[0] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
      bytes[1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
      bytes[2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      return 3
    default:
      bytes[0] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
      bytes[1] = UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F)
      bytes[2] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
      bytes[3] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      return 4
    }
  }
}
