import Foundation
import Testing

/// PDF files that a typesetter makes of the shipped issue, opened and converted.
@Suite(.serialized) struct PageFilesTests {
  private static let text = Program.repository + "/Content/jilin-2021-11/issue.md"

  /// Sets the shipped issue with running heads and page numbers.
  private func typeset(columns: Int, in folder: TemporaryFolder) throws -> String {
    let source = try String(contentsOfFile: Self.text, encoding: .utf8)
    var body = ""
    for line in source.components(separatedBy: "\n") {
      let line = line.trimmingCharacters(in: .whitespaces)
        .replacingOccurrences(of: "**", with: "")
      if line.isEmpty { continue }
      let title = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
      body += line.hasPrefix("#") ? "<h3>\(title)</h3>\n" : "<p>\(line)</p>\n"
    }
    let style = """
      @page { size: A4; margin: 2cm; @top-center { content: "吉林省人民政府公报 2021·11" }
        @bottom-center { content: "—" counter(page) "—" } }
      body { font-family: "WenQuanYi Zen Hei"; font-size: 10.5pt; column-count: \(columns);
        column-gap: 8mm; text-align: justify }
      p { text-indent: 2em; margin: 0 } h3 { text-align: center; font-size: 12pt }
      """
    try "<meta charset=utf-8><style>\(style)</style>\(body)"
      .write(toFile: folder.path + "/issue.html", atomically: true, encoding: .utf8)
    let run = try Program.tool(["weasyprint"], ["issue.html", "issue.pdf"], in: folder)
    #expect(run.status == 0)
    return folder.path + "/issue.pdf"
  }

  @Test(arguments: [1, 2]) func aTypesetIssueOpensToTheTreeOfItsText(columns: Int) throws {
    let folder = try TemporaryFolder()
    let path = try typeset(columns: columns, in: folder)
    let (found, expected) = (try IssueContent(path), try IssueContent(Self.text))
    #expect(found.units == expected.units)
    #expect(found.triples == expected.triples)
  }

  @Test func aConvertedFolderOpensToTheSameTree() throws {
    let folder = try TemporaryFolder()
    let path = try typeset(columns: 2, in: folder)
    let target = folder.path + "/converted"
    let run = try Program.run("convert", path, "-o", target)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(
      try Program.run("outline", "--json", "--issue", path).output
        == Program.run("outline", "--json", "--issue", target).output)
    let again = try Program.run("convert", path, "-o", target)
    #expect(again.status == 1)
    #expect(again.errors.contains("文件夹已存在"))
  }

  @Test func anIssueOfPicturesSaysHowToRecogniseIt() throws {
    let folder = try TemporaryFolder()
    try "<meta charset=utf-8><style>@page{size:A4}</style>"
      .write(toFile: folder.path + "/empty.html", atomically: true, encoding: .utf8)
    _ = try Program.tool(["weasyprint"], ["empty.html", "empty.pdf"], in: folder)
    let run = try Program.run("outline", "--issue", folder.path + "/empty.pdf")
    #expect(run.status == 1)
    #expect(run.errors.contains("PDF，1 页，没有文字层（扫描件）"))
    #expect(run.errors.contains("tesseract-ocr-chi-sim"))
    #expect(run.errors.components(separatedBy: "\n").count == 2)
  }

  @Test func aConversionThatFailsLeavesNoFolder() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("cut.pdf", "%PDF-1.7\n1 0 obj\n")
    let run = try Program.run("convert", path, "-o", folder.path + "/new")
    #expect(run.status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/new"))
    let own = folder.path + "/own"
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: false)
    #expect(try Program.run("convert", path, "-o", own).status == 1)
    #expect(FileManager.default.fileExists(atPath: own))
  }

  @Test func aDamagedFileIsOneLine() throws {
    let folder = try TemporaryFolder()
    let path = try typeset(columns: 1, in: folder)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for (index, length) in [9, 100, whole.count / 2].enumerated() {
      let cut = folder.path + "/cut\(index).pdf"
      try whole.prefix(length).write(to: URL(fileURLWithPath: cut))
      let run = try Program.run("outline", "--issue", cut)
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("gazette: "))
      #expect(run.errors.components(separatedBy: "\n").count == 2)
    }
  }
}
