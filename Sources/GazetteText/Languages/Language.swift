/// The language of the interface and of exports; the text of the gazette stays as it is printed.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The names of all languages, as they are chosen by, with a mark between them.
  package static func names(between mark: String) -> String {
    allCases.map(\.rawValue).joined(separator: mark)
  }

  /// What the language says for each English text; nil for those that phrases are written in.
  package var translation: [String: String]? {
    switch self {
    case .chinese, .english: nil
    }
  }

  /// The language that the locale asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is
  /// set decides, as in POSIX. Chinese where it says nothing, as `C` and `C.UTF-8` do; English where
  /// it asks for a language that there is not.
  package static func from(_ variable: (String) -> String?) -> Language {
    named(by: variable)?.language ?? .chinese
  }

  /// The language that the locale names, and the variable that does; nil where it names none.
  package static func named(
    by variable: (String) -> String?
  ) -> (language: Language, variable: String)? {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = variable(name), !locale.isEmpty else { continue }
      let language = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased()
      if language.isEmpty || language == "c" || language == "posix" { return nil }
      return (Language(rawValue: language) ?? .english, "\(name)=\(locale)")
    }
    return nil
  }
}
