import GazetteText

/// A point in time that a text names: a deadline, or a date that only says when.
struct TimeMark: Equatable {
  var range: ScalarRange
  /// The last day that it covers; nil for relative ones such as 年内.
  var lastDay: CalendarDate?
  /// Whether something is due by then (到2025年, 2021年底前, 年内).
  var isDeadline: Bool
  /// Whether it says when what follows in the sentence is due.
  var governsSentence: Bool
}

/// Reads dates and deadlines in a text.
///
/// A year as deadline means its last day: 到2025年, 2025年前 and 2025年底前 are all 2025-12-31. A date
/// before the year of the document is no deadline: the text tells what has been.
struct TimeMarkReader {
  let numbers: NumberReader
  /// The year in which the document was signed or published.
  let documentYear: Int?

  private var text: [Unicode.Scalar] { numbers.text }

  /// Reads the mark that begins at `index`; its range may begin before, at 到 or 至.
  ///
  /// `sentenceYear` is the year that the sentence named last, for 6月底前 without a year.
  func mark(at index: Int, sentenceYear: Int?) -> TimeMark? {
    fiveYearPlan(at: index) ?? yearDate(at: index)
      ?? monthDate(at: index, sentenceYear: sentenceYear) ?? relative(at: index)
  }

  // MARK: Dates

  /// 2021年底前, 2021年6月30日前, 到2025年, 2021—2025年.
  private func yearDate(at start: Int) -> TimeMark? {
    guard numbers.digit(at: start) != nil, numbers.digit(at: start - 1) == nil,
      let number = numbers.number(at: start), number.digits == 4, number.multiplier == 1,
      number.value >= 1900, number.value <= 2100
    else { return nil }
    let year = Int(number.value)
    let next = numbers.skippingSpaces(number.end)
    if let second = secondYear(at: next) {
      return TimeMark(
        range: ScalarRange(start, second.end),
        lastDay: CalendarDate.lastDay(year: second.year, month: 12),
        isDeadline: false, governsSentence: isCurrent(second.year))
    }
    guard let behindYear = end(of: "年", at: next) else { return nil }
    var reading = dayReading(year: year, at: behindYear)
    if let second = connected(at: reading.end), let later = yearDate(at: second) {
      return TimeMark(
        range: ScalarRange(start, later.range.end), lastDay: later.lastDay,
        isDeadline: later.isDeadline, governsSentence: later.governsSentence)
    }
    let before = beforeWord(at: reading.end)
    let lead = leadWord(endingAt: start)
    reading.end = before ?? reading.end
    let isDeadline =
      isCurrent(year) && lead != .asOf
      && (before != nil || (lead == .until && !reading.isStart) || reading.isEnd)
    let governs =
      isCurrent(year) && lead != .asOf
      && (isDeadline || (reading.isWholeYear && (isClauseStart(start) || lead == .until)))
    return TimeMark(
      range: ScalarRange(
        isDeadline && lead == .until ? behindSpaces(before: start) - 1 : start, reading.end),
      lastDay: reading.lastDay, isDeadline: isDeadline, governsSentence: governs)
  }

  /// The 2025 of 2021—2025年.
  private func secondYear(at index: Int) -> (year: Int, end: Int)? {
    guard let second = connected(at: index), let number = numbers.number(at: second),
      number.digits == 4, number.value >= 1900, number.value <= 2100,
      let end = end(of: "年", at: numbers.skippingSpaces(number.end))
    else { return nil }
    return (Int(number.value), end)
  }

