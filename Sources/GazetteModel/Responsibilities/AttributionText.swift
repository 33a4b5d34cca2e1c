/// A paragraph prepared for the grammar: punctuation in one width, brackets of one shape, white space gone,
/// with the way back to the paragraph.
struct AttributionText {
  /// The prepared text.
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where each prepared scalar stands in the paragraph.
  private(set) var offsets: [Int] = []
  /// The paragraph itself.
  let original: [Unicode.Scalar]

  init(_ text: String) {
    original = [Unicode.Scalar](text)
    scalars.reserveCapacity(original.count)
    offsets.reserveCapacity(original.count)
    for (offset, scalar) in original.enumerated() where !Self.isSpace(scalar) {
      scalars.append(Self.folded(scalar))
      offsets.append(offset)
    }
  }

  /// The stretch of the paragraph behind a prepared stretch that is not empty.
  func originalRange(_ range: Range<Int>) -> ScalarRange {
    ScalarRange(offsets[range.lowerBound], offsets[range.upperBound - 1] + 1)
  }

  /// The paragraph's own scalars behind a prepared stretch, without white space.
  func printed(_ range: Range<Int>) -> String {
    range.map { original[offsets[$0]] }.string
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
    index > 0 && offsets[index] - offsets[index - 1] > 1
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }

  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
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
