import GazetteText

/// A note in brackets that closes a document and says who may read it: （此件公开发布）.
///
/// Nothing of the document stands behind it: what a conversion ran on there begins the next one.
enum ClosingNote {
  private static let opening: [Unicode.Scalar] = ["（", "(", "［", "[", "【", "〔"]
  private static let closing: [Unicode.Scalar] = ["）", ")", "］", "]", "】", "〕"]
  /// What a note may begin with.
  private static let firstCharacters: StaticString = "此本信公主依不删"
  /// The longest note, in characters.
  private static let longest = 40

  /// Where a line is divided before and behind such a note; empty where it has none, or is one.
  static func cuts(_ text: [Unicode.Scalar]) -> [Int] {
    guard text.contains("公") || text.contains("此"), let range = range(in: text) else { return [] }
    let rest = Array(text[range.upperBound...]).trimmed
    let before = Array(text[..<range.lowerBound]).trimmed
    guard before.isEmpty || before.last?.isOneOf("。日！") == true else { return [] }
    // A sentence may speak of the note: 标注（此件公开发布）字样.
    guard rest.isEmpty || opensDocument(rest) else { return [] }
    var cuts: [Int] = []
    if !before.isEmpty { cuts.append(range.lowerBound) }
    if !rest.isEmpty { cuts.append(range.upperBound) }
    return cuts
  }

  /// The first note in a line.
  private static func range(in text: [Unicode.Scalar]) -> Range<Int>? {
    var start = 0
    while let open = text[start...].firstIndex(where: opening.contains) {
      start = open + 1
      let end = min(text.count, open + longest + 2)
      // Most brackets are told by their first character.
      guard start < end, text[start].isOneOf(firstCharacters),
        let close = text[start..<end].firstIndex(where: closing.contains)
      else { continue }
      if isNote(Array(text[(open + 1)..<close])) { return open..<close + 1 }
      start = close + 1
    }
    return nil
  }

  /// Whether what stands in brackets says who may read the document.
  static func isNote(_ inside: [Unicode.Scalar]) -> Bool {
    let key = inside.withoutSpaces
    return key.starts(withAnyOf: GenreVocabulary.closingNotePrefixes)
      || key.count <= 12 && key.ends(withAnyOf: GenreVocabulary.disclosures)
  }

  /// Whether a line says the same without brackets.
  static func isBare(_ text: [Unicode.Scalar]) -> Bool {
    text.count <= 16 && text.first.map { $0.isOneOf(firstCharacters) } == true && isNote(text)
  }

  /// Whether what stands behind a note can begin a document: a title, and no rest of a sentence.
  private static func opensDocument(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count >= 6, !text[0].isOneOf("，。；：、的等字样并和及") else { return false }
    let title = text.prefix(60)
    return text[0] == "#" || text[0] == "附" && text.count <= 60
      || title.contains("关") && text.count <= 120 && text.contains(word: ["关", "于"])
      || text.ends(withAnyOf: GenreVocabulary.documentTypes) && text.count <= 60
  }
}
