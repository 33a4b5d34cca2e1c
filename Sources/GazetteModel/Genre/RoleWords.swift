import GazetteText

/// The words that give a role, and those that stand around them.
enum RoleWords {
  /// What a label in front of a colon says.
  enum Label: Sendable {
    case role(Role)
    /// A field that names no body: 完成时限, 适用范围.
    case ignored
  }

  /// Verbs that close a list of bodies.
  static let verbs = RoleVerbs(RoleLexicon.verbs.map { ($0.withObject + " " + $0.alone, $0.role) })

  /// What may stand between a list of bodies and its verb without being part of either.
  static let adverbs = WordTable(
    """
    共同 联合 分别 具体 统筹 密切 积极 结合实际 各自 依法 按要求 主动 切实 全力 统一 同步 一并 均 分级 牵头并
    要 应 应当 结合自身职责 结合职责 根据实际 因地制宜 按规定 按程序 根据需要
    """)

  /// Words that end a phrase of divided duties: 按职责分工.
  static let division = WordTable<Bool>([
    ("分工 职责分工 职能分工 任务分工 责任分工 职责任务分工", true),
    ("职责 各自职责 职能 职责范围内 职能范围内 权限 职责权限", false),
  ])

  /// Labels in front of a colon: those of the lexicon, every verb, and every verb with a noun
  /// behind it.
  static let labels = WordTable<Label>(
    RoleLexicon.labels.map { ($0.words, .role($0.role)) }
      + RoleLexicon.verbs.map { (labels(of: $0), .role($0.role)) }
      + [(RoleLexicon.otherLabels, .ignored)])

  private static func labels(of verbs: RoleLexicon.Verbs) -> String {
    let nouns = RoleLexicon.labelNouns.split(separator: " ")
    var words: [String] = []
    for verb in (verbs.withObject + " " + verbs.alone).split(whereSeparator: \.isWhitespace) {
      words.append(String(verb))
      words += nouns.map { String(verb + $0) }
    }
    return words.separated(by: " ")
  }

  /// Verbs that may have an object: 财政部门负责做好资金保障工作.
  static let leadingVerbs = RoleVerbs(
    RoleLexicon.verbs.map { ($0.withObject, $0.role) },
    continuing: RoleLexicon.verbs.map { ($0.withObject, $0.role) } + [("落实 实施", .implement)])

  private static let nounEnds = WordTable(RoleLexicon.nounEnds)
  private static let objectStarts = WordTable(RoleLexicon.objectStarts)

  /// Whether what follows a verb makes it part of a noun: 牵头单位, 负责同志, but not 负责人才引进.
  static func isNoun(_ text: [Unicode.Scalar], behindVerb rest: Range<Int>) -> Bool {
    nounEnds.prefix(of: text, in: rest) != nil && objectStarts.prefix(of: text, in: rest) == nil
  }

  /// Whether some word of responsibility stands in the stretch, so that it may attribute something.
  static func occur(in text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    signs.occurs(in: text, range)
  }

  /// Every verb, every label, and the words of rules that need neither.
  private static let signs = WordTable(
    (RoleLexicon.verbs.flatMap { [$0.withObject, $0.alone] } + RoleLexicon.labels.map(\.words)
      + ["责任 任务分工", RuleWords.all]).separated(by: " "))

  /// Whether the stretch of a verb and what stands before it name a division of duties, and where
  /// the list of bodies before them ends.
  static func stripAdverbs(_ text: [Unicode.Scalar], _ range: Range<Int>) -> (
    end: Int, divided: Bool
  ) {
    var end = range.upperBound
    var divided = false
    while true {
      let left = range.lowerBound..<end
      if let adverb = adverbs.suffix(of: text, in: left) {
        end -= adverb.length
      } else if !divided, let words = division.suffix(of: text, in: left) {
        let lowest = max(left.lowerBound, end - words.length - 6)
        let start = (lowest..<end).last { text[$0].isOneOf("按依根在照") }
        guard let start else {
          guard words.value else { return (end, divided) }
          return (end - words.length, true)
        }
        divided = true
        end = start
        if end > left.lowerBound, text[end - 1].isOneOf("按依遵"), text[end] == "照" {
          end -= 1
        }
      } else {
        return (end, divided)
      }
    }
  }
}
