/// What a phrase says in one of the languages that phrases are written in.
///
/// Only literals make one, so that reading the sources finds every text there is. Where something is
/// interpolated, the text is put together when it is asked for, since a phrase in it is said in the
/// language of the whole.
package struct PhraseText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The text, where nothing is interpolated.
  let plain: String
  /// What the text is put together of; nil where nothing is interpolated.
  let parts: [Part]?

  package init(stringLiteral text: String) {
    plain = text
    parts = nil
  }

  package init(stringInterpolation: StringInterpolation) {
    plain = ""
    parts = stringInterpolation.parts
  }

  /// A piece of a text.
  enum Part: Hashable, Sendable {
    /// As it stands in the literal.
    case words(String)
    /// What is interpolated, the same in every language.
    case value(String)
    indirect case phrase(Phrase)
    case list([String])
  }

  /// The text, with the phrases in it in a language.
  func text(in language: Language) -> String {
    guard let parts else { return plain }
    var text = ""
    for part in parts { text += part.text(in: language) }
    return text
  }

  // Written out: what the compiler makes asks for the conformance of arrays before the first frame.
  package static func == (left: PhraseText, right: PhraseText) -> Bool {
    guard left.plain == right.plain else { return false }
    guard let parts = left.parts, let others = right.parts else {
      return left.parts == nil && right.parts == nil
    }
    return parts == others
  }
}

extension PhraseText.Part {
  func text(in language: Language) -> String {
    switch self {
    case .words(let text), .value(let text): text
    case .phrase(let phrase): phrase[language]
    case .list(let names): names.joined(separator: language.listMark)
    }
  }
}

extension PhraseText {
  /// Takes a literal with interpolations apart.
  package struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(2 * interpolationCount + 1)
    }

    package mutating func appendLiteral(_ literal: String) {
      // Between interpolations that touch each other there is nothing.
      if !literal.isEmpty { parts.append(.words(literal)) }
    }

    package mutating func appendInterpolation(_ text: String) { parts.append(.value(text)) }
    package mutating func appendInterpolation(_ text: Substring) {
      parts.append(.value(String(text)))
    }
    package mutating func appendInterpolation(_ number: Int) {
      parts.append(.value(String(number)))
    }
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      parts.append(.value(value.description))
    }

    /// A phrase, in the language of the whole; nothing where there is none.
    package mutating func appendInterpolation(_ phrase: Phrase?) {
      parts.append(phrase.map { .phrase($0) } ?? .value(""))
    }

    /// Names, with the mark between them that the language has for lists.
    package mutating func appendInterpolation(list names: [String]) {
      parts.append(.list(names))
    }
  }
}
