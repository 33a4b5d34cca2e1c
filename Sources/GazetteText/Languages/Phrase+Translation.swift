/// Languages beyond those that phrases are written in.
extension Phrase {
  /// What a table says for the phrase; nil where it has nothing.
  ///
  /// Its keys are English texts, with `{0}`, `{1}` … for what is interpolated there. Where one English
  /// text says two things, the Chinese behind it in brackets tells them apart: `read（阅读）`.
  func translated(by table: [String: String], to language: Language) -> String? {
    let key = english.template
    guard let text = table["\(key)（\(chinese.template)）"] ?? table[key] else { return nil }
    return Self.filled(text, with: english.values(in: language))
  }

  /// A text with values in the places `{0}`, `{1}` …; other braces stay.
  static func filled(_ text: String, with values: [String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if let place = Int(rest[rest.index(after: open)..<close]), values.indices.contains(place) {
        result += rest[..<open] + values[place]
      } else {
        result += rest[...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension PhraseText {
  /// The text with `{0}`, `{1}` … for what is interpolated.
  fileprivate var template: String {
    guard let parts else { return plain }
    var template = ""
    var count = 0
    for part in parts {
      if case .words(let words) = part {
        template += words
      } else {
        template += "{\(count)}"
        count += 1
      }
    }
    return template
  }

  /// What is interpolated, in a language.
  fileprivate func values(in language: Language) -> [String] {
    (parts ?? []).compactMap { part in
      if case .words = part { nil } else { part.text(in: language) }
    }
  }
}
