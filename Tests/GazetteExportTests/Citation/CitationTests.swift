import GazetteModel
import Testing

@testable import GazetteExport

struct CitationTests {
  private func citation(
    _ reference: String, _ style: Citation.Style = .gongwen,
    in issue: GazetteModel.Issue = ShippedIssue.load()
  ) throws -> String {
    let id = try #require(issue.node(at: Reference(reference)))
    return Citation(of: id, in: issue).text(style)
  }

  @Test func aClauseOfAPlanIsCitedByItsNoticeAndAttachment() throws {
    #expect(
      try citation("3.1/2.3.11")
        == "《吉林省人民政府办公厅关于印发吉林省空气、水环境、土壤环境质量巩固提升三个行动方案的通知》（吉政办发〔2021〕10号）"
        + "附件1《吉林省空气质量巩固提升行动方案》第二部分第（三）节第11条，载《吉林省人民政府公报》2021年第11期")
  }

  @Test func aDocumentHasThePageThatTheContentsGive() throws {
    #expect(try citation("2").hasSuffix("（吉政办发〔2021〕6号），载《吉林省人民政府公报》2021年第11期第11页"))
    #expect(try citation("4").contains("决定》（2021年5月27日通过），载"))
  }

  @Test func theStandardTakesAGazetteForASerial() throws {
    #expect(
      try citation("2.1/2.1.1", .gbt7714)
        == "吉林省人民政府办公厅. 吉林省人民政府办公厅关于印发加快构建吉林产业发展新格局实施方案的通知: "
        + "吉政办发〔2021〕6号, 附件1 加快构建吉林产业发展新格局实施方案, 第二部分第（一）节第1条[J]. "
        + "吉林省人民政府公报, 2021(11): 11.")
    #expect(
      try citation("1", .gbt7714).hasPrefix("中共吉林省委办公厅, 吉林省人民政府办公厅. 中共吉林省委办公厅"))
  }

  @Test func anArticleOfALawIsNamedAlone() throws {
    let law = ParsedText.issue(
      """
      # 某某省河湖长制条例

      （2019年3月28日某某省第十三届人民代表大会常务委员会第十次会议通过）

      # 第一章　总　则

      第一条　为了加强河湖管理保护，制定本条例。

      第二条　河湖长应当履行下列职责：

      （一）组织制定实施方案；

      （二）协调解决重大问题。
      """)
    #expect(
      try citation("1/1.2.2", in: law) == "《某某省河湖长制条例》（2019年3月28日通过）第二条第（二）项")
    #expect(try citation("1/1", in: law).hasSuffix("第一章"))
  }

  @Test func titlesInsideATitleHaveSingleMarks() {
    #expect(Citation.inTitleMarks("关于印发《某方案》的通知") == "《关于印发〈某方案〉的通知》")
  }

  @Test func noCitationHasAReferenceCode() throws {
    let issue = ShippedIssue.load()
    for node in issue.nodes {
      for style in Citation.Style.allCases {
        let text = Citation(of: node.id, in: issue).text(style)
        #expect(
          !text.contains("/") && !text.contains("cover") && !text.isEmpty, "\(node.reference)")
      }
    }
  }

  @Test func severalCitationsStandOnALineEach() throws {
    let issue = ShippedIssue.load()
    let ids = issue.roots.suffix(2)
    let text = Citation.text(of: ids.map { Citation(of: $0, in: issue) }, .gbt7714)
    #expect(text.split(separator: "\n").map { $0.prefix(4) } == ["[1] ", "[2] "])
  }
}
