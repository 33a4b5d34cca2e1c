/// Offers what may stand at the cursor of a filter line.
public struct QueryCompletion: Sendable {
  /// One thing that may be put in.
  public struct Suggestion: Hashable, Sendable {
    /// What stands in the line after it is taken.
    public let text: String
    /// What it means, in Chinese.
    public let description: String
    /// The stretch of the line, in scalars, that it replaces.
    public let range: ScalarRange
  }

  /// How many suggestions are offered.
  public static let most = 12

  private let index: FilterIndex

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

    let found: [(text: String, description: String)]
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
      Suggestion(text: $0.text, description: $0.description, range: range)
    }
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    QueryTokenizer.isSpace(scalar)
      || "|(\"“”".unicodeScalars.contains(QueryTokenizer.narrow(scalar))
  }

  private typealias Offer = (text: String, description: String)

  /// Field names and, once something is typed, bodies.
  private func openings(_ word: String) -> [Offer] {
    let typed = QueryWords.folded(word)
    let fields: [Offer] = Self.fieldDescriptions.compactMap { field in
      field.text.hasPrefix(typed) || (!typed.isEmpty && field.description.contains(typed))
        ? field : nil
    }
    if typed.isEmpty { return fields }
    return fields + bodies(word, before: "")
  }

  private static let fieldDescriptions: [Offer] = [
    ("@", "单位"), ("lead@", "牵头的单位"), ("participate@", "参与的单位"), ("inherited@", "单位，含沿用的责任"),
    ("role:", "角色"), ("doc:", "文件"), ("in:", "位于"), ("column:", "栏目"), ("kind:", "类型"),
    ("has:target", "有指标"), ("has:deadline", "有期限"), ("has:money", "有经费"),
    ("has:responsibility", "有责任分工"), ("has:correction", "有更正"), ("until:", "期限不晚于"),
    ("target>", "指标大于"), ("is:", "审阅状态"), ("tag:", "审阅标签"), ("note:", "批注"), ("by:", "审阅人"),
  ]

  /// Bodies whose name, alias or pinyin has the letters, those with most clauses first.
  private func bodies(_ name: String, before prefix: String) -> [Offer] {
    let departments = index.departments.departments
    let places = name.isEmpty ? Array(departments.indices) : index.bodies(named: name)
    return places.sorted {
      (departments[$1].counts.clauses, $0) < (departments[$0].counts.clauses, $1)
    }.prefix(Self.most).map { place in
      let term = QueryTerm.body(departments[place].body.name, .any)
      return ("\(prefix)\(term)", "\(departments[place].counts.clauses)条")
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
        return ("\(field.rawValue):\(word)", entry.words.dropFirst().first ?? "")
      }
    }
    switch field {
    case .role: return choices(QueryWords.roles)
    case .kind: return choices(QueryWords.kinds)
    case .has: return choices(QueryWords.facts)
    case .document: return documents(typed)
    case .within:
      return index.issue.nodes.filter { $0.reference.text.hasPrefix(typed) }.prefix(Self.most).map {
        ("in:\($0.reference.text)", $0.title ?? $0.numbering?.printed ?? "")
      }
    case .column:
      var columns: [String] = []
      for id in index.issue.roots {
        guard let column = index.issue[id].head?.column, !columns.contains(column),
          typed.isEmpty || column.contains(typed)
        else { continue }
        columns.append(column)
      }
      return columns.map { (QueryTerm.column($0).description, "") }
    case .until:
      let days = Set(index.targets.targets.compactMap(\.deadline)).sorted()
      return days.map(\.iso8601).filter { $0.hasPrefix(typed) }.map { ("until:\($0)", "") }
    case .state:
      return ["unread", "read", "agreed", "question", "problem", "notours", "changed"]
        .filter { $0.hasPrefix(QueryWords.folded(typed)) }.map { ("is:\($0)", "") }
    case .tag, .note, .reviewer: return []
    }
  }

  private func documents(_ typed: String) -> [Offer] {
    let all = index.issue.nodes.filter(\.kind.isDocument).map(\.id)
    return (typed.isEmpty ? all : index.documents(named: typed)).map { id in
      let node = index.issue[id]
      let name = node.head?.documentNumber ?? node.reference.text
      return (QueryTerm.document(name).description, node.title ?? "")
    }
  }
}
