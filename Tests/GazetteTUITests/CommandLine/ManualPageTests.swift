import Foundation
import GazetteText
import Testing

@testable import GazetteTUI

@Suite struct ManualPageTests {
  @Test(arguments: [(Language.english, "gazette.1"), (.chinese, "gazette.zh_CN.1")])
  func thePageIsCurrent(language: Language, name: String) throws {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.lastPathComponent != "Tests" { folder.deleteLastPathComponent() }
    let file = folder.deletingLastPathComponent().appendingPathComponent(
      "Documentation/\(name)")
    let document = try ManualPage.document(in: language)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try document.write(to: file, atomically: true, encoding: .utf8)
      Testing.Issue.record("recorded \(name)")
      return
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written == document, "stale; RECORD=1 writes it again")
  }

  @Test func thePageNamesEveryCommandAndKey() throws {
    let document = try ManualPage.document(in: .chinese)
    for name in GazetteCommand.commandNames where name != "help" {
      #expect(document.contains(".SS \"gazette \(name)\""), "\(name)")
    }
    for command in CommandTable.commands {
      let keys = command.keys.map(\.label).joined(separator: "  ")
      #expect(document.contains(Roff.escaped(keys, asTyped: true)), "\(command.id)")
    }
  }

  @Test func theSampleOfThePageHasNoMistakes() throws {
    let sample = ManualText.configurationSample.split(separator: "\n").filter { $0.hasPrefix("  ") }
    let text = sample.joined(separator: "\n")
    let configuration = ConfigurationReader.read(Array(text.utf8), path: "sample")
    #expect(configuration.mistakes.isEmpty)
    #expect(configuration.keyLines.count == 3)
    let document = try ManualPage.document(in: .chinese)
    for setting in Setting.allCases {
      #expect(document.contains(Roff.escaped(setting.path, asTyped: true)))
    }
  }

  /// Everything that help and manual page say is there in Chinese.
  @Test func theHelpSpeaksChinese() throws {
    var texts = ManualText.description + ManualText.sections.flatMap { $0.entries.map(\.1) }
    texts += [ManualText.keys, ManualText.configuration, ManualText.configurationSample]
    texts += (ManualText.configured + ManualText.examples).map(\.1)
    var commands = [try CommandDescription.root()]
    while let command = commands.popLast() {
      texts += [command.abstract, command.discussion] + command.arguments.map(\.abstract)
      commands += command.subcommands
    }
    for text in texts where !text.isEmpty {
      #expect(HelpCatalogue.chinese[text] != nil, "\(text)")
    }
    let used = Set(texts)
    let complaints = ["'--script' and '--linear'", "--stdin takes", "Give REF"]
    for text in HelpCatalogue.chinese.keys where !used.contains(text) {
      #expect(complaints.contains { text.hasPrefix($0) }, "not said any more: \(text)")
    }
  }

  @Test(arguments: Language.allCases)
  func theHelpOfACommandFitsEightyColumns(language: Language) throws {
    let root = try CommandDescription.root()
    let paths = root.subcommands.flatMap { command in
      [[command.name]] + command.subcommands.map { [command.name, $0.name] }
    }
    for words in [[]] + paths {
      let (path, command) = root.command(named: words)
      var output = TextOutput(columns: 80)
      CommandHelp(language: language, path: path, command: command).write(to: &output)
      let lines = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n")
      #expect(lines.count > 5)
      #expect(lines.allSatisfy { DisplayWidth.columns(of: String($0)) <= 80 }, "\(path)")
    }
  }

  @Test(
    arguments: [
      ("Unknown option '--foo'. Did you mean '--json'?", "没有这个选项: --foo: 是否应为 --json？"),
      ("Missing expected argument '<reference>'", "缺少参数: <reference>: 用法见 gazette show --help"),
      ("Missing value for '--lang <zh|en>'", "选项后缺值: --lang <zh|en>: 用法见 gazette show --help"),
      (
        "The value 'xx' is invalid for '--lang <zh|en>'. Please provide one of 'zh' and 'en'.",
        "这个值不能用: --lang <zh|en> xx: 可用：zh, en"
      ),
      ("2 unexpected arguments: 'a', 'b\u{1B}'", "多余的参数: a b␛: 用法见 gazette show --help"),
    ])
  func aComplaintIsOneLineInTheReadersLanguage(sentence: String, line: String) {
    let complaint = ArgumentComplaint(
      language: .chinese, sentence: sentence, path: ["gazette", "show"])
    #expect(complaint.line == "gazette: " + line)
  }

  /// groff breaks Chinese only where it is told to.
  @Test func aChineseTextCanBeBrokenButNotBeforeAMark() {
    #expect(Roff.escaped("打开（各路径）的公报，a b") == #"打\:开\:（各\:路\:径）\:的\:公\:报，\:a b"#)
    #expect(Roff.escaped("--lang zh", asTyped: true) == #"\-\-lang zh"#)
    #expect(Roff.escaped("plain text") == "plain text")
  }

  @Test func nothingOfATextIsReadAsARequest() {
    var page = Roff()
    page.text(".SH \\fBx")
    page.entry("'--a", "'b")
    #expect(page.output == "\\&.SH \\efBx\n.TP\n\\fB\\(aq\\-\\-a\\fR\n\\&'b\n")
  }
}
