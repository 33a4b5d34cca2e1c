import GazetteText

/// Offers what may stand at the cursor of a filter line.
public struct QueryCompletion: Sendable {
  /// One thing that may be put in.
  public struct Suggestion: Hashable, Sendable {
    /// What stands in the line after it is taken.
    public let text: String
    /// What the word would stand for.
    public let meaning: Meaning
    /// The stretch of the line, in scalars, that it replaces.
    public let range: ScalarRange
  }

  /// What a suggestion means.
  public enum Meaning: Hashable, Sendable {
    case opening(Opening)
    /// A body that so many clauses name.
    case clauses(Int)
    /// The Chinese word for an English value; empty where the value says all.
    case word(String)
    /// The title of a document or clause.
    case title(String)
  }

  /// What a term may begin with; the raw value is what is typed.
  public enum Opening: String, Sendable, CaseIterable {
    case body = "@"
    case leadingBody = "lead@"
    case participatingBody = "participate@"
    case inheritingBody = "inherited@"
    case role = "role:"
    case document = "doc:"
    case within = "in:"
    case column = "column:"
    case kind = "kind:"
    case target = "has:target"
    case deadline = "has:deadline"
    case money = "has:money"
    case responsibility = "has:responsibility"
    case correction = "has:correction"
    case until = "until:"
    case issue = "issue:"
    case year = "year:"
    case publication = "publication:"
    case comparison = "target>"
    case state = "is:"
    case tag = "tag:"
    case note = "note:"
    case reviewer = "by:"
    case assigned = "assigned:"

    /// Its name in Chinese, by which it can be found too.
    public var chinese: String {
      switch self {
      case .body: "单位"
      case .leadingBody: "牵头的单位"
      case .participatingBody: "参与的单位"
      case .inheritingBody: "单位，含沿用的责任"
      case .role: "角色"
      case .document: "文件"
      case .within: "位于"
      case .column: "栏目"
      case .kind: "类型"
      case .target: "有指标"
      case .deadline: "有期限"
      case .money: "有经费"
      case .responsibility: "有责任分工"
      case .correction: "有更正"
      case .until: "期限不晚于"
      case .issue: "期"
      case .year: "年份"
      case .publication: "刊名"
      case .comparison: "指标大于"
      case .state: "审阅状态"
      case .tag: "审阅标签"
      case .note: "批注"
      case .reviewer: "审阅人"
      case .assigned: "分给"
      }
    }
  }

  /// How many suggestions are offered.
  public static let most = 12

  private let index: FilterIndex

  /// Completes with what the issue has.
  public init(_ index: FilterIndex) {
    self.index = index
  }

  /// The suggestions for the word that ends at `cursor`, in scalars, the likeliest first.
  public func suggestions(for text: String, cursor: Int) -> [Suggestion] {
    let scalars = Array(text.unicodeScalars)
    let end = max(0, min(cursor, scalars.count))
    var start = end
    while start > 0, !Self.separates(scalars[start - 1]) { start -= 1 }
    while start < end, "-!".unicodeScalars.contains(QueryTokenizer.narrow(scalars[start])) {
      start += 1
    }
    let word = scalars[start..<end]
    let range = ScalarRange(start, end)
    func string(_ slice: ArraySlice<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(slice))
    }

