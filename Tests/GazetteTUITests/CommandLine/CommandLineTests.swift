import GazetteModel
import GazetteText
import Testing

@testable import GazetteTUI

@Suite struct CommandLineTests {
  @Test func theFastPathKnowsEveryCommand() {
    let names = GazetteCommand.configuration.subcommands.map { $0._commandName }
    #expect(Set(GazetteCommand.commandNames) == Set(names + ["help"]))
  }

  @Test(arguments: [[], ["a.md"], ["a.md", "b", "show"]])
  func pathsNeedNoArgumentParser(arguments: [String]) {
    #expect(Launch.namesOnlyPaths(arguments))
  }

  @Test(arguments: [["show", "1"], ["--lang", "en"], ["a.md", "--lang", "en"], ["help"], [""]])
  func everythingElseDoes(arguments: [String]) {
    #expect(!Launch.namesOnlyPaths(arguments))
  }

  @Test(
    arguments: [
      (["--lang", "zh", "departments", "X"], ["departments", "--lang", "zh", "X"]),
      (
        ["--issue", "a.md", "--lang=en", "show", "1"],
        ["show", "--issue", "a.md", "--lang=en", "1"]
      ),
      (["--lang", "zh", "a.md", "show"], ["--lang", "zh", "a.md", "show"]),
      (
        ["--lang", "zh", "review", "--reviewer", "甲", "assign", "@乙", "--to", "丙"],
        ["review", "assign", "--lang", "zh", "--reviewer", "甲", "@乙", "--to", "丙"]
      ),
      (["archive", "--lang=zh", "list", "a"], ["archive", "list", "--lang=zh", "a"]),
      (["review", "--lang", "zh", "--", "list"], ["review", "--lang", "zh", "--", "list"]),
      (["--", "show"], ["--", "show"]), (["--lang", "show"], ["--lang", "show"]),
      (["show", "--lang", "zh", "1"], ["show", "--lang", "zh", "1"]),
      (["-", "show"], ["-", "show"]), ([], []),
    ])
  func optionsMayStandBeforeTheCommand(given: [String], read: [String]) {
    #expect(GazetteCommand.withCommandFirst(given) == read)
  }

  @Test func safeTextShowsWhatActsOnATerminal() {
    #expect(SafeText.line("一\u{1B}[2J\t\u{9B}\u{202E}二\u{7F}\n") == "一␛[2J \u{FFFD}\u{FFFD}二␡␊")
  }

  @Test(arguments: [nil, 40]) func aLineThatIsPutTogetherIsMadeSafe(_ columns: Int?) {
    for bytes in [[0x1B, 0x5B], [0xE5, 0x1B, 0x5B], [0xE3, 0x80, 0x1B], [0xC2, 0x9B]] as [[UInt8]] {
      var output = TextOutput(columns: columns)
      output.writeCutLine { line in
        line.append("黑")
        bytes.withUnsafeBufferPointer { line.append($0) }
        line.append("土")
      }
      output.writeCutLine { $0.append("黑土") }
      let text = String(decoding: output.bytes, as: UTF8.self)
      #expect(text.hasPrefix("黑") && text.hasSuffix("土\n黑土\n"))
      #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{9B}"))
    }
  }

  @Test func paragraphsAreBrokenToTheWidthOfTheTerminal() {
    var output = TextOutput(columns: 20)
    output.writeParagraph("各部门要高度重视，密切配合，加强监督检查。", indent: 4)
    let lines = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { DisplayWidth.columns(of: String($0)) <= 20 })
    var file = TextOutput(columns: nil)
    file.writeParagraph("各部门要高度重视，密切配合，加强监督检查。", indent: 4)
    #expect(file.bytes.count { $0 == 0x0A } == 1)
  }
}
