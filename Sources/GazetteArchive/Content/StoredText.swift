import GazetteModel
import GazetteText

/// All texts of an issue in one run of UTF-16, each ended by a separator that no text prints: two
/// bytes for a Han character where UTF-8 has three, and looked through without taking it apart.
///
/// It may be lent by who reads the index: then it holds no longer than that says.
struct StoredText: @unchecked Sendable {
  /// Its own units; none where they are lent.
  private var own: [UInt16] = []
  private var lent: UnsafeBufferPointer<UInt16>?
  /// Whether each of its units is known to be a scalar.
  private var isKnownPlain = false

  /// The record separator.
  static let separator: UInt16 = 0x1E

  init() {}

  /// Copies the bytes as SQLite has them.
  init(bytes: UnsafeRawBufferPointer) {
    let count = bytes.count / 2
    own = [UInt16](unsafeUninitializedCapacity: count) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[..<(count * 2)]))
      filled = count
    }
  }

  /// Takes the bytes where they are, which hold longer than it does.
  init(lent bytes: UnsafeRawBufferPointer) {
    // SQLite gives them at any address.
    guard let base = bytes.baseAddress, UInt(bitPattern: base) & 1 == 0 else {
      self = StoredText(bytes: bytes)
      return
    }
    lent = UnsafeBufferPointer(
      start: base.assumingMemoryBound(to: UInt16.self), count: bytes.count / 2)
  }

  var isLent: Bool { lent != nil }

  /// The same for as long as it is wanted.
  func kept() -> StoredText {
    guard isLent else { return self }
    var kept = self
    (kept.own, kept.lent) = (units, nil)
    return kept
  }

  /// A copy of its units.
  var units: [UInt16] { withUnits { [UInt16]($0) } }

  @inline(__always)
  func withUnits<Value>(
    _ body: (UnsafeBufferPointer<UInt16>) throws -> Value
  ) rethrows -> Value {
    if let lent { return try body(lent) }
    return try own.withUnsafeBufferPointer(body)
  }

  /// Adds a text; how many units it takes.
  mutating func append(_ text: String) -> Int {
    let added = Array(text.utf16)
    own += added.contains(Self.separator) ? added.map { $0 == Self.separator ? 0x20 : $0 } : added
    own.append(Self.separator)
    return added.count
  }

  /// A stretch as text; what lies behind the end is left out.
  func string(_ range: Range<Int>) -> String {
    withUnits(range) { units in
      String(unsafeUninitializedCapacity: UnitCoding.capacity(units.count)) { bytes in
        bytes.baseAddress.map { UnitCoding.write(units, to: $0).count } ?? 0
      }
    }
  }

  /// Adds a stretch to a line.
  func append(_ range: Range<Int>, to line: inout LineBytes) {
    withUnits(range) { line.append($0) }
  }

  /// What of a stretch there is.
  func clamped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: 0..<withUnits(\.count)) }

  /// Lends what there is of a stretch.
  @inline(__always)
  func withUnits<Value>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt16>) throws -> Value
  ) rethrows -> Value {
    try withUnits { units in
      try body(UnsafeBufferPointer(rebasing: units[range.clamped(to: 0..<units.count)]))
    }
  }

  /// Whether each unit of a stretch is a scalar.
  func isOfPlainUnits(_ range: Range<Int>) -> Bool {
    isKnownPlain || withUnits(range) { !UnitCoding.hasPairs($0) }
  }

  /// The same with what the tree of its issue knows of it.
  func known(by tree: StoredTree) -> StoredText {
    var known = self
    known.isKnownPlain = tree.textIsOfPlainUnits
    return known
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
      (shown.lowerBound > 0 ? "…" : "")
        + string(range.lowerBound + shown.lowerBound..<range.lowerBound + shown.upperBound)
        + (shown.upperBound < range.count ? "…" : "")
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
    let (firsts, lasts) = (SIMD8<UInt16>(repeating: first), SIMD8<UInt16>(repeating: last))
    /// Which of eight places have the last unit behind them.
    @inline(__always)
    func ends(_ place: UnsafeRawPointer) -> SIMDMask<SIMD8<Int16>> {
      (place + distance * 2).loadUnaligned(as: SIMD8<UInt16>.self) .== lasts
    }
    /// Which of them have the first one, too.
    @inline(__always)
    func candidates(_ place: UnsafeRawPointer) -> SIMDMask<SIMD8<Int16>> {
      (place.loadUnaligned(as: SIMD8<UInt16>.self) .== firsts) .& ends(place)
    }
    /// Whether none of sixty-four does. Asking that costs more than comparing.
    @inline(__always)
    func isNone(
      _ place: UnsafeRawPointer, _ which: (UnsafeRawPointer) -> SIMDMask<SIMD8<Int16>>
    ) -> Bool {
      let low = (which(place) .| which(place + 16)) .| (which(place + 32) .| which(place + 48))
      let high =
        (which(place + 64) .| which(place + 80)) .| (which(place + 96) .| which(place + 112))
      return UnitMask(low .| high).isEmpty
    }
    var place = 0
    while place < behind {
      var end = behind
      if behind - place >= 64 {
        end = place + 64
        let here = UnsafeRawPointer(base + place)
        if isNone(here, ends) || isNone(here, candidates) {
          place = end
          continue
        }
      }
      while place < end {
        if behind - place >= 8 {
          let first = UnitMask(candidates(UnsafeRawPointer(base + place))).first
          place += first
          if first == 8 { continue }
        }
        place = matches(wanted, base + place) ? max(place + 1, found(place)) : place + 1
      }
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
