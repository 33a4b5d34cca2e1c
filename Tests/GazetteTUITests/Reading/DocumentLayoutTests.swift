import GazetteText
import Testing

@testable import GazetteModel
@testable import GazetteTUI

/// Sets the sample plan.
private func layout(_ root: NodeID, _ measure: Int, isPrinted: Bool = false) -> DocumentLayout {
  DocumentLayout(
    issue: SamplePlan.issue(), root: root, measure: measure,
    options: DocumentLayoutOptions(isPrinted: isPrinted, missingMark: "〔缺〕"))
}

@Suite struct DocumentPages {
  @Test func aNoticeWithItsPlanIsSetAsOneText() {
    let expected = """
              吉林省人民政府办公厅关于印发
        加快构建吉林产业发展新格局实施方案的通知
                  吉政办发〔2021〕6号

      各市（州）人民政府，长白山管委会：
          《加快构建吉林产业发展新格局实施方案》已
      经省政府同意，现印发给你们，请认真贯彻落实。

                          吉林省人民政府办公厅
                             2021年1月26日

          （据2021年5月11日《吉林日报》）


           加快构建吉林产业发展新格局实施方案

      一、总体要求

          深入实施“三个五”战略。

      二、主要工作举措

      （一）细化“一主、六双”产业空间布局
       9. 巩固发展主导产业。紧跟汽车电动化、智能
          化、网联化发展方向，实现关键技术可控。
              建立第三方评估机制，定期评估各地各部
          门重点产业实施情况。
          （1）提升整车生产能力和零部件本地配套
               率，发展新业态。
          （2）发展智慧出行服务。

      10. 分类推动产业核心技术攻关。围绕产业链部署
          创新链。

      （二）加强考核评价。明确责任。
      """
    #expect(layout(SamplePlan.notice, 44).lines.joined(separator: "\n") == expected)
  }

  @Test func theContentsHaveLeadersPagesAndMissingEntries() {
    let expected = """
                                  目录

      卷首语
        千方百计止减量挖增量控变量
          保持经济社会良好发展势头 ..................... 〔缺〕  1

      省政府办公厅文件
        吉林省人民政府办公厅关于印发
          加快构建吉林产业发展新格局实施方案的通知 ............ 11
      """
    let contents = layout(SamplePlan.contents, 60)
    #expect(contents.lines.joined(separator: "\n") == expected)
    #expect(contents.rows[3].role == .missing)
    #expect(contents.entry(atRow: 3) == 0)
    #expect(contents.entry(atRow: 2) == nil)
    #expect(contents.entry(atRow: 8) == 1)
  }

  @Test func theCoverIsCentred() {
    let expected = [
      "           吉林省人民政府公报", "", "              2021年第11期", "",
      "                (半月刊)",
    ]
    #expect(layout(SamplePlan.cover, 40).lines == expected)
  }

  @Test func aLawHasCentredChaptersAndHangingArticles() {
    var made = HandMadeIssue()
    made.add(.document, depth: 0, title: "吉林省某某条例", head: [(.adoption, "（2021年5月27日通过）")])
    made.add(.chapter, depth: 1, number: (.chapter, 1, "第一章"), title: "总则")
    made.add(.clause, depth: 2, number: (.article, 9, "第九条"), "为了规范某某活动，根据有关法律，制定本条例。")
    made.add(.clause, depth: 2, number: (.article, 10, "第十条"), "本条例自公布之日起施行。")
    let set = DocumentLayout(issue: made.issue, root: NodeID(0), measure: 32)
    let expected = [
      "         吉林省某某条例", "     （2021年5月27日通过）", "", "          第一章  总则", "",
      "第九条  为了规范某某活动，根据有", "        关法律，制定本条例。", "", "第十条  本条例自公布之日起施行。",
    ]
    #expect(set.lines == expected)
  }

