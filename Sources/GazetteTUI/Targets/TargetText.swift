import GazetteModel
import GazetteText

/// How targets are written in a table.
enum TargetText {
  /// The comparator, the value with its unit: `>=80%`, `3-10万元`, 超5000亿元.
  static func value(of target: Target, in language: Language) -> String {
    guard let value = target.value else { return target.text }
    var number = written(value)
    if let upper = target.upper { number = range(value, upper) }
    return word(for: target.comparator)[language] + number + target.unit
  }

  /// Signs of two characters for what is most common; `>` and `=` alone mean something else beside a
  /// list.
  static func word(for comparator: Target.Comparator) -> Phrase {
    switch comparator {
    case .atLeast: Phrase("\(atLeast)", "\(atLeast)")
    case .atMost: Phrase("\(atMost)", "\(atMost)")
    case .about: Phrase("约", "about ")
    case .exactly, .none: Phrase("", "")
    case .moreThan: Phrase("超", "over ")
    case .lessThan: Phrase("不到", "under ")
    case .increase: Phrase("增", "up ")
    case .decrease: Phrase("减", "down ")
    }
  }

  static let atLeast = ">="
  static let atMost = "<="

  private static func range(_ lower: Double, _ upper: Double) -> String {
    for (factor, name) in units where upper >= factor && lower >= factor {
      return "\(plain(lower / factor))-\(plain(upper / factor))\(name)"
    }
    return "\(plain(lower))-\(plain(upper))"
  }

  /// The value with 万 and 亿 where it is large.
  private static func written(_ value: Double) -> String {
    for (factor, name) in units where abs(value) >= factor {
      return plain(value / factor) + name
    }
    return plain(value)
  }

  private static let units: [(Double, String)] = [(1e8, "亿"), (1e4, "万")]

  /// At most four decimals, none that are zero.
  private static func plain(_ value: Double) -> String {
    guard abs(value) < 1e15 else { return String(value) }
    let scaled = (value * 10_000).rounded()
    let whole = Int64(scaled) / 10_000
    let part = abs(Int64(scaled) % 10_000)
    let sign = scaled < 0 && whole == 0 ? "-" : ""
    guard part > 0 else { return sign + String(whole) }
    var digits = String(part + 10_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}
