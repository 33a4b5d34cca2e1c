import GazetteText

/// The title of a numbered unit: its first sentence, without the closing mark.
struct UnitTitle {
  /// The title; empty when the unit has no text.
  let scalars: [Unicode.Scalar]
  /// The offset behind the sentence and its closing mark, in scalars.
  let end: Int

  /// Reads the title of a unit whose reading text is `scalars`.
  init(_ scalars: [Unicode.Scalar]) {
    if let stop = Self.firstStop(of: "。！？", in: scalars)
      ?? Self.firstStop(of: "：", in: scalars) ?? Self.listEnd(of: scalars)
    {
      end = stop + 1
      self.scalars = Array(scalars[..<stop])
      return
    }
    end = scalars.count
    var length = scalars.count
    while length > 0, scalars[length - 1].isOneOf("，、") { length -= 1 }
    self.scalars = Array(scalars[..<length])
  }

  /// The ； that ends a text of one sentence.
  private static func listEnd(of scalars: [Unicode.Scalar]) -> Int? {
    scalars.last == "；" ? scalars.count - 1 : nil
  }

  /// The first of `marks` that stands in no bracket or quotation.
  private static func firstStop(of marks: StaticString, in scalars: [Unicode.Scalar]) -> Int? {
    var depth = 0
    var fallback: Int?
    for offset in scalars.indices {
      let scalar = scalars[offset]
      // No ideograph is a mark: the test that settles most characters comes first.
      if scalar.value >= 0x4E00, scalar.value <= 0x9FFF { continue }
      switch scalar {
      case "（", "“", "《", "〔": depth += 1
      case "）", "”", "》", "〕": depth = max(0, depth - 1)
      default:
        guard scalar.isOneOf(marks) else { continue }
        if depth == 0 { return offset }
        if fallback == nil { fallback = offset }
      }
    }
    // A bracket that OCR lost must not make the whole paragraph a title.
    return depth > 0 ? fallback : nil
  }
}