  @Test func titleSentencesCorrectionsAndHitsAreStyled() {
    var made = HandMadeIssue()
    let correction = Correction(line: 1, printed: "甲", corrected: "乙", reason: "")
    made.add(.document, depth: 0, title: "某某通知")
    made.add(
      .clause, depth: 1, number: (.arabicDot, 1, "1."), title: "加强领导", "加强领导。各地要高度重视。",
      corrections: [.init(correction: correction, range: ScalarRange(6, 8))])
    let set = DocumentLayout(issue: made.issue, root: NodeID(0), measure: 40)
    let segments = set.segments(
      ofRow: 2, matches: [ScalarRange(3, 6), ScalarRange(9, 11)], current: ScalarRange(9, 11))
    #expect(segments.map(\.text) == ["1.", "加强领", "导。", "各", "地要", "高", "度重", "视。"])
    #expect(segments.map(\.column) == [1, 4, 10, 14, 16, 20, 22, 26])
    #expect(
      segments.map(\.style.role)
        == [.number, .heading, .heading, .plain, .corrected, .plain, .plain, .plain])
    #expect(
      segments.map(\.style.isMatch) == [false, false, true, true, false, false, true, false])
    #expect(segments.map(\.style.isCurrentMatch).firstIndex(of: true) == 6)
  }

  @Test func aCombiningMarkIsPaintedWithItsCharacter() {
    var made = HandMadeIssue()
    made.add(.document, depth: 0, title: "某某通知")
    made.add(.text, depth: 1, "cafe\u{301}等")
    let set = DocumentLayout(issue: made.issue, root: NodeID(0), measure: 40)
    let segments = set.segments(ofRow: 2, matches: [ScalarRange(0, 4)])
    #expect(segments.map(\.text) == ["cafe\u{301}", "等"])
    #expect(segments.map(\.column) == [4, 8])
  }

  @Test func aDocumentWithoutTextStillHasARow() {
    var made = HandMadeIssue()
    made.add(.text, depth: 0)
    #expect(DocumentLayout(issue: made.issue, root: NodeID(0), measure: 40).rows.count == 1)
  }
}

@Suite struct DocumentProperties {
  private static let roots = [SamplePlan.cover, SamplePlan.contents, SamplePlan.notice]

  @Test(arguments: 16...120) func noRowLeavesTheMeasure(measure: Int) {
    for root in Self.roots {
      for isPrinted in [false, true] {
        let set = layout(root, measure, isPrinted: isPrinted)
        for index in set.rows.indices {
          var end = 0
          for segment in set.segments(ofRow: index) {
            #expect(segment.column >= end, "pieces overlap in row \(index)")
            end = segment.column + DisplayWidth.columns(of: segment.text)
          }
          #expect(end <= measure)
        }
      }
    }
  }

