import GazetteText

/// Reads the text of a query. Never fails: what cannot be read is named and left out, the rest
/// filters.
public struct QueryParser {
  /// A query with what was not understood in it.
  public struct Result: Hashable, Sendable {
    /// The query that could be read.
    public let query: Query
    /// What of the text could not be read, in its order.
    public let diagnostics: [QueryDiagnostic]
    /// Where each of the query's terms stands in the text, in order.
    public let termRanges: [ScalarRange]
  }

  /// How deep brackets may nest.
  static let deepest = 64

  private enum Operator: Equatable {
    case or, and, not
    case open(Int)

    /// How tightly it binds; an open bracket holds everything off.
    var precedence: Int {
      switch self {
      case .open: 0
      case .or: 1
      case .and: 2
      case .not: 3
      }
    }
  }

  private let text: [Unicode.Scalar]
  private var diagnostics: [QueryDiagnostic] = []
  private var termRanges: [ScalarRange] = []
  /// Steps that leave one result each; nil for what could not be read.
  private var operands: [[Query.Operation]?] = []
  private var operators: [Operator] = []
  private var expectsTerm = true
  private var depth = 0
  private var bracketsPassedOver = 0

  private init(_ text: String) {
    self.text = Array(text.unicodeScalars)
  }

  /// Reads a query.
  public static func parse(_ text: String) -> Result {
    var parser = QueryParser(text)
    return parser.parse()
  }

  private mutating func parse() -> Result {
    for place in QueryTokenizer.tokens(of: text) {
      switch place.token {
      case .word: term(at: place.range)
      case .phrase(let unclosed): phrase(place, unclosed: unclosed)
      case .or: or(at: place.range)
      case .not: not(at: place.range)
      case .open: open(at: place.range)
      case .close: close(at: place.range)
      }
    }
    finish()
    return Result(
      query: Query(operations: (operands.last ?? nil) ?? []),
      diagnostics: diagnostics.sorted { $0.range.start < $1.range.start }, termRanges: termRanges)
  }

  // MARK: Tokens

  private mutating func term(at range: ScalarRange) {
    switch QueryTermReader(text: text, range: range).read() {
    case .term(let term):
      termRanges.append(range)
      operand([.term(term)])
    case .unreadable(let diagnostic):
      diagnostics.append(diagnostic)
      operand(nil)
    }
  }

  private mutating func phrase(_ place: QueryTokenizer.Place, unclosed: Bool) {
    if unclosed { report(.unclosedQuote, place.range) }
    let words = String(String.UnicodeScalarView(text[place.content.start..<place.content.end]))
    guard !FoldedText(words).isEmpty else {
      if !unclosed { report(.missingValue, place.range) }
      operand(nil)
      return
    }
    termRanges.append(place.range)
    operand([.term(.text(words, isPhrase: true))])
  }

  private mutating func or(at range: ScalarRange) {
    if expectsTerm {
      report(.missingTerm, range)
    } else {
      push(.or)
      expectsTerm = true
    }
  }

  private mutating func not(at range: ScalarRange) {
    guard range.end < text.count, !QueryTokenizer.isSpace(text[range.end]) else {
      report(.missingTerm, range)
      return
    }
    if !expectsTerm { push(.and) }
    operators.append(.not)
    expectsTerm = true
  }

  private mutating func open(at range: ScalarRange) {
    guard depth < Self.deepest else {
      if bracketsPassedOver == 0 { report(.tooDeep, range) }
      bracketsPassedOver += 1
      return
    }
    if !expectsTerm { push(.and) }
    operators.append(.open(range.start))
    depth += 1
    expectsTerm = true
  }

  private mutating func close(at range: ScalarRange) {
    if bracketsPassedOver > 0 {
      bracketsPassedOver -= 1
      return
    }
    guard depth > 0 else {
      report(.unopenedBracket, range)
      return
    }
    if expectsTerm {
      if case .open = operators.last {
        report(.emptyBrackets, range)
      } else {
        report(.missingTerm, range)
      }
      operand(nil)
    }
    closeBracket()
  }

  private mutating func finish() {
    if expectsTerm, !operators.isEmpty {
      if operators.contains(where: { $0 == .or || $0 == .not || $0 == .and }) {
        report(.missingTerm, ScalarRange(max(0, text.count - 1), text.count))
      }
      operand(nil)
    }
    while depth > 0 {
      if let place = operators.lazy.compactMap({
        if case .open(let place) = $0 { place } else { nil }
      }).last {
        report(.unclosedBracket, ScalarRange(place, place + 1))
      }
      closeBracket()
    }
    reduce(downTo: 1)
  }

  // MARK: The stack

  private mutating func operand(_ steps: [Query.Operation]?) {
    if !expectsTerm { push(.and) }
    operands.append(steps)
    expectsTerm = false
    applyNot()
  }

  private mutating func applyNot() {
    while operators.last == .not {
      operators.removeLast()
      if let last = operands.indices.last { operands[last]?.append(.not) }
    }
  }

  private mutating func push(_ next: Operator) {
    reduce(downTo: next.precedence)
    operators.append(next)
  }

  private mutating func closeBracket() {
    reduce(downTo: 1)
    if !operators.isEmpty { operators.removeLast() }
    depth -= 1
    expectsTerm = false
    applyNot()
  }

  /// Joins operands while the last operator binds at least as tightly as `precedence`.
  private mutating func reduce(downTo precedence: Int) {
    while let last = operators.last, last.precedence >= precedence, operands.count >= 2 {
      operators.removeLast()
      guard let right = operands.removeLast() else { continue }
      let place = operands.count - 1
      if operands[place] == nil {
        operands[place] = right
      } else {
        operands[place]?.append(contentsOf: right)
        operands[place]?.append(last == .or ? .or : .and)
      }
    }
  }

  private mutating func report(_ reason: QueryDiagnostic.Reason, _ range: ScalarRange) {
    let words = String(String.UnicodeScalarView(text[range.start..<range.end]))
    diagnostics.append(QueryDiagnostic(reason: reason, range: range, text: words))
  }
}
