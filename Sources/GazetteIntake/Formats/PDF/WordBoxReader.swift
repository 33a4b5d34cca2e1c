/// Reads what `pdftotext -bbox-layout` writes: pages, and on them lines of words with their boxes.
///
/// The format is known and flat, so that one pass over its tags is enough: `page`, `line` and `word`
/// say everything, all else is passed over. What is damaged is left out, never guessed.
package enum WordBoxReader {
  /// The pages, in order.
  ///
  /// - Complexity: Linear in the length of the output.
  package static func pages(in bytes: [UInt8]) -> [PlacedPage] {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = TagReader(bytes: buffer)
      var assembly = PageAssembly()
      while let tag = reader.next() {
        switch tag.name {
        case .page: assembly.beginPage(width: tag.number("width"), height: tag.number("height"))
        case .line: assembly.endLine()
        case .word:
          let text = reader.text()
          assembly.add(text, box: tag.box)
        }
      }
      return assembly.finish()
    }
  }
}

/// Gathers words to lines and lines to pages.
private struct PageAssembly {
  private var pages: [PlacedPage] = []
  private var words: [PlacedWord] = []

  mutating func beginPage(width: Double?, height: Double?) {
    endLine()
    pages.append(
      PlacedPage(number: pages.count + 1, width: width ?? 0, height: height ?? 0))
  }

  mutating func endLine() {
    if let run = PlacedRun(words: words), !pages.isEmpty {
      pages[pages.count - 1].runs.append(run)
    }
    words.removeAll(keepingCapacity: true)
  }

  mutating func add(_ text: String, box: PlacedBox?) {
    guard let box, !text.isEmpty else { return }
    words.append(PlacedWord(text: text, box: box))
  }

  mutating func finish() -> [PlacedPage] {
    endLine()
    return pages
  }
}

/// Finds the tags that matter.
private struct TagReader {
  enum Name {
    case page, line, word
  }

  /// A tag with its attributes as they stand.
  struct Tag {
    let name: Name
    let attributes: UnsafeBufferPointer<UInt8>

    /// The finite number that an attribute holds.
    func number(_ name: StaticString) -> Double? {
      let length = name.utf8CodeUnitCount
      var offset = 0
      while offset + length + 2 < attributes.count {
        if attributes[offset + length] == UInt8(ascii: "="),
          attributes[offset + length + 1] == UInt8(ascii: "\""),
          (0..<length).allSatisfy({ attributes[offset + $0] == name.utf8Start[$0] })
        {
          let rest = attributes[(offset + length + 2)...]
          let digits = rest.prefix { $0 != UInt8(ascii: "\"") }
          guard digits.count < 32, let value = Double(String(decoding: digits, as: UTF8.self)),
            value.isFinite, abs(value) < 1_000_000
          else { return nil }
          return value
        }
        offset += 1
      }
      return nil
    }

    var box: PlacedBox? {
      guard let minX = number("xMin"), let minY = number("yMin"), let maxX = number("xMax"),
        let maxY = number("yMax"), maxX >= minX, maxY >= minY
      else { return nil }
      return PlacedBox(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
    }
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next opening tag of a page, a line or a word.
  mutating func next() -> Tag? {
    while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      offset = min(end + 1, bytes.count)
      let inside = UnsafeBufferPointer(rebasing: bytes[(start + 1)..<max(start + 1, end)])
      if let name = Self.name(of: inside) { return Tag(name: name, attributes: inside) }
      if end == bytes.count { return nil }
    }
    return nil
  }

  private static func name(of tag: UnsafeBufferPointer<UInt8>) -> Name? {
    guard tag.count >= 5, tag[4] == UInt8(ascii: " ") else { return nil }
    switch (tag[0], tag[1], tag[2], tag[3]) {
    case (UInt8(ascii: "w"), UInt8(ascii: "o"), UInt8(ascii: "r"), UInt8(ascii: "d")): return .word
    case (UInt8(ascii: "l"), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "e")): return .line
    case (UInt8(ascii: "p"), UInt8(ascii: "a"), UInt8(ascii: "g"), UInt8(ascii: "e")): return .page
    default: return nil
    }
  }

  /// The text up to the next tag, its entities resolved and without controls.
  mutating func text() -> String {
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    defer { offset = end }
    let raw = bytes[offset..<end]
    guard raw.contains(where: { $0 == UInt8(ascii: "&") || $0 < 0x20 }) else {
      return String(decoding: raw, as: UTF8.self)
    }
    return Self.resolved(String(decoding: raw, as: UTF8.self))
  }

  private static func resolved(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      let tail = rest[mark...]
      guard let entity = entities.first(where: { tail.hasPrefix($0.name) }) else {
        result += "&"
        rest = tail.dropFirst()
        continue
      }
      result += entity.text
      rest = tail.dropFirst(entity.name.count)
    }
    result += rest
    result.unicodeScalars.removeAll { $0.value < 0x20 }
    return result
  }

  /// The five that the program writes.
  private static let entities = [
    (name: "&amp;", text: "&"), (name: "&lt;", text: "<"), (name: "&gt;", text: ">"),
    (name: "&quot;", text: "\""), (name: "&apos;", text: "'"), (name: "&#39;", text: "'"),
  ]
}
