import GazetteText

/// What a query finds in one issue.
public struct FilterResult: Sendable {
  /// The nodes whose own text or facts match, as a set.
  public let matches: NodeSet
  /// Terms that could not be answered and were left out, without a place in the text.
  public let diagnostics: [QueryDiagnostic]
}

extension FilterIndex {
  /// Works out which nodes match a query.
  ///
  /// A node matches by its own title, paragraphs and facts, not by those of nodes below it; `doc:`,
  /// `in:` and `column:` match all that stands below what they name.
  public func evaluate(_ query: Query) -> FilterResult {
    let size = issue.nodes.count
    var diagnostics: [QueryDiagnostic] = []
    var stack: [NodeSet?] = []
    for operation in query.operations {
      switch operation {
      case .term(let term): stack.append(nodes(matching: term, &diagnostics))
      case .not: stack[stack.count - 1]?.formComplement()
      case .and, .or:
        guard let right = stack.removeLast() else { continue }
        let place = stack.count - 1
        if stack[place] == nil {
          stack[place] = right
        } else if operation == .and {
          stack[place]?.formIntersection(right)
        } else {
          stack[place]?.formUnion(right)
        }
      }
    }
    return FilterResult(
      matches: (stack.last ?? nil) ?? .all(size: size), diagnostics: diagnostics)
  }

  /// The nodes of one term; nil for a term that cannot be answered.
  private func nodes(matching term: QueryTerm, _ diagnostics: inout [QueryDiagnostic]) -> NodeSet? {
    var result = NodeSet(size: issue.nodes.count)
    switch term {
    case .text(let words, let isPhrase): addNodes(withText: words, isPhrase: isPhrase, to: &result)
    case .body(let name, let relation):
      let bodies = bodies(named: name)
      if bodies.isEmpty { diagnostics.append(namesNothing(term)) }
      for body in bodies { addNodes(of: body, relation, to: &result) }
    case .role(let role):
      for responsibility in departments.responsibilities
      where !responsibility.isInherited
        && responsibility.groups.contains(where: { $0.role == role })
      {
        result.insert(responsibility.node.index)
      }
    case .document(let name):
      let documents = documents(named: name)
      if documents.isEmpty { diagnostics.append(namesNothing(term)) }
      for id in documents { result.insert(contentsOf: id.index..<issue[id].subtreeEnd) }
    case .within(let reference):
      if let id = node(at: reference) {
        result.insert(contentsOf: id.index..<issue[id].subtreeEnd)
      } else {
        diagnostics.append(namesNothing(term))
      }
    case .column(let name):
      let wanted = FoldedText(name).folded
      for id in issue.roots {
        guard let column = issue[id].head?.column, Self.matches(column, wanted) else { continue }
        result.insert(contentsOf: id.index..<issue[id].subtreeEnd)
      }
    case .kind(let kind):
      for node in issue.nodes where node.kind == kind { result.insert(node.id.index) }
    case .has(let fact):
      for node in issue.nodes where has(fact, node) { result.insert(node.id.index) }
    case .until(let day, _):
      for target in targets.targets where target.deadline.map({ $0 <= day }) ?? false {
        result.insert(target.node.index)
      }
    case .target(let comparison):
      for target in targets.targets where comparison.matches(target) {
        result.insert(target.node.index)
      }
    case .issue(let field, let value):
      let identity = issue.identity
      if field.matches(value, id: identity.id, name: issue.name, identity) {
        result = .all(size: issue.nodes.count)
      }
    case .review(let field, let value):
      guard let review else {
        diagnostics.append(unanswered(term, .needsReview))
        return nil
      }
      guard let nodes = review.nodes(matching: field, value, in: issue) else {
        diagnostics.append(unanswered(term, .unknownReviewValue))
        return nil
      }
      for node in nodes { result.insert(node.index) }
    }
    return result
  }

  private func namesNothing(_ term: QueryTerm) -> QueryDiagnostic {
    unanswered(term, .namesNothing)
  }

  private func unanswered(
    _ term: QueryTerm, _ reason: QueryDiagnostic.Reason
  ) -> QueryDiagnostic {
    QueryDiagnostic(reason: reason, range: ScalarRange(0, 0), text: term.description)
  }

  // MARK: - Text

  private func addNodes(withText words: String, isPhrase: Bool, to result: inout NodeSet) {
    let wanted = FoldedText(words).folded
    guard !wanted.isEmpty else { return }
    for field in fields where field.text.contains(wanted) { result.insert(field.node) }
    guard !isPhrase, let letters = Self.pinyinLetters(wanted) else { return }
    for title in titleKeys where Pinyin.shared.firstMatch(of: letters, in: title.key) != nil {
      result.insert(fields[title.field].node)
    }
    for body in bodyNames.indices
    where bodyNames[body].contains(where: {
      Pinyin.shared.firstMatch(of: letters, in: $0.key) != nil
    }) {
      for node in departments.departments[body].nodes { result.insert(node.index) }
    }
  }

