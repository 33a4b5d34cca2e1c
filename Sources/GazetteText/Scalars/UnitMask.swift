/// Which of eight units of UTF-16 fulfil a comparison.
@frozen
public struct UnitMask {
  /// Sixteen bits for each, all of them set or none.
  @usableFromInline let bits: SIMD2<UInt64>

  /// Takes what the comparison says.
  @inlinable
  public init(_ mask: SIMDMask<SIMD8<Int16>>) {
    bits = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  }

  /// Whether none does.
  @inlinable public var isEmpty: Bool { bits[0] | bits[1] == 0 }

  /// The first that does; 8 where none does.
  @inlinable public var first: Int { Self.first(bits[0], bits[1]) }

  /// The first that does not; 8 where all do.
  @inlinable public var firstUnset: Int { Self.first(~bits[0], ~bits[1]) }

  @inlinable
  static func first(_ low: UInt64, _ high: UInt64) -> Int {
    (low != 0 ? low.trailingZeroBitCount : 64 + high.trailingZeroBitCount) >> 4
  }
}
