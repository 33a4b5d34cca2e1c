/// The language of the interface; the text of the gazette stays as it is printed.
enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The language that the locale asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is
  /// set decides, as in POSIX. Chinese where it says nothing, as `C` and `C.UTF-8` do.
  static func from(_ variable: (String) -> String?) -> Language {
    named(by: variable)?.language ?? .chinese
  }

  /// The language that the locale names, and the variable that does; nil where it names none.
  static func named(
    by variable: (String) -> String?
  ) -> (language: Language, variable: String)? {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = variable(name), !locale.isEmpty else { continue }
      let language = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased()
      if language.isEmpty || language == "c" || language == "posix" { return nil }
      return (language == "zh" ? .chinese : .english, "\(name)=\(locale)")
    }
    return nil
  }
}

/// A text in every language of the interface.
struct Phrase: Hashable, Sendable {
  let chinese: String
  let english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  subscript(language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

/// A sentence for the reader: a string of the table with what stands in its places `{0}`, `{1}` …,
/// and with the keys of the commands that it names, as `{open-help}`.
struct Message: Hashable, Sendable {
  let key: StringKey
  let arguments: [String]

  init(_ key: StringKey, _ arguments: String...) {
    self.key = key
    self.arguments = arguments
  }

  /// Whether it tells that something was done, not why it could not be.
  var isNotice: Bool {
    switch key {
    case .mouseOn, .mouseOff, .printedOn, .printedOff, .readingOn, .measureIs, .jumpedTo: true
    case .orderIs, .orderIsReversed, .filtersCleared, .toggledOn, .toggledOff, .markSet: true
    case .copySent, .copySentToTmux: true
    case .readingMarksOn, .readingMarksOff, .movesOn, .staysAfterMark, .marked, .markedSeveral: true
    case .undone, .redone, .undoneSeveral, .redoneSeveral, .allReviewed, .beganAgain: true
    case .noteKept, .noteFromEditor, .terminalReplaced: true
    default: false
    }
  }

  /// The sentence in a language.
  ///
  /// - Parameter keys: The reader's key for the name of a command; without it that of the table.
  func text(
    _ language: Language, keys: (Substring) -> String = KeyLabels(CommandTable.commands).label
  ) -> String {
    // Bytes: appending a piece of a string would look through all conformances, before the first
    // frame.
    let pattern = Array(Strings.text(key, language).utf8)
    var result: [UInt8] = []
    var index = 0
    while index < pattern.count {
      guard pattern[index] == UInt8(ascii: "{"),
        let close = pattern[index...].firstIndex(of: UInt8(ascii: "}"))
      else {
        result.append(pattern[index])
        index += 1
        continue
      }
      let name = String(decoding: pattern[(index + 1)..<close], as: UTF8.self)
      if let number = Int(name) {
        if arguments.indices.contains(number) { result += arguments[number].utf8 }
      } else {
        result += keys(Substring(name)).utf8
      }
      index = close + 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
