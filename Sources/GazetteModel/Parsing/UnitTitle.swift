/// The title of a numbered unit: its first sentence, without the closing mark.
struct UnitTitle {
  /// The title; empty when the unit has no text.
  let text: String
  /// The offset behind the sentence and its closing mark, in scalars.
  let end: Int

  /// Reads the title of a unit whose reading text is `text`.
  init(_ text: String) {
    let scalars = [Unicode.Scalar](text)
    let stops: Set<Unicode.Scalar> = ["。", "！", "？"]
    if let stop = Self.firstOffset(of: stops, in: scalars) {
      end = stop + 1
      self.text = Array(scalars[..<stop]).string
      return
    }
    let pauses: Set<Unicode.Scalar> = ["；", "："]
    if let pause = Self.firstOffset(of: pauses, in: scalars) {
      end = pause + 1
      self.text = Array(scalars[..<pause]).string
      return
    }
    end = scalars.count
    var trimmed = scalars
    while let last = trimmed.last, last.isOneOf("，、") { trimmed.removeLast() }
    self.text = trimmed.string
  }

  /// The first of `marks` that stands in no bracket or quotation.
  private static func firstOffset(
    of marks: Set<Unicode.Scalar>, in scalars: [Unicode.Scalar]
  ) -> Int? {
    var depth = 0
    var fallback: Int?
    for (offset, scalar) in scalars.enumerated() {
      switch scalar {
      case "（", "“", "《", "〔": depth += 1
      case "）", "”", "》", "〕": depth = max(0, depth - 1)
      default:
        guard marks.contains(scalar) else { continue }
        if depth == 0 { return offset }
        if fallback == nil { fallback = offset }
      }
    }
    // A bracket that OCR lost must not make the whole paragraph a title.
    return depth > 0 ? fallback : nil
  }
}
