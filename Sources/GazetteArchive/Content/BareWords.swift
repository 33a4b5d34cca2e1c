import GazetteText

/// What of a text is compared with another year's: Han and Latin letters, without figures, marks and
/// what goes with dates.
enum BareWords {
  /// The letters of a text.
  static func letters(of text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar {
      case "年", "月", "日", "底", "前", "到", "至": false
      case "a"..."z", "A"..."Z": true
      default: StoredText.isPlainHan(scalar)
      }
    }
  }
}
