import GazetteModel
import GazetteText

/// Where something stands in its file (出处), in words: 第12页 第2栏.
enum PlaceText {
  /// Of a stretch of lines: its pages, and the column in which it begins.
  static func text(_ places: PrintedText.Places, _ language: Language) -> String {
    guard let first = places.first.page, let last = places.last.page, first != last else {
      return text(places.first, language)
    }
    let pages = Phrase("第\(first)—\(last)页", "pp. \(first)–\(last)")[language]
    return pages + column(places.first, language)
  }

  /// Of one line; empty where its format has no pages.
  static func text(_ origin: LineOrigin, _ language: Language) -> String {
    guard let page = origin.page else { return "" }
    return Phrase("第\(page)页", "p. \(page)")[language] + column(origin, language)
  }

  private static func column(_ origin: LineOrigin, _ language: Language) -> String {
    origin.column.map { Phrase(" 第\($0)栏", ", col. \($0)")[language] } ?? ""
  }
}
