import GazetteText

/// A quantity as it stands in a text, before the sentence around it is asked.
struct QuantityMark {
  /// From the comparator before the number to the one behind the unit.
  var range: ScalarRange
  var kind: Target.Kind
  var value: Double
  var upper: Double?
  var unit: String
  var unitKind: TargetWords.Unit
  var prefix: Target.Comparator?
  var suffix: Target.Comparator?
}

/// Reads numbers with their units and comparators.
struct QuantityReader {
  let numbers: NumberReader

  private var text: [Unicode.Scalar] { numbers.text }

  /// The quantities that begin at `index`: one, or those of a list that shares its unit
  /// (10、20和30万元).
  ///
  /// `limit` is where the clause begins; no comparator is looked for before it.
  func quantities(at index: Int, notBefore limit: Int) -> [QuantityMark] {
    if let mark = growth(at: index) { return [mark] }
    if let mark = fraction(at: index, notBefore: limit) { return [mark] }
    guard let number = numbers.number(at: index), stands(alone: index) else { return [] }
    if number.isHan { return hanQuantity(number, at: index, notBefore: limit).map { [$0] } ?? [] }
    if let mark = quantity(number, at: index, notBefore: limit) { return [mark] }
    return list(from: number, at: index, notBefore: limit)
  }

  // MARK: Forms

  /// 3—10万元, 80%以上, 850万吨, 五千元以上一万元以下.
  private func quantity(
    _ first: NumberReader.Number, at start: Int, notBefore limit: Int
  ) -> QuantityMark? {
    var end = first.end
    var value = first.value
    var upper: Double?
    let firstUnit = unit(at: first.end)
    // Of 10%—20% and 10万元至20万元 the first number has its unit, of 3—10万元 the last has both.
    if let connector = connector(at: firstUnit?.end ?? first.end),
      let second = numbers.number(at: connector), second.isHan == first.isHan, !isRatio(second),
      let secondUnit = unit(at: second.end), firstUnit == nil || firstUnit?.name == secondUnit.name
    {
      upper = second.value
      if firstUnit == nil, first.multiplier == 1 { value *= second.multiplier }
      end = second.end
    }
    guard let unit = unit(at: end) else { return nil }
    var mark = QuantityMark(
      range: ScalarRange(start, unit.end), kind: kind(of: unit.kind),
      value: value * unit.multiplier, upper: upper,
      unit: unit.name, unitKind: unit.kind, prefix: unit.isMore ? .moreThan : nil)
    if mark.kind == .period, isEvery(before: start) { return nil }
    attachSuffix(to: &mark)
    if let second = upperBound(behind: mark) { mark = second }
    attachPrefix(to: &mark, notBefore: limit)
    return mark
  }

  /// Numbers joined by 、 和 或 whose unit comes behind the last.
  private func list(
    from first: NumberReader.Number, at start: Int, notBefore limit: Int
  ) -> [QuantityMark] {
    var places = [(start: start, number: first)]
    while let last = places.last, places.count < 12, last.number.end < text.count,
      text[last.number.end].isOneOf("、和或及"),
      let next = numbers.number(at: last.number.end + 1), !next.isHan
    {
      places.append((last.number.end + 1, next))
    }
    guard places.count > 1, let last = places.popLast(),
      let final = quantity(last.number, at: last.start, notBefore: last.start)
    else { return [] }
    var marks = places.map { place in
      var mark = final
      mark.range = ScalarRange(place.start, place.number.end)
      mark.upper = nil
      mark.suffix = nil
      mark.value =
        place.number.multiplier == 1
        ? place.number.value * last.number.multiplier : place.number.value
      return mark
    }
    marks.append(final)
    attachPrefix(to: &marks[0], notBefore: limit)
    return marks
  }

