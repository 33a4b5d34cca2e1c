/// A day of the Gregorian calendar, without a time zone, as documents print it.
public struct CalendarDate: Hashable, Sendable, Comparable {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// Creates a day; the caller has checked the ranges.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day as ISO 8601 writes it: `2021-01-26`.
  public var iso8601: String {
    let (year, month, day) = digits
    return "\(year)-\(month)-\(day)"
  }

  /// Year, month and day in four and two digits.
  package var digits: (year: String, month: String, day: String) {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return (padded(year, 4), padded(month, 2), padded(day, 2))
  }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate {
  /// The last day of a month of 1 to 12.
  package static func lastDay(year: Int, month: Int) -> CalendarDate {
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return CalendarDate(year: year, month: month, day: days[month - 1])
  }
}

extension CalendarDate {
  /// Reads a day as `iso8601` writes it; nil for anything else.
  package init?(iso8601 text: String) {
    var numbers = (0, 0, 0)
    var (part, digits) = (0, 0)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-") {
        guard digits > 0, part < 2 else { return nil }
        (part, digits) = (part + 1, 0)
        continue
      }
      guard (0x30...0x39).contains(byte), digits < 9 else { return nil }
      let digit = Int(byte & 0xF)
      digits += 1
      switch part {
      case 0: numbers.0 = numbers.0 * 10 + digit
      case 1: numbers.1 = numbers.1 * 10 + digit
      default: numbers.2 = numbers.2 * 10 + digit
      }
    }
    let (year, month, day) = numbers
    guard part == 2, digits > 0, (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}