  /// 6月底前, 12月31日前: without a year only with 前 or 底.
  private func monthDate(at start: Int, sentenceYear: Int?) -> TimeMark? {
    guard numbers.digit(at: start) != nil, numbers.digit(at: start - 1) == nil,
      let number = numbers.number(at: start), (1...12).contains(number.value),
      let behindMonth = end(of: "月", at: numbers.skippingSpaces(number.end))
    else { return nil }
    let month = Int(number.value)
    var reading = monthReading(year: sentenceYear ?? 2000, month: month, at: behindMonth)
    let before = beforeWord(at: reading.end)
    reading.end = before ?? reading.end
    let isDeadline = before != nil || reading.isEnd
    let isRecurring = leadWord(endingAt: start) == .every
    return TimeMark(
      range: ScalarRange(start, reading.end),
      lastDay: isDeadline && sentenceYear != nil && !isRecurring ? reading.lastDay : nil,
      isDeadline: isDeadline, governsSentence: isDeadline)
  }

  private struct DayReading {
    var lastDay: CalendarDate?
    var end: Int
    /// 底, 末: by itself a deadline.
    var isEnd = false
    /// 初: a beginning is none.
    var isStart = false
    var isWholeYear = false
  }

  /// What follows 2021年: 底, 6月底, 6月30日, 上半年, 第一季度.
  private func dayReading(year: Int, at index: Int) -> DayReading {
    let next = numbers.skippingSpaces(index)
    if let number = numbers.number(at: next), !number.isHan, (1...12).contains(number.value),
      let behind = end(of: "月", at: numbers.skippingSpaces(number.end))
    {
      return monthReading(year: year, month: Int(number.value), at: behind)
    }
    if let part = Self.yearParts.longest(at: next, in: text, limit: text.count) {
      return DayReading(
        lastDay: CalendarDate.lastDay(year: year, month: part.meaning), end: part.end,
        isEnd: part.meaning == 12 && text[part.end - 1] != "度", isStart: part.meaning == 1)
    }
    return DayReading(
      lastDay: CalendarDate.lastDay(year: year, month: 12), end: index, isWholeYear: true)
  }

  private func monthReading(year: Int, month: Int, at index: Int) -> DayReading {
    let last = CalendarDate.lastDay(year: year, month: month)
    let next = numbers.skippingSpaces(index)
    if let number = numbers.number(at: next), !number.isHan, number.value >= 1,
      number.value <= Double(last.day),
      let behind = end(of: "日", at: numbers.skippingSpaces(number.end))
    {
      return DayReading(
        lastDay: CalendarDate(year: year, month: month, day: Int(number.value)), end: behind)
    }
    if let behind = end(of: "底", at: next) ?? end(of: "末", at: next) {
      return DayReading(lastDay: last, end: behind, isEnd: true)
    }
    return DayReading(lastDay: last, end: index)
  }

  private static let yearParts = WordTable<Int>([
    ("初", 1), ("一季度 第一季度 一季度末", 3),
    ("上半年 二季度 第二季度 年中 二季度末", 6), ("三季度 第三季度 前三季度 三季度末", 9),
    ("底 年底 末 年末 下半年 四季度 第四季度 四季度末", 12), ("度", 12),
  ])

  // MARK: Plans and relative marks

  /// “十四五”末, “十四五”时期: a plan ends with the year that it counts to.
  private func fiveYearPlan(at start: Int) -> TimeMark? {
    var index = start
    let isQuoted = index < text.count && (text[index] == "“" || text[index] == "\"")
    if isQuoted { index += 1 }
    guard index < text.count, Self.plans.mayBegin(with: text[index]),
      let plan = Self.plans.longest(at: index, in: text, limit: text.count)
    else { return nil }
    index = plan.end
    if isQuoted {
      guard index < text.count, text[index] == "”" || text[index] == "\"" else { return nil }
      index += 1
    }
    guard let phase = Self.planPhases.longest(at: index, in: text, limit: text.count) else {
      return nil
    }
    let isDeadline = phase.meaning && isCurrent(plan.meaning)
    let end = beforeWord(at: phase.end) ?? phase.end
    let hasLead = isDeadline && leadWord(endingAt: start) == .until
    return TimeMark(
      range: ScalarRange(hasLead ? behindSpaces(before: start) - 1 : start, end),
      lastDay: CalendarDate.lastDay(year: plan.meaning, month: 12), isDeadline: isDeadline,
      governsSentence: isCurrent(plan.meaning))
  }

