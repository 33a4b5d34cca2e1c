/// The language of the interface; the text of the gazette stays as it is printed.
enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The language that the locale asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is
  /// set decides, as in POSIX. Chinese where it says nothing, as `C` and `C.UTF-8` do.
  static func from(_ variable: (String) -> String?) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = variable(name), !locale.isEmpty else { continue }
      let name = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased()
      return name.isEmpty || ["c", "posix", "zh"].contains(name) ? .chinese : .english
    }
    return .chinese
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

/// A sentence for the reader: a string of the table with what stands in its places `{0}`, `{1}` ….
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
    case .readingMarksOn, .readingMarksOff, .movesOn, .staysAfterMark, .markedSeveral: true
    case .undone, .redone, .undoneSeveral, .redoneSeveral, .allReviewed, .beganAgain: true
    case .noteKept, .noteFromEditor: true
    default: false
    }
  }

  /// The sentence in a language.
  func text(_ language: Language) -> String {
    let pattern = Array(Strings.text(key, language).utf8)
    var result: [UInt8] = []
    var index = 0
    while index < pattern.count {
      if pattern[index] == UInt8(ascii: "{"), index + 2 < pattern.count,
        pattern[index + 2] == UInt8(ascii: "}")
      {
        let number = Int(pattern[index + 1]) - Int(UInt8(ascii: "0"))
        if arguments.indices.contains(number) { result += arguments[number].utf8 }
        index += 3
      } else {
        result.append(pattern[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
