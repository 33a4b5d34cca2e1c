import Foundation
import Testing

/// The JSON of the commands, as another program reads it.
@Suite struct JSONOutputTests {
  private typealias Object = [String: Any]

  private func outline() throws -> Object {
    try #require(try Program.run("outline", "--json").json() as? Object)
  }

  /// All nodes, each before what is below it.
  private func nodes(of outline: Object) throws -> [Object] {
    var waiting = try #require(outline["documents"] as? [Object])
    var result: [Object] = []
    while !waiting.isEmpty {
      let node = waiting.removeFirst()
      result.append(node)
      waiting.insert(contentsOf: try #require(node["children"] as? [Object]), at: 0)
    }
    return result
  }

  @Test func theFormIsThatOfSortedIndentedJSON() throws {
    let run = try Program.run("outline", "--json")
    let value = try JSONSerialization.jsonObject(with: Data(run.output))
    // Foundation puts a blank before colons and breaks empty brackets; apart from that the bytes
    // are the same.
    let reference = try JSONSerialization.data(
      withJSONObject: value, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    func squeezed(_ bytes: some Collection<UInt8>) -> String {
      String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
    }
    #expect(squeezed(run.output) == squeezed(reference))
    #expect(run.text.hasPrefix("{\n  \"contents\": [\n    {\n      \"column\": "))
    #expect(run.text.hasSuffix("\n}\n"))
  }

  @Test func theIssueIsIdentified() throws {
    let issue = try #require(try outline()["issue"] as? Object)
    #expect(issue["id"] as? String == "2021-11")
    #expect(issue["title"] as? String == "吉林省人民政府公报")
    #expect(issue["year"] as? Int == 2021)
    #expect(issue["number"] as? Int == 11)
    #expect(issue["cumulativeNumber"] as? Int == 847)
    #expect(issue["publicationDate"] as? String == "2021-06-15")
    #expect(issue["sponsor"] as? String == "吉林省人民政府")
    #expect(issue["frequency"] as? String == "半月刊")
  }

  @Test func theContentsPointToTheirDocuments() throws {
    let contents = try #require(try outline()["contents"] as? [Object])
    #expect(contents.first?["column"] as? String == "卷首语")
    #expect(contents.first?["ref"] is NSNull)
    #expect(contents.first?["page"] as? Int == 1)
    #expect(contents.contains { $0["ref"] as? String == "1" && $0["page"] as? Int == 4 })
  }

  @Test func everyNodeHasEveryField() throws {
    let common = [
      "ref", "kind", "number", "printedNumber", "title", "paragraphs", "lines", "otherLines",
      "children",
    ]
    let ofDocuments = [
      "column", "issuers", "documentNumber", "addressees", "signer", "signedOn", "sourceNote",
    ]
    for node in try nodes(of: outline()) {
      for field in common { #expect(node[field] != nil, "\(node["ref"] ?? "?") \(field)") }
      let isDocument = ["document", "attachment"].contains(node["kind"] as? String)
      for field in ofDocuments where isDocument { #expect(node[field] != nil, "\(field)") }
    }
  }

  @Test func everyNonBlankSourceLineIsThereExactlyOnce() throws {
    let source = try String(
      contentsOfFile: Program.repository + "/Content/jilin-2021-11/issue.md", encoding: .utf8)
    var count = [Int](repeating: 0, count: source.components(separatedBy: "\n").count + 1)
    for node in try nodes(of: outline()) {
      let paragraphs = try #require(node["paragraphs"] as? [Object])
      let ranges =
        paragraphs.compactMap { $0["lines"] as? [Int] }
        + (try #require(node["otherLines"] as? [[Int]]))
      for range in ranges {
        for line in range[0]...range[1] { count[line] += 1 }
      }
    }
    let wrong = source.components(separatedBy: "\n").enumerated().filter { index, line in
      !line.allSatisfy(\.isWhitespace) && count[index + 1] != 1
    }
    #expect(wrong.isEmpty)
  }

  @Test func referencesAreUniqueAndShowTheirNode() throws {
    let all = try nodes(of: outline())
    let references = all.compactMap { $0["ref"] as? String }
    #expect(Set(references).count == all.count)
    for reference in ["cover", "contents", "1", "3.1", "3.1/2.3.11", references.last ?? "?"] {
      let shown = try #require(try Program.run("show", reference, "--json").json() as? Object)
      let node = try #require(all.first { $0["ref"] as? String == reference })
      #expect(shown["lines"] as? [Int] == node["lines"] as? [Int])
      #expect(NSDictionary(dictionary: shown)["title"] as? String == node["title"] as? String)
    }
  }

  @Test func findingsHaveKindLinesAndExcerpt() throws {
    let findings = try #require(try Program.run("check", "--json").json() as? [Object])
    #expect(findings.contains { $0["kind"] as? String == "contentsEntryWithoutText" })
    for finding in findings {
      #expect(finding["kind"] is String)
      #expect((finding["lines"] as? [Int])?.count == 2)
      #expect(finding["excerpt"] is String)
    }
  }
}
