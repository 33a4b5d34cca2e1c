import GazetteText

/// One non-blank source line, decoded, corrected and freed of Markdown, but not yet set as reading
/// text; or several that an intake knows to be one.
struct PrintedLine {
  /// The source line, counted from 1; the first where there are several.
  private(set) var line: Int
  /// The last source line.
  var lastLine: Int
  /// Where the text of each further source line begins.
  private(set) var breaks: [Paragraph.LineStart] = []
  /// What an intake knows of the line's part in its paragraph.
  var form = LineForm.unknown
  /// The table that it stands for, by its place among those of the issue.
  var table: Int?
  /// Whether Markdown marks it as a heading. How many marks there are means nothing in OCR.
  var isMarkedHeading = false
  /// What is left to read, without white space at both ends.
  var scalars: [Unicode.Scalar] = []
  /// For every scalar the index of the correction that produced it, or -1; empty when there is
  /// none.
  var tags: [Int16] = []
  /// The characters of which `scalars` has the plain form, in order; the tag of the place is -2 for
  /// the first, -3 for the second and so on.
  private(set) var otherForms: [Unicode.Scalar] = []
  /// The characters that are invisible or controls, and the marks that are too many over one
  /// character, as printed or as corrected.
  var hidden: [Unicode.Scalar] = []
  /// Whether bytes of the line are not UTF-8.
  var hasInvalidBytes = false
  /// The corrections that did not fit the line, by index.
  var failedCorrections: [Int] = []
  /// The corrections applied here, by index.
  var appliedCorrections: [Int] = []
  /// Whether the line has a character by which Markdown, HTML or LaTeX marks something.
  private(set) var mayHaveMarkup = false
  private var hasCombiningMarks = false
  private var hasOtherForms = false

  /// Decodes `bytes`, whose markup and outer blanks stay; returns nil for a line of white space only.
  ///
  /// - Parameter corrections: Those of this line, with their index in the issue.
  init?(
    line: Int, bytes: UnsafeBufferPointer<UInt8>,
    corrections: ArraySlice<(index: Int, correction: Correction)>
  ) {
    self.line = line
    lastLine = line
    decode(bytes)
    guard scalars.contains(where: { !$0.isAnySpace }) else { return nil }
    if hasCombiningMarks { findStackedMarks() }
    if hasOtherForms { readPlainForms() }
    for (index, correction) in corrections { apply(correction, index) }
    if !corrections.isEmpty { mayHaveMarkup = true }
  }

