import Testing

@testable import GazetteReview

/// Words are found again when the text around them changes.
@Suite struct TextQuoteTests {
  private let old = "加快老旧车辆淘汰。到2021年底前，淘汰国三车辆5000辆。对淘汰车辆给予补贴。"

  private func quote(_ words: String) -> TextQuote {
    let text = Array(old.unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    let start = (0...text.count - wanted.count).first {
      text[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
    return TextQuote((start ?? 0)..<(start ?? 0) + wanted.count, of: text)
  }

  private func found(_ words: String, in new: String) -> (text: String, isChanged: Bool)? {
    let text = Array(new.unicodeScalars)
    return quote(words).place(in: text).map { place in
      (String(String.UnicodeScalarView(text[place.range])), place.isChanged)
    }
  }

  @Test func wordsThatMovedAreFoundWhereTheyAreNow() throws {
    let place = try #require(found("国三车辆5000辆", in: "一、" + old))
    #expect(place == ("国三车辆5000辆", false))
  }

  @Test func ofSeveralPlacesTheOneInTheSameSurroundingsIsMeant() throws {
    let text = Array(("淘汰车辆要快。" + old).unicodeScalars)
    let place = try #require(quote("淘汰车辆").place(in: text))
    #expect(place.range.lowerBound > 20)
  }

  @Test func wordsThatChangedAreFoundBetweenWhatStandsAroundThem() throws {
    let new = old.replacing("国三车辆5000辆", with: "国四以下车辆8000辆")
    let place = try #require(found("国三车辆5000辆", in: new))
    #expect(place == ("国四以下车辆8000辆", true))
  }

  @Test func wordsThatAreGoneWithAllAroundThemAreNotFound() {
    #expect(found("国三车辆5000辆", in: "办好人民满意的教育。") == nil)
  }
}
