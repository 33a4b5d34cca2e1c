import Foundation
import Testing

/// Files of other formats in restricted mode: those it was started with, read in the fence, and nothing else.
@Suite struct RestrictedFilesTests {
  /// The files, and a home in which nothing may appear.
  private let folder: TemporaryFolder
  private let home: TemporaryFolder
  private let page =
    "<html><meta charset=utf-8><body><h1>某市人民政府关于加强管理的通知</h1><p>一、总则。</p></body></html>"

  init() throws {
    folder = try TemporaryFolder()
    home = try TemporaryFolder()
  }

  /// The files by the names of their formats.
  private func files() throws -> [String: String] {
    let page = try folder.file("issue.html", page)
    var run = try Program.tool(["weasyprint"], ["issue.html", "issue.pdf"], in: folder)
    #expect(run.status == 0)
    run = try Program.shell(
      "cd '\(folder.path)' && gzip -k issue.html && iconv -t GB18030 issue.html > gb.html")
    #expect(run.status == 0)
    let rtf = try folder.file("issue.rtf", "{\\rtf1\\ansi text}")
    return [
      "html": page, "pdf": folder.path + "/issue.pdf", "gzip": folder.path + "/issue.html.gz",
      "gb": folder.path + "/gb.html", "rtf": rtf,
    ]
  }

  /// The environment of somebody whose every program leads elsewhere.
  private func environment() throws -> String {
    let trap = try folder.file("trap", "#!/bin/sh\ntouch '\(home.path)/escaped'\n")
    let names = [
      "pdftotext", "pdftocairo", "pdftoppm", "soffice", "soffice.bin", "gazette-intake",
      "tesseract",
    ]
    let links = names.map { "ln -sf trap '\(folder.path)/\($0)'" }.joined(separator: "; ")
    #expect(try Program.shell("chmod +x '\(trap)'; \(links)").status == 0)
    return "HOME='\(home.path)' XDG_CACHE_HOME='\(home.path)/cache' TMPDIR='\(home.path)' "
      + "PATH='\(folder.path)':$PATH"
  }

  private func expectNothingEscaped(location: SourceLocation = #_sourceLocation) throws {
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: home.path).isEmpty,
      sourceLocation: location)
  }

  @Test func whatItWasStartedWithIsRead() throws {
    let environment = try environment()
    for (format, path) in try files() where format != "rtf" {
      let run = try Program.shell(
        "cd '\(home.path)' && \(environment) \"$GAZETTE\" --restricted '\(path)'")
      #expect(run.status == 0, "\(format): \(run.errors)")
      #expect(run.text.contains("关于加强管理的通知"), "\(format)")
      try expectNothingEscaped()
    }
  }

  @Test func formatsOfOtherProgramsAreRefusedOnOneLine() throws {
    let path = try #require(try files()["rtf"])
    let run = try Program.shell("\(environment()) \"$GAZETTE\" --lang en --restricted '\(path)'")
    #expect(run.status == 1)
    #expect(
      run.errors
        == "gazette: RTF is not read here: \(path): restricted mode starts no other programs\n")
    try expectNothingEscaped()
  }

  @Test func noFileIsReadThatItWasNotStartedWith() throws {
    let files = try files()
    let (page, pdf) = try (#require(files["html"]), #require(files["pdf"]))
    for command in [
      "--issue '\(pdf)' outline", "outline --issue '\(pdf)'", "diff '\(page)' '\(pdf)'",
    ] {
      let run = try Program.shell("\(environment()) GAZETTE_RESTRICTED=1 \"$GAZETTE\" \(command)")
      #expect(run.status != 0, "\(command): \(run.text)")
      #expect(run.output.isEmpty)
    }
    let convert = try Program.shell("\(environment()) \"$GAZETTE\" --restricted convert '\(pdf)'")
    #expect(convert.status == 1)
    #expect(convert.errors.contains("此处只供阅读") || convert.errors.contains("restricted"))
    let session = try TerminalSession("exec \"$GAZETTE\" --restricted '\(page)'")
    try session.waitFor("加强管理")
    for key in [":", "/"] {
      try session.type("\(key)\(pdf)")
      try session.press("Enter")
      try session.waitFor("a refusal") { rows in
        ["没有", "找不到"].contains { rows.last?.contains($0) == true }
      }
      try session.press("C-g")
    }
    try expectNothingEscaped()
  }
}
