/// A text in every language of the interface.
///
/// Chinese and English stand where a text is said. Further languages have a table of their own
/// (`Language.translation`), in which the English text finds theirs.
package struct Phrase: Hashable, Sendable {
  let chinese: PhraseText
  let english: PhraseText

  /// - Parameters:
  ///   - chinese: The Chinese text, a literal.
  ///   - english: The English text, a literal.
  package init(_ chinese: PhraseText, _ english: PhraseText) {
    self.chinese = chinese
    self.english = english
  }

  /// A text that something else says in English, as the declarations of options do.
  package init(english: String, chinese: String) {
    self.chinese = PhraseText(stringLiteral: chinese)
    self.english = PhraseText(stringLiteral: english)
  }

  package subscript(language: Language) -> String {
    if let table = language.translation, let text = translated(by: table, to: language) {
      return text
    }
    return (language == .chinese ? chinese : english).text(in: language)
  }
}
