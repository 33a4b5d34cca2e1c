import GazetteText
import Testing

@testable import GazetteTUI

@Suite struct StringsTests {
  @Test(arguments: StringKey.allCases)
  func everyTextIsInBothLanguagesWithTheSamePlaces(_ key: StringKey) {
    let phrase = Strings.phrase(key)
    #expect(!phrase[.chinese].isEmpty)
    #expect(!phrase[.english].isEmpty)
    for place in 0..<3 {
      let mark = "{\(place)}"
      #expect(phrase[.chinese].contains(mark) == phrase[.english].contains(mark), "\(key) \(mark)")
    }
    #expect(!phrase[.english].unicodeScalars.contains { $0.value > 0x2E80 }, "\(key)")
  }

  @Test func whatStandsInAPlaceIsNotReadAgain() {
    #expect(Message(.unknownReference, "{0}").text(.english).contains("{0}"))
    #expect(Message(.matchCount, "1", "2").text(.chinese) == "1/2 处")
  }

  @Test(
    arguments: [
      ([:], Language.chinese),
      (["LANG": "C"], .chinese),
      (["LANG": "C.UTF-8"], .chinese),
      (["LANG": "POSIX"], .chinese),
      (["LANG": "zh_CN.UTF-8"], .chinese),
      (["LANG": "en_US.UTF-8"], .english),
      (["LANG": "xx_XX.UTF-8"], .english),
      (["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"], .chinese),
      (["LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"], .english),
      (["LANG": "en_US.UTF-8", "LC_ALL": ""], .english),
    ] as [([String: String], Language)])
  func theLocaleDecidesTheLanguage(_ environment: [String: String], _ language: Language) {
    #expect(Language.from { environment[$0] } == language)
  }
}
