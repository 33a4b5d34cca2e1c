/// Looks at the bytes of a file before they are parsed: whether they are text, and what in them
/// is not.
struct TextScreening {
  /// UTF-8 without byte order mark; broken sequences and NULs replaced by U+FFFD.
  private(set) var bytes: [UInt8] = []
  /// One finding for each line and kind, in order of line.
  private(set) var findings: [Finding] = []

  /// More damaged bytes than one in this many, and it is not a text.
  private static let damageShare = 20
  /// Up to so many damaged bytes a short text is still one.
  private static let damageAllowance = 8

  /// Why the bytes are no text that can be read.
  enum Refusal: Error, Equatable { case isEmpty, notText, otherEncoding(String) }

  /// Screens the bytes of a file.
  init(_ raw: [UInt8]) throws(Refusal) {
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      throw .otherEncoding("UTF-16")
    }
    let text = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? raw[3...] : raw[...]
    if text.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { throw .isEmpty }
    if text.contains(0) || String(validating: text, as: UTF8.self) == nil {
      try repair(text)
    } else {
      bytes = text.count == raw.count ? raw : Array(text)
    }
    if bytes.contains(where: Self.mayBeHidden) { findHiddenCharacters() }
  }

  // MARK: Repair

  /// Copies the text scalar by scalar, with U+FFFD for whatever is none.
  private mutating func repair(_ text: ArraySlice<UInt8>) throws(Refusal) {
    var damaged = 0
    var nulls = 0
    var line = 1
    var damagedLines: [Int] = []
    bytes.reserveCapacity(text.count)
    var position = text.startIndex
    while position < text.endIndex {
      let byte = text[position]
      let length = Self.sequenceLength(in: text, at: position)
      if byte == 0 || length == 0 {
        damaged += 1
        if byte == 0 { nulls += 1 }
        if damagedLines.last != line { damagedLines.append(line) }
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        position += 1
        // The rest of a sequence that was cut off belongs to the damage.
        while byte >= 0xC0, position < text.endIndex, text[position] & 0xC0 == 0x80 {
          if Self.sequenceLength(in: text, at: position) > 0 { break }
          position += 1
        }
        continue
      }
      if byte == 0x0A
        || byte == 0x0D && (position + 1 >= text.endIndex || text[position + 1] != 0x0A)
      {
        line += 1
      }
      bytes.append(contentsOf: text[position..<position + length])
      position += length
    }
    if damaged > Self.damageAllowance, damaged * Self.damageShare > text.count {
      throw Self.refusal(of: text, nulls: nulls)
    }
    if nulls == 0, damaged * Self.damageShare > text.count, Self.looksLikeGB18030(text) {
      throw .otherEncoding("GB18030")
    }
    let source = SourceText(bytes: bytes)
    findings = damagedLines.map {
      Finding(
        kind: .notUTF8, lines: LineRange($0),
        excerpt: Self.excerpt(of: source.text(ofLine: $0)) { $0 == "\u{FFFD}" })
    }
  }

  /// The length of the UTF-8 sequence that begins at `position`; 0 when none does (RFC 3629).
  private static func sequenceLength(in text: ArraySlice<UInt8>, at position: Int) -> Int {
    func continuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      position + offset < text.endIndex && range.contains(text[position + offset])
    }
    let byte = text[position]
    switch byte {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return continuation(1) ? 2 : 0
    case 0xE0...0xEF:
      let second: ClosedRange<UInt8> =
        byte == 0xE0 ? 0xA0...0xBF : byte == 0xED ? 0x80...0x9F : 0x80...0xBF
      return continuation(1, second) && continuation(2) ? 3 : 0
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> =
        byte == 0xF0 ? 0x90...0xBF : byte == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      return continuation(1, second) && continuation(2) && continuation(3) ? 4 : 0
    default: return 0
    }
  }

  // MARK: Refusal

  private static func refusal(of text: ArraySlice<UInt8>, nulls: Int) -> Refusal {
    if nulls > 0 {
      // Line feeds, digits and Latin letters of UTF-16 have their NULs all on the even or all on
      // the odd side.
      let even = text.indices.count { text[$0] == 0 && ($0 - text.startIndex).isMultiple(of: 2) }
      let isUTF16 = min(even, nulls - even) * damageShare < nulls && text.count.isMultiple(of: 2)
      return isUTF16 ? .otherEncoding(even == 0 ? "UTF-16LE" : "UTF-16BE") : .notText
    }
    return looksLikeGB18030(text) ? .otherEncoding("GB18030") : .notText
  }

  /// Whether nearly all bytes beyond ASCII form pairs or fours as GB 18030 has them, mostly Han
  /// of its first level and punctuation.
  private static func looksLikeGB18030(_ text: ArraySlice<UInt8>) -> Bool {
    var common = 0
    var broken = 0
    var index = text.startIndex
    while index < text.endIndex {
      let lead = text[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let trail = index + 1 < text.endIndex ? text[index + 1] : 0
      switch (lead, trail) {
      case (0xA1...0xD7, 0xA1...0xFE): common += 1
      case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE), (0x81...0xFE, 0x30...0x39): break
      default:
        broken += 1
        index += 1
        continue
      }
      index += 2
    }
    let pairs = text.count { $0 >= 0x80 } / 2
    return common * 2 > pairs && broken * damageShare <= common
  }

  // MARK: Hidden characters

  /// A quick test that lets ordinary text through without decoding it.
  private static func mayBeHidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D: return false
    // Controls, U+0080–U+00BF, and what begins the sequences of U+0600, U+1800, U+2000, U+FEFF,
    // U+E0000.
    case 0x00...0x1F, 0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: return true
    default: return false
    }
  }

  private mutating func findHiddenCharacters() {
    let source = SourceText(bytes: bytes)
    var hidden: [Finding] = []
    for line in stride(from: 1, through: source.lineCount, by: 1) {
      guard source.bytes(ofLine: line).contains(where: Self.mayBeHidden) else { continue }
      let text = source.text(ofLine: line)
      let isHidden: (Unicode.Scalar) -> Bool = { $0.isHidden && $0 != "\t" }
      guard text.unicodeScalars.contains(where: isHidden) else { continue }
      hidden.append(
        Finding(
          kind: .hiddenCharacters, lines: LineRange(line),
          excerpt: Self.excerpt(of: text, around: isHidden)))
    }
    if !hidden.isEmpty {
      findings = (findings + hidden).sorted { $0.lines.first < $1.lines.first }
    }
  }

  /// Up to ten characters on both sides of the first one in question.
  private static func excerpt(
    of line: String, around isInQuestion: (Unicode.Scalar) -> Bool
  ) -> String {
    let scalars = line.unicodeScalars
    guard let place = scalars.firstIndex(where: isInQuestion) else { return "" }
    let start =
      scalars.index(place, offsetBy: -10, limitedBy: scalars.startIndex) ?? scalars.startIndex
    let end = scalars.index(place, offsetBy: 11, limitedBy: scalars.endIndex) ?? scalars.endIndex
    return String(scalars[start..<end])
  }
}
