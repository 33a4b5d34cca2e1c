extension Query: CustomStringConvertible {
  /// The query as text that reads back to the same query.
  public var description: String {
    // Text with how tightly it binds: 1 or, 2 and, 3 a term.
    var stack: [(text: String, precedence: Int)] = []
    func pop() -> (text: String, precedence: Int) { stack.popLast() ?? ("", 3) }
    func bracketed(_ part: (text: String, precedence: Int), above precedence: Int) -> String {
      part.precedence > precedence ? part.text : "(\(part.text))"
    }
    for operation in operations {
      switch operation {
      case .term(let term): stack.append((term.description, 3))
      case .not: stack.append(("-\(bracketed(pop(), above: 2))", 3))
      case .and:
        let right = bracketed(pop(), above: 2)
        stack.append(("\(bracketed(pop(), above: 1)) \(right)", 2))
      case .or:
        let right = bracketed(pop(), above: 1)
        stack.append(("\(bracketed(pop(), above: 0)) | \(right)", 1))
      }
    }
    return pop().text
  }
}

extension QueryTerm: CustomStringConvertible {
  /// The term as text that reads back to the same term.
  public var description: String {
    switch self {
    case .text(let words, let isPhrase): isPhrase ? Self.quoted(words) : words
    case .body(let name, .any): "@\(Self.value(name))"
    case .body(let name, .role(let role)): "\(role.rawValue)@\(Self.value(name))"
    case .body(let name, .inherited): "inherited@\(Self.value(name))"
    case .role(let role): "role:\(role.rawValue)"
    case .document(let name): "doc:\(Self.value(name))"
    case .within(let reference): "in:\(Self.value(reference))"
    case .column(let name): "column:\(Self.value(name))"
    case .kind(let kind): "kind:\(kind.rawValue)"
    case .has(let fact): "has:\(fact.rawValue)"
    case .until(_, let written): "until:\(Self.value(written))"
    case .target(let comparison):
      "target\(comparison.relation.rawValue)\(Self.value(comparison.written))"
    case .issue(let field, let value): "\(field.rawValue):\(Self.value(value))"
    case .review(let field, let value): "\(field.rawValue):\(Self.value(value))"
    }
  }

  /// A value, quoted where it would not read back bare.
  private static func value(_ value: String) -> String {
    let isPlain = value.unicodeScalars.allSatisfy {
      !QueryTokenizer.isSpace($0) && !"()|\"“”".unicodeScalars.contains(QueryTokenizer.narrow($0))
    }
    return isPlain && !value.isEmpty ? value : quoted(value)
  }

  private static func quoted(_ words: String) -> String {
    words.unicodeScalars.contains { QueryTokenizer.narrow($0) == "\"" }
      ? "“\(words)”" : "\"\(words)\""
  }
}
