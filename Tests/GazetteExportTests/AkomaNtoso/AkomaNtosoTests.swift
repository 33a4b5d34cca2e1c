import Foundation
import GazetteModel
import GazetteText
import Testing

@testable import GazetteExport

struct AkomaNtosoTests {
  private static func text(_ id: NodeID? = nil, of issue: GazetteModel.Issue) -> String {
    let departments = DepartmentIndex(issue: issue)
    let targets = TargetIndex(issue)
    let references = CrossReferenceIndex(issue)
    return id.map {
      AkomaNtoso.text(
        of: $0, in: issue, departments: departments, targets: targets, references: references)
    }
      ?? AkomaNtoso.text(
        of: issue, departments: departments, targets: targets, references: references)
  }

  @Test func theSchemaAcceptsTheShippedIssueAndItsUnits() throws {
    let issue = ShippedIssue.load()
    var texts = [Self.text(of: issue)]
    let kinds: Set<NodeKind> = [.document, .attachment, .cover, .contents]
    var seen: [NodeKind: Int] = [:]
    for node in issue.nodes {
      seen[node.kind, default: 0] += 1
      // Every document, and of each other kind the first few.
      if kinds.contains(node.kind) || (seen[node.kind] ?? 0) <= 4 {
        texts.append(Self.text(node.id, of: issue))
      }
    }
    try Schema.accepts(texts)
  }

  @Test func theSchemaAcceptsEveryTextOfTheCorpus() throws {
    var texts: [String] = []
    for name in ["documents", "laws", "issues"] {
      for text in try CorpusTexts.texts(name) {
        let issue = ParsedText.issue(text)
        texts.append(Self.text(of: issue))
        for root in issue.roots { texts.append(Self.text(root, of: issue)) }
      }
    }
    #expect(texts.count > 20)
    try Schema.accepts(texts)
  }

  @Test(arguments: ["", "只有一句话。", "# 题\n", "# 关于<&\"的通知\n\n一、甲\u{1}\u{FFFE}。\n\n一、乙\n\n一、丙\n"])
  func theSchemaAcceptsWhatIsHardlyAText(text: String) throws {
    try Schema.accepts([Self.text(of: ParsedText.issue(text))])
  }

  @Test func aTableHasItsMergedCells() throws {
    let issue = ParsedText.issue(
      """
      # 某市分工表

      分工如下。

      <table><tr><th rowspan="2">序号</th><th colspan="2">责任</th></tr><tr><th>牵头单位</th><th>配合单位</th></tr>\
      <tr><td>1</td><td rowspan="2">市教育局</td><td>市财政局<br>市审计局</td></tr><tr><td>2</td><td>&lt;无&gt;</td></tr></table>
      """)
    let text = Self.text(of: issue)
    #expect(text.contains("rowspan=\"2\""))
    #expect(text.contains("colspan=\"2\""))
    #expect(text.contains("&lt;无>") || text.contains("&lt;无&gt;"))
    #expect(text.contains("g:ref=\"1/t1.r2\""))
    try Schema.accepts([text])
  }

  @Test func aNoticeHasItsPlanAsAttachmentAndItsWordsMarked() {
    let issue = ParsedText.plan
    let text = Self.text(issue.node(at: Reference("1")), of: issue)
    #expect(text.contains("<doc name=\"notice\">"))
    #expect(text.contains("<attachment eId=\"att_1\">"))
    #expect(text.contains("<clause eId=\"att_1__sec_1__subsec_1__clause_1\" g:ref=\"1.1/1.1.1\""))
    #expect(
      text.contains(
        "<role refersTo=\"#att_1__role_lead\"><organization refersTo=\"#att_1__org_省生态环境厅\">"
          + "省生态环境厅</organization></role>"))
    #expect(text.contains("<date date=\"2022-12-31\">2022年底前</date>"))
    #expect(text.contains("<docNumber>某政办发〔2021〕3号</docNumber>"))
    #expect(text.contains("<FRBRnumber value=\"某政办发〔2021〕3号\"/>"))
  }

  @Test func everyLinkToSomethingInsideLeadsThere() {
    for issue in [ShippedIssue.load(), ParsedText.plan] {
      let text = Self.text(of: issue)
      let ids = Set(text.matches(of: /eId="([^"]+)"/).map { String($0.1) })
      let links = text.matches(of: /(?:refersTo|href|source|as|body|role|unit)="#([^"]+)"/)
      #expect(links.count > 4)
      for link in links { #expect(ids.contains(String(link.1)), "\(link.1)") }
    }
  }

  @Test func nothingThatIsReadIsLost() {
    let issue = ShippedIssue.load()
    let text = Self.text(of: issue).replacing(/<[^>]+>/, with: "")
    for paragraph in issue.nodes.flatMap(\.paragraphs) {
      let escaped = paragraph.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
      #expect(text.contains(escaped), "\(paragraph.text.prefix(20))")
    }
  }

  @Test func aDayThatIsNoneIsNotWritten() {
    #expect(WorkIdentity.day(CalendarDate(year: 2021, month: 2, day: 30)) == nil)
    #expect(WorkIdentity.day(CalendarDate(year: 2020, month: 2, day: 29)) == "2020-02-29")
  }
}

/// The schema of Akoma Ntoso, as xmllint applies it.
enum Schema {
  struct Refusal: Error, CustomStringConvertible { let description: String }

  static func accepts(_ texts: [String]) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory.appending(path: "akn-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for (index, text) in texts.enumerated() {
      let url = folder.appending(path: "\(index).xml")
      try Data(text.utf8).write(to: url)
      paths.append(url.path)
    }
    let errors = folder.appending(path: "errors")
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/xmllint")
    process.arguments =
      [
        "--noout", "--nonet", "--huge", "--schema",
        tests.appending(path: "Schema/akomantoso30.xsd").path,
      ] + paths
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus != 0 else { return }
    let lines = try String(contentsOf: errors, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasSuffix(" validates") }
    throw Refusal(description: lines.prefix(5).joined(separator: "\n"))
  }
}

/// The texts that the parser is tested on.
enum CorpusTexts {
  static func texts(_ name: String) throws -> [String] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let url = tests.appending(path: "GazetteModelTests/Corpus/\(name).txt")
    let file = "\n" + (try String(contentsOf: url, encoding: .utf8))
    return file.components(separatedBy: "\n=== ").dropFirst().map { part in
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      return lines.prefix { $0 != "---" }.joined(separator: "\n")
    }
  }
}
