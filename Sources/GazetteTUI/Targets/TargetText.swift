import GazetteModel

/// How targets are written in a table.
enum TargetText {
  /// The comparator as a sign in ASCII, the value with its unit: `>=80%`, `3-10万元`.
  static func value(of target: Target) -> String {
    guard let value = target.value else { return target.text }
    var number = written(value)
    if let upper = target.upper { number = range(value, upper) }
    return sign(target.comparator) + number + target.unit
  }

  static func sign(_ comparator: Target.Comparator) -> String {
    switch comparator {
    case .atLeast: ">="
    case .atMost: "<="
    case .about: "约"
    case .exactly: "="
    case .moreThan: ">"
    case .lessThan: "<"
    case .increase: "增"
    case .decrease: "减"
    case .none: ""
    }
  }

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
