import GazetteText

/// The grammar of attributions in sentences.
enum ProseGrammar {
  typealias Result = (range: Range<Int>, attribution: Attribution)

  /// Verbs of leading, and what charges a body.
  private static let anchors = WordTable(
    "由 " + RoleLexicon.verbs.filter { $0.role == .lead }.map(\.withObject).separated(by: " "))
  private static let rules = WordTable(RuleWords.all)
  private static let notDuties = WordTable("解释 人 制")
  private static let kinds = WordTable("部门 单位 机构 企业 院校 高校 政府")

  /// Reads a sentence without its full stop; nil where it attributes nothing.
  static func read(_ text: [Unicode.Scalar], _ sentence: Range<Int>) -> Result? {
    guard sentence.count > 4 else { return nil }
    if rules.occurs(in: text, sentence) || StatementGrammar.opens(text, sentence) {
      let attribution = AttributionGrammar(text, sentence).attribution
      if attribution.statement != nil || attribution.rule != nil {
        var rule = Attribution()
        rule.statement = attribution.statement
        rule.rule = attribution.rule
        return (sentence, rule)
      }
    }
    if RoleWords.verbs.suffix(of: text, in: sentence) != nil, let pure = readPure(text, sentence) {
      return pure
    }
    guard anchors.occurs(in: text, sentence) else { return nil }
    return readAnchored(text, sentence)
  }

  /// A sentence of names and verbs alone, with some named body that leads or is responsible.
  private static func readPure(_ text: [Unicode.Scalar], _ sentence: Range<Int>) -> Result? {
    let grammar = AttributionGrammar(text, sentence)
    let groups = grammar.attribution.groups
    guard !grammar.hasUnreadable, !grammar.hasObject, !grammar.isLabelled, !groups.isEmpty,
      groups.allSatisfy({ $0.names.allSatisfy { BodyForms.isNamed(text, $0) } }),
      groups.contains(where: { group in
        (group.role == .lead || group.role == .responsible || group.role == .shared)
          && group.names.contains { isSingle(text, $0) }
      })
    else { return nil }
    return (sentence, grammar.attribution)
  }

  /// A sentence in which some body leads or is charged by 由: every body with a verb in it counts.
  private static func readAnchored(_ text: [Unicode.Scalar], _ sentence: Range<Int>) -> Result? {
    var attribution = Attribution()
    var isAnchored = false
    var start: Int?
    var end = sentence.lowerBound
    /// Where what the sentence sets up begins to be described.
    var established = sentence.lowerBound
    for segment in segments(text, sentence) {
      // 建立由甲牵头、乙参与的工作机制: what is set up, and no duty.
      if isMechanism(text, segment) {
        let kept = attribution.groups.prefix { $0.names.allSatisfy { $0.lowerBound < established } }
        attribution.groups = Array(kept)
        isAnchored = isAnchored && !kept.isEmpty
        if kept.isEmpty { start = nil }
        established = segment.upperBound
        continue
      }
      if establishing.occurs(in: text, segment) { established = segment.lowerBound }
      if let names = AttributionGrammar.guiding(text, segment) {
        attribution.groups.append(group(text, .guide, names))
        start = start ?? segment.lowerBound
        end = segment.upperBound
        continue
      }
      if let (names, role) = AttributionGrammar.named(text, segment) {
        isAnchored = isAnchored || role == .lead
        attribution.groups.append(group(text, role, names))
        start = start ?? segment.lowerBound
        end = segment.upperBound
        continue
      }
      let by = byIndex(text, segment)
      let phrase = (by.map { $0 + 1 } ?? segment.lowerBound)..<segment.upperBound
      guard let (names, role) = AttributionGrammar.leading(text, phrase) else { continue }
      if role == .lead { isAnchored = true }
      if by != nil, role == .responsible || role == .implement || role == .shared {
        let list = BodyList(text, names)
        guard list.names.allSatisfy({ isSingle(text, $0) }), !explains(text, names, segment) else {
          continue
        }
        isAnchored = true
      }
      if let (actors, partners) = AttributionGrammar.splitTogether(text, names) {
        attribution.groups.append(
          group(text, role == .responsible || role == .shared ? .lead : role, actors))
        attribution.groups.append(group(text, .participate, partners))
      } else {
        attribution.groups.append(group(text, role, names))
      }
      start = start ?? by ?? segment.lowerBound
      end = segment.upperBound
    }
    guard isAnchored, let start else { return nil }
    return (start..<end, attribution)
  }

