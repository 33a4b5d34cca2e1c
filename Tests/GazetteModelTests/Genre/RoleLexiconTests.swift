import GazetteText
import Testing

@testable import GazetteModel

/// Every word of the lexicon is read by every reader that is made from it.
@Suite struct RoleLexiconTests {
  static let verbs = RoleLexicon.verbs.flatMap { list in
    (list.withObject + " " + list.alone).split(whereSeparator: \.isWhitespace)
      .map { (word: String($0), role: list.role) }
  }

  @Test(arguments: verbs) func verbAloneInAParagraphIsRead(_ verb: (word: String, role: Role)) {
    #expect(
      Phrase.read("推进改造。（省教育厅\(verb.word)）") == "\(verb.role.rawValue) 省教育厅")
    #expect(Phrase.read("（省教育厅\(verb.word)）") == "\(verb.role.rawValue) 省教育厅")
  }

  @Test(arguments: verbs) func verbIsReadBehindAnother(_ verb: (word: String, role: Role)) {
    #expect(
      Phrase.read("（省财政厅配合，省教育厅、省民政厅\(verb.word)）")
        == "support 省财政厅 | \(verb.role.rawValue) 省教育厅 + 省民政厅")
  }

  @Test(arguments: verbs) func verbMakesALabel(_ verb: (word: String, role: Role)) {
    for noun in RoleLexicon.labelNouns.split(separator: " ") {
      #expect(
        Phrase.read("推进改造。（\(verb.word)\(noun)：省教育厅）") == "\(verb.role.rawValue) 省教育厅")
    }
  }

  @Test(
    arguments: RoleLexicon.labels.flatMap { list in
      list.words.split(whereSeparator: \.isWhitespace).map { (String($0), list.role) }
    })
  func labelIsRead(_ label: (word: String, role: Role)) {
    #expect(
      Phrase.read("推进改造。（\(label.word)：省教育厅）") == "\(label.role.rawValue) 省教育厅")
  }

  @Test(arguments: ["包干", "盯办", "交办", "兜底", "挂帅", "跟进"])
  func unknownVerbIsAFindingAndNoBody(_ verb: String) {
    for text in [
      "1. 甲事。（省教育厅负责，省民政厅\(verb)）", "1. 甲事。（省教育厅\(verb)，省民政厅负责）", "1. 甲事。（省教育厅\(verb)）",
    ] {
      let reader = ResponsibilityReader(parse("# 某省方案\n\n一、任务\n\n\(text)\n"))
      #expect(reader.findings.map(\.kind) == [.unreadAttribution])
      #expect(reader.findings.first?.lines == LineRange(5))
      #expect(!reader.bodies.contains { $0.name.contains(verb) })
    }
  }

  @Test func bracketThatIsReadWholeIsNoFinding() {
    let reader = ResponsibilityReader(
      parse("# 某省方案\n\n一、任务\n\n1. 甲事（含乙事）。（省教育厅牵头，省民政厅等12个部门配合，2022年6月底前完成）\n"))
    #expect(reader.findings == [])
  }
}
