/// One non-blank source line, decoded, corrected and freed of Markdown, but not yet set as reading text.
struct PrintedLine {
  /// The source line, counted from 1.
  let line: Int
  /// Whether Markdown marks it as a heading. How many marks there are means nothing in OCR.
  var isMarkedHeading = false
  /// What is left to read, without white space at both ends.
  var scalars: [Unicode.Scalar] = []
  /// For every scalar the index of the correction that produced it, or -1; empty when there is none.
  var tags: [Int16] = []
  /// Whether a character of the line is invisible or a control.
  var hasHiddenCharacters = false
  /// Whether bytes of the line are not UTF-8.
  var hasInvalidBytes = false
  /// The corrections that did not fit the line, by index.
  var failedCorrections: [Int] = []
  /// The corrections applied here, by index.
  var appliedCorrections: [Int] = []

  /// Decodes `bytes`; returns nil for a line of white space only.
  ///
  /// - Parameter corrections: Those of this line, with their index in the issue.
  init?(line: Int, bytes: UnsafeBufferPointer<UInt8>, corrections: [(index: Int, correction: Correction)]) {
    self.line = line
    decode(bytes)
    guard scalars.contains(where: { !$0.isAnySpace }) else { return nil }
    for (index, correction) in corrections { apply(correction, index) }
    stripMarkup()
  }

  private mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) {
    scalars.reserveCapacity(bytes.count / 3 + 8)
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        scalars.append(Unicode.Scalar(byte))
        if byte < 0x20 && byte != 0x09 || byte == 0x7F { hasHiddenCharacters = true }
        offset += 1
        continue
      }
      let (scalar, length) = Self.decodeMultibyte(bytes, offset)
      if let scalar {
        if scalar.isHidden && !(scalar.value == 0xFEFF && line == 1 && offset == 0) {
          hasHiddenCharacters = true
        }
        if !(scalar.value == 0xFEFF && line == 1 && offset == 0) { scalars.append(scalar) }
      } else {
        hasInvalidBytes = true
        scalars.append("\u{FFFD}")
      }
      offset += length
    }
  }

  /// Decodes one multi-byte sequence; nil with the length to skip where it is not UTF-8.
  private static func decodeMultibyte(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> (Unicode.Scalar?, Int) {
    let lead = bytes[offset]
    let length: Int
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
    default: return (nil, 1)
    }
    guard offset + length <= bytes.count else { return (nil, 1) }
    for index in 1..<length {
      let byte = bytes[offset + index]
      guard byte & 0xC0 == 0x80 else { return (nil, index) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let minimum: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= minimum, let scalar = Unicode.Scalar(value) else { return (nil, length) }
    return (scalar, length)
  }

  private mutating func apply(_ correction: Correction, _ index: Int) {
    let printed = [Unicode.Scalar](correction.printed)
    let corrected = [Unicode.Scalar](correction.corrected)
    guard !printed.isEmpty, !corrected.isEmpty, let start = scalars.firstOffset(of: printed),
      scalars.firstOffset(of: printed, from: start + 1) == nil
    else {
      failedCorrections.append(index)
      return
    }
    if tags.isEmpty { tags = Array(repeating: -1, count: scalars.count) }
    let range = start..<start + printed.count
    scalars.replaceSubrange(range, with: corrected)
    tags.replaceSubrange(range, with: Array(repeating: Int16(index), count: corrected.count))
    appliedCorrections.append(index)
  }

  private mutating func stripMarkup() {
    var markup = MarkupStripper(scalars: scalars, tags: tags)
    isMarkedHeading = markup.strip()
    scalars = markup.output
    tags = markup.outputTags
    var start = 0
    var end = scalars.count
    while start < end, scalars[start].isAnySpace { start += 1 }
    while end > start, scalars[end - 1].isAnySpace { end -= 1 }
    if start > 0 || end < scalars.count {
      scalars = Array(scalars[start..<end])
      if !tags.isEmpty { tags = Array(tags[start..<end]) }
    }
  }
}
