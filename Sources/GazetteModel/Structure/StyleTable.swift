/// A value for each style of number; an array, which needs no hashing.
struct StyleTable<Value> {
  private var values: [Value]

  init(_ value: Value) {
    values = Array(repeating: value, count: NumberingStyle.allCases.count)
  }

  subscript(style: NumberingStyle) -> Value {
    get { values[style.rawValue] }
    set { values[style.rawValue] = newValue }
  }

  /// Whether a style has a value for which `predicate` holds.
  func contains(where predicate: (NumberingStyle, Value) -> Bool) -> Bool {
    NumberingStyle.allCases.contains { predicate($0, values[$0.rawValue]) }
  }
}
