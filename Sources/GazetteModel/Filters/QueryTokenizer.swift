import GazetteText

/// Cuts the text of a query into words, phrases and operators; full-width forms count as their
/// half-width ones.
struct QueryTokenizer {
  enum Token: Equatable {
    case word, phrase(unclosed: Bool), or, not, open, close
  }

  /// A token with its stretch; of a phrase `content` is what stands between the quotation marks.
  struct Place: Equatable {
    let token: Token
    let range: ScalarRange
    let content: ScalarRange
  }

  private let text: [Unicode.Scalar]
  private let closings: [Int: Int]
  private var index = 0

  init(_ text: [Unicode.Scalar]) {
    self.text = text
    closings = Self.closingBrackets(in: text)
  }

  /// The tokens in order.
  static func tokens(of text: [Unicode.Scalar]) -> [Place] {
    var tokenizer = QueryTokenizer(text)
    var result: [Place] = []
    while let next = tokenizer.next() { result.append(next) }
    return result
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }

  /// The operator that a scalar stands for, in half width.
  static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "（": "("
    case "）": ")"
    case "｜": "|"
    case "－": "-"
    case "！": "!"
    case "＠": "@"
    case "：": ":"
    case "＂": "\""
    default: scalar
    }
  }

  private mutating func next() -> Place? {
    while index < text.count, Self.isSpace(text[index]) { index += 1 }
    guard index < text.count else { return nil }
    let start = index
    switch Self.narrow(text[index]) {
    case "(": return single(.open)
    case ")": return single(.close)
    case "|": return single(.or)
    case "-", "!": return single(.not)
    case "\"", "“":
      let content = quoted()
      return Place(
        token: .phrase(unclosed: index == content.end), range: ScalarRange(start, index),
        content: content)
    default: break
    }
    word()
    return Place(
      token: .word, range: ScalarRange(start, index), content: ScalarRange(start, index))
  }

  private mutating func single(_ token: Token) -> Place {
    index += 1
    let range = ScalarRange(index - 1, index)
    return Place(token: token, range: range, content: range)
  }

  /// Passes a quotation and returns what stands in it: “ closes with ”, " with " of either width.
  private mutating func quoted() -> ScalarRange {
    let close: Unicode.Scalar = text[index] == "“" ? "”" : "\""
    index += 1
    let start = index
    while index < text.count, text[index] != close, Self.narrow(text[index]) != close { index += 1 }
    let content = ScalarRange(start, index)
    if index < text.count { index += 1 }
    return content
  }

  /// Passes a word. A value behind : or @ or a comparison may be quoted; brackets that open and
  /// close inside a word belong to it: 各市(州)政府. Any other quotation mark ends the word and begins a
  /// phrase.
  private mutating func word() {
    let start = index
    while index < text.count {
      let scalar = Self.narrow(text[index])
      if Self.isSpace(scalar) {
        guard joinsComparison(from: start) else { return }
        while index < text.count, Self.isSpace(text[index]) { index += 1 }
        continue
      }
      switch scalar {
      case "|", ")": return
      case "\"", "“":
        if isBehindFieldName(from: start) {
          let before = index
          if quoted().end < index { return }
          index = before
        }
        return
      case "(":
        guard index > start, let close = closings[index] else { return }
        index = close
      default: break
      }
      index += 1
    }
  }

  /// Whether what stands before `index` is a name with its first : or @ or comparison.
  private func isBehindFieldName(from start: Int) -> Bool {
    let comparisons = "<>=≥≤＝＞＜".unicodeScalars
    func isSign(_ scalar: Unicode.Scalar) -> Bool {
      ":@".unicodeScalars.contains(Self.narrow(scalar)) || comparisons.contains(scalar)
    }
    let signs = text[start..<index].drop { !isSign($0) }
    guard let first = signs.first else { return false }
    return signs.count == 1
      || (comparisons.contains(first)
        && signs.allSatisfy { comparisons.contains($0) || Self.isSpace($0) })
  }

  /// Whether the space at `index` stands around the sign of a comparison: target > 80%.
  private func joinsComparison(from start: Int) -> Bool {
    let signs = "<>=≥≤＝＞＜".unicodeScalars
    let word = text[start..<index]
    guard let last = word.last else { return false }
    let name = word.prefix { !signs.contains($0) }
    guard QueryWords.targets.contains(QueryWords.folded(String(String.UnicodeScalarView(name))))
    else {
      return false
    }
    var next = index
    while next < text.count, Self.isSpace(text[next]) { next += 1 }
    guard next < text.count else { return false }
    return signs.contains(last) ? name.endIndex < word.endIndex : signs.contains(text[next])
  }

  /// Where each bracket that opens closes before a space, a quotation mark or an or. Found for all
  /// at once: from each bracket anew it would take the square of the text.
  private static func closingBrackets(in text: [Unicode.Scalar]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var open: [Int] = []
    for (index, scalar) in text.enumerated() {
      if isSpace(scalar) {
        open.removeAll(keepingCapacity: true)
        continue
      }
      switch narrow(scalar) {
      case "(": open.append(index)
      case ")": if let start = open.popLast() { result[start] = index }
      case "\"", "|": open.removeAll(keepingCapacity: true)
      default: break
      }
    }
    return result
  }
}
