import GazetteText

/// A paragraph prepared for the grammar: punctuation in one width, brackets of one shape, white
/// space gone, with the way back to the paragraph.
struct AttributionText {
  /// The prepared text.
  let scalars: [Unicode.Scalar]
  /// The paragraph itself.
  let original: [Unicode.Scalar]
  /// Where each prepared scalar stands in the paragraph; empty where each stands at its own index,
  /// as in paragraphs without white space.
  private let offsets: [Int32]

  init(_ text: [Unicode.Scalar]) {
    original = text
    guard let first = original.firstIndex(where: { Self.isSpace($0) || Self.folded($0) != $0 })
    else {
      scalars = original
      offsets = []
      return
    }
    if original[first...].contains(where: Self.isSpace) {
      var scalars: [Unicode.Scalar] = []
      var offsets: [Int32] = []
      scalars.reserveCapacity(original.count)
      offsets.reserveCapacity(original.count)
      for (offset, scalar) in original.enumerated() where !Self.isSpace(scalar) {
        scalars.append(Self.folded(scalar))
        offsets.append(Int32(offset))
      }
      self.scalars = scalars
      self.offsets = offsets
    } else {
      scalars = original.map(Self.folded)
      offsets = []
    }
  }

  /// Where a prepared scalar stands in the paragraph.
  func offset(of index: Int) -> Int { offsets.isEmpty ? index : Int(offsets[index]) }

  /// The stretch of the paragraph behind a prepared stretch that is not empty.
  func originalRange(_ range: Range<Int>) -> ScalarRange {
    ScalarRange(offset(of: range.lowerBound), offset(of: range.upperBound - 1) + 1)
  }

  /// The paragraph's own scalars behind a prepared stretch, without white space.
  func printed(_ range: Range<Int>) -> String {
    printedScalars(range).string
  }

  /// The same, as scalars.
  func printedScalars(_ range: Range<Int>) -> [Unicode.Scalar] {
    if offsets.isEmpty { return Array(original[range]) }
    return range.map { original[Int(offsets[$0])] }
  }

  /// A prepared stretch as text.
  func folded(_ range: Range<Int>) -> String {
    Array(scalars[range]).string
  }

  /// The paragraph's own text of a stretch of it.
  func text(_ range: ScalarRange) -> String {
    Array(original[range.start..<range.end]).string
  }

  /// Whether white space stood before the prepared scalar at `index`.
  func isSpaceBefore(_ index: Int) -> Bool {
    index > 0 && offset(of: index) - offset(of: index - 1) > 1
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    // Ideographs, the most of any text.
    if scalar.value > 0x3000, scalar.value < 0xFEFF { return false }
    return switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }

  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value > 0x3017, scalar.value < 0xFE50 { return SimplifiedForm.of(scalar) }
    return switch scalar {
    case "(", "〔", "[", "［", "【", "{", "｛", "〖", "﹝": "（"
    case ")", "〕", "]", "］", "】", "}", "｝", "〗", "﹞": "）"
    case ",", "﹐": "，"
    case ";", "﹔": "；"
    case ":", "﹕", "∶": "："
    case "．", "｡", ".": "。"
    case "､", "﹑": "、"
    default: scalar
    }
  }
}
