/// How often each number has been printed among units of one level.
struct NumberUses {
  private var highest = 0
  private var isAscending = true
  private var counts: [String: Int] = [:]
  private var inOrder: [String] = []

  /// Counts a number and returns how often it has come up, 1 the first time.
  ///
  /// Numbers that only rise cannot repeat, which spares the dictionary in nearly every unit; its
  /// first use in a process is slow.
  mutating func add(_ number: String, ordinal: Int) -> Int {
    if isAscending, ordinal > highest {
      highest = ordinal
      inOrder.append(number)
      return 1
    }
    if isAscending {
      isAscending = false
      for number in inOrder { counts[number, default: 0] += 1 }
    }
    let count = (counts[number] ?? 0) + 1
    counts[number] = count
    return count
  }
}
