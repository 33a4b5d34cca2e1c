import GazetteText
import Testing

@testable import GazetteModel

@Suite struct QueryEvaluationTests {
  private static let shipped = FilterIndex(ShippedIssue.load())

  private var index: FilterIndex { Self.shipped }

  private func references(_ text: String) -> [String] {
    index.evaluate(QueryParser.parse(text).query).matches.nodes.map {
      index.issue[$0].reference.text
    }
  }

  @Test func theResultEqualsThatOfAskingEachNode() {
    let oracle = PlainEvaluator(index: index)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<60 {
      let text = QueryGenerator.text(using: &generator)
      let query = QueryParser.parse(text).query
      #expect(index.evaluate(query).matches.nodes == oracle.nodes(matching: query), "\(text)")
    }
  }

  @Test func textIsFoundWhateverItsWidthBracketsAndSpaces() {
    #expect(references("黑土地") == ["1/3.14", "2.1/2.4.14", "3.3/2.4.11"])
    #expect(references("黑 土 地") == [] || references("\"黑 土 地\"") == references("黑土地"))
    #expect(references("[2021]6号") == references("〔2021〕6号"))
    #expect(!references("〔2021〕6号").isEmpty)
    #expect(references("IPV6") == references("ｉｐｖ６"))
    #expect(references("黑地").isEmpty)
  }

  @Test func lettersAlsoFindNamesByPinyin() {
    #expect(Set(references("sthj")).isSuperset(of: references("@生态环境厅")))
    #expect(references("@sthjt") == references("@生态环境厅"))
    #expect(Set(references("htdst")).contains("3.3/2.4.11"))
    #expect(references("\"sthj\"").isEmpty)
  }

  @Test func rolesNarrowABody() {
    let all = Set(references("@省生态环境厅"))
    let lead = Set(references("lead@省生态环境厅"))
    #expect(lead.isStrictSubset(of: all))
    #expect(lead.contains("3.1/2.1.2"))
    #expect(Set(references("inherited@各地")).isStrictSuperset(of: references("@各地")))
  }

  @Test func structureAndFactsNarrow() {
    #expect(references("doc:10号").first == "3")
    #expect(references("doc:10号").contains("3.3/2.6.15"))
    #expect(references("doc:0号").isEmpty)
    #expect(references("in:3.1/1") == ["3.1/1", "3.1/1.t1"])
    #expect(references("until:2021-11").isEmpty)
    #expect(references("until:2021-12").contains("3.3/2.5.13"))
    #expect(references("target>95%") == ["3.1/2.2.9"])
    #expect(references("target>200万元 doc:1") == ["1/1.2"])
    #expect(references("has:money has:deadline").isEmpty)
  }

  @Test func aReviewTermWithoutReviewIsNamedAndLeftOut() {
    let result = index.evaluate(QueryParser.parse("黑土地 is:unread").query)
    #expect(result.diagnostics.map(\.reason) == [.needsReview])
    #expect(result.matches.count == 3)
  }

  @Test func aReviewAnswersItsTerms() {
    struct Marks: ReviewTermSource {
      func nodes(matching field: ReviewField, _ value: String, in issue: GazetteModel.Issue)
        -> [NodeID]?
      {
        field == .state && value == "unread" ? [NodeID(2)] : nil
      }
    }
    let index = FilterIndex(index.issue, review: Marks())
    #expect(index.evaluate(QueryParser.parse("is:unread").query).matches.nodes == [NodeID(2)])
    #expect(
      index.evaluate(QueryParser.parse("is:odd").query).diagnostics.map(\.reason) == [
        .unknownReviewValue
      ])
  }

  @Test func highlightsCutWhatWasAskedFor() throws {
    let query = QueryParser.parse("黑土地 -5G has:responsibility").query
    for id in index.evaluate(query).matches.nodes {
      let highlights = index.highlights(of: query, in: id)
      #expect(!highlights.isEmpty)
      for (paragraph, ranges) in highlights.paragraphs {
        let text = Array(index.issue[id].paragraphs[paragraph].text.unicodeScalars)
        for range in ranges {
          let cut = String(String.UnicodeScalarView(text[range.start..<range.end]))
          #expect(cut == "黑土地" || cut.hasSuffix("）"))
        }
      }
    }
  }

  @Test func theSnippetHoldsItsRanges() {
    for text in ["黑土地", "sthj", "has:target", "kind:document", "lead@sthjt 改造"] {
      for match in index.matches(of: QueryParser.parse(text).query).matches {
        let count = match.snippet.unicodeScalars.count
        for range in match.ranges { #expect(range.start < range.end && range.end <= count) }
      }
    }
    let match = index.matches(of: QueryParser.parse("黑土地").query).matches[0]
    let scalars = Array(match.snippet.unicodeScalars)
    let range = match.ranges[0]
    #expect(String(String.UnicodeScalarView(scalars[range.start..<range.end])) == "黑土地")
  }

  @Test func completionOffersWhatFitsTheWordAtTheCursor() {
    let completion = QueryCompletion(index)
    func texts(_ line: String) -> [String] {
      completion.suggestions(for: line, cursor: line.unicodeScalars.count).map(\.text)
    }
    #expect(texts("lead@sthj").first == "lead@省生态环境厅")
    #expect(texts("黑土地 has:d") == ["has:deadline"])
    #expect(texts("doc:").contains("doc:吉政办发〔2021〕10号"))
    #expect(texts("sthj").contains("@省生态环境厅"))
    #expect(texts("").contains("has:target"))
    let suggestion = completion.suggestions(for: "甲 -has:d", cursor: 8).first
    #expect(suggestion?.range == ScalarRange(3, 8))
  }
}

