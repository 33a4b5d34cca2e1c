import GazetteText

/// Verbs of responsibility with their roles, alone and combined: 牵头, 负责落实, 牵头抓好落实.
struct RoleVerbs: Sendable {
  private let words: WordTable<Role>
  /// What may go on behind the first verb of a combination.
  private let continuing: WordTable<Role>
  /// What stands between the verbs of one combination.
  private static let joints = WordTable("抓好 做好 具体 统筹 协调 组织 全面 共同 并 和 、 及")

  /// Creates a table from lists of words separated by spaces.
  ///
  /// - Parameter more: The verbs that may follow the first, where they are others.
  init(
    _ lists: [(words: String, value: Role)], continuing more: [(words: String, value: Role)]? = nil
  ) {
    words = WordTable(lists)
    continuing = more.map { WordTable($0) } ?? words
  }

  /// The longest combination of verbs that begins at the start of the stretch.
  func prefix(of text: [Unicode.Scalar], in range: Range<Int>) -> (length: Int, value: Role)? {
    guard let first = words.prefix(of: text, in: range) else { return nil }
    var end = range.lowerBound + first.length
    var role = first.value
    while let (next, found) = following(text, end..<range.upperBound) {
      if role == .responsible { role = found }
      end = next
    }
    return (end - range.lowerBound, role)
  }

  private func following(_ text: [Unicode.Scalar], _ rest: Range<Int>) -> (Int, Role)? {
    if let verb = continuing.prefix(of: text, in: rest) {
      return (rest.lowerBound + verb.length, verb.value)
    }
    guard let joint = Self.joints.prefix(of: text, in: rest) else { return nil }
    let start = rest.lowerBound + joint.length
    guard let verb = continuing.prefix(of: text, in: start..<rest.upperBound) else { return nil }
    return (start + verb.length, verb.value)
  }

  /// The longest combination of verbs that ends at the end of the stretch.
  func suffix(of text: [Unicode.Scalar], in range: Range<Int>) -> (length: Int, value: Role)? {
    guard let last = words.suffix(of: text, in: range) else { return nil }
    var start = range.upperBound - last.length
    var role = last.value
    while let (next, found) = preceding(text, range.lowerBound..<start) {
      if found != .responsible { role = found }
      start = next
    }
    return (range.upperBound - start, role)
  }

  private func preceding(_ text: [Unicode.Scalar], _ rest: Range<Int>) -> (Int, Role)? {
    if let verb = words.suffix(of: text, in: rest) {
      return (rest.upperBound - verb.length, verb.value)
    }
    guard let joint = Self.joints.suffix(of: text, in: rest),
      case let end = rest.upperBound - joint.length,
      let verb = words.suffix(of: text, in: rest.lowerBound..<end)
    else { return nil }
    return (end - verb.length, verb.value)
  }
}