  /// Han numerals count only where the words around them say that a quantity is meant: 一万元, 三倍,
  /// 三十日内, 不少于两年, 突破万亿级. 三大工程, 四个清单 and 三年行动 name things.
  private func hanQuantity(
    _ number: NumberReader.Number, at start: Int, notBefore limit: Int
  ) -> QuantityMark? {
    if number.end < text.count, text[number.end] == "级" {
      guard number.value >= 1e8 else { return nil }
      var mark = QuantityMark(
        range: ScalarRange(start, number.end + 1), kind: .quantity, value: number.value, unit: "元",
        unitKind: .measure)
      attachPrefix(to: &mark, notBefore: limit)
      return mark.prefix == nil ? nil : mark
    }
    guard let mark = quantity(number, at: start, notBefore: limit) else { return nil }
    switch mark.unitKind {
    case .money, .percent: return mark
    case .period: return mark.suffix != nil || mark.prefix != nil ? mark : nil
    case .measure where mark.unit == "倍": return mark
    case .measure, .counter:
      let isBound = mark.prefix == .atLeast || mark.prefix == .atMost || mark.prefix == .moreThan
      return isBound ? mark : nil
    }
  }

  /// 百分之八十, 三分之二.
  private func fraction(at start: Int, notBefore limit: Int) -> QuantityMark? {
    var mark: QuantityMark
    if let behind = end(of: "百分之", at: start), let number = numbers.number(at: behind) {
      mark = QuantityMark(
        range: ScalarRange(start, number.end), kind: .quantity, value: number.value, unit: "%",
        unitKind: .percent)
    } else if let below = numbers.number(at: start), below.isHan, below.value >= 2,
      let behind = end(of: "分之", at: below.end), let above = numbers.number(at: behind), above.isHan
    {
      mark = QuantityMark(
        range: ScalarRange(start, above.end), kind: .quantity, value: above.value / below.value,
        unit: "", unitKind: .percent)
    } else {
      return nil
    }
    attachSuffix(to: &mark)
    attachPrefix(to: &mark, notBefore: limit)
    return mark
  }

  /// 零增长, 翻一番, 翻两番.
  private func growth(at start: Int) -> QuantityMark? {
    guard text[start] == "零" || text[start] == "翻" else { return nil }
    var mark: QuantityMark
    if let end = end(of: "零增长", at: start) {
      mark = QuantityMark(
        range: ScalarRange(start, end), kind: .quantity, value: 0, unit: "%", unitKind: .percent)
      mark.prefix = .increase
    } else if text[start] == "翻", let number = numbers.number(at: start + 1), number.isHan,
      number.value <= 10, let end = end(of: "番", at: number.end)
    {
      var value = 1.0
      for _ in 0..<Int(number.value) { value *= 2 }
      mark = QuantityMark(
        range: ScalarRange(start, end), kind: .quantity, value: value, unit: "倍", unitKind: .measure
      )
      mark.prefix = .atLeast
    } else {
      return nil
    }
    return mark
  }

  // MARK: Parts

  /// Whether a number at `index` is one by itself, not the tail of a name or a ratio.
  private func stands(alone index: Int) -> Bool {
    guard index > 0 else { return true }
    if numbers.isLatin(at: index - 1) || numbers.digit(at: index - 1) != nil { return false }
    switch text[index - 1] {
    case ".", "+", "/", ":", "：", "·": return numbers.digit(at: index - 2) == nil
    // 数十 is several tens, but 总数25% a number of its own.
    case "数", "几": return numbers.digit(at: index) != nil
    case "第", "每", "×": return false
    default: return true
    }
  }

  private func isRatio(_ number: NumberReader.Number) -> Bool {
    number.end < text.count && (text[number.end] == ":" || text[number.end] == "：")
      && numbers.digit(at: number.end + 1) != nil
  }

  /// Whether 每少 or 每满 makes 1年 a step of counting; 每 itself is no place for a number to stand.
  private func isEvery(before start: Int) -> Bool {
    start > 1 && text[start - 2] == "每" && text[start - 1].isOneOf("少多满")
  }

