import GazetteText

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
    case .orderIs, .orderIsReversed, .filtersCleared, .toggledOn, .toggledOff, .toggledOnForBody,
      .written, .writtenHere, .markSet:
      true
    case .copySent, .copySentToTmux, .copySentThroughScreen, .copySentLong: true
    case .readingMarksOn, .readingMarksOff, .movesOn, .staysAfterMark, .marked, .markedSeveral,
      .reviewNews, .marksMoved:
      true
    case .assigned, .assignedSeveral, .takenBack, .confirmedMark, .confirmedSeveral, .sentBack,
      .replied, .settled, .unsettled, .closedNow, .reopenedNow, .closedByOther, .returnedToMe,
      .dealtToMe, .repliedHere, .confirmedMine, .markedByOther, .markedByOthers, .teamUndone,
      .teamRedone:
      true
    case .ofArchive, .readAgain: true
    case .undone, .redone, .undoneSeveral, .redoneSeveral, .allReviewed, .beganAgain: true
    case .tookUpUnfinished, .noteKept, .noteFromEditor, .terminalReplaced, .howToLeave,
      .keyForHabit:
      true
    default: false
    }
  }

  /// The sentence in a language.
  ///
  /// - Parameter keys: The reader's key for the name of a command.
  func text(_ language: Language, keys: (Substring) -> String) -> String {
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
