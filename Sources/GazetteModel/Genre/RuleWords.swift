import GazetteText

/// The words by which a text says of all its attributions at once who leads, or that nobody is named
/// again (下同规则), as data: every reader of rules is made from them.
enum RuleWords {
  /// Whoever stands there leads: 列第一位的为牵头单位.
  private static let first = "第一位 首位 排首 第一的 第一个单位"
  /// Whoever is responsible leads.
  private static let responsible = "责任单位即为牵头单位 责任单位为牵头单位 无牵头单位 责任部门即为牵头部门 无牵头部门"
  /// What is not said again: 不再列出, 不另单列.
  private static let again = "不再 不一一 不逐一 不另行 不另"

  static let firstPlace = WordTable(first)
  static let responsibleLeads = WordTable(responsible)
  static let notRepeated = WordTable(again)

  /// All of them: without one of them nothing is a rule.
  static let all = [first, responsible, again].separated(by: " ")
}