/// Answers queries node by node, the slow and plain way.
private struct PlainEvaluator {
  let index: FilterIndex

  private var issue: GazetteModel.Issue { index.issue }

  func nodes(matching query: Query) -> [NodeID] {
    issue.nodes.map(\.id).filter { holds(query, $0) }
  }

  private func holds(_ query: Query, _ id: NodeID) -> Bool {
    var stack: [Bool] = []
    for operation in query.operations {
      switch operation {
      case .term(let term): stack.append(holds(term, id))
      case .not: stack.append(!stack.removeLast())
      case .and:
        let right = stack.removeLast()
        stack.append(stack.removeLast() && right)
      case .or:
        let right = stack.removeLast()
        stack.append(stack.removeLast() || right)
      }
    }
    return stack.last ?? true
  }

  private func fold(_ text: String) -> String {
    String(String.UnicodeScalarView(FoldedText(text).folded))
  }

  private func contains(_ text: String, _ words: String) -> Bool {
    let text = Array(fold(text).unicodeScalars)
    let words = Array(fold(words).unicodeScalars)
    return text.indices.contains { text[$0...].starts(with: words) }
  }

  private func pinyin(_ name: String, _ words: String) -> Bool {
    let letters = fold(words)
    guard letters.utf8.allSatisfy({ ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) }),
      letters.utf8.first.map({ $0 >= 97 }) ?? false
    else { return false }
    return Pinyin.shared.matches(query: Array(letters.utf8), in: Array(name.unicodeScalars)) != nil
  }

  private func named(_ name: String, _ words: String) -> Bool {
    contains(name, words) || pinyin(name, words)
  }

  private func above(_ id: NodeID) -> [Node] { ([id] + issue.ancestors(of: id)).map { issue[$0] } }

  private func duties(_ id: NodeID) -> [Responsibility] {
    index.departments.responsibilities.filter { $0.node == id }
  }

  private func names(_ mention: Responsibility.Mention) -> [String] {
    let body = index.departments.departments.first { $0.body.name == mention.name }?.body
    return [mention.name] + (body?.aliases ?? [])
  }

  private func holds(_ term: QueryTerm, _ id: NodeID) -> Bool {
    let node = issue[id]
    let targets = index.targets.targets.filter { $0.node == id }
    switch term {
    case .text(let words, let isPhrase):
      let texts =
        [node.title].compactMap { $0 } + node.paragraphs.map(\.text)
        + [node.numbering?.printed].compactMap { $0 }
        + (node.head?.lines.filter { $0.role != .title }.map(\.text) ?? [])
      if texts.contains(where: { contains($0, words) }) { return true }
      if isPhrase { return false }
      let bodies = duties(id).filter { !$0.isInherited }.flatMap(\.groups).flatMap(\.bodies)
      return node.title.map { pinyin($0, words) } ?? false
        || bodies.contains { names($0).contains { pinyin($0, words) } }
    case .body(let name, let relation):
      return duties(id).contains { duty in
        if duty.isInherited, relation != .inherited { return false }
        return duty.groups.contains { group in
          if case .role(let role) = relation, role != group.role { return false }
          return group.bodies.contains { names($0).contains { named($0, name) } }
        }
      }
    case .role(let role):
      return duties(id).contains { !$0.isInherited && $0.groups.contains { $0.role == role } }
    case .document(let name):
      let isPlace = issue.nodes.contains { $0.kind.isDocument && $0.reference.text == name }
      return above(id).contains { node in
        guard node.kind.isDocument else { return false }
        if isPlace { return node.reference.text == name }
        // The generated numbers are whole between the bracket and the end.
        let number = node.head?.documentNumber.map { fold($0).hasSuffix("]" + fold(name)) } ?? false
        return number || node.title.map { named($0, name) } ?? false
      }
    case .within(let reference): return above(id).contains { $0.reference.text == reference }
    case .column(let name):
      return above(id).last?.head?.column.map { named($0, name) } ?? false
    case .kind(let kind): return node.kind == kind
    case .has(.target): return !targets.isEmpty
    case .has(.quantity): return targets.contains { $0.kind == .quantity }
    case .has(.money): return targets.contains { $0.kind == .money }
    case .has(.period): return targets.contains { $0.kind == .period }
    case .has(.deadline): return targets.contains { $0.kind == .deadline || $0.deadline != nil }
    case .has(.responsibility): return duties(id).contains { !$0.isInherited }
    case .has(.correction): return node.paragraphs.contains { !$0.corrections.isEmpty }
    case .has(.reference): return index.references.references.contains { $0.node == id }
    case .until(let day, _): return targets.contains { $0.deadline.map { $0 <= day } ?? false }
    case .target(let comparison): return targets.contains { comparison.matches($0) }
    case .issue(.year, let value): return issue.identity.year.map(String.init) == value
    case .issue(.issue, let value): return issue.identity.id == value
    case .issue(.publication, let value): return named(issue.identity.title ?? "", value)
    case .review: return false
    }
  }
}
