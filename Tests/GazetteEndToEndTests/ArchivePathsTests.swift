import Foundation
import Testing

/// Many issues named one by one, as `gazette *.md` does, open as an archive.
@Suite struct ArchivePathsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/more", withIntermediateDirectories: true)
    for number in 1...12 { _ = try folder.file("\(number).md", Self.text(number)) }
    for number in 13...15 { _ = try folder.file("more/\(number).md", Self.text(number)) }
  }

  private static func text(_ number: Int) -> String {
    let publication = number % 5 == 0 ? "乙省人民政府公报" : "甲省人民政府公报"
    return """
      # \(publication)

      2021年第\(number)期

      # 关于第\(number)件事的通知

      一、要求

      1. 推进第\(number)批黑土地保护。到20\(21 + number)年底前完成。（省生态环境厅牵头）

      """
  }

  /// - Parameter paths: As the shell takes them, in the folder of the issues.
  private func browse(
    _ paths: String, options: String = "", locale: String = "zh_CN.UTF-8",
    size: (Int, Int) = (100, 30)
  ) throws -> TerminalSession {
    try TerminalSession(
      """
      cd '\(folder.path)' && XDG_CACHE_HOME='\(folder.path)/cache' "$GAZETTE" \(options) \(paths)
      echo "状态 $?"; read line
      """, columns: size.0, rows: size.1, locale: locale)
  }

  private var indexes: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache/gazette")
    return (names ?? []).filter { $0.hasSuffix(".gazette-index") }
  }

  @Test func manyPathsAreListedNarrowedOpenedAndSearched() throws {
    let session = try browse("*.md more")
    try session.waitFor("文库 15期", "乙省人民政府公报", "2021年第15期")
    try session.type("f")
    try session.type("乙省")
    try session.waitFor("only one publication") { rows in
      !rows.contains { $0.contains("甲省人民政府公报") }
    }
    try session.press("Enter")
    try session.press("Enter")
    try session.waitFor("关于第15件事的通知", "返回文库")
    try session.type("q")
    try session.waitFor("文库 15期")
    try session.type("/")
    try session.type("第7批")
    try session.press("Enter")
    try session.waitFor("推进第7批黑土地保护")
    try session.type("3")
    try session.waitFor("2036-12")
    try session.type("q")
    try session.type("q")
    try session.type("q")
    try session.waitFor("状态 0")
    #expect(indexes.count == 1)
  }

  /// In another order it is the same archive; what changed, came and went meanwhile is taken up.
  @Test func theirIndexIsKeptUpWhateverTheirOrder() throws {
    let paths = "*.md more gone.md"
    let first = try browse(paths)
    try first.waitFor("文库 15期", "1个文件无法读取")
    try first.type("G")
    try first.waitFor("gone.md: 没有这个文件")
    try first.type("q")
    try first.waitFor("状态 0")
    _ = try folder.file("gone.md", Self.text(16))
    _ = try folder.file("3.md", Self.text(30))
    try FileManager.default.removeItem(atPath: folder.path + "/more/14.md")
    let second = try browse("more gone.md ./1?.md $(ls ?.md | sort -r) 12.md more/")
    try second.waitFor("文库 15期", "2021年第30期", "2021年第16期")
    try second.waitFor("what is gone") { rows in !rows.contains { $0.contains("2021年第14期") } }
    try second.type("q")
    try second.waitFor("状态 0")
    #expect(indexes.count == 1)
  }

  @Test func aTextThatChangesIsReadAgainWhereTheReaderIs() throws {
    let session = try browse("*.md more")
    try session.waitFor("文库 15期")
    try session.type("f")
    try session.type("第11期")
    try session.press("Enter")
    try session.press("Enter")
    try session.waitFor("推进第11批黑土地保护")
    _ = try folder.file("11.md", Self.text(11).replacing("第11批", with: "第九十九批"))
    try session.waitFor("第九十九批", "已重新读入")
  }

  /// 公报 and 通知 in GBK, whose bytes show alike.
  @Test func namesAreBytes() throws {
    let session = try browse(
      """
      *.md $(cp 1.md "$(printf '\\271\\253\\261\\250.md')"; sed -i s/2021/2019/ "$(printf '\\271\\253\\261\\250.md')"
      cp 2.md "$(printf '\\315\\250\\326\\252.md')"; sed -i s/2021/2018/ "$(printf '\\315\\250\\326\\252.md')"
      printf '\\271\\253\\261\\250.md \\315\\250\\326\\252.md')
      """)
    try session.waitFor("文库 14期")
    try session.type("f")
    try session.type("2018")
    try session.press("Enter")
    try session.press("Enter")
    try session.waitFor("关于第2件事的通知", "返回文库")
  }

  /// What is compared is open together; so is what standard input brings, what a reference is of, and what
  /// is read by those who write nothing.
  @Test(arguments: [
    ("", "*.md"), ("", "*.md nowhere.md 1.md"), ("--restricted", "*.md more"),
    ("--at 2021-15:1", "*.md more"), ("", "- *.md more < 1.md"),
  ]) func theOthersOpenInOneTree(options: String, paths: String) throws {
    let session = try browse(paths, options: options)
    // The tab of contents and documents of several issues.
    try session.waitFor("1 目录", "- 甲省人民政府公报/2021-", "封面")
    #expect(indexes.isEmpty)
  }

  @Test func withoutATerminalTheirOutlinesArePrinted() throws {
    let run = try Program.shell(
      "cd '\(folder.path)' && XDG_CACHE_HOME='\(folder.path)/cache' \"$GAZETTE\" *.md more")
    #expect(run.status == 0 && run.text.contains("第15件事") && run.text.contains("第1件事"))
    #expect(indexes.isEmpty)
  }

  @Test func whereNoIndexCanBeKeptTheyOpenThemselves() throws {
    let session = try TerminalSession(
      """
      cd '\(folder.path)' && XDG_CACHE_HOME=/proc/nowhere "$GAZETTE" *.md more; echo "状态 $?"; read line
      """, columns: 100, rows: 30)
    try session.waitFor("- 甲省人民政府公报/2021-01", "1 目录")
    try session.type("q")
    try session.waitFor("状态 0", "无法写入索引")
  }
}