  private static let establishing = WordTable("建立 健全 完善 成立 组建 形成 构建 设立 实行 推行")
  private static let mechanisms = WordTable(
    "机制 格局 体系 制度 模式 体制 专班 小组 联席会议 领导小组 联盟 平台 队伍 工作组 协调组 指挥部 委员会")

  /// Whether a segment describes by whom something is led or joined: a verb of responsibility, 的,
  /// and a noun for an arrangement.
  private static func isMechanism(_ text: [Unicode.Scalar], _ segment: Range<Int>) -> Bool {
    guard let of = segment.last(where: { text[$0] == "的" }),
      RoleWords.verbs.suffix(of: text, in: segment.lowerBound..<of) != nil
    else { return false }
    return mechanisms.occurs(in: text, of + 1..<segment.upperBound)
  }

  private static func group(
    _ text: [Unicode.Scalar], _ role: Role, _ names: Range<Int>
  ) -> Attribution.Group {
    let list = BodyList(text, names)
    return Attribution.Group(role: role, names: list.names, andOthers: list.andOthers)
  }

  /// Whether the name is that of one body and not of a kind of bodies.
  private static func isSingle(_ text: [Unicode.Scalar], _ name: Range<Int>) -> Bool {
    kinds.suffix(of: text, in: name) == nil && !BodyForms.startsCollective(text, name)
  }

  /// 由省财政厅负责解释 says who answers questions about the document, not who has a task.
  private static func explains(
    _ text: [Unicode.Scalar], _ names: Range<Int>, _ segment: Range<Int>
  ) -> Bool {
    notDuties.suffix(of: text, in: segment) != nil && segment.upperBound - names.upperBound <= 8
  }

  private static func byIndex(_ text: [Unicode.Scalar], _ segment: Range<Int>) -> Int? {
    segment.first { index in
      text[index] == "由" && index + 2 < segment.upperBound
        && (index == segment.lowerBound || text[index - 1] != "自" && text[index - 1] != "理")
    }
  }

  private static func segments(_ text: [Unicode.Scalar], _ sentence: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = sentence.lowerBound
    var depth = 0
    for index in sentence {
      switch text[index] {
      case "（": depth += 1
      case "）": depth = max(0, depth - 1)
      case "，", "；", "：":
        guard depth == 0 else { continue }
        if start < index { result.append(start..<index) }
        start = index + 1
      default: break
      }
    }
    if start < sentence.upperBound { result.append(start..<sentence.upperBound) }
    return result
  }

  private static let duties = WordTable<Role>([
    ("负责 承担", .responsible), ("牵头", .lead), ("协助 配合", .support),
  ])

  /// A paragraph whose first sentence is a body's name and whose second tells its task: the heading
  /// of a division of work (清华大学中国城市研究院。负责统筹…).
  static func headingOwner(_ text: [Unicode.Scalar]) -> Result? {
    guard let stop = text.prefix(40).firstIndex(of: "。"), stop >= 4,
      let duty = duties.prefix(of: text, in: stop + 1..<text.count)
    else { return nil }
    let list = BodyList(text, 0..<stop)
    guard !list.names.isEmpty, list.names.allSatisfy({ BodyForms.isNamed(text, $0) }) else {
      return nil
    }
    var attribution = Attribution()
    attribution.groups = [
      Attribution.Group(role: duty.value, names: list.names, andOthers: list.andOthers)
    ]
    let end = text[(stop + 1)...].firstIndex(of: "。") ?? text.count
    return (0..<end, attribution)
  }
}
