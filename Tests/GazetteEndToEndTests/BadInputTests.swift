import Foundation
import Testing

/// What happens to files that are no issue, or a damaged one.
@Suite struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A small text that is an issue.
  private let text = """
    # 某省人民政府关于加强管理的通知

    各市人民政府：

    一、总体要求

    1. 加强组织领导。各部门要高度重视。

    2. 加强监督检查。各部门要密切配合。

    """

  /// Checks that both commands and the browser refuse `path` with one line that has `words`.
  private func expectRefusal(
    of path: String, _ words: String, location: SourceLocation = #_sourceLocation
  ) throws {
    for run in [
      try Program.run(path), try Program.run("outline", "--issue", path),
      try Program.run("check", "--json", "--issue", path),
    ] {
      #expect(run.status == 1, sourceLocation: location)
      #expect(run.output.isEmpty, sourceLocation: location)
      #expect(run.errors.hasPrefix("gazette: "), sourceLocation: location)
      #expect(run.errors.contains(words), "\(run.errors)", sourceLocation: location)
      #expect(run.errors.filter { $0 == "\n" }.count == 1, sourceLocation: location)
    }
  }

  @Test func nothingIsThere() throws {
    try expectRefusal(of: folder.path + "/nowhere.md", "没有这个文件")
  }

  @Test func theFileIsEmpty() throws {
    try expectRefusal(of: folder.file("empty.md", ""), "空的")
    try expectRefusal(of: folder.file("blank.md", " \n\t\r\n\n"), "空的")
    try expectRefusal(of: folder.file("mark.md", "\u{FEFF}\n"), "空的")
    try expectRefusal(of: "/dev/null", "空的")
  }

  @Test func theFolderHoldsNoIssue() throws {
    try expectRefusal(of: folder.path, "没有公报")
    _ = try folder.file("picture.png", "x")
    try expectRefusal(of: folder.path, "没有公报")
    _ = try folder.file("a.md", text)
    #expect(try Program.run(folder.path).status == 0)
    // Several texts are several issues.
    _ = try folder.file("b.txt", text)
    #expect(try Program.run(folder.path).lines.contains { $0.hasPrefix("b:1 ") })
    _ = try folder.file("issue.md", text)
    #expect(try Program.run(folder.path).status == 0)
  }

  @Test func theEncodingIsAnother() throws {
    let plain = try Program.run("outline", "--issue", folder.file("text.md", text))
    for encoding in ["UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "GB2312"] {
      let path = folder.path + "/\(encoding).md"
      let run = try Program.shell(
        "iconv -f UTF-8 -t \(encoding) '\(folder.path)/text.md' > '\(path)'")
      #expect(run.status == 0)
      let outline = try Program.run("outline", "--issue", path)
      #expect(outline.errors.isEmpty, "\(outline.errors)")
      #expect(outline.lines.dropFirst() == plain.lines.dropFirst())
    }
  }

  @Test func theFileIsNoText() throws {
    let program = try Program.shell("head -c 100000 \"$GAZETTE\"").output
    try expectRefusal(of: folder.file("program", program), "不是能读的格式")
    let noise = (0..<4096).map { UInt8(truncatingIfNeeded: ($0 &* 7919) >> 3 ^ $0 &* 31) }
    try expectRefusal(of: folder.file("noise", noise), "不是")
  }

  @Test func theFileCannotBeRead() throws {
    let file = try folder.file("text.md", text)
    try expectRefusal(of: file + "/below", "无法读取")
    let loop = folder.path + "/loop.md"
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    try expectRefusal(of: loop, "无法读取")
  }

  @Test func theFileIsTooLarge() throws {
    let path = folder.path + "/large.md"
    let run = try Program.shell("head -c 50000000 /dev/zero | tr '\\0' a > '\(path)'")
    #expect(run.status == 0)
    try expectRefusal(of: path, "32 MiB")
    try expectRefusal(of: "/dev/zero", "32 MiB")
  }

  @Test func oneLongLineIsStillRead() throws {
    let line = String(repeating: "各部门要高度重视。", count: 200_000)
    let path = try folder.file("long.md", "# 某省人民政府通知\n\n\(line)\n")
    let run = try Program.run("outline", "--issue", path)
    #expect(run.status == 0)
    #expect(run.text.contains("某省人民政府通知"))
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    let plain = try Program.run("outline", "--issue", folder.file("issue", text))
    let marked = try Program.run("outline", "--issue", folder.file("issue", "\u{FEFF}" + text))
    #expect(plain.status == 0)
    #expect(marked.output == plain.output)
  }

  @Test func damagedTextIsReadAndTheDamageListed() throws {
    let bytes = Array(text.utf8) + [0x0A, 0xE5, 0x90, 0x0A, 0x00, 0x41, 0x0A]
    let path = try folder.file("damaged.md", bytes)
    #expect(try Program.run("outline", "--issue", path).text.contains("总体要求"))
    let check = try Program.run("check", "--json", "--issue", path)
    #expect(check.text.contains("\"notUTF8\""))
    #expect(check.text.contains("U+0000"))
    #expect(try Program.run("check", "--strict", "--issue", path).status == 1)
  }

  @Test func escapeSequencesNeverReachTheTerminal() throws {
    let hostile = "\u{1B}[31m红\u{1B}]0;title\u{7}\u{9B}2J\u{202E}倒\u{200B}\u{7F}\u{8}"
    let path = try folder.file("hostile.md", text + "\n3. 加强\(hostile)保障。各部门要落实。\n")
    for arguments in ["", "outline", "show 1", "show 1 --source", "check", "outline --json"] {
      let flag = arguments.isEmpty ? "" : "--issue"
      let run = try Program.shell("\"$GAZETTE\" \(arguments) \(flag) '\(path)'")
      #expect(run.status == 0)
      let acting = run.text.unicodeScalars.filter {
        let value = $0.value
        return value < 0x20 && value != 0x0A || (0x7F...0x9F).contains(value)
          || (0x200B...0x200F).contains(value) || (0x202A...0x202E).contains(value)
      }
      #expect(acting.isEmpty, "\(arguments): \(acting)")
    }
    #expect(
      try Program.run("check", "--json", "--issue", path).text.contains("\"hiddenCharacters\""))
  }

  @Test func fileNamesAreMadeSafeToo() throws {
    let run = try Program.run(folder.path + "/\u{1B}[31mred\n.md")
    #expect(run.status == 1)
    #expect(!run.errors.contains("\u{1B}"))
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test(arguments: [
    ("{", "第 1 行"), ("{\n\"corrections\": [{\"line\": 1,}]}", "第 2 行"),
    ("{\"correctoins\": []}", "correctoins"),
    (#"{"corrections": [{"line": "1"}]}"#, "corrections[0].line"),
    (#"{"identity": {"publicationDate": "2021-02-30"}}"#, "identity.publicationDate"), ("[]", "{"),
  ])
  func aBadManifestIsNamedWithItsPlace(manifest: String, words: String) throws {
    _ = try folder.file("issue.md", text)
    _ = try folder.file("manifest.json", manifest)
    try expectRefusal(of: folder.path, words)
  }

  @Test func aManifestSaysWhatTheIssueIs() throws {
    _ = try folder.file("issue.md", text)
    _ = try folder.file(
      "manifest.json",
      """
      { "identity": { "id": "2022-3", "title": "某省人民政府公报", "year": 2022, "number": 3 },
        "corrections": [ { "line": 7, "printed": "高度", "corrected": "高 度", "reason": "test" } ] }
      """)
    let run = try Program.run("outline", "--json", "--issue", folder.path)
    #expect(run.status == 0)
    #expect(run.text.contains(#""id": "2022-3""#))
    #expect(run.text.contains(#""title": "某省人民政府公报""#))
    #expect(run.text.contains("高 度"))
  }
}
