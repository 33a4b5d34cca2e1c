import GazetteText

/// The words of the filter language, each with its Chinese names.
public enum QueryWords {
  /// A field that stands before a colon.
  public enum Field: String, Sendable, CaseIterable {
    case role
    case document = "doc"
    case within = "in"
    case column, kind, has, until
    case issue, year, publication
    case state = "is"
    case tag, note
    case reviewer = "by"
    case assigned

    /// The field as the review knows it.
    var reviewField: ReviewField? { ReviewField(rawValue: rawValue) }
  }

  /// One word with what it means.
  struct Entry<Meaning: Sendable>: Sendable {
    let meaning: Meaning
    /// English first, then Chinese.
    let words: [String]
  }

  static let fields: [Entry<Field>] = [
    Entry(meaning: .role, words: ["role", "角色"]),
    Entry(meaning: .document, words: ["doc", "文件"]),
    Entry(meaning: .within, words: ["in", "位于"]),
    Entry(meaning: .column, words: ["column", "栏目"]),
    Entry(meaning: .kind, words: ["kind", "类型"]),
    Entry(meaning: .has, words: ["has", "有"]),
    Entry(meaning: .until, words: ["until", "截至"]),
    Entry(meaning: .issue, words: ["issue", "期"]),
    Entry(meaning: .year, words: ["year", "年"]),
    Entry(meaning: .publication, words: ["publication", "刊"]),
    Entry(meaning: .state, words: ["is", "状态"]),
    Entry(meaning: .tag, words: ["tag", "标签"]),
    Entry(meaning: .note, words: ["note", "批注"]),
    Entry(meaning: .reviewer, words: ["by", "审阅人"]),
    Entry(meaning: .assigned, words: ["assigned", "分派", "分给"]),
  ]

  static let roles: [Entry<Role>] = [
    Entry(meaning: .lead, words: ["lead", "牵头"]),
    Entry(meaning: .participate, words: ["participate", "参与"]),
    Entry(meaning: .responsible, words: ["responsible", "负责"]),
    Entry(meaning: .shared, words: ["shared", "分工负责", "按职责分工负责", "分工"]),
    Entry(meaning: .support, words: ["support", "配合"]),
    Entry(meaning: .guide, words: ["guide", "指导"]),
    Entry(meaning: .implement, words: ["implement", "落实", "负责落实"]),
  ]

  /// Before @ also stands what reaches a clause from another.
  static let inherited = ["inherited", "继承"]

  static let kinds: [Entry<NodeKind>] = [
    Entry(meaning: .cover, words: ["cover", "封面"]),
    Entry(meaning: .contents, words: ["contents", "目录"]),
    Entry(meaning: .document, words: ["document", "文件"]),
    Entry(meaning: .attachment, words: ["attachment", "附件"]),
    Entry(meaning: .part, words: ["part", "编"]),
    Entry(meaning: .chapter, words: ["chapter", "章"]),
    Entry(meaning: .section, words: ["section", "节"]),
    Entry(meaning: .subsection, words: ["subsection", "小节"]),
    Entry(meaning: .clause, words: ["clause", "条"]),
    Entry(meaning: .subclause, words: ["subclause", "项"]),
    Entry(meaning: .text, words: ["text", "段"]),
  ]

  static let facts: [Entry<FilterFact>] = [
    Entry(meaning: .target, words: ["target", "指标"]),
    Entry(meaning: .quantity, words: ["quantity", "数量"]),
    Entry(meaning: .money, words: ["money", "经费"]),
    Entry(meaning: .deadline, words: ["deadline", "期限"]),
    Entry(meaning: .period, words: ["period", "时长"]),
    Entry(meaning: .responsibility, words: ["responsibility", "责任"]),
    Entry(meaning: .correction, words: ["correction", "更正"]),
    Entry(meaning: .reference, words: ["reference", "引用"]),
  ]

  /// What stands before a comparison.
  static let targets = ["target", "指标", "目标"]

  static let relations: [Entry<TargetComparison.Relation>] = [
    Entry(meaning: .atLeast, words: [">=", "≥", "＞＝", "=>"]),
    Entry(meaning: .atMost, words: ["<=", "≤", "＜＝", "=<"]),
    Entry(meaning: .more, words: [">", "＞"]),
    Entry(meaning: .less, words: ["<", "＜"]),
    Entry(meaning: .equal, words: ["=", "＝"]),
  ]

  /// What a word means in a table, whatever its width and case.
  static func meaning<Meaning>(of word: String, in entries: [Entry<Meaning>]) -> Meaning? {
    let word = folded(word)
    return entries.first { $0.words.contains(word) }?.meaning
  }

  /// The word with full-width letters made half-width and in lower case.
  package static func folded(_ word: String) -> String {
    String(String.UnicodeScalarView(FoldedText(word).folded))
  }

  /// The known word nearest to one that is not known; nil when none is near.
  static func nearest(to word: String, among words: [String]) -> String? {
    let word = Array(folded(word).unicodeScalars.prefix(24))
    guard !word.isEmpty else { return nil }
    // Who has typed the beginning of a word is on the way to it.
    let begun = words.filter { Array($0.unicodeScalars).starts(with: word) }
    if let shortest = begun.min(by: { $0.unicodeScalars.count < $1.unicodeScalars.count }) {
      return shortest
    }
    let ranked = words.map { candidate in
      (candidate, EditDistance.between(word, [Unicode.Scalar](candidate)))
    }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(1, min(word.count, best.0.unicodeScalars.count) / 2) ? best.0 : nil
  }
}
