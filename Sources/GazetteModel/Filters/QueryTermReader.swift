import GazetteText

/// Reads one word of a query as a term.
struct QueryTermReader {
  /// The text of the query.
  let text: [Unicode.Scalar]
  /// The word.
  let range: ScalarRange

  /// The term, or why there is none.
  enum Reading {
    case term(QueryTerm)
    case unreadable(QueryDiagnostic)
  }

  func read() -> Reading {
    if let reading = body() ?? comparison() ?? field() { return reading }
    return .term(.text(string(range.start, range.end), isPhrase: false))
  }

  // MARK: Forms

  /// @省生态环境厅, lead@sthjt, inherited@….
  private func body() -> Reading? {
    guard let at = first(where: { $0 == "@" }) else { return nil }
    let prefix = string(range.start, at)
    let name = value(from: at + 1)
    let relation: BodyRelation
    if prefix.isEmpty {
      relation = .any
    } else if let role = QueryWords.meaning(of: prefix, in: QueryWords.roles) {
      relation = .role(role)
    } else if QueryWords.inherited.contains(QueryWords.folded(prefix)) {
      relation = .inherited
    } else {
      let words = QueryWords.roles.flatMap(\.words) + QueryWords.inherited
      let nearest = QueryWords.nearest(to: prefix, among: words)
      return unreadable(.unknownRole, suggestion: "\(nearest ?? "")@\(name)")
    }
    return name.isEmpty ? unreadable(.missingValue) : .term(.body(name, relation))
  }

  /// target>80%, 指标≥100万元.
  private func comparison() -> Reading? {
    for entry in QueryWords.relations {
      for sign in entry.words {
        guard let place = find(sign) else { continue }
        let name = QueryWords.folded(string(range.start, place))
        guard QueryWords.targets.contains(name) else { continue }
        return comparison(entry.meaning, written: value(from: place + sign.unicodeScalars.count))
      }
    }
    return nil
  }

  private func comparison(_ relation: TargetComparison.Relation, written: String) -> Reading {
    if written.isEmpty {
      return unreadable(.missingValue, suggestion: "target\(relation.rawValue)80%")
    }
    let scalars = Array(written.unicodeScalars)
    guard let number = NumberReader(text: scalars).number(at: 0) else {
      return unreadable(.unreadableValue, suggestion: "target\(relation.rawValue)80%")
    }
    let unit = scalars[number.end...].filter { !QueryTokenizer.isSpace($0) }
    let name = String(String.UnicodeScalarView(unit))
    return .term(
      .target(
        TargetComparison(
          relation: relation, value: number.value, unit: name == "％" ? "%" : name, written: written)
      ))
  }

  /// role:lead, doc:10号, until:2021-12.
  private func field() -> Reading? {
    guard let colon = first(where: { $0 == ":" }), colon > range.start else { return nil }
    let name = string(range.start, colon)
    let value = value(from: colon + 1)
    guard let field = QueryWords.meaning(of: name, in: QueryWords.fields) else {
      // 12:30 and 责任单位：… are text; a Latin word before a colon was meant as a field.
      let letters = QueryWords.folded(name).utf8
      guard letters.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }), !letters.isEmpty,
        !value.hasPrefix("//")
      else { return nil }
      let nearest = QueryWords.nearest(to: name, among: QueryWords.fields.compactMap(\.words.first))
      return unreadable(.unknownField, suggestion: nearest.map { "\($0):\(value)" })
    }
    if value.isEmpty { return unreadable(.missingValue) }
    return reading(of: value, in: field)
  }

  private func reading(of value: String, in field: QueryWords.Field) -> Reading {
    switch field {
    case .role:
      return choice(value, QueryWords.roles, .unknownRole, "role") { .role($0) }
    case .kind:
      return choice(value, QueryWords.kinds, .unknownKind, "kind") { .kind($0) }
    case .has:
      return choice(value, QueryWords.facts, .unknownFact, "has") { .has($0) }
    case .document: return .term(.document(value))
    case .within: return .term(.within(value))
    case .column: return .term(.column(value))
    case .until:
      guard let day = Self.lastDay(of: value) else {
        return unreadable(.unreadableDate, suggestion: "until:2021-12")
      }
      return .term(.until(day, written: value))
    case .issue: return .term(.issue(.issue, value))
    case .publication: return .term(.issue(.publication, value))
    case .year:
      guard IssueField.years(value) != nil else {
        return unreadable(.unreadableValue, suggestion: "year:2020..2021")
      }
      return .term(.issue(.year, value))
    case .state, .tag, .note, .reviewer, .assigned:
      guard let reviewField = field.reviewField else { return unreadable(.unknownField) }
      return .term(.review(reviewField, value))
    }
  }

  private func choice<Meaning>(
    _ value: String, _ entries: [QueryWords.Entry<Meaning>], _ reason: QueryDiagnostic.Reason,
    _ field: String, _ term: (Meaning) -> QueryTerm
  ) -> Reading {
    if let meaning = QueryWords.meaning(of: value, in: entries) { return .term(term(meaning)) }
    let nearest = QueryWords.nearest(to: value, among: entries.flatMap(\.words))
    return unreadable(reason, suggestion: nearest.map { "\(field):\($0)" })
  }

  /// The last day of 2021, 2021-12, 2021-12-31 or 2021年12月.
  static func lastDay(of written: String) -> CalendarDate? {
    let folded = QueryWords.folded(written)
    let separators: Set<Character> = ["-", ".", "/", "年", "月", "日", "底", "前", "末"]
    let parts = folded.split(whereSeparator: separators.contains)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, let year = numbers.first, (1000...9999).contains(year),
      numbers.count <= 3, folded.first?.isNumber == true
    else { return nil }
    let month = numbers.count > 1 ? numbers[1] : 12
    guard (1...12).contains(month) else { return nil }
    let last = CalendarDate.lastDay(year: year, month: month)
    guard numbers.count == 3 else { return last }
    guard (1...last.day).contains(numbers[2]) else { return nil }
    return CalendarDate(year: year, month: month, day: numbers[2])
  }

  // MARK: Parts

  private func unreadable(
    _ reason: QueryDiagnostic.Reason, suggestion: String? = nil
  ) -> Reading {
    .unreadable(
      QueryDiagnostic(
        reason: reason, range: range, text: string(range.start, range.end), suggestion: suggestion))
  }

  private func string(_ start: Int, _ end: Int) -> String {
    String(String.UnicodeScalarView(text[start..<end]))
  }

  /// What stands from `start` to the end of the word, without quotation marks around it.
  private func value(from start: Int) -> String {
    var start = start
    var end = range.end
    while start < end, QueryTokenizer.isSpace(text[start]) { start += 1 }
    if start < end, text[start] == "“" || QueryTokenizer.narrow(text[start]) == "\"" {
      let close: Unicode.Scalar = text[start] == "“" ? "”" : "\""
      if end > start + 1, QueryTokenizer.narrow(text[end - 1]) == close {
        start += 1
        end -= 1
      }
    }
    return string(start, end)
  }

  private func first(where condition: (Unicode.Scalar) -> Bool) -> Int? {
    text[range.start..<range.end].firstIndex { condition(QueryTokenizer.narrow($0)) }
  }

  private func find(_ sign: String) -> Int? {
    let sign = Array(sign.unicodeScalars)
    guard range.count >= sign.count else { return nil }
    return (range.start...range.end - sign.count).first { start in
      sign.indices.allSatisfy { text[start + $0] == sign[$0] }
    }
  }
}
