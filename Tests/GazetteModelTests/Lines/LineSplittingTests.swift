import GazetteModel
import Testing

/// Lines in which the print ran several things together.
@Suite struct LineSplittingTests {
  /// The titles of the documents of an issue in which the second title follows an ending of the first document.
  private func titles(behind ending: String, before rest: String = "") -> [String?] {
    let issue = parse(
      """
      # 某省人民政府公报

      2021年第1期

      # 目录

      某省人民政府关于加强管理的通知 (1)
      某省人民政府关于任免干部的通知 (2)

      # 某省人民政府关于加强管理的通知

      各市人民政府：

      一、加强管理。严格执行有关规定，落实各项责任。

      \(ending)某省人民政府关于任免干部的通知\(rest)

      各市人民政府：

      任命张三为某局局长。

      """)
    return issue.nodes.filter { $0.kind == .document }.map(\.title)
  }

  @Test(arguments: ["特此通知。", "特此通知。某省人民政府2021年2月24日", "特此通知。 "])
  func aTitleThatWasRunOnBehindTheEndOfADocumentBeginsTheNext(ending: String) {
    #expect(titles(behind: ending) == ["某省人民政府关于加强管理的通知", "某省人民政府关于任免干部的通知"])
  }

  /// A second document whose title the contents do not list, behind a note that closes the first.
  private func pair(_ joint: String) -> [String?] {
    let issue = parse(
      """
      # 某省人民政府办公厅关于加强冬季供暖工作的通知

      某政办发〔2022〕5号

      各市人民政府：

      一、做好供暖准备。各市要提前检修设备。

      二、加强监管。省住房城乡建设厅要加强监管。\(joint)某省人民政府办公厅关于印发湿地保护方案的通知

      某政办发〔2022〕6号

      各市人民政府：

      一、总体要求。保护湿地。

      某省人民政府办公厅

      2022年3月5日

      """)
    return issue.nodes.filter { $0.kind == .document }.map(\.title)
  }

  @Test(arguments: [
    "（此件公开发布）", "（此件主动公开）", "(此件公开发布)", "［此件公开发布］", "（此件依申请公开）", "（此件删减后公开） ",
    "（信息公开选项：主动公开） ", "（公开方式：主动公开）", "（主动公开）", "（此页无正文）",
  ])
  func nothingOfADocumentStandsBehindTheNoteThatClosesIt(_ note: String) {
    let wanted = ["某省人民政府办公厅关于加强冬季供暖工作的通知", "某省人民政府办公厅关于印发湿地保护方案的通知"]
    #expect(pair("\n\n某省人民政府办公厅\n\n2022年3月1日\n\n\(note)") == wanted)
    #expect(pair("\n\n某省人民政府办公厅\n\n2022年3月1日\(note)\n\n") == wanted)
    #expect(pair("\(note)") == wanted)
    #expect(pair("\n\n某省人民政府办公厅2022年3月1日\(note)") == wanted)
  }

  /// As a recogniser leaves them: pages lost, a character misread, other breaks than in the title.
  @Test func contentsWithoutTheirPageNumbersEndWhereATitleStandsAgain() {
    let issue = parse(
      """
      某省人民政府公报
      2021年第11期
      目录
      CONTENTS
      卷首语
      千方百计保持经济社会良好
      发展势头…( 工 )
      省委办公厅文件
      中共某省委办公厅某省人民政府办公厅关于
      激发人才活力支持人才服务乡村振兴的政策措施
      省政府办公厅文件
      某省人民政府办公厅关于印发加快构建产业
      发展新格局实施方案的通知 (某政办发【2021] 6 号)
      (11)
      中共某省委办公打某省人民政府办公厅
      关于激发人才活力支持人才服务乡村振兴的政策措施
      乡村振兴，关键在人。现提出如下政策措施。
      一、加快培育人才
      1. 实施培训计划。依托高等院校开展培训。

      """)
    let documents = issue.nodes.filter { $0.kind == .document }
    #expect(documents.count == 1)
    #expect(documents.first?.title?.hasSuffix("关于激发人才活力支持人才服务乡村振兴的政策措施") == true)
    #expect(issue.contents.map(\.column) == ["卷首语", "省委办公厅文件", "省政府办公厅文件"])
  }

  @Test func aSentenceThatSpeaksOfSuchANoteIsNotDivided() {
    let issue = parse("# 办法\n\n第一条 公文末尾应当标注（此件公开发布）字样。\n\n第二条 （此件公开发布）的标注由办公室负责。\n")
    let texts = issue.nodes.flatMap(\.paragraphs).map(\.text)
    #expect(texts.contains { $0.contains("应当标注（此件公开发布）字样。") })
    #expect(texts.contains { $0.contains("（此件公开发布）的标注") })
  }

  @Test func aTitleInTheMiddleOfASentenceBeginsNothing() {
    #expect(
      titles(behind: "请认真贯彻", before: "的精神，抓好落实。") == ["某省人民政府关于加强管理的通知"])
  }

  /// Numbers that count the titles of contents are no pages, and one that begins a second line neither.
  @Test func numbersThatCountTitlesAreNoPages() {
    func issue(_ contents: String) -> GazetteModel.Issue {
      parse(
        """
        某省人民政府公报

        目录

        \(contents)

        关于推进甲事项改革的通知

        一、推进甲事。

        关于做好一百个乙项目的通知

        一、推进乙事。
        """)
    }
    let counted = issue("1 关于推进甲事项改革的通知\n\n2 关于做好一百个乙项目的通知")
    #expect(counted.contents.map(\.title) == ["关于推进甲事项改革的通知", "关于做好一百个乙项目的通知"])
    #expect(counted.contents.map(\.page) == [nil, nil])
    let paged = issue("（3）关于推进甲事项改革的通知\n\n（9）关于做好一百个乙项目的通知")
    #expect(paged.contents.map(\.page) == [3, 9])
  }
}
