import GazetteModel
import GazetteText
import Testing

@testable import GazetteTUI

@Suite struct SpokenTextTests {
  private func lines(
    of text: String, _ reference: String? = nil, language: Language = .chinese
  ) -> [String] {
    let issue = IssueParser.parse(SourceText(bytes: Array(text.utf8)))
    let spoken = SpokenText(issue: issue, language: language)
    var output = TextOutput(columns: nil)
    if let id = reference.flatMap({ issue.node(at: Reference($0)) }) {
      spoken.writePlace(of: id, to: &output)
      spoken.write(nodes: id.index..<issue[id].subtreeEnd, to: &output)
    } else {
      spoken.write(nodes: issue.nodes.indices, to: &output)
    }
    return String(decoding: output.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }

  private let plan = """
    # 某省空气质量行动方案

    一、重点任务

    （一）加强治理

    1. 推进治理。强化防控。（省生态环境厅牵头，省发展改革委等参与。以下任务均需各地政府负责落实，不再列出）

    2. 加强监管（省工业和信息化厅负责）。加强巡查（责任单位：省公安厅）

    """

  @Test func headingsAreSentences() {
    let lines = lines(of: plan)
    #expect(lines.contains("某省空气质量行动方案。"))
    #expect(lines.contains("一、重点任务。"))
    #expect(lines.contains("（一）加强治理。"))
  }

  @Test func bracketsOfResponsibilityAreSentencesBehindWhatTheyAreFor() {
    let lines = lines(of: plan)
    #expect(
      lines.contains(
        "1. 推进治理。强化防控。责任分工：省生态环境厅牵头，省发展改革委等参与。以下任务均需各地政府负责落实，不再列出。"))
    #expect(lines.contains("2. 加强监管。责任分工：省工业和信息化厅负责。加强巡查。责任单位：省公安厅。"))
  }

  @Test func aUnitSaysWhereItStandsAndWhatItInherits() {
    let lines = lines(of: plan, "1/1.1.2")
    #expect(lines.first == "位于某省空气质量行动方案，一、重点任务，（一）加强治理。")
    #expect(lines.last == "按统一要求，各地政府落实。")
    #expect(!self.lines(of: plan).contains { $0.hasPrefix("按统一要求") })
  }

  @Test func labelsAreInTheLanguageOfTheReader() {
    let lines = lines(of: plan, "1/1.1.2", language: .english)
    #expect(lines.first?.hasPrefix("In 某省") == true)
    #expect(lines.contains { $0.contains("Responsible: 省工业和信息化厅负责。") })
    #expect(lines.last == "As stated before, implement: 各地政府。")
  }

  @Test func everyParagraphOfTheShippedIssueIsOneLineThatEndsLikeASentence() {
    let issue = ShippedIssue.load()
    var output = TextOutput(columns: nil)
    SpokenText(issue: issue, language: .chinese).write(nodes: issue.nodes.indices, to: &output)
    let lines = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n")
    let ends = Set("。；：，、！？.;:”’》）」』)")
    for line in lines { #expect(line.last.map(ends.contains) == true, "\(line)") }
    let paragraphs = issue.nodes.reduce(0) { $0 + $1.paragraphs.count }
    #expect(lines.count >= paragraphs)
  }

  @Test func whatActsOnATerminalIsShownAsAMark() {
    let lines = lines(of: "# 某省人民政府通知\n\n1. 加强\u{1B}[2J\u{202E}管理。\n")
    #expect(lines.contains { $0.contains("加强␛[2J\u{FFFD}管理。") })
  }
}
