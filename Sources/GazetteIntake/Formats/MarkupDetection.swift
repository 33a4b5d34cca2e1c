/// Tells pages, saved pages and JSON from Markdown, which may begin with a tag or a bracket too.
enum MarkupDetection {
  /// So many bytes decide.
  private static let reach = 4096

  /// Elements that stand in pages and not in Markdown.
  private static let pageElements = [
    "html", "head", "body", "meta", "title", "link", "base", "style", "script",
  ]
  /// Elements that may begin either.
  private static let blockElements = [
    "div", "p", "span", "h1", "h2", "h3", "section", "article", "main", "center", "font", "form",
    "header", "ul", "ol",
  ]

  /// Whether a text that begins with `<` is a page.
  ///
  /// What engines of OCR write is Markdown with tables in HTML, and may begin with a comment.
  static func isPage(_ bytes: some Collection<UInt8>) -> Bool {
    let start = lowercased(bytes.prefix(reach))
    var position = start.startIndex
    while let element = nextElement(in: start, at: &position) {
      if pageElements.contains(element) { return true }
      if element == "!doctype" {
        // One that declares entities is a page of whatever name, so that it is refused.
        return start[position...].drop(while: FormatDetection.isBlank).starts(with: "html".utf8)
          || contains(start[position...], "<!entity")
      }
      if element == "?xml" || element == "!--" { continue }
      return blockElements.contains(element) && isFragment(lowercased(bytes.prefix(1 << 16)))
    }
    return false
  }

  /// Whether every paragraph of a text stands in elements, and none is marked as Markdown does.
  private static func isFragment(_ text: [UInt8]) -> Bool {
    var tagged = 0
    var plain = 0
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = line.drop(while: FormatDetection.isBlank)
      guard let first = line.first else { continue }
      if first == UInt8(ascii: "#") || first == UInt8(ascii: "|") { return false }
      if first == UInt8(ascii: "<") { tagged += 1 } else { plain += 1 }
    }
    return tagged > plain * 4
  }

  /// The name of the next element, comment or declaration, and nothing but blanks before it.
  private static func nextElement(in text: [UInt8], at position: inout Int) -> String? {
    while position < text.count, FormatDetection.isBlank(text[position]) { position += 1 }
    guard position < text.count, text[position] == UInt8(ascii: "<") else { return nil }
    let rest = text[(position + 1)...]
    if rest.starts(with: "!--".utf8) {
      position = end(of: Array("-->".utf8), in: text, from: position)
      return "!--"
    }
    let name = rest.prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }
    let element = String(decoding: name, as: UTF8.self)
    position = element == "?xml" ? end(of: [0x3E], in: text, from: position) : name.endIndex
    return element
  }

  private static func end(of mark: [UInt8], in text: [UInt8], from start: Int) -> Int {
    var position = start
    while position + mark.count <= text.count {
      if text[position..<position + mark.count].elementsEqual(mark) { return position + mark.count }
      position += 1
    }
    return text.count
  }

  /// Whether a text that begins with a bracket is JSON: an object's first member, or an array of
  /// objects.
  static func isJSON(_ bytes: some Collection<UInt8>) -> Bool {
    var marks: [UInt8] = []
    for byte in bytes.prefix(reach) where !FormatDetection.isBlank(byte) {
      marks.append(byte)
      if marks.count == 3 { break }
    }
    let text = String(decoding: marks, as: UTF8.self)
    return text.hasPrefix("{\"") || text.hasPrefix("[{\"") || text == "{}" || text == "[]"
      || text == "[{}"
  }

  /// Whether a text begins with the fields of a message that has several parts.
  static func isMultipart(_ bytes: some Collection<UInt8>) -> Bool {
    let start = lowercased(bytes.prefix(reach))
    guard let end = start.firstIndex(of: UInt8(ascii: ":")), end < 40,
      start[..<end].allSatisfy({ $0 == 0x2D || (0x61...0x7A).contains($0) })
    else { return false }
    return contains(start[...], "mime-version:") && contains(start[...], "content-type:")
  }

  private static func contains(_ text: ArraySlice<UInt8>, _ words: String) -> Bool {
    let words = Array(words.utf8)
    return end(of: words, in: Array(text), from: 0) < text.count
      || text.suffix(words.count) == words[...]
  }

  /// In ASCII.
  private static func lowercased(_ bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }
}
