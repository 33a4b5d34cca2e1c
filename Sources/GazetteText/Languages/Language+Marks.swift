/// The marks by which a language parts words and sentences.
///
/// Who writes a line asks for the mark, never which language it is.
extension Language {
  /// Between a label and what it says.
  package var colon: String { Phrase("：", ": ")[self] }
  /// Between parts of a sentence.
  package var comma: String { Phrase("，", ", ")[self] }
  /// Between the members of a list (顿号).
  package var listMark: String { Phrase("、", ", ")[self] }
  /// Between groups that have commas of their own.
  package var semicolon: String { Phrase("；", "; ")[self] }
  /// Between two sentences.
  package var fullStop: String { Phrase("。", ". ")[self] }

  /// Words that explain, in brackets behind what they explain.
  package func bracketed(_ words: String) -> String { Phrase("（\(words)）", " (\(words))")[self] }

  /// A day, in figures.
  package func day(_ date: CalendarDate) -> String {
    let (year, month, day) = date.digits
    return Phrase(
      "\(date.year)年\(date.month)月\(date.day)日", "\(year)-\(month)-\(day)")[self]
  }

  /// Words that are somebody else's, in quotation marks whose width every terminal agrees on.
  package func quoted(_ words: String) -> String { Phrase("「\(words)」", "\"\(words)\"")[self] }

  /// The language as web pages name it (BCP 47).
  package var tag: String { self == .chinese ? "zh-CN" : rawValue }
}