  private static let plans = WordTable<Int>([
    ("十五", 2005), ("十一五", 2010), ("十二五", 2015), ("十三五", 2020), ("十四五", 2025), ("十五五", 2030),
    ("十六五", 2035),
  ])
  /// Whether the phase is the end of the plan.
  private static let planPhases = WordTable<Bool>([
    ("末 期末 末期 时期末 期间末 规划期末", true), ("时期 期间 规划期", false),
  ])

  /// 年内, 今年底前, 当年完成: nothing to count from but the reader's calendar.
  private func relative(at start: Int) -> TimeMark? {
    guard Self.relatives.mayBegin(with: text[start]),
      let word = Self.relatives.longest(at: start, in: text, limit: text.count),
      start == 0 || !Self.countsYears.contains(text[start - 1])
    else { return nil }
    if word.meaning == .whenDone,
      Self.completions.longest(at: word.end, in: text, limit: text.count) == nil
    {
      return nil
    }
    let end = beforeWord(at: word.end) ?? word.end
    guard end > word.end || word.meaning != .needsBefore else { return nil }
    return TimeMark(
      range: ScalarRange(start, end), lastDay: nil, isDeadline: true, governsSentence: true)
  }

  private enum Relative { case complete, needsBefore, whenDone }
  private static let relatives = WordTable<Relative>([
    ("年内 今年内 本年内 当年内 本年度内 今年底 今年年底 本年底 当年底 年底 当年年底 月内 本月内 季度内", .complete),
    ("年末 今年末 月底 本月底 季度末 今年 明年底 明年", .needsBefore), ("当年", .whenDone),
  ])
  private static let completions = WordTable("完成 清零 建成 见效 达标 实现 达产 投产 办结 开工 竣工")
  /// What makes 年内 a length of time and 年底 a date that was read otherwise.
  private static let countsYears: Set<Unicode.Scalar> = [
    "几", "数", "多", "近", "半", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "全", "整",
  ]

  // MARK: Words around a date

  private enum Lead { case until, asOf, every }
  private static let leads = WordTable<Lead>([
    ("到 至", .until), ("截至 截止 截止到 截至到 自 从 以来 回到", .asOf), ("每年 每年的", .every),
  ])

  private func behindSpaces(before index: Int) -> Int {
    var index = index
    while index > 0, text[index - 1] == " " { index -= 1 }
    return index
  }

  private func leadWord(endingAt index: Int) -> Lead? {
    Self.leads.longest(endingAt: behindSpaces(before: index), in: text, limit: 0)?.meaning
  }

  private static let beforeWords = WordTable("前 之前 以前")
  /// Words that begin with 前 and have nothing to do with a date before them.
  private static let fronts = WordTable("前期 前列 前提 前后 前沿 前景 前往 前瞻 前身 前述 前款 前项 前三季度 前半")

  private func beforeWord(at index: Int) -> Int? {
    guard Self.fronts.longest(at: index, in: text, limit: text.count) == nil else { return nil }
    return Self.beforeWords.longest(at: index, in: text, limit: text.count)?.end
  }

  /// The offset behind a dash, 至 or 到.
  private func connected(at index: Int) -> Int? {
    guard index < text.count, TargetParser.connectors.contains(text[index]) else { return nil }
    return index + 1
  }

  private func end(of scalar: Unicode.Scalar, at index: Int) -> Int? {
    index < text.count && text[index] == scalar ? index + 1 : nil
  }

  private func isClauseStart(_ index: Int) -> Bool {
    index == 0 || text[index - 1].isOneOf("，。；：！？（—、,;:( ")
  }

  private func isCurrent(_ year: Int) -> Bool {
    documentYear.map { year >= $0 } ?? true
  }
}
