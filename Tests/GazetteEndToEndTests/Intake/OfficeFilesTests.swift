import Foundation
import Testing

/// The shipped issue as other programs write it, opened to the same tree and responsibilities as the
/// text that it was made from.
@Suite(.serialized) struct OfficeFilesTests {
  private static let text = Program.repository + "/Content/jilin-2021-11/issue.md"

  /// The text as a page.
  private func page() throws -> String {
    let source = try String(contentsOfFile: Self.text, encoding: .utf8)
    var body = ""
    for line in source.components(separatedBy: "\n") {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.isEmpty { continue }
      let level = line.prefix { $0 == "#" }.count
      let words = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
        .replacingOccurrences(of: "&", with: "&amp;")
      body += level > 0 ? "<h\(level)>\(words)</h\(level)>\n" : "<p>\(words)</p>\n"
    }
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>公报</title></head>"
      + "<body>\n\(body)</body></html>\n"
  }

  private func expectSame(_ path: String, location: SourceLocation = #_sourceLocation) throws {
    let expected = try IssueContent(Self.text)
    let found = try IssueContent(path)
    #expect(found.units == expected.units, sourceLocation: location)
    #expect(found.triples == expected.triples, sourceLocation: location)
  }

  @Test func pagesReadAsTheTextTheyWereMadeFrom() throws {
    let folder = try TemporaryFolder()
    let page = try folder.file("issue.html", try page())
    try expectSame(page)
    let run = try Program.tool(
      ["chromium-headless-shell", "chromium"],
      ["--no-sandbox", "--headless", "--dump-dom", "file://\(page)"], in: folder)
    #expect(run.status == 0)
    try expectSame(folder.file("saved.html", run.output))
  }

  @Test(arguments: [("docx", "MS Word 2007 XML"), ("odt", "writer8")])
  func documentsOfLibreOfficeReadAsTheTextTheyWereMadeFrom(
    _ ending: String, _ filter: String
  ) throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("issue.html", try page())
    let run = try Program.tool(
      ["soffice"],
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
        "--infilter=HTML (StarWriter)", "--convert-to", "\(ending):\(filter)", "issue.html",
      ], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    try expectSame(folder.path + "/issue.\(ending)")
    #expect(try Program.shell("gzip -k '\(folder.path)/issue.\(ending)'").status == 0)
    try expectSame(folder.path + "/issue.\(ending).gz")
  }

  @Test(arguments: ["GB18030", "UTF-16", "UTF-16BE"])
  func textsInOtherEncodingsReadAsTheTextTheyWereMadeFrom(_ encoding: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/issue.txt"
    let run = try Program.shell("iconv -f UTF-8 -t \(encoding) '\(Self.text)' > '\(path)'")
    #expect(run.status == 0)
    try expectSame(path)
  }
}

/// What comes by standard input, and files whose names are no text.
@Suite struct StandardInputTests {
  private static let text = Program.repository + "/Content/jilin-2021-11/issue.md"
  private let other = "# 某省人民政府关于加强管理的通知\n\n各市人民政府：\n\n一、管道来的\n\n1. 加强组织领导。\n"

  @Test func aPipeIsReadWithoutAPathAndByItsName() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("other.md", other)
    for command in [
      "cat '\(path)' | \"$GAZETTE\"", "\"$GAZETTE\" < '\(path)'", "cat '\(path)' | \"$GAZETTE\" -",
      "cat '\(path)' | \"$GAZETTE\" outline --issue -",
      "gzip -c '\(path)' | \"$GAZETTE\" outline --issue -",
    ] {
      let run = try Program.shell(command)
      #expect(run.text.contains("管道来的"), "\(command): \(run.errors)")
      #expect(run.status == 0)
    }
  }

  @Test func theListOfACallerIsLeftToIt() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("other.md", other)
    let run = try Program.shell(
      "printf '%s\\n' '\(path)' '\(path)' '\(path)' | "
        + "while read -r file; do \"$GAZETTE\" \"$file\" | grep -c 管道来的; done")
    #expect(run.lines == ["1", "1", "1"])
    #expect(run.errors.isEmpty)
    let listed = try Program.shell("echo '\(path)' | xargs \"$GAZETTE\"")
    #expect(listed.text.contains("管道来的"))
  }

  @Test func nothingByStandardInputIsNoIssue() throws {
    for redirection in ["</dev/null", "<&-", "< <(true)"] {
      let run = try Program.shell("\"$GAZETTE\" \(redirection)")
      #expect(run.text.contains("2021年第11期"), "\(redirection)")
      #expect(run.errors.isEmpty, "\(run.errors)")
    }
  }

  @Test func whatIsNotReadIsSaid() throws {
    let run = try Program.shell("echo 文字 | \"$GAZETTE\" outline")
    #expect(run.status == 0)
    #expect(run.errors.contains("--issue -"))
  }

  @Test func aNameThatIsNoTextIsOpened() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("other.md", other)
    let run = try Program.shell(
      "cd '\(folder.path)' && mkdir $'\\xb9\\xab' && mv other.md $'\\xb9\\xab/\\xb1\\xa8.md'"
        + " && \"$GAZETTE\" outline --issue $'\\xb9\\xab' && \"$GAZETTE\" $'\\xb9\\xab/\\xb1\\xa8.md'"
        + " && ! \"$GAZETTE\" $'\\xff\\xfe'")
    #expect(run.status == 0)
    #expect(run.text.components(separatedBy: "管道来的").count == 3)
    #expect(run.errors.contains("\u{FFFD}\u{FFFD}"))
  }
}
