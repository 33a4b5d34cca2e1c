import GazetteText

/// What a reviewer decided about a clause (审阅状态). The raw values are those of the command line.
public enum ReviewState: String, Sendable, CaseIterable, Comparable {
  /// Not looked at, or looked at before its text changed (未阅).
  case unread
  /// Read to its end (已阅).
  case read
  /// Agreed to (同意).
  case agreed
  /// To be asked about (存疑).
  case question
  /// Something is wrong with it (问题).
  case problem
  /// Not for this reviewer (非本单位).
  case notours

  /// The mark as one narrow character; a space for unread.
  public var symbol: Character {
    switch self {
    case .unread: " "
    case .read: "·"
    case .agreed: "✓"
    case .question: "?"
    case .problem: "!"
    case .notours: "–"
    }
  }

  /// Whether somebody still has to act on it.
  public var isFlagged: Bool { self == .question || self == .problem }

  public static func < (left: ReviewState, right: ReviewState) -> Bool {
    left.order < right.order
  }

  /// The place in the order of declaration.
  var order: Int {
    switch self {
    case .unread: 0
    case .read: 1
    case .agreed: 2
    case .question: 3
    case .problem: 4
    case .notours: 5
    }
  }
}

extension ReviewState {
  /// The state that a word names: its raw value, or its name in a language of the interface.
  public init?(word: String) {
    let typed = word.lowercased()
    let named = Self.allCases.first { state in
      state.rawValue == typed
        || Language.allCases.contains { state.name(in: $0).lowercased() == typed }
    }
    guard let named else { return nil }
    self = named
  }

  /// The state's name for readers.
  public func name(in language: Language) -> String {
    name[language]
  }

  /// The state's name for readers.
  package var name: Phrase {
    switch self {
    case .unread: Phrase("未阅", "unread")
    case .read: Phrase("已阅", "read")
    case .agreed: Phrase("同意", "agreed")
    case .question: Phrase("存疑", "question")
    case .problem: Phrase("问题", "problem")
    case .notours: Phrase("非本单位", "not ours")
    }
  }
}
