import GazetteText

/// Reads the cover (封面): what names the issue.
enum CoverPage {
  /// How many of the first lines are the cover of an issue that has no contents page.
  static func length(in lines: [PrintedLine]) -> Int {
    var length = 0
    while length < lines.count, lines[length].table == nil {
      let isRunningHead = length == 0 && lines[0].form == .furniture
      guard isRunningHead || isCoverLine(lines[length].scalars, isFollowing: length > 0) else {
        break
      }
      length += 1
    }
    return length
  }

  /// The running head (书眉) of an issue that has no cover: the name of the gazette, its year and
  /// number in any order.
  ///
  /// - Returns: The lines that a cover would have.
  static func cover(fromRunningHead text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    guard let mark = text.firstOffset(of: ["公", "报"]) ?? text.firstOffset(of: ["政", "报"])
    else { return [text] }
    var start = mark
    while start > 0, text[start - 1].isHan { start -= 1 }
    let name = Array(text[start..<(mark + 2)])
    return [name, Array(text[..<start]).trimmed, Array(text[(mark + 2)...]).trimmed]
  }

  private static func isCoverLine(_ text: [Unicode.Scalar], isFollowing: Bool) -> Bool {
    let key = text.withoutSpaces
    guard key.count <= 40 else { return false }
    if key.contains(word: ["关", "于"]) || key.contains("〔") { return false }
    if key.ends(withAnyOf: GenreVocabulary.reportNames) { return false }
    if key.ends(with: ["公", "报"]) || key.ends(with: ["政", "报"]) { return true }
    if PageNumbers.ofIssue(key) != nil, key.count <= 30, !key.contains("令") { return true }
    guard isFollowing else { return false }
    if key.contains(anyOf: GenreVocabulary.coverWords) { return true }
    if !key.contains(where: \.isHan) { return true }
    if key.count <= 14, DateParser.date(in: key, at: 0) != nil { return true }
    return false
  }

  /// Works out the identity from the lines of the cover.
  static func identity(from lines: [[Unicode.Scalar]], fallbackID: String) -> IssueIdentity {
    var identity = IssueIdentity(id: fallbackID)
    for text in lines {
      let key = text.withoutSpaces.map(\.halfWidth)
      if identity.title == nil, key.ends(with: ["公", "报"]) || key.ends(with: ["政", "报"]) {
        // A head may have the number of the issue before the name.
        identity.title = Array(text.withoutSpaces.drop { !$0.isHan }).string
      }
      if identity.frequency == nil,
        let word = GenreVocabulary.frequencies.first(where: { key.contains(word: $0) })
      {
        identity.frequency = word.string
      }
      if identity.year == nil { identity.year = year(key) }
      if identity.number == nil { identity.number = PageNumbers.ofIssue(key) }
      if identity.cumulativeNumber == nil { identity.cumulativeNumber = cumulativeNumber(key) }
      if identity.publicationDate == nil {
        identity.publicationDate = DateParser.firstDate(in: key)
      }
      if identity.sponsor == nil { identity.sponsor = sponsor(key) }
    }
    if let year = identity.year, let number = identity.number {
      identity.id = "\(year)-\(number < 10 ? "0" : "")\(number)"
    }
    return identity
  }

  private static func year(_ key: [Unicode.Scalar]) -> Int? {
    for offset in key.indices {
      let isStart =
        offset == 0 || !(key[offset - 1].isDigit || ChineseNumeral.digit(key[offset - 1]) != nil)
      guard isStart, let (value, end) = ChineseNumeral.readAny(key, at: offset),
        (1900...2200).contains(value), end - offset == 4
      else { continue }
      if end == key.count || key[end] == "年" || key[end] == "." { return value }
    }
    return nil
  }

  private static func cumulativeNumber(_ key: [Unicode.Scalar]) -> Int? {
    for offset in key.indices where key[offset] == "总" {
      var start = offset + 1
      if start < key.count, key[start] == "第" { start += 1 }
      if let (value, end) = ChineseNumeral.readAny(key, at: start), end < key.count,
        key[end] == "期" || key[end] == "号"
      {
        return value
      }
    }
    return nil
  }

  private static func sponsor(_ key: [Unicode.Scalar]) -> String? {
    for word in ["主管主办", "主办", "主管"].map({ [Unicode.Scalar]($0) }) {
      if key.count > word.count, key.ends(with: word) {
        return Array(key.dropLast(word.count)).filter { $0 != ":" && $0 != "：" }.string
      }
      if key.has(word, at: 0) {
        let rest = key.dropFirst(word.count).filter { $0 != ":" && $0 != "：" }
        if rest.count >= 4 { return Array(rest).string }
      }
    }
    return nil
  }
}
