/// Reads dates as documents print them.
package enum DateParser {
  /// A date at `offset`: 2021年1月26日, 二〇二一年一月二十六日, with spaces anywhere.
  package static func date(
    in text: [Unicode.Scalar], at offset: Int
  ) -> (date: CalendarDate, end: Int)? {
    guard let (year, afterYear) = part(text, offset, "年"), year >= 1900, year <= 2200,
      let (month, afterMonth) = part(text, afterYear, "月"), (1...12).contains(month),
      let (day, end) = part(text, afterMonth, "日"), (1...31).contains(day)
    else { return nil }
    return (CalendarDate(year: year, month: month, day: day), end)
  }

  /// The date that is the whole of `text`, or nil.
  package static func wholeDate(_ text: [Unicode.Scalar]) -> CalendarDate? {
    guard let (date, end) = date(in: text, at: 0), end == text.count else { return nil }
    return date
  }

  /// The first date in `text`.
  package static func firstDate(in text: [Unicode.Scalar]) -> CalendarDate? {
    for offset in text.indices {
      let scalar = text[offset]
      guard scalar.halfWidth.isDigit || ChineseNumeral.isNumeral(scalar) else { continue }
      if let (date, _) = date(in: text, at: offset) { return date }
    }
    return nil
  }

  private static func part(
    _ text: [Unicode.Scalar], _ offset: Int, _ unit: Unicode.Scalar
  ) -> (Int, Int)? {
    var start = offset
    while start < text.count, text[start].isAnySpace { start += 1 }
    guard let (value, numeralEnd) = ChineseNumeral.readAny(text, at: start) else { return nil }
    var end = numeralEnd
    while end < text.count, text[end].isAnySpace { end += 1 }
    guard end < text.count, text[end] == unit else { return nil }
    return (value, end + 1)
  }
}
