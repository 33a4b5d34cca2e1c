import GazetteText

/// Finds the titles under which documents and attachments begin.
struct TitleFinder {
  /// A title found: the lines it takes up, its text, and what it opens.
  struct Title {
    let lines: Range<Int>
    let text: [Unicode.Scalar]
    var opensAttachment: Bool
    /// Whether the document before it names it among what it issues.
    let isNamed: Bool
  }

  let lines: [PrintedLine]
  let shapes: [LineShape]
  /// The folded titles of the contents page.
  let contentsKeys: TitleKeys

  /// The title that begins at line `index`, or nil.
  ///
  /// - Parameters:
  ///   - names: The folded names of documents that the current document issues.
  ///   - isFirst: Whether no document has begun yet.
  ///   - followsMark: Whether the line before says 附件.
  ///   - isAfterEnd: Whether the text before has come to an end (a full stop, a date, a note).
  func title(
    at index: Int, names: TitleKeys, isFirst: Bool, followsMark: Bool, isAfterEnd: Bool
  ) -> Title? {
    guard shapes[index] == .plain || shapes[index] == .bracketNote && isFirst else { return nil }
    let isMarked = lines[index].isMarkedHeading
    guard isMarked || isAfterEnd || followsMark || isFirst else { return nil }
    guard isMarked || isTitleLike(lines[index].scalars), !endsInDate(index) else { return nil }
    var joined: [Unicode.Scalar] = []
    var end = index
    /// The first lines that could be a whole title.
    var shortest: Title?
    while end < lines.count, end - index < 6, end == index || canExtend(end, isMarked) {
      joined = Self.join(joined, lines[end].scalars)
      end += 1
      let key = joined.titleKey
      if isListed(key) || names.contains(key) { return finished(index..<end, joined, names) }
      if let bare = Self.withoutPageNumber(joined) {
        if isListed(bare.titleKey) { return finished(index..<end, bare, names) }
        // No title ends in a number behind what documents are called, or begins with one before who issued it.
        if isComplete(bare), !TitleText.issuers(of: bare.string).isEmpty { joined = bare }
      }
      guard isComplete(joined), !continuesOnNextLine(end, isMarked),
        isCredible(joined, index: index, end: end, isFirst: isFirst, followsMark: followsMark)
      else { continue }
      // Of 关于推行甲制度 and 乙制度的意见 on two lines the second ends the title: what frames a text
      // stands behind it.
      if isFramed(end) || shortest == nil && !(end < lines.count && canExtend(end, isMarked)) {
        return finished(index..<end, joined, names)
      }
      if shortest == nil { shortest = finished(index..<end, joined, names) }
    }
    if let shortest { return shortest }
    guard isFirst || followsMark else { return nil }
    return finished(index..<index + 1, lines[index].scalars, names)
  }

  /// The title without the page number that print ran into it, at either end; nil where it has none.
  private static func withoutPageNumber(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    var start = 0
    var end = text.count
    while start < end, text[start].halfWidth.isDigit || text[start].isAnySpace { start += 1 }
    while end > start, text[end - 1].halfWidth.isDigit || text[end - 1].isAnySpace { end -= 1 }
    guard start > 0 || end < text.count, start <= 4, text.count - end <= 4, start < end else {
      return nil
    }
    return Array(text[start..<end])
  }

  /// Whether the line is of those that stand between a title and its text.
  private func isFramed(_ index: Int) -> Bool {
    index < lines.count
      && (shapes[index] == .documentNumber || isAdoption(index) || isAddressees(index))
  }

  /// Takes in a year or 试行 printed in brackets below the title.
  private func finished(
    _ range: Range<Int>, _ text: [Unicode.Scalar], _ names: TitleKeys
  ) -> Title {
    var range = range
    var text = text
    if range.upperBound < lines.count, shapes[range.upperBound] == .bracketNote {
      let note = lines[range.upperBound].scalars
      let isPartOfTitle =
        note.count <= 16
        && (["试行", "暂行", "草案", "修订", "征求意见稿"].contains { note.contains(word: [Unicode.Scalar]($0)) }
          || note.contains("—") || note.contains("-"))
        && !note.contains(word: ["通", "过"])
      if isPartOfTitle {
        text += note
        range = range.lowerBound..<range.upperBound + 1
      }
    }
    let key = text.titleKey
    let isNamed = names.contains(key)
    return Title(
      lines: range, text: text, opensAttachment: isNamed && !isListed(key), isNamed: isNamed)
  }

  private func canExtend(_ index: Int, _ isMarked: Bool) -> Bool {
    shapes[index] == .plain && lines[index].isMarkedHeading == isMarked
      && (isMarked || isTitleLike(lines[index].scalars))
      && !endsInDate(index) && !ColumnHeadings.isPossible(lines[index].scalars)
  }

  /// Whether a line is a signature with its date.
  func endsInDate(_ index: Int) -> Bool {
    let text = lines[index].scalars
    guard text.last == "日", let year = text.lastIndex(of: "年"), year >= 4 else { return false }
    var start = year
    while start > 0, year - start < 6,
      text[start - 1].halfWidth.isDigit
        || text[start - 1].isAnySpace || ChineseNumeral.digit(text[start - 1]) != nil
    {
      start -= 1
    }
    return DateParser.date(in: text, at: start)?.end == text.count
  }

