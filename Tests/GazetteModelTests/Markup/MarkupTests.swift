import GazetteModel
import GazetteText
import Testing

@Suite struct MarkupTests {
  private static let notice = """
    # 临江省人民政府办公厅关于加强大气污染防治工作的通知

    临政办发〔2022〕9号

    各市（州）人民政府：

    经省政府同意，现就有关工作通知如下。
    """

  @Test(arguments: [
    "<!-- page: 1 -->\n\n", "<!-- image -->\n\n", "![](images/0a1b2c.jpg)\n\n",
    "<page_number>1</page_number>\n\n", "---\n\n",
    "---\nprimary_language: zh\nis_table: False\n---\n",
    "<!-- a\ncomment over\nlines -->\n\n", "```markdown\n", "<div>\n", "<img src=\"a.png\"/>\n\n",
    "<style>\np { color: red }\n</style>\n\n",
  ])
  func whatIsNoTextAboveTheFirstTitleMakesNoDocument(_ above: String) {
    let issue = parse(above + Self.notice)
    #expect(
      issue.nodes.filter { $0.kind == .document }.map(\.title) == ["临江省人民政府办公厅关于加强大气污染防治工作的通知"])
    #expect(issue.nodes.first?.reference.text == "1")
    #expect(issue.nodes.first?.head?.documentNumber == "临政办发〔2022〕9号")
    #expect(issue.wronglyCountedLines == [])
  }

  @Test(arguments: [
    (#"全省 $\mathrm{PM}_{2.5}$ 平均浓度降到 $30\,\mu\mathrm{g/m^{3}}$ 以下。"#, "全省PM₂.₅平均浓度降到30μg/m³以下。"),
    (#"优良天数比例达到 $90\%$ 以上， $\mathrm{CO_{2}}$ 排放。"#, "优良天数比例达到90%以上，CO₂排放。"),
    (#"改造锅炉 $\geqslant 65$ 蒸吨，面积 $3.5 \times 10^{4}$ 平方米。"#, "改造锅炉≥65蒸吨，面积3.5×10⁴平方米。"),
    (#"$\textcircled{1}$ 建立台账。"#, "建立台账。"),
    (#"温度 $25 ^ { \circ } \mathrm { C }$ 。"#, "温度25℃。"),
    (#"占比 $\frac{1}{3}$ 。"#, "占比1/3。"), (#"浓度 \(\mathrm{O}_3\) 下降。"#, "浓度O₃下降。"),
    ("补助$100到$200不等。", "补助$100到$200不等。"),
    (#"按 $\int_0^1 f(x)dx$ 计。"#, #"按$\int_0^1 f(x)dx$计。"#),
    ("A&amp;B 公司&ldquo;一号&rdquo;&#12289;&#x3000;甲。", "A&B公司“一号”、　甲。"),
    ("R&D 投入。", "R&D投入。"), ("浓度x<y且y>z。", "浓度x<y且y>z。"),
    ("见注[^1]。", "见注¹。"), ("详见[链接](http://a.cn/b)。", "详见链接。"),
    ("甲![图](a.png)乙。", "甲〔图〕乙。"), ("甲<b\n class=\"x\">乙</b>。", "甲乙。"),
    ("甲<!-- 批\n注 -->乙。", "甲乙。"),
  ])
  func whatAReaderSees(_ printed: String, _ expected: String) {
    let issue = parse("# 某省行动方案\n\n" + printed + "\n")
    let texts = issue.nodes.flatMap(\.paragraphs).map(\.text)
    #expect(texts == [expected])
    #expect(issue.wronglyCountedLines == [])
  }

  @Test func aFormulaThatStaysAsPrintedIsNamed() {
    let issue = parse("# 某省行动方案\n\n按 $\\int_0^1 f(x)dx$ 计算。\n")
    #expect(issue.findings.contains { $0.kind == .formula && $0.lines.first == 3 })
  }

  @Test func entitiesAndBreaksBeforeNumbersAreUnits() {
    let issue = parse(
      """
      # 临江省河道管理办法

      <p id="t1">&emsp;&emsp;<b>第一条</b>&emsp;为加强河道管理，制定本办法。</p>
      <p id="t2">&emsp;&emsp;<b>第二条</b>&emsp;下列活动适用本办法：<br>
      &emsp;&emsp;（一）采砂；<br>
      &emsp;&emsp;（二）取水。</p>
      <p id="t3">&emsp;&emsp;<b>第三条</b>&emsp;省水利厅负责全省河道管理工作。</p>
      """)
    #expect(
      issue.nodes.map(\.reference.text) == ["1", "1/1", "1/2", "1/2.1", "1/2.2", "1/3"])
  }

  @Test func aLineEndThatWasNeverTurnedIntoOneEndsALine() {
    let issue = parse("# 某省行动方案\n\n一、总体要求\\n统筹推进。\\n二、任务\\n抓好落实。\n")
    #expect(issue.nodes.compactMap(\.numbering?.printed) == ["一、", "二、"])
    #expect(issue.lineCounts[3] != nil)
  }

  @Test func anImageInsideASentenceDoesNotCutIt() {
    let issue = parse("# 某省行动方案\n\n各地要加强统筹协调，明确目标任务，推动各项\n\n![](a.png)\n\n政策措施落地见效。\n")
    #expect(issue.nodes.flatMap(\.paragraphs).map(\.text) == ["各地要加强统筹协调，明确目标任务，推动各项政策措施落地见效。"])
    #expect(issue.findings.contains { $0.kind == .picture })
  }
}