  private func kind(of unit: TargetWords.Unit) -> Target.Kind {
    switch unit {
    case .money: .money
    case .period: .period
    case .counter, .measure, .percent: .quantity
    }
  }

  /// A unit with what it is divided by (微克/立方米) and 余 or 多 before it.
  private func unit(
    at index: Int
  ) -> (name: String, kind: TargetWords.Unit, end: Int, isMore: Bool, multiplier: Double)? {
    var start = numbers.skippingSpaces(index)
    var isMore = false
    var multiplier = 1.0
    if start < text.count, text[start] == "余" || text[start] == "多" {
      isMore = true
      // Of 100多万元 the multiplier stands behind 多.
      (multiplier, start) = numbers.multiplier(at: start + 1)
    }
    guard let unit = TargetWords.units.longest(at: start, in: text, limit: text.count) else {
      return nil
    }
    var end = unit.end
    while end < text.count, text[end] == "/" || text[end] == "／" || text[end] == "·",
      let next = TargetWords.units.longest(at: end + 1, in: text, limit: text.count)
    {
      end = next.end
    }
    // A Latin unit ends where the letters end: 5G and 4K are names.
    if numbers.isLatin(at: end - 1), numbers.isLatin(at: end) || numbers.digit(at: end) != nil {
      return nil
    }
    var name = String(String.UnicodeScalarView(text[start..<end]))
    if name == "％" { name = "%" }
    return (name, unit.meaning, end, isMore, multiplier)
  }

  /// The offset behind a dash, 至, 到 or ~ that joins the ends of a range.
  private func connector(at index: Int) -> Int? {
    var next = index
    while next < text.count, TargetParser.connectors.contains(text[next]) { next += 1 }
    return next > index && next <= index + 2 ? next : nil
  }

  /// Of 五千元以上一万元以下 the whole, as one range.
  private func upperBound(behind first: QuantityMark) -> QuantityMark? {
    guard first.suffix == .atLeast, first.upper == nil,
      let number = numbers.number(at: first.range.end), let unit = unit(at: number.end),
      unit.name == first.unit
    else { return nil }
    var second = first
    second.range.end = unit.end
    second.suffix = nil
    attachSuffix(to: &second)
    guard second.suffix == .atMost else { return nil }
    second.suffix = nil
    second.upper = number.value
    return second
  }

  private func attachSuffix(to mark: inout QuantityMark) {
    let place = numbers.skippingSpaces(mark.range.end)
    guard let suffix = TargetWords.suffixes.longest(at: place, in: text, limit: text.count) else {
      return
    }
    // 内 alone belongs to a length of time (30日内), not to 5个省内高校; 起 to nothing but a price.
    if suffix.end == place + 1, text[place] == "内" ? mark.kind != .period : mark.kind != .money {
      return
    }
    mark.suffix = suffix.meaning
    mark.range.end = suffix.end
  }

  private func attachPrefix(to mark: inout QuantityMark, notBefore limit: Int) {
    var start = mark.range.start
    while start > limit, text[start - 1] == " " { start -= 1 }
    guard let prefix = TargetWords.prefixes.longest(endingAt: start, in: text, limit: limit),
      Self.otherWords.longest(endingAt: start, in: text, limit: limit) == nil
    else { return }
    mark.prefix = prefix.meaning
    // 为 joins the noun and the number; the quantity reads without it.
    if prefix.meaning != .exactly || text[start - 1] != "为" { mark.range.start = prefix.start }
  }

  /// Words that end like a comparator.
  private static let otherWords = WordTable("行为 作为 成为 认为 视为 最近 附近 远近 传达 下达 到达 圆满 充满")

  private func end(of word: String, at index: Int) -> Int? {
    var next = index
    for scalar in word.unicodeScalars {
      guard next < text.count, text[next] == scalar else { return nil }
      next += 1
    }
    return next
  }
}
