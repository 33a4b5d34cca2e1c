import GazetteText

/// Tells text that a spreadsheet would turn into a number, a date, a time or a truth value.
enum SpreadsheetValue {
  /// The longest text that is looked at, in scalars; no written number or date comes near it.
  private static let longest = 48

  /// What stands beside digits in numbers, dates, times and amounts of money.
  private static let signs = " .,:/-+()%$¥£€￥￡元年月日时時分秒上下午"

  /// The words of dates and times, and the e of 1e5.
  private static let words: Set<String> = [
    "e", "a", "p", "am", "pm", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
    "sept",
    "oct", "nov", "dec", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december",
  ]

  /// Whether text could be taken for a value: `1.`, `1/2`, `（1）`, `007`, `6月30日`, `3-4`, `true`.
  ///
  /// Rather too much than too little is taken for a value. A date and a time are only read as one
  /// with a space between them, so that references such as `2021-11:3.1/2` are none.
  static func canBeRead(in text: String) -> Bool {
    var digits = 0
    var colons = 0
    var dashes = 0
    var spaces = 0
    var word = ""
    for (place, printed) in text.unicodeScalars.enumerated() {
      if place == longest { return false }
      let scalar = narrow(printed)
      if ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) {
        word.unicodeScalars.append(scalar)
        continue
      }
      guard isWord(word) else { return false }
      word = ""
      if ("0"..."9").contains(scalar) {
        digits += 1
        continue
      }
      guard signs.unicodeScalars.contains(scalar) else { return false }
      if scalar == ":" { colons += 1 }
      if scalar == "-" || scalar == "/" { dashes += 1 }
      if scalar == " " { spaces += 1 }
    }
    if digits == 0 { return ["true", "false"].contains(word.lowercased()) }
    return isWord(word) && !(colons > 0 && dashes > 0 && spaces == 0)
  }

  private static func isWord(_ word: String) -> Bool {
    word.isEmpty || words.contains(word.lowercased())
  }

  /// The narrow form of a full-width character: spreadsheets in Chinese read １／２ as 1/2.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: return " "
    default: return scalar
    }
  }
}
