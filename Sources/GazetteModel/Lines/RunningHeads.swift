import GazetteText

/// Finds the running heads (书眉) of an issue: what its pages repeat above or below the text.
///
/// Names of gazettes with the number of an issue are told by their form; every other head by this,
/// that it comes again and stands where a sentence was cut.
struct RunningHeads {
  private let lines: [PrintedLine]
  private let shapes: [LineShape]

  init(lines: [PrintedLine], shapes: [LineShape]) {
    self.lines = lines
    self.shapes = shapes
  }

  // MARK: By form

  static let longestHead = 40

  /// Whether a line is nothing but the name of a gazette and the number of an issue, in any order:
  /// 某省人民政府公报 2021·11, 2021年第11期 某省人民政府公报 15.
  static func isGazetteHead(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count <= longestHead, text.contains("报"),
      text.contains(where: { $0.halfWidth.isDigit })
    else { return false }
    let bare = text.withoutSpaces
    for name in GenreVocabulary.gazetteNames {
      guard let found = bare.firstOffset(of: name) else { continue }
      let end = found + name.count
      var start = found
      while start > 0, bare[start - 1].isHan, !bare[start - 1].isOneOf("期号年月日页") { start -= 1 }
      // Of 公报2030.5 the word alone is the name.
      guard end - start <= 20, end - start >= 4 || start == 0 else { continue }
      let around = Array(bare[..<start]) + [" "] + Array(bare[end...])
      if isNumberOfIssue(around) { return true }
    }
    return false
  }

  /// Whether a text is made up of the number of an issue, a date and page numbers: 2021·11, 2021年第11期
  /// 总第847期.
  private static func isNumberOfIssue(_ text: [Unicode.Scalar]) -> Bool {
    let allowed = text.allSatisfy {
      $0.halfWidth.isDigit || $0.isOneOf("年第期总号月日页共卷 ·.．。-—–/／|（）()〔〕[]•・")
        || ChineseNumeral.isNumeral($0)
    }
    guard allowed else { return false }
    if PageNumbers.ofIssue(text.map(\.halfWidth)) != nil, text.contains("期") { return true }
    for offset in text.indices {
      guard let (year, end) = ChineseNumeral.readArabic(text, at: offset),
        (1900...2200).contains(year),
        end - offset == 4, end + 1 < text.count, text[end].isOneOf("·.．-—–/／•・"),
        let (number, _) = ChineseNumeral.readArabic(text, at: end + 1), (1...60).contains(number)
      else { continue }
      return true
    }
    return false
  }

  // MARK: By recurrence

  private static let longestRecurring = 30
  private static let shortestKey = 4

  /// The lines from `start` on that are running heads because they come again and cut sentences.
  func recurring(from start: Int) -> [Int] {
    var candidates: [(hash: UInt64, line: Int)] = []
    for index in start..<max(start, lines.count) where shapes[index] == .plain {
      if let hash = hash(of: index) { candidates.append((hash, index)) }
    }
    candidates.sort { ($0.hash, $0.line) < ($1.hash, $1.line) }
    var result: [Int] = []
    var first = 0
    while first < candidates.count {
      var end = first + 1
      while end < candidates.count, candidates[end].hash == candidates[first].hash { end += 1 }
      let group = candidates[first..<end].map(\.line)
      first = end
      guard group.count > 1 else { continue }
      let cutting = group.filter { cutsSentence($0) }
      guard cutting.count > 1 else { continue }
      // Where it does not cut a sentence the first may be the title that the head repeats.
      result += group.filter { $0 != group.first || cutting.first == $0 }
    }
    return result.sorted()
  }

  /// The hash of what a head shares with its like on other pages, without digits; nil for a line
  /// that can be none.
  private func hash(of index: Int) -> UInt64? {
    let text = lines[index].scalars
    // Two letters take the room of one Han.
    let width = text.count + text.count { !$0.isLatinLetter && !$0.isAnySpace }
    guard width <= 2 * Self.longestRecurring else { return nil }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var count = 0
    for scalar in text {
      if scalar.isOneOf("，。；：、！？,;:!?|（(）)") { return nil }
      guard let key = scalar.titleKey, !key.isDigit else { continue }
      hash = (hash ^ UInt64(key.value)) &* 0x100_0000_01B3
      count += 1
    }
    return count >= Self.shortestKey ? hash : nil
  }

  /// Whether the text before a line ends in mid-sentence and the text behind it goes on.
  private func cutsSentence(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, shapes[before] == .pageMark || shapes[before] == .column { before -= 1 }
    var behind = index + 1
    while behind < lines.count, shapes[behind] == .pageMark || shapes[behind] == .column {
      behind += 1
    }
    guard before >= 0, behind < lines.count, shapes[behind] == .plain,
      !lines[before].isMarkedHeading, !lines[behind].isMarkedHeading,
      hash(of: before) != hash(of: index), hash(of: behind) != hash(of: index)
    else { return false }
    let left = lines[before].scalars
    let right = lines[behind].scalars
    guard let last = left.last, last.isHan || last.isOneOf("，、,（(《“") || last.halfWidth.isDigit
    else { return false }
    return (left.contains { $0.isOneOf(Self.marks) } || shapes[before].isNumbered)
      && right.contains { $0.isOneOf(Self.marks) }
  }

  private static let marks: StaticString = "，。；、：（）,;:()"
}
