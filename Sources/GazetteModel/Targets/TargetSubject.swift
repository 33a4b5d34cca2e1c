import GazetteText

/// Finds the noun phrase that a quantity or a deadline speaks of.
///
/// What is measured stands before the number (优良天数比率达到90%以上), what is counted or paid behind it
/// (5家钢铁企业, 400万元创业担保贷款). Where the clause says neither, the subject before it in the sentence
/// holds, and else the heading.
struct TargetSubject {
  static let longest = 30

  private let text: [Unicode.Scalar]
  private let title: String?
  /// The last quantity asked about and its subject.
  private var previous: (end: Int, subject: String)?

  init(text: [Unicode.Scalar], title: String?) {
    self.text = text
    // A title is a whole sentence where nothing ends it; no subject is longer than one can read.
    self.title = title.map { Self.bounded($0) }
  }

  /// No subject is longer, in scalars.
  static let longestSubject = 60

  private static func bounded(_ subject: String) -> String {
    guard subject.utf8.count > longestSubject else { return subject }
    return String(String.UnicodeScalarView(subject.unicodeScalars.prefix(longestSubject)))
  }

  /// The subject of a quantity; asked in the order of print.
  mutating func subject(of mark: QuantityMark, clauseStart: Int) -> String {
    let before = previous?.end ?? 0
    let left = phraseBefore(
      mark.range.start, from: max(clauseStart, before), behindQuantity: before > clauseStart)
    let right = phraseBehind(mark.range.end)
    // 35蒸吨以下燃煤锅炉, 24小时配送服务: what is not measured before is described behind.
    let isCounted =
      mark.unitKind == .counter || mark.unitKind == .money
      || (mark.suffix != nil && mark.unitKind != .percent)
      || (mark.unitKind == .period && Self.isBare(mark.prefix))
    let measures = TargetWords.measureNouns.longest(endingAt: left.count, in: left, limit: 0) != nil
    var words = isCounted && !measures && !right.isEmpty ? right : left
    if words.isEmpty, mark.unitKind != .period { words = right }
    var subject = String(String.UnicodeScalarView(words))
    let inSentence = previous.flatMap { previous in
      text[min(previous.end, mark.range.start)..<mark.range.start]
        .contains(where: TargetParser.endsSentence) ? nil : previous.subject
    }
    if words.count < 2 {
      subject = inSentence ?? title ?? ""
    } else if Self.isPlace(words), let inSentence, !inSentence.hasPrefix(subject) {
      subject += inSentence
    }
    subject = Self.bounded(subject)
    previous = (mark.range.end, words.count < 2 ? subject : measureSubject(subject, inSentence))
    return subject
  }

  private static func isBare(_ comparator: Target.Comparator?) -> Bool {
    comparator.map { $0 == Target.Comparator.none } ?? true
  }

  /// What is due at a deadline: the clause behind it, or before it.
  func subject(ofDeadline range: ScalarRange) -> String {
    var start = range.end
    while start < text.count, text[start] == "，" || text[start] == "、" { start += 1 }
    var end = start
    while end < text.count, end < start + Self.longest, !TargetParser.endsClause(text[end]) {
      end += 1
    }
    if end > start + 1 { return string(start, end) }
    end = range.start
    while end > 0, text[end - 1] == "，" || text[end - 1] == "（" { end -= 1 }
    start = end
    while start > 0, start > end - Self.longest, !TargetParser.endsClause(text[start - 1]) {
      start -= 1
    }
    return end > start + 1 ? string(start, end) : title ?? ""
  }

  /// What a later 其他城市 goes on with: the measured noun, without the place before it.
  private func measureSubject(_ subject: String, _ inSentence: String?) -> String {
    guard let inSentence, !inSentence.isEmpty, subject.hasSuffix(inSentence) else { return subject }
    return inSentence
  }

  private func string(_ start: Int, _ end: Int) -> String {
    String(String.UnicodeScalarView(text[start..<end]))
  }

  /// The noun phrase that ends at `end`, without the adverbs behind it and the verbs and places
  /// before it.
  private func phraseBefore(_ end: Int, from start: Int, behindQuantity: Bool) -> [Unicode.Scalar] {
    // A noun with an explanation in brackets is one: 细颗粒物（PM₂.₅）浓度.
    var start = start
    if start > 0, text[start - 1] == "）" || text[start - 1] == ")" {
      var open = start - 1
      while open > 0, start - open < 20, text[open] != "（", text[open] != "(" { open -= 1 }
      if open > 0, !TargetParser.endsClause(text[open - 1]), start - open < 20 {
        while open > 0, !TargetParser.endsClause(text[open - 1]) { open -= 1 }
        start = open
      }
    }
    if behindQuantity,
      let mark = text[start..<end].firstIndex(where: { $0.isOneOf("、和及与") })
    {
      start = mark + 1
    }
    var end = end
    while let word = TargetWords.behindSubject.longest(endingAt: end, in: text, limit: start) {
      end = word.start
    }
    start = behindPlace(start, end)
    while let word = TargetWords.beforeSubject.longest(at: start, in: text, limit: end) {
      start = word.end
    }
    while start < end, text[start].isOneOf("、”》 —") { start += 1 }
    var words = text[start..<end]
    if words.count > Self.longest {
      words = words.suffix(Self.longest)
      if let of = words.lastIndex(of: "的"), of + 3 < words.endIndex { words = words[(of + 1)...] }
    }
    return Array(words)
  }

  /// Behind 长春、吉林等重点城市, when a noun is left.
  private func behindPlace(_ start: Int, _ end: Int) -> Int {
    guard let and = text[start..<end].firstIndex(of: "等") else { return start }
    var index = and + 1
    while index < end, index < and + 8 {
      if let place = Self.places.longest(at: index, in: text, limit: end), place.end + 1 < end {
        return place.end
      }
      index += 1
    }
    return start
  }

  private static let places = WordTable("城市 地区 县区 省份 市县 县市 园区 乡镇")

  private static func isPlace(_ words: [Unicode.Scalar]) -> Bool {
    guard let place = places.longest(endingAt: words.count, in: words, limit: 0) else {
      return false
    }
    return place.start <= 4
  }

  /// The noun phrase behind a number, up to the next mark or verb.
  private func phraseBehind(_ start: Int) -> [Unicode.Scalar] {
    var start = start
    if start < text.count, text[start] == "的" { start += 1 }
    var end = start
    while end < text.count, end < start + Self.longest, !TargetParser.endsClause(text[end]),
      !text[end].isOneOf("、和及与《"),
      Self.verbs.longest(at: end, in: text, limit: text.count) == nil
    {
      end += 1
    }
    return Array(text[start..<end])
  }

  private static let verbs = WordTable("作为 成为 用于 给予 予以 进行 实施 的比例 的标准 标准给予 以上 以下 左右 为 按 由 在")
}