    let found: [Offer]
    if let at = word.firstIndex(where: { QueryTokenizer.narrow($0) == "@" }) {
      found = bodies(string(word[(at + 1)...]), before: string(word[..<at]))
    } else if let colon = word.firstIndex(where: { QueryTokenizer.narrow($0) == ":" }),
      let field = QueryWords.meaning(of: string(word[..<colon]), in: QueryWords.fields)
    {
      found = values(of: field, string(word[(colon + 1)...]))
    } else {
      found = openings(string(word))
    }
    return found.prefix(Self.most).map {
      Suggestion(text: $0.text, meaning: $0.meaning, range: range)
    }
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    QueryTokenizer.isSpace(scalar)
      || "|(\"“”".unicodeScalars.contains(QueryTokenizer.narrow(scalar))
  }

  private typealias Offer = (text: String, meaning: Meaning)

  /// Field names and, once something is typed, bodies.
  private func openings(_ word: String) -> [Offer] {
    let typed = QueryWords.folded(word)
    let fields: [Offer] = Opening.allCases.compactMap { opening in
      opening.rawValue.hasPrefix(typed) || (!typed.isEmpty && opening.chinese.contains(typed))
        ? (opening.rawValue, .opening(opening)) : nil
    }
    if typed.isEmpty { return fields }
    return fields + bodies(word, before: "")
  }

  /// Bodies whose name, alias or pinyin has the letters, those with most clauses first.
  private func bodies(_ name: String, before prefix: String) -> [Offer] {
    let departments = index.departments.departments
    let places = name.isEmpty ? Array(departments.indices) : index.bodies(named: name)
    return places.sorted {
      (departments[$1].counts.clauses, $0) < (departments[$0].counts.clauses, $1)
    }.prefix(Self.most).map { place in
      let term = QueryTerm.body(departments[place].body.name, .any)
      return ("\(prefix)\(term)", .clauses(departments[place].counts.clauses))
    }
  }

  private func values(of field: QueryWords.Field, _ typed: String) -> [Offer] {
    func choices<Meaning>(_ entries: [QueryWords.Entry<Meaning>]) -> [Offer] {
      let typed = QueryWords.folded(typed)
      return entries.compactMap { entry in
        guard entry.words.contains(where: { $0.hasPrefix(typed) }), let word = entry.words.first
        else {
          return nil
        }
        return ("\(field.rawValue):\(word)", .word(entry.words.dropFirst().first ?? ""))
      }
    }
    switch field {
    case .role: return choices(QueryWords.roles)
    case .kind: return choices(QueryWords.kinds)
    case .has: return choices(QueryWords.facts)
    case .document: return documents(typed)
    case .within:
      return index.issue.nodes.filter { $0.reference.text.hasPrefix(typed) }.prefix(Self.most).map {
        ("in:\($0.reference.text)", .title($0.title ?? $0.numbering?.printed ?? ""))
      }
    case .column:
      var columns: [String] = []
      for id in index.issue.roots {
        guard let column = index.issue[id].head?.column, !columns.contains(column),
          typed.isEmpty || column.contains(typed)
        else { continue }
        columns.append(column)
      }
      return columns.map { (QueryTerm.column($0).description, .word("")) }
    case .until:
      let days = Set(index.targets.targets.compactMap(\.deadline)).sorted()
      return days.map(\.iso8601).filter { $0.hasPrefix(typed) }.map { ("until:\($0)", .word("")) }
    case .state:
      return Self.stateWords.filter { $0.hasPrefix(QueryWords.folded(typed)) }
        .map {
          ("is:\($0)", .word(Self.stateNames[$0] ?? ""))
        }
    case .issue: return offer(index.issue.identity.id, in: .issue, typed)
    case .year: return offer(index.issue.identity.year.map(String.init), in: .year, typed)
    case .publication:
      return offer(index.issue.identity.publication?.title, in: .publication, typed)
    case .tag, .note, .reviewer, .assigned: return []
    }
  }

  /// What this issue itself is asked for by.
  private func offer(_ value: String?, in field: IssueField, _ typed: String) -> [Offer] {
    guard let value, typed.isEmpty || value.hasPrefix(typed) else { return [] }
    return [(QueryTerm.issue(field, value).description, .word(""))]
  }

  private static let stateWords = [
    "unread", "read", "agreed", "question", "problem", "notours", "changed", "mine", "pending",
    "confirmed", "returned", "disputed", "discussed",
  ]

  private static let stateNames = [
    "unread": "未阅", "read": "已阅", "agreed": "同意", "question": "存疑", "problem": "问题",
    "notours": "非本单位", "changed": "有变动", "mine": "分给我", "pending": "待复核",
    "confirmed": "已复核", "returned": "退回", "disputed": "不一", "discussed": "讨论中",
  ]

  private func documents(_ typed: String) -> [Offer] {
    let all = index.issue.nodes.filter(\.kind.isDocument).map(\.id)
    return (typed.isEmpty ? all : index.documents(named: typed)).map { id in
      let node = index.issue[id]
      let name = node.head?.documentNumber ?? node.reference.text
      return (QueryTerm.document(name).description, .title(node.title ?? ""))
    }
  }
}
