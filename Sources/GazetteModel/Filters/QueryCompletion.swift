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
    public var chinese: String { name[.chinese] }

    /// Its name for readers.
    package var name: Phrase {
      switch self {
      case .body: Phrase("单位", "a body")
      case .leadingBody: Phrase("牵头的单位", "a body that leads")
      case .participatingBody: Phrase("参与的单位", "a body that takes part")
      case .inheritingBody: Phrase("单位，含沿用的责任", "a body, inherited duties too")
      case .role: Phrase("角色", "a role")
      case .document: Phrase("文件", "a document")
      case .within: Phrase("位于", "a unit and all below it")
      case .column: Phrase("栏目", "a column of the contents")
      case .kind: Phrase("类型", "a kind of unit")
      case .target: Phrase("有指标", "with a target")
      case .deadline: Phrase("有期限", "with a deadline")
      case .money: Phrase("有经费", "with money")
      case .responsibility: Phrase("有责任分工", "with a responsibility")
      case .correction: Phrase("有更正", "with a correction")
      case .until: Phrase("期限不晚于", "due by a date")
      case .issue: Phrase("期", "an issue: 2021-11")
      case .year: Phrase("年份", "years: 2020..2021")
      case .publication: Phrase("刊名", "a part of a gazette's title")
      case .comparison: Phrase("指标大于", "a target above")
      case .state: Phrase("审阅状态", "a state of the review")
      case .tag: Phrase("审阅标签", "a tag of the review")
      case .note: Phrase("批注", "words of a note")
      case .reviewer: Phrase("审阅人", "a reviewer")
      case .assigned: Phrase("分给", "assigned to a reader")
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
    "confirmed": "已复核", "returned": "退回", "disputed": "不一", "discussed": "讨论中", "unsure": "位置存疑",
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