  private mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) {
    // There are at most as many characters as bytes. They go to a buffer on the stack first, so
    // that the array takes up no more than it needs.
    scalars = withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: bytes.count) {
      buffer in
      var count = 0
      var offset = 0
      while offset < bytes.count {
        let start = offset
        if let ideograph = Self.ideograph(bytes, offset) {
          buffer.initializeElement(at: count, to: ideograph)
          offset += 3
        } else {
          let (scalar, length) = decodeOther(bytes, offset)
          offset += length
          let isByteOrderMark = scalar.value == 0xFEFF && line == 1 && start == 0
          if isByteOrderMark || scalar.value == 0xAD || scalar.hiddenKind == .variationSelector {
            continue
          }
          buffer.initializeElement(at: count, to: scalar)
        }
        count += 1
      }
      return Array(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// Decodes the character at `offset`, whatever it is, and notes what it says of the line.
  private mutating func decodeOther(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> (Unicode.Scalar, Int) {
    let byte = bytes[offset]
    if byte < 0x80 {
      if Self.isMarkup(byte) { mayHaveMarkup = true }
      let scalar = Unicode.Scalar(byte)
      if byte < 0x20 && byte != 0x09 || byte == 0x7F { hidden.append(scalar) }
      return (scalar, 1)
    }
    let (scalar, length) = Unicode.Scalar.decodeChecked(bytes, offset)
    guard let scalar else {
      hasInvalidBytes = true
      return ("\u{FFFD}", length)
    }
    if Self.isPunctuation(scalar) { return (scalar, length) }
    let isByteOrderMark = scalar.value == 0xFEFF && line == 1 && offset == 0
    if PlainForm.of(scalar) != nil { hasOtherForms = true }
    if scalar.isHidden {
      if !isByteOrderMark { hidden.append(scalar) }
    } else if scalar.isCombining {
      hasCombiningMarks = true
    }
    return (scalar, length)
  }

  /// Whether the character is one of the marks that part sentences, titles and brackets, which are as common as they
  /// are plain: never hidden, never another form.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "。", "〈"..."】", "〔", "〕", "（", "）", "，", "：", "；": true
    default: false
    }
  }

  /// Puts the plain character where a conversion left another form of it.
  private mutating func readPlainForms() {
    tags = Array(repeating: -1, count: scalars.count)
    for index in scalars.indices {
      guard let plain = PlainForm.of(scalars[index]) else { continue }
      // The few that a line can have too many are read, but not shown as a change.
      if otherForms.count < Self.mostForms {
        tags[index] = Int16(-2 - otherForms.count)
        otherForms.append(scalars[index])
      }
      scalars[index] = plain
    }
    hidden.removeAll { PlainForm.of($0) != nil }
  }

  private static let mostForms = 8_000

  private mutating func findStackedMarks() {
    var stack = MarkStack()
    for scalar in scalars where stack.isTooHigh(with: scalar) { hidden.append(scalar) }
  }

  /// The character at `offset` if it is of the main block of ideographs, as two of three are: never
  /// hidden, never damaged.
  private static func ideograph(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> Unicode.Scalar? {
    guard bytes[offset] >= 0xE4, bytes[offset] <= 0xE9, offset + 2 < bytes.count,
      bytes[offset + 1] & 0xC0 == 0x80, bytes[offset + 2] & 0xC0 == 0x80
    else { return nil }
    return Unicode.Scalar(
      UInt32(bytes[offset] & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6
        | UInt32(bytes[offset + 2] & 0x3F))
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "&"),
      UInt8(ascii: "$"), UInt8(ascii: "-"):
      true
    default: false
    }
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
    hidden += corrected.filter { $0.isHidden && $0 != "\t" }
    if tags.isEmpty { tags = Array(repeating: -1, count: scalars.count) }
    let range = start..<start + printed.count
    scalars.replaceSubrange(range, with: corrected)
    tags.replaceSubrange(range, with: Array(repeating: Int16(index), count: corrected.count))
    appliedCorrections.append(index)
  }

  /// Adds the text of a line that goes on with this one.
  mutating func append(_ next: PrintedLine) {
    if let first = next.scalars.first, first.isLatinLetter, scalars.endsWithLatinWords {
      scalars.append(" ")
      if !tags.isEmpty { tags.append(-1) }
    }
    breaks.append(Paragraph.LineStart(line: next.line, offset: scalars.count))
    if !tags.isEmpty || !next.tags.isEmpty {
      tags += Array(repeating: -1, count: scalars.count - tags.count)
      let known = otherForms.count
      tags += next.tags.map { $0 <= -2 ? Int16(clamping: Int($0) - known) : $0 }
      otherForms += next.otherForms
      tags += Array(repeating: -1, count: next.scalars.count - next.tags.count)
    }
    scalars += next.scalars
    hidden += next.hidden
    hasInvalidBytes = hasInvalidBytes || next.hasInvalidBytes
    failedCorrections += next.failedCorrections
    appliedCorrections += next.appliedCorrections
    lastLine = next.lastLine
  }

  /// Keeps a stretch of the text, without white space at its ends, and of the source lines those
  /// that it stands on.
  mutating func cut(_ range: Range<Int>) {
    var range = range
    while !range.isEmpty, scalars[range.lowerBound].isAnySpace { range = range.dropFirst() }
    while !range.isEmpty, scalars[range.upperBound - 1].isAnySpace { range = range.dropLast() }
    let first = breaks.last { $0.offset <= range.lowerBound }
    let last = breaks.last { $0.offset < range.upperBound }
    breaks = breaks.filter { $0.offset > range.lowerBound && $0.offset < range.upperBound }
      .map { Paragraph.LineStart(line: $0.line, offset: $0.offset - range.lowerBound) }
    lastLine = last?.line ?? line
    line = first?.line ?? line
    scalars = Array(scalars[range])
    if !tags.isEmpty { tags = Array(tags[range]) }
  }

  /// Drops what was noted while the line was decoded, which stays with another part of it.
  mutating func forgetNotes() {
    hidden = []
    hasInvalidBytes = false
    failedCorrections = []
    isMarkedHeading = false
    form = .unknown
  }

  mutating func trim() {
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

// MARK: - What markup makes of a line

extension PrintedLine {
  /// The line with another text.
  ///
  /// - Parameter keepsDoubts: Whether what is doubtful about the line is told of this part of it.
  func holding(_ scalars: [Unicode.Scalar], tags: [Int16], keepsDoubts: Bool) -> PrintedLine {
    var result = self
    result.scalars = scalars
    result.tags = tags
    if !keepsDoubts {
      result.hidden = []
      result.hasInvalidBytes = false
      result.failedCorrections = []
      result.appliedCorrections = []
    }
    return result
  }

  mutating func removeScalars(_ range: Range<Int>) {
    scalars.removeSubrange(range)
    if !tags.isEmpty { tags.removeSubrange(range) }
  }

  mutating func replaceScalars(from start: Int, with text: [Unicode.Scalar]) {
    let tag = tags.isEmpty ? nil : tags[min(start, tags.count - 1)]
    scalars.replaceSubrange(start..., with: text)
    if let tag { tags.replaceSubrange(start..., with: repeatElement(tag, count: text.count)) }
  }
}
