import GazetteText
import Testing

@testable import GazetteModel

/// What a text does to one that it names, told by the words of its sentence.
@Suite struct RelationTests {
  /// The relation to 《甲办法》 or its number in a sentence.
  private func relation(_ sentence: String, to name: String = "《甲办法》") throws -> ReferenceRelation {
    let issue = HandMadeIssue.make([sentence])
    let reference = try #require(
      CrossReferenceIndex(issue).references.first { $0.text == name }, "\(sentence)")
    return reference.relation(in: issue)
  }

  @Test(arguments: [
    ("本办法自发布之日起施行，《甲办法》同时废止。", ReferenceRelation.repeals),
    ("决定废止《甲办法》。", .repeals),
    ("自即日起不再执行《甲办法》。", .repeals),
    ("《甲办法》（吉政发〔2012〕1号）、《乙办法》（吉政发〔2013〕2号）予以废止。", .repeals),
    ("省政府决定对《甲办法》作出修改。", .amends),
    ("将《甲办法》第三条修改为：“省水利厅负责。”", .amends),
    ("现决定修订《甲办法》，补充两条。", .amends),
    ("《甲办法》（吉政发〔2012〕1号）有效期延长至2025年12月31日。", .extends),
    ("决定延长《甲办法》有效期。", .extends),
    ("现将《甲办法》印发给你们，请认真贯彻执行。", .issues),
    ("根据国家《甲办法》等有关规定，结合本省实际，制定本方案。", .implements),
    ("按照《甲办法》（吉政发〔2012〕1号）要求，修改完善有关制度。", .implements),
    ("严格落实《甲办法》，加强监管。", .implements),
    ("按《甲办法》办理。", .implements),
    ("开展《甲办法》宣传活动。", .mentions),
    ("组织学习修订后的《甲办法》。", .mentions),
    ("省政府印发的《甲办法》是重要抓手。", .mentions),
    ("按时报送《甲办法》学习情况。", .mentions),
  ]) func wordsOfTheSentenceTell(_ sentence: String, _ expected: ReferenceRelation) throws {
    #expect(try relation(sentence) == expected, "\(sentence)")
  }

  @Test func eachNameHasItsOwnVerb() throws {
    let sentence = "依据《甲办法》修订《乙办法》，《丙办法》同时废止。"
    #expect(try relation(sentence) == .implements)
    #expect(try relation(sentence, to: "《乙办法》") == .amends)
    #expect(try relation(sentence, to: "《丙办法》") == .repeals)
  }

  @Test func theNumberInBracketsSharesTheVerbOfItsTitle() throws {
    let sentence = "《甲办法》（吉政发〔2012〕1号）同时废止。"
    #expect(try relation(sentence, to: "吉政发〔2012〕1号") == .repeals)
  }

  @Test func theFirstDocumentOfANameIsMeant() {
    var names = DocumentNames()
    names.add(title: "甲办法", number: "吉政发〔2022〕3号", reference: "2022-05:1")
    names.add(title: "甲办法", number: "吉政发〔2012〕1号", reference: "2012-02:1")
    #expect(names.reference(of: "《甲 办法》") == "2022-05:1")
    #expect(names.reference(of: "吉政发〔2012〕1号") == "2012-02:1")
    #expect(names.reference(of: "《丁办法》") == nil)
  }
}
