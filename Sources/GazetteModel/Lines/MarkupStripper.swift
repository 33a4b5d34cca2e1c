import GazetteText

/// Takes the Markdown and HTML out of one line and keeps what a reader of the print would see.
///
/// Subscripts and superscripts become the Unicode characters of that position: PM<sub>2.5</sub> →
/// PM₂.₅.
struct MarkupStripper {
  let scalars: [Unicode.Scalar]
  let tags: [Int16]
  var output: [Unicode.Scalar] = []
  var outputTags: [Int16] = []
  private var shift = Shift.none

  private enum Shift { case none, subscripted, superscripted }

  init(scalars: [Unicode.Scalar], tags: [Int16]) {
    self.scalars = scalars
    self.tags = tags
    output.reserveCapacity(scalars.count)
  }

  /// Fills `output`; returns whether the line is marked as a heading.
  mutating func strip() -> Bool {
    var offset = 0
    while offset < scalars.count, scalars[offset].isAnySpace { offset += 1 }
    while offset < scalars.count, scalars[offset] == ">" {
      offset += 1
      while offset < scalars.count, scalars[offset].isInnerSpace { offset += 1 }
    }
    var marks = offset
    while marks < scalars.count, scalars[marks] == "#" { marks += 1 }
    let isHeading = marks > offset && marks - offset <= 6
    if isHeading { offset = marks }
    while offset < scalars.count { offset = step(offset) }
    if isHeading {
      while let last = output.last, last == "#" || last.isInnerSpace {
        output.removeLast()
        if !outputTags.isEmpty { outputTags.removeLast() }
      }
    }
    return isHeading
  }

  private mutating func step(_ offset: Int) -> Int {
    switch scalars[offset] {
    case "*":
      var end = offset
      while end < scalars.count, scalars[end] == "*" { end += 1 }
      if end - offset >= 2 { return end }
      return keep(offset)
    case "<":
      return tag(offset)
    case "[":
      return link(offset)
    case "\\":
      let next = offset + 1
      if next < scalars.count, isEscapable(scalars[next]) { return keep(next) }
      return keep(offset)
    default:
      return keep(offset)
    }
  }

  private func isEscapable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value < 0x7F && !scalar.isDigit && !scalar.isLatinLetter
  }

  private mutating func keep(_ offset: Int) -> Int {
    output.append(shifted(scalars[offset]))
    if !tags.isEmpty { outputTags.append(tags[offset]) }
    return offset + 1
  }

  private func shifted(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard shift != .none else { return scalar }
    let isSubscript = shift == .subscripted
    switch scalar.value {
    case 0x31 where !isSubscript: return "¹"
    case 0x32 where !isSubscript: return "²"
    case 0x33 where !isSubscript: return "³"
    case 0x30...0x39:
      let base: UInt32 = isSubscript ? 0x2080 : 0x2070
      return Unicode.Scalar(base + scalar.value - 0x30) ?? scalar
    case 0x2B: return isSubscript ? "₊" : "⁺"
    case 0x2D: return isSubscript ? "₋" : "⁻"
    case 0x78 where isSubscript: return "ₓ"
    case 0x6E where !isSubscript: return "ⁿ"
    default: return scalar
    }
  }

  /// Skips an HTML tag or comment; anything else that begins with < is text.
  private mutating func tag(_ offset: Int) -> Int {
    if scalars.has(["!", "-", "-"], at: offset + 1) {
      var end = offset + 4
      while end < scalars.count, !scalars.has(["-", "-", ">"], at: end) { end += 1 }
      return min(end + 3, scalars.count)
    }
    var end = offset + 1
    var name: [Unicode.Scalar] = []
    if end < scalars.count, scalars[end] == "/" {
      name.append("/")
      end += 1
    }
    guard end < scalars.count, scalars[end].isLatinLetter else { return keep(offset) }
    while end < scalars.count, scalars[end].isLatinLetter || scalars[end].isDigit {
      name.append(scalars[end])
      end += 1
    }
    let limit = min(scalars.count, offset + 300)
    while end < limit, scalars[end] != ">" { end += 1 }
    guard end < limit else { return keep(offset) }
    switch name.string.lowercased() {
    case "sub": shift = .subscripted
    case "sup": shift = .superscripted
    case "/sub", "/sup": shift = .none
    default: break
    }
    return end + 1
  }

  /// Keeps the words of [words](address); a bracket that no address follows is text.
  private mutating func link(_ offset: Int) -> Int {
    let limit = min(scalars.count, offset + 300)
    var close = offset + 1
    while close < limit, scalars[close] != "]" { close += 1 }
    guard close + 1 < limit, scalars[close + 1] == "(" else { return keep(offset) }
    var end = close + 2
    let addressLimit = min(scalars.count, close + 600)
    while end < addressLimit, scalars[end] != ")" { end += 1 }
    guard end < addressLimit, isAddress(close + 2, end) else { return keep(offset) }
    for index in offset + 1..<close { _ = keep(index) }
    return end + 1
  }

  /// Whether the brackets hold a web address or a path rather than Chinese text.
  private func isAddress(_ start: Int, _ end: Int) -> Bool {
    end > start && !scalars[start..<end].contains { $0.isChineseText }
  }
}
