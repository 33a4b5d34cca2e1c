/// A moment in UTC, to the millisecond.
public struct ReviewTime: Hashable, Sendable, Comparable {
  /// Milliseconds since the beginning of 1970; 0 to the end of the year 9999.
  public let milliseconds: Int64

  /// The last moment that can be written with a year of four digits.
  static let last = ReviewTime(milliseconds: 253_402_300_799_999)

  /// Creates a moment; what lies outside 1970 to 9999 becomes the nearest end.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(0, milliseconds), 253_402_300_799_999)
  }

  /// The present.
  public static func now() -> ReviewTime { ReviewTime(milliseconds: ReviewFiles.milliseconds()) }

  /// The moment one millisecond later.
  var next: ReviewTime { ReviewTime(milliseconds: milliseconds + 1) }

  /// As ISO 8601 to the millisecond: `2026-11-24T10:30:00.120Z`.
  public var iso8601: String {
    "\(wholeSeconds).\(padded(milliseconds % 1000, 3))Z"
  }

  /// As ISO 8601 to the second: `2026-11-24T10:30:00Z`.
  public var iso8601Seconds: String { wholeSeconds + "Z" }

  /// As people read it, to the minute and with the zone: `2026-11-24 10:30 UTC`.
  public var readable: String {
    let text = wholeSeconds
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
  }

  /// The day as people read it, with the zone that it is of: `2026-11-24 UTC`.
  public var readableDay: String { "\(wholeSeconds.prefix(10)) UTC" }

  /// Reads `YYYY-MM-DDTHH:MM:SS[.fff]Z`; nil for anything else.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.count <= 30, bytes.last == UInt8(ascii: "Z") else { return nil }
    func number(_ range: Range<Int>) -> Int64? {
      var value: Int64 = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int64(byte - 0x30)
      }
      return value
    }
    let separators: [(Int, Unicode.Scalar)] = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")]
    guard separators.allSatisfy({ bytes[$0.0] == UInt8(ascii: $0.1) }),
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      year >= 1970, (1...12).contains(month), day >= 1, hour < 24, minute < 60, second < 60,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    var fraction: Int64 = 0
    if bytes.count > 20 {
      let digits = 20..<(bytes.count - 1)
      guard bytes[19] == UInt8(ascii: "."), !digits.isEmpty, number(digits) != nil,
        let thousandths = number(20..<min(23, digits.upperBound))
      else { return nil }
      fraction = thousandths * [1, 100, 10, 1][min(3, digits.count)]
    }
    let days = Self.days(year: year, month: month, day: day)
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
    self.init(milliseconds: seconds * 1000 + fraction)
  }

  public static func < (left: ReviewTime, right: ReviewTime) -> Bool {
    left.milliseconds < right.milliseconds
  }

  private var wholeSeconds: String {
    let seconds = milliseconds / 1000
    let (year, month, day) = Self.date(days: seconds / 86_400)
    let rest = seconds % 86_400
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T"
      + "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
  }

  private func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func days(inMonth month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of the Gregorian calendar; years begin in March so that the leap day
  /// comes last.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return (year, month < 10 ? month + 3 : month - 9, day)
  }
}