  @Test(arguments: [16, 24, 40, 80]) func theReadingTextIsWhole(measure: Int) {
    let issue = SamplePlan.issue()
    let set = layout(SamplePlan.notice, measure)
    var shown: [DocumentLayout.TextKey: [Unicode.Scalar]] = [:]
    for row in set.rows {
      guard let part = row.part else { continue }
      let text = set.scalars(of: part, in: row.node)[row.range.start..<row.range.end]
      shown[.init(node: row.node, part: part), default: []] += text
    }
    for index in SamplePlan.notice.index..<issue[SamplePlan.notice].subtreeEnd {
      let node = issue.nodes[index]
      for (number, paragraph) in node.paragraphs.enumerated() {
        #expect(
          shown[.init(node: node.id, part: .paragraph(number))]
            == Array(paragraph.text.unicodeScalars))
      }
      for (number, line) in (node.head?.lines ?? []).enumerated() {
        #expect(shown[.init(node: node.id, part: .head(number))] == Array(line.text.unicodeScalars))
      }
      if let title = node.title, node.kind != .clause {
        #expect(shown[.init(node: node.id, part: .heading)] == Array(title.unicodeScalars))
      }
    }
  }

  @Test func aPositionFindsItsRowAgain() {
    for measure in [16, 40, 80] {
      for isPrinted in [false, true] {
        let set = layout(SamplePlan.notice, measure, isPrinted: isPrinted)
        for index in set.rows.indices where !set.rows[index].isBlank {
          #expect(set.row(of: set.position(ofRow: index)) == index)
        }
      }
    }
  }

  @Test func aResizeKeepsThePlace() {
    let narrow = layout(SamplePlan.notice, 24)
    let wide = layout(SamplePlan.notice, 80)
    for index in narrow.rows.indices {
      let position = narrow.position(ofRow: index)
      let row = wide.rows[wide.row(of: position)]
      #expect(row.node == position.node && row.part == position.part)
      #expect(row.range.contains(position.offset) || row.range.count == 0)
    }
  }

  @Test func rowsOfANodeLieInThoseOfItsParent() {
    let set = layout(SamplePlan.notice, 40)
    for index in SamplePlan.notice.index..<set.issue[SamplePlan.notice].subtreeEnd {
      let node = NodeID(index)
      let rows = set.firstRow(of: node)...set.lastRow(of: node)
      #expect(set.rows[rows.lowerBound].node == node)
      if let parent = set.issue[node].parent {
        #expect(set.firstRow(of: parent) <= rows.lowerBound)
        #expect(set.lastRow(of: parent) >= rows.upperBound)
      }
    }
    #expect(set.lastRow(of: SamplePlan.notice) == set.rows.count - 1)
  }

  @Test func aDocumentWithoutATitleBeginsWithItsText() {
    var made = HandMadeIssue()
    let document = made.add(.document, depth: 0, head: [(.date, "2021年1月26日")])
    made.add(.text, depth: 1, "现提出如下政策措施。")
    let set = DocumentLayout(issue: made.issue, root: document, measure: 40)
    #expect(set.firstRow(of: document) == 0)
    #expect(set.lastRow(of: document) == 2)
  }

  @Test func everyPrintedLineOfADocumentIsShownOnce() {
    let set = layout(SamplePlan.notice, 30, isPrinted: true)
    var shown: [Int: String] = [:]
    for row in set.rows {
      guard case .line(let line) = row.part else { continue }
      #expect((row.marker != nil) == (row.range.start == 0))
      if let marker = row.marker { #expect(marker.text == String(line)) }
      var text = String.UnicodeScalarView()
      text.append(
        contentsOf: set.scalars(of: .line(line), in: row.node)[row.range.start..<row.range.end])
      shown[line, default: ""] += String(text)
    }
    let lines = set.issue[SamplePlan.notice].lines
    for line in lines.first...lines.last {
      let text = set.issue.source.text(ofLine: line)
      #expect(shown[line] == (text.isEmpty ? nil : text))
    }
    #expect(shown.count == shown.keys.filter { lines.contains($0) }.count)
  }

  @Test func theSourceIsShownInPlace() {
    let reading = layout(SamplePlan.notice, 60)
    let printed = layout(SamplePlan.notice, 60, isPrinted: true)
    let position = TextPosition(node: SamplePlan.clause, part: .paragraph(1), offset: 5)
    let row = printed.rows[printed.row(of: position)]
    let line = reading.issue[SamplePlan.clause].paragraphs[1].lines.first
    #expect(row.part == .line(line))
    let back = reading.rows[reading.row(of: printed.position(ofRow: printed.row(of: position)))]
    #expect(back.node == SamplePlan.clause && back.part == .paragraph(1))
  }

  @Test func aStretchOfTextHasItsColumns() throws {
    let set = layout(SamplePlan.notice, 44)
    let first = set.firstRow(of: SamplePlan.clause)
    let inside = try #require(set.columns(of: ScalarRange(2, 4), inRow: first))
    #expect(inside == (8, 4))
    let across = ScalarRange(0, 30)
    let rest = try #require(set.columns(of: across, inRow: first + 1))
    #expect(rest.start == 4)
    #expect(set.columns(of: ScalarRange(0, 2), inRow: first + 1) == nil)
  }
}
