import Testing

@testable import GazetteModel

@Suite struct CrossReferenceTests {
  private let issue = ShippedIssue.load()

  private func found(_ reference: String) -> [String] {
    let index = CrossReferenceIndex(issue)
    guard let node = issue.nodes.first(where: { $0.reference.text == reference }) else { return [] }
    return index.references(of: node.id).map {
      "\($0.text) → \($0.target.map { issue[$0].reference.text } ?? "-")"
    }
  }

  @Test func textsOfTheSameIssueAreResolvedAndOthersAreKept() {
    #expect(found("2/t1") == ["《加快构建吉林产业发展新格局实施方案》 → 2.1"])
    #expect(
      found("3/t1") == [
        "《吉林省空气质量巩固提升行动方案》 → 3.1", "《吉林省水环境质量巩固提升行动方案》 → 3.2",
        "《吉林省土壤环境质量巩固提升行动方案》 → 3.3",
      ])
    #expect(found("2.1/t1") == ["本方案 → 2.1"])
    #expect(
      found("2.1/2.5.21") == [
        "《吉林省互联网医院管理办法(试行)》 → -", "吉卫联发〔2020〕11号 → -",
      ]
        || found("2.1/2.5.21") == [
          "《吉林省互联网医院管理办法（试行）》 → -", "吉卫联发〔2020〕11号 → -",
        ])
  }

  @Test func referrersAreThoseThatNameATextFromElsewhere() {
    let index = CrossReferenceIndex(issue)
    let plan = issue.nodes.first { $0.reference.text == "3.2" }
    let referrers = plan.map { index.referrers(of: $0.id) } ?? []
    #expect(referrers.map { issue[$0.node].reference.text } == ["3/t1"])
  }

  @Test func articlesAreResolvedInTheirLaw() {
    let law = """
      某省水资源条例
      （2020年1月1日某省第十三届人民代表大会常务委员会第一次会议通过）

      第一章 总则

      第一条 为了保护水资源，制定本条例。

      第二条 违反本条例第一条第二款规定的，依照《中华人民共和国水法》第三十一条处理，并依照第九条执行。
      """
    let issue = IssueParser.parse(SourceText(bytes: Array(law.utf8)))
    let references = CrossReferenceIndex(issue).references
    let texts = references.map {
      "\($0.text) → \($0.target.map { issue[$0].numbering?.printed ?? "文件" } ?? "-")"
    }
    #expect(texts.contains("第一条第二款 → 第一条"))
    #expect(texts.contains("第三十一条 → -"))
    #expect(texts.contains("第九条 → -"))
    #expect(texts.contains("《中华人民共和国水法》 → -"))
  }

  @Test func rangesCutTheText() throws {
    for reference in CrossReferenceIndex(issue).references {
      let text = try #require(issue[reference.node].scalars(at: reference.place))
      let cut = String(String.UnicodeScalarView(text[reference.range.start..<reference.range.end]))
      #expect(cut == reference.text)
    }
  }
}
