import GazetteText

/// Works out the targets of one paragraph.
struct TargetParser {
  /// What joins the ends of a range.
  static let connectors: Set<Unicode.Scalar> = [
    "—", "–", "－", "-", "~", "～", "至", "到", "−", "〜", "‐",
  ]
  /// The longest name in quotation marks; what is longer is a quotation and read.
  private static let longestName = 16

  private let node: NodeID
  private let place: TextPlace
  /// What the text is about where it does not say.
  private let title: String?
  private let text: [Unicode.Scalar]
  private let numbers: NumberReader
  private let times: TimeMarkReader
  private let quantities: QuantityReader

  /// Makes ready a text of a node; `documentYear` is the year of its document.
  init(
    node: NodeID, place: TextPlace, text: [Unicode.Scalar], title: String?, documentYear: Int?
  ) {
    self.node = node
    self.place = place
    self.title = title
    self.text = text
    numbers = NumberReader(text: text)
    times = TimeMarkReader(numbers: numbers, documentYear: documentYear)
    quantities = QuantityReader(numbers: numbers)
  }

  /// The targets, in order, without overlaps.
  func targets() -> [Target] {
    var marks: [TimeMark] = []
    var found: [QuantityMark] = []
    var index = 0
    var clauseStart = 0
    var sentenceStart = 0
    while index < text.count {
      if Self.endsClause(text[index]) {
        // Of 1,000 the comma is none; numbers are read whole.
        clauseStart = index + 1
        if Self.endsSentence(text[index]) { sentenceStart = index + 1 }
        index += 1
        continue
      }
      let year = marks.last.flatMap { $0.range.start >= sentenceStart ? $0.lastDay?.year : nil }
      if let mark = times.mark(at: index, sentenceYear: year) {
        marks.append(mark)
        index = mark.range.end
        continue
      }
      if let end = endOfName(at: index) {
        index = end
        continue
      }
      let limit = max(clauseStart, found.last?.range.end ?? 0, marks.last?.range.end ?? 0)
      let read = quantities.quantities(at: index, notBefore: limit)
      found += read
      index = read.last?.range.end ?? endOfNumber(at: index) ?? index + 1
    }
    shareComparators(&found)
    return merged(found, marks)
  }

  // MARK: - Names

  /// The offset behind a name that begins at `index` and may hold digits: 《…》, “吉林一号”, 〔2021〕6号,
  /// 第11期, IPv6, 十九届.
  private func endOfName(at index: Int) -> Int? {
    switch text[index] {
    case "《": return closing("》", from: index, within: 80)
    case "“", "「":
      return closing(text[index] == "“" ? "”" : "」", from: index, within: Self.longestName)
    case "〔", "[": return documentNumberEnd(at: index)
    case "第": return numbers.number(at: numbers.skippingSpaces(index + 1))?.end
    default: break
    }
    guard numbers.isLatin(at: index) else { return nil }
    var end = index
    while end < text.count,
      numbers.isLatin(at: end) || numbers.digit(at: end) != nil
        || text[end].isOneOf("._@:/-+")
    {
      end += 1
    }
    return end
  }

  private func closing(_ mark: Unicode.Scalar, from index: Int, within length: Int) -> Int? {
    let limit = min(text.count, index + length + 2)
    return text[index + 1..<max(index + 1, limit)].firstIndex(of: mark).map { $0 + 1 }
  }

  private func documentNumberEnd(at index: Int) -> Int? {
    guard let year = numbers.number(at: index + 1), year.digits == 4, year.end < text.count,
      text[year.end] == "〕" || text[year.end] == "]"
    else { return nil }
    let number = numbers.number(at: year.end + 1)
    return number?.end ?? year.end + 1
  }

  /// More Han digits in a row than this are no number.
  private static let longestHanNumber = 32

  /// The offset behind a number that is none of ours, so that its tail is not read as another.
  private func endOfNumber(at index: Int) -> Int? {
    guard numbers.digit(at: index) != nil else {
      // Trying a run of Han digits again from each of its digits would take the square of its
      // length.
      guard let run = numbers.number(at: index), run.end - index > Self.longestHanNumber else {
        return nil
      }
      return run.end
    }
    var end = index
    while numbers.digit(at: end) != nil
      || (end < text.count && text[end].isOneOf(".:：+")
        && numbers.digit(at: end + 1) != nil)
    {
      end += 1
    }
    return end
  }

  // MARK: - Sentences

  static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == "！" || scalar == "？"
  }

  static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "；", "：", "！", "？", "（", "）", "(", ")", ",", ";", ":": true
    default: false
    }
  }

  /// Members of a list of one unit share the comparator before the first and behind the last.
  private func shareComparators(_ found: inout [QuantityMark]) {
    guard found.count > 1 else { return }
    for index in 1..<found.count where areListed(found[index - 1], found[index]) {
      if found[index].prefix == nil { found[index].prefix = found[index - 1].prefix }
    }
    for index in (1..<found.count).reversed() where areListed(found[index - 1], found[index]) {
      if found[index - 1].suffix == nil { found[index - 1].suffix = found[index].suffix }
    }
  }

  private func areListed(_ left: QuantityMark, _ right: QuantityMark) -> Bool {
    guard left.unit == right.unit, right.range.start == left.range.end + 1 else { return false }
    return text[left.range.end].isOneOf("、和及或与")
  }

  private func comparator(
    of mark: QuantityMark, _ surroundings: inout QuantitySurroundings
  ) -> Target.Comparator {
    if mark.prefix == .increase || mark.prefix == .decrease { return mark.prefix ?? .none }
    if mark.upper != nil, mark.prefix == nil, mark.suffix == nil { return .none }
    if let comparator = mark.suffix ?? mark.prefix { return comparator }
    return surroundings.distantComparator()
  }

  // MARK: - Result

  private func merged(_ found: [QuantityMark], _ marks: [TimeMark]) -> [Target] {
    var subjects = TargetSubject(text: text, title: title)
    var surroundings = QuantitySurroundings(text: text, marks: marks)
    let members = SubjectMembers(text: text, marks: found)
    var result = found.enumerated().map { index, mark in
      surroundings.move(to: mark.range.start)
      return target(
        range: mark.range, kind: mark.kind, value: mark.value, upper: mark.upper, unit: mark.unit,
        comparator: comparator(of: mark, &surroundings),
        subject: members.subject(
          of: index, else: subjects.subject(of: mark, clauseStart: surroundings.clauseStart)),
        deadline: mark.kind == .period ? nil : surroundings.deadline(behind: mark.range.end))
    }
    result += marks.filter(\.isDeadline).map { mark in
      target(
        range: mark.range, kind: .deadline, value: nil, upper: nil, unit: "", comparator: .none,
        subject: subjects.subject(ofDeadline: mark.range), deadline: mark.lastDay)
    }
    return result.sorted { $0.range.start < $1.range.start }
  }

  private func target(
    range: ScalarRange, kind: Target.Kind, value: Double?, upper: Double?, unit: String,
    comparator: Target.Comparator, subject: String, deadline: CalendarDate?
  ) -> Target {
    Target(
      node: node, place: place, range: range,
      text: String(String.UnicodeScalarView(text[range.start..<range.end])), kind: kind,
      value: value,
      upper: upper, unit: unit, comparator: comparator, subject: subject, deadline: deadline)
  }
}
