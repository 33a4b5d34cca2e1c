/// Finds entities (实体) that a page declares of its own: by them a few bytes become gigabytes, and other files are
/// fetched. The parser of XML says whether there are any; that of pages does not know them.
enum EntityDeclarations {
  private static let comment = (start: Array("<!--".utf8), end: Array("-->".utf8))
  private static let instruction = (start: Array("<?".utf8), end: Array("?>".utf8))
  private static let documentType = Array("<!DOCTYPE".utf8)
  private static let declaration = Array("<!ENTITY".utf8)

  /// Whether there are any before the first element.
  ///
  /// - Complexity: Linear in the length of what stands before that.
  static func stand(in page: [UInt8]) -> Bool {
    var rest = page[...]
    while true {
      rest = rest.drop { $0 != UInt8(ascii: "<") }
      if rest.starts(with: comment.start) {
        rest = behind(comment.end, in: rest)
      } else if rest.starts(with: instruction.start) {
        rest = behind(instruction.end, in: rest)
      } else if begins(rest, with: documentType) {
        return declares(rest)
      } else {
        return false
      }
    }
  }

  /// Whether a document type declares entities between its brackets.
  private static func declares(_ type: ArraySlice<UInt8>) -> Bool {
    let subset = type.drop { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: ">") }
    guard subset.first == UInt8(ascii: "[") else { return false }
    var rest = subset
    while let start = rest.firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "]") }
    ),
      rest[start] == UInt8(ascii: "<")
    {
      if begins(rest[start...], with: declaration) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }

  /// Whether a text begins with a word in letters of either case.
  private static func begins(_ text: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
    text.count >= word.count
      && zip(text, word).allSatisfy { $0 == $1 || $0 | 0x20 == $1 | 0x20 && $1 >= 0x41 }
  }

  private static func behind(_ mark: [UInt8], in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while let start = rest.firstIndex(of: mark[0]) {
      if rest[start...].starts(with: mark) { return rest[(start + mark.count)...] }
      rest = rest[(start + 1)...]
    }
    return []
  }
}
