import GazetteText

/// The grammar of a statement that a body shares every task.
enum StatementGrammar {
  private static let openings = WordTable("以下 下列 上述 各项 所有 每项 本方案 其他 其余 后续")
  private static let marks = WordTable("均需 均须 均由 均为 均有 均应 均要 均是 均")
  private static let about = WordTable("对 为 就 在 每项 各项 所有 负责 每一项 承担")

  /// Reads 以下任务均需甲负责落实, or 甲对每项任务均有责任.
  static func read(_ text: [Unicode.Scalar], _ segment: Range<Int>) -> Attribution.Statement? {
    guard let mark = segment.first(where: { text[$0] == "均" }),
      let word = marks.prefix(of: text, in: mark..<segment.upperBound)
    else { return nil }
    var names: Range<Int>
    var rest: Range<Int>
    if openings.prefix(of: text, in: segment) != nil {
      let start = mark + word.length
      guard let verb = firstVerb(text, start..<segment.upperBound) else { return nil }
      names = start..<verb
      rest = verb..<segment.upperBound
    } else {
      let end = (segment.lowerBound..<mark).dropFirst(2).first {
        about.prefix(of: text, in: $0..<mark) != nil
      }
      names = segment.lowerBound..<(end ?? mark)
      rest = mark..<segment.upperBound
    }
    if text[names].first == "由" { names = names.dropFirst() }
    let list = BodyList(text, names)
    guard !list.names.isEmpty,
      list.names.allSatisfy({ BodyForms.isPlausible(text, $0) && BodyForms.isComplete(text, $0) })
    else { return nil }
    return Attribution.Statement(role: role(text, rest), names: list.names, range: segment)
  }

  private static let implement = WordTable("落实 实施 推进")
  private static let roles = WordTable<Role>([
    ("配合 协助", .support), ("参与 参加", .participate), ("指导", .guide), ("牵头", .lead),
  ])

  private static func firstVerb(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    range.first {
      let rest = $0..<range.upperBound
      return RoleWords.verbs.prefix(of: text, in: rest) != nil
        || RoleWords.division.prefix(of: text, in: rest) != nil
        || implement.prefix(of: text, in: rest) != nil
        || (text[$0] == "按" || text[$0] == "结" && text[rest].dropFirst().first == "合")
    }
  }

  private static func role(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Role {
    if implement.occurs(in: text, range) { return .implement }
    for index in range {
      if let found = roles.prefix(of: text, in: index..<range.upperBound) { return found.value }
    }
    return .responsible
  }
}
