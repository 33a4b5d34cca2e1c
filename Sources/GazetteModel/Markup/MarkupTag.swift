import GazetteText

/// A tag of HTML as it stands in a text: `<td rowspan="2">`, `</p>`, `<page_number>`.
struct MarkupTag {
  /// The longest tag that is taken for one, in scalars.
  static let longest = 600

  /// The name in small letters.
  let name: String
  let isClosing: Bool
  /// Where the attributes stand.
  let attributes: Range<Int>
  /// The offset behind the closing `>`.
  let end: Int

  /// Reads the tag whose `<` stands at `offset`; nil where that is a sign of the text, as in
  /// `x<y`.
  init?(_ text: [Unicode.Scalar], at offset: Int) {
    var index = offset + 1
    isClosing = index < text.count && text[index] == "/"
    if isClosing { index += 1 }
    guard index < text.count, text[index].isLatinLetter else { return nil }
    let nameStart = index
    while index < text.count,
      text[index].isLatinLetter || text[index].isDigit || text[index].isOneOf("_-:")
    {
      index += 1
    }
    guard index < text.count, text[index] == ">" || text[index] == "/" || text[index].isAnySpace
    else { return nil }
    guard let close = Self.close(text, from: index, offset) else { return nil }
    name = Array(text[nameStart..<index]).string.lowercased()
    attributes = index..<close
    end = close + 1
  }

  /// Where the `>` of a tag stands: outside of quotation marks, else the first at all.
  private static func close(_ text: [Unicode.Scalar], from start: Int, _ offset: Int) -> Int? {
    let limit = min(text.count, offset + longest)
    var quote: Unicode.Scalar?
    var first: Int?
    for index in start..<max(start, limit) {
      let scalar = text[index]
      if scalar == ">" {
        if quote == nil { return index }
        first = first ?? index
      } else if scalar == "\"" || scalar == "'" {
        if quote == scalar { quote = nil } else if quote == nil { quote = scalar }
      } else if quote == nil, scalar.isHan || scalar == "<" {
        return nil
      }
    }
    return first
  }

  /// The number that an attribute gives: 2 of `rowspan="2"`.
  func number(of attribute: StaticString, in text: [Unicode.Scalar]) -> Int? {
    for index in attributes where text.hasLettersOfAnyCase(attribute, at: index) {
      var next = index + attribute.utf8CodeUnitCount
      while next < attributes.upperBound, text[next].isOneOf(" =\"'\\") { next += 1 }
      guard let (value, _) = ChineseNumeral.readArabic(text, at: next) else { return nil }
      return value
    }
    return nil
  }

  /// Whether the tag stands for the end of a line.
  var breaksLine: Bool {
    switch name {
    case "br", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "tr", "td", "th", "table", "h1",
      "h2", "h3", "h4", "h5", "h6", "hr", "section", "article", "blockquote", "pre", "center",
      "figure", "figcaption":
      true
    default: false
    }
  }

  /// Whether the tag marks a heading: h1 to h6.
  var isHeading: Bool {
    name.utf8.count == 2 && name.utf8.first == UInt8(ascii: "h") && name != "hr"
  }
}

extension [Unicode.Scalar] {
  /// Whether the ASCII letters of `word`, given in small letters, stand at `offset` in any case.
  func hasLettersOfAnyCase(_ word: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.utf8CodeUnitCount <= count else { return false }
    for index in 0..<word.utf8CodeUnitCount {
      let value = self[offset + index].value
      let small = value >= 0x41 && value <= 0x5A ? value + 0x20 : value
      if small != UInt32(word.utf8Start[index]) { return false }
    }
    return true
  }
}