  private func continuesOnNextLine(_ index: Int, _ isMarked: Bool) -> Bool {
    index < lines.count && canExtend(index, isMarked) && lines[index].scalars.first == "的"
  }

  /// Whether a line without a heading mark could be part of a title: short, and no sentence.
  private func isTitleLike(_ text: [Unicode.Scalar]) -> Bool {
    text.count <= 60 && !text.contains { $0.isOneOf("，。；：,;:！？|") } && !ClosingNote.isBare(text)
  }

  /// Whether the contents page lists the title; a long beginning is enough, since prints differ in
  /// their tails.
  func isListed(_ key: [Unicode.Scalar]) -> Bool {
    key.count >= 6 && contentsKeys.contains(key)
  }

  /// Whether two folded titles are the same: equal, or one a tail of the other that is not much
  /// shorter.
  static func isSame(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    if left == right { return true }
    let shorter = left.count < right.count ? left : right
    let longer = left.count < right.count ? right : left
    return isTail(shorter.count, of: longer.count) && longer.ends(with: shorter)
  }

  /// Whether a tail of that length stands for a whole title.
  static func isTail(_ length: Int, of whole: Int) -> Bool {
    length >= 8 && whole - length <= 8 && length * 4 >= whole * 3
  }

  /// Whether the text ends with what documents are called, apart from a closing bracket.
  private func isComplete(_ text: [Unicode.Scalar]) -> Bool {
    var bare = text.withoutSpaces
    if let last = bare.last, last == "）" || last == ")" {
      guard let open = bare.lastIndex(where: { $0 == "（" || $0 == "(" }) else { return false }
      bare = Array(bare[..<open])
    }
    guard bare.ends(withAnyOf: GenreVocabulary.documentTypes),
      bare.count(where: { $0 == "《" }) == bare.count(where: { $0 == "》" })
    else { return false }
    let issues =
      bare.contains(word: ["关", "于"]) && bare.contains(anyOf: GenreVocabulary.issuingVerbs)
    guard issues else { return true }
    return bare.ends(withAnyOf: GenreVocabulary.issuingTypes)
  }

  /// Whether what ends like a title also stands like one.
  private func isCredible(
    _ text: [Unicode.Scalar], index: Int, end: Int, isFirst: Bool, followsMark: Bool
  ) -> Bool {
    if isFirst || followsMark { return true }
    let bare = text.withoutSpaces
    guard bare.count >= 6 else { return false }
    if isFramed(end) { return true }
    guard lines[index].isMarkedHeading || bare.contains(word: ["关", "于"]) else {
      return standsAlone(bare) && isAboveSentence(end)
    }
    if bare.contains(word: ["关", "于"]) { return true }
    if bare.first == "《" { return true }
    let beginning = Array(bare.prefix(14))
    return beginning.contains(anyOf: GenreVocabulary.titlePrefixes) && bare.count >= 8
  }

  /// Whether a sentence begins at line `index`, however print broke it.
  private func isAboveSentence(_ index: Int) -> Bool {
    for next in index..<min(lines.count, index + 4) {
      guard shapes[next] == .plain else { return false }
      if lines[next].scalars.contains("。") { return true }
    }
    return false
  }

  /// Whether a text without 关于 is a title by its form alone: who decides and what, as in 甲省人民代表大会常务委员会决定免职名单,
  /// or what is said of a text, as in 《甲省人民政府公报》简介.
  private func standsAlone(_ bare: [Unicode.Scalar]) -> Bool {
    if bare.first == "《" {
      guard let close = bare.lastIndex(of: "》"), close + 1 < bare.count else { return false }
      return GenreVocabulary.documentTypes.contains(Array(bare[(close + 1)...]))
    }
    guard bare.count <= 40, let issuer = TitleText.issuers(of: bare.string).first else {
      return false
    }
    return issuer.unicodeScalars.count >= 6
  }

  func isAdoption(_ index: Int) -> Bool {
    guard shapes[index] == .bracketNote else { return false }
    let words = ["通过", "发布", "公布", "修正", "修订", "施行"].map { [Unicode.Scalar]($0) }
    return lines[index].scalars.contains(anyOf: words)
      && DateParser.firstDate(in: lines[index].scalars) != nil
  }

  /// Whether a line names to whom a document is addressed: 各市（州）人民政府，……：
  func isAddressees(_ index: Int) -> Bool {
    let text = lines[index].scalars
    guard shapes[index] == .plain, let last = text.last, last == "：" || last == ":" else {
      return false
    }
    guard !text.contains("。"), text.contains(anyOf: GenreVocabulary.addresseeWords) else {
      return false
    }
    let body = Array(text.dropLast())
    return !body.ends(withAnyOf: GenreVocabulary.listIntroductions)
  }

  /// Joins the parts of a title that was printed on several lines: nothing goes between them.
  static func join(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> [Unicode.Scalar] {
    left + right
  }
}
