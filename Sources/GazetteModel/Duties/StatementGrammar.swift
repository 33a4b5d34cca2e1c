import GazetteText

/// The grammar of a statement that a body shares every task.
enum StatementGrammar {
  private static let openings = WordTable(
    "以下 下列 上述 以上 各项 所有 全部 每项 本方案 本计划 本意见 其他 其余 后续 各条 每条 任务 具体任务")
  private static let marks = WordTable("均需 均须 均由 均为 均有 均应 均要 均是 均 都由 都需 都要 一律由 由 需 须")
  private static let about = WordTable("对 为 就 在 每项 各项 所有 负责 每一项 承担")

  /// Words of a statement about every task and not only about those that follow.
  private static let everyTask = WordTable(
    "所有 各项 每项 每一项 全部 以上 上述 各条 每条 本方案 本计划 本意见")
  private static let tasks = WordTable("任务 措施 工作 事项 条款 举措 项目 内容 要求")

  /// Whether a segment may be a statement: all tasks are spoken of, or 均 stands in it.
  static func mayRead(_ text: [Unicode.Scalar], _ segment: Range<Int>) -> Bool {
    segment.contains { text[$0] == "均" } || openings.prefix(of: text, in: segment) != nil
      || everyTask.occurs(in: text, segment) && tasks.occurs(in: text, segment)
  }

  /// Whether a sentence begins as a statement does: 以下任务均由.
  static func opens(_ text: [Unicode.Scalar], _ sentence: Range<Int>) -> Bool {
    guard let opening = openings.prefix(of: text, in: sentence) else { return false }
    let rest = sentence.lowerBound + opening.length..<sentence.upperBound
    guard let task = tasks.prefix(of: text, in: rest) else { return false }
    let mark = rest.lowerBound + task.length
    return mark < sentence.upperBound && text[mark].isOneOf("均都")
  }

  /// Reads 以下任务均需甲负责落实, 甲对每项任务均有责任, or 甲为所有任务的责任单位.
  static func read(_ text: [Unicode.Scalar], _ segment: Range<Int>) -> Attribution.Statement? {
    if let nominal = nominal(text, segment) { return nominal }
    let isOpened = openings.prefix(of: text, in: segment) != nil
    let found = segment.first { index in
      guard text[index] == "均" || isOpened && index > segment.lowerBound else { return false }
      return marks.prefix(of: text, in: index..<segment.upperBound) != nil
    }
    guard let mark = found, let word = marks.prefix(of: text, in: mark..<segment.upperBound) else {
      return nil
    }
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
    return Attribution.Statement(
      role: role(text, rest), names: list.names, range: segment,
      includesItself: everyTask.occurs(in: text, segment))
  }

  /// 甲为所有任务的责任单位: the role stands in a noun.
  private static func nominal(
    _ text: [Unicode.Scalar], _ segment: Range<Int>
  ) -> Attribution.Statement? {
    guard let label = RoleWords.labels.suffix(of: text, in: segment), label.length >= 4,
      case .role(let role) = label.value,
      let mark = segment.dropFirst(2).first(where: { index in
        text[index].isOneOf("为是")
          && everyTask.prefix(of: text, in: index + 1..<segment.upperBound) != nil
      }),
      case let middle = mark + 1..<segment.upperBound - label.length,
      tasks.occurs(in: text, middle)
    else { return nil }
    let list = BodyList(text, segment.lowerBound..<(text[mark - 1] == "均" ? mark - 1 : mark))
    guard !list.names.isEmpty,
      list.names.allSatisfy({ BodyForms.isPlausible(text, $0) && BodyForms.isComplete(text, $0) })
    else { return nil }
    return Attribution.Statement(
      role: role, names: list.names, range: segment, includesItself: true)
  }

  private static func firstVerb(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    range.first {
      let rest = $0..<range.upperBound
      return RoleWords.verbs.prefix(of: text, in: rest) != nil
        || RoleWords.division.prefix(of: text, in: rest) != nil
        || (text[$0] == "按" || text[$0] == "结" && text[rest].dropFirst().first == "合")
    }
  }

  /// The role of the first verb that says more than 负责.
  private static func role(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Role {
    for index in range {
      let verb = RoleWords.verbs.prefix(of: text, in: index..<range.upperBound)
      if let verb, verb.value != .responsible { return verb.value }
    }
    return .responsible
  }
}
