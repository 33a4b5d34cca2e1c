import GazetteText

/// The day that a cell of a column of deadlines gives: 2023年底前, 2024年6月, 2022.12, 12月底.
enum TableDeadline {
  /// Words by which a task has no end.
  private static let endless = WordTable("长期 持续 常态 每年 逐年 全年 每月 每季度 立即 立行立改 随时 适时 年起 月起 日起")

  /// The last day that the cell names; nil where it names none or the task has no end.
  static func day(in cell: [Unicode.Scalar], documentYear: Int?) -> CalendarDate? {
    let text = cell.filter { $0 != "\n" }
    let numbers = NumberReader(text: text)
    let times = TimeMarkReader(numbers: numbers, documentYear: documentYear)
    var found: CalendarDate?
    var index = 0
    while index < text.count {
      if let (day, end) = numericDay(text, at: index) {
        found = day
        index = end
        continue
      }
      let year = found?.year ?? documentYear
      if let mark = times.mark(at: index, sentenceYear: year) {
        found = mark.lastDay ?? month(numbers, at: index, year: year) ?? found
        index = max(index + 1, mark.range.end)
        continue
      }
      index += 1
    }
    guard found != nil else { return nil }
    let isEndless = endless.occurs(in: text, text.indices)
    return isEndless && !text.contains("前") ? nil : found
  }

  /// The last day of 12月, whose year stands elsewhere.
  private static func month(_ numbers: NumberReader, at index: Int, year: Int?) -> CalendarDate? {
    guard let year, let number = numbers.number(at: index), (1...12).contains(number.value),
      number.end < numbers.text.count, numbers.text[number.end] == "月"
    else { return nil }
    return CalendarDate.lastDay(year: year, month: Int(number.value))
  }

  /// 2022.12, 2022-12-31, 2022/6.
  private static func numericDay(
    _ text: [Unicode.Scalar], at start: Int
  ) -> (CalendarDate, Int)? {
    guard text[start].halfWidth.isDigit, start == 0 || !text[start - 1].halfWidth.isDigit,
      let (year, behindYear) = ChineseNumeral.readArabic(text, at: start), behindYear == start + 4,
      (1900...2100).contains(year), behindYear + 1 < text.count,
      text[behindYear].isOneOf(".．-/"),
      let (month, behindMonth) = ChineseNumeral.readArabic(text, at: behindYear + 1),
      (1...12).contains(month), behindMonth - behindYear <= 3,
      !(behindMonth < text.count && text[behindMonth] == "年")
    else { return nil }
    let last = CalendarDate.lastDay(year: year, month: month)
    guard behindMonth + 1 < text.count, text[behindMonth].isOneOf(".．-/"),
      let (day, end) = ChineseNumeral.readArabic(text, at: behindMonth + 1),
      (1...last.day).contains(day)
    else { return (last, behindMonth) }
    return (CalendarDate(year: year, month: month, day: day), end)
  }
}