  /// The letters of a word that may be pinyin: Latin letters and digits, beginning with a letter.
  package static func pinyinLetters(_ folded: [Unicode.Scalar]) -> [UInt8]? {
    guard let first = folded.first, first.value >= 0x61, first.value <= 0x7A else { return nil }
    var letters: [UInt8] = []
    for scalar in folded {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: letters.append(UInt8(scalar.value))
      case 0xFC: letters.append(UInt8(ascii: "v"))
      default: return nil
      }
    }
    return letters
  }

  /// Whether a name has the wanted words in it, or their pinyin.
  package static func matches(_ name: String, _ wanted: [Unicode.Scalar]) -> Bool {
    if FoldedText(name).contains(wanted) { return true }
    guard let letters = pinyinLetters(wanted) else { return false }
    return Pinyin.shared.matches(query: letters, in: Array(name.unicodeScalars)) != nil
  }

  // MARK: - Bodies and documents

  /// The places in `departments` of the bodies that a name, a part of one or pinyin means.
  func bodies(named name: String) -> [Int] {
    let wanted = FoldedText(name).folded
    guard !wanted.isEmpty else { return [] }
    let letters = Self.pinyinLetters(wanted)
    return bodyNames.indices.filter { body in
      bodyNames[body].contains { name in
        if name.text.contains(wanted) { return true }
        return letters.map { Pinyin.shared.firstMatch(of: $0, in: name.key) != nil } ?? false
      }
    }
  }

  private func addNodes(of body: Int, _ relation: BodyRelation, to result: inout NodeSet) {
    let department = departments.departments[body]
    switch relation {
    case .any:
      for node in department.nodes { result.insert(node.index) }
    case .inherited:
      for node in department.nodes + department.inheritingNodes { result.insert(node.index) }
    case .role(let role):
      for mention in department.mentions where mention.role == role {
        let responsibility = departments.responsibilities[mention.responsibility]
        if !responsibility.isInherited { result.insert(responsibility.node.index) }
      }
    }
  }

  /// The documents and attachments that a query names: by place (3, 3.1), by a part of the number
  /// (10号, not that of 110号), or by a part of the title or its pinyin.
  func documents(named name: String) -> [NodeID] {
    let wanted = FoldedText(name).folded
    guard !wanted.isEmpty else { return [] }
    let all = issue.nodes.filter(\.kind.isDocument)
    if let node = all.first(where: { $0.reference.text == name }) { return [node.id] }
    return all.filter { node in
      if let number = node.head?.documentNumber, Self.isPart(wanted, of: FoldedText(number)) {
        return true
      }
      return node.title.map { Self.matches($0, wanted) } ?? false
    }.map(\.id)
  }

  /// Whether the wanted words stand in a number without cutting its digits.
  package static func isPart(_ wanted: [Unicode.Scalar], of number: FoldedText) -> Bool {
    number.occurrences(of: wanted).contains { range in
      func isDigit(_ index: Int) -> Bool {
        number.folded.indices.contains(index)
          && number.folded[index].properties.numericType == .decimal
      }
      let cutsStart = isDigit(range.lowerBound) && isDigit(range.lowerBound - 1)
      let cutsEnd = isDigit(range.upperBound - 1) && isDigit(range.upperBound)
      return !cutsStart && !cutsEnd
    }
  }

  /// The node of a reference, with or without the issue before it.
  private func node(at reference: String) -> NodeID? {
    var text = Substring(QueryWords.folded(reference))
    if let colon = text.lastIndex(of: ":") {
      let name = String(text[..<colon])
      guard IssueNaming.index(of: name, ids: [], names: [issue.name]) != nil else { return nil }
      text = text[text.index(after: colon)...]
    }
    return issue.nodes.first { $0.reference.text == text }?.id
  }

  // MARK: - Facts

  /// Whether a node has what a filter asks for.
  package func has(_ fact: FilterFact, _ node: Node) -> Bool {
    switch fact {
    case .target: !targets.targets(of: node.id).isEmpty
    case .quantity: targets.targets(of: node.id).contains { $0.kind == .quantity }
    case .money: targets.targets(of: node.id).contains { $0.kind == .money }
    case .period: targets.targets(of: node.id).contains { $0.kind == .period }
    case .deadline:
      targets.targets(of: node.id).contains { $0.kind == .deadline || $0.deadline != nil }
    case .responsibility:
      departments.responsibilities[departments.responsibilities(of: node.id)]
        .contains { !$0.isInherited }
    case .correction: node.paragraphs.contains { !$0.corrections.isEmpty }
    case .reference: !references.references(of: node.id).isEmpty
    }
  }
}

extension FoldedText {
  /// Whether `pattern`, which is folded and not empty, stands in the text.
  package func contains(_ pattern: [Unicode.Scalar]) -> Bool {
    guard let first = pattern.first, pattern.count <= folded.count else { return false }
    return folded.withUnsafeBufferPointer { text in
      pattern.withUnsafeBufferPointer { pattern in
        let last = text.count - pattern.count
        var index = 0
        while index <= last {
          if text[index] == first {
            var length = 1
            while length < pattern.count, text[index + length] == pattern[length] { length += 1 }
            if length == pattern.count { return true }
          }
          index += 1
        }
        return false
      }
    }
  }
}
