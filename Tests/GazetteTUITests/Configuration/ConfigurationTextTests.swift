import Foundation
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct ConfigurationTextTests {
  private func read(_ text: String) -> UserConfiguration {
    ConfigurationReader.read(Array(text.utf8), path: "/c/config.toml", home: "/home/w")
  }

  private func text(_ configuration: UserConfiguration) -> String {
    ConfigurationText(
      configuration, users: [(.reviewer, "王"), (.database, "/home/w/review.sqlite")]
    ).lines.joined(separator: "\n")
  }

  @Test(arguments: Language.allCases)
  func theSampleReadsBackWithoutMistakes(_ language: Language) {
    var made = UserConfiguration()
    made.choose(.string(language.rawValue), for: .language, from: .builtIn)
    let sample = text(made)
    let again = read(sample)
    #expect(again.mistakes.isEmpty)
    #expect(again.commands.map(\.keys) == CommandTable.commands.map(\.keys))
    for setting in Setting.allCases {
      #expect(again.choice(of: setting)?.value == made.choice(of: setting)?.value)
      #expect(sample.contains("\(setting.name) = "), "\(setting)")
    }
    for command in CommandTable.commands { #expect(sample.contains("\n\(command.id) = ")) }
    for role in StyleRole.allCases { #expect(sample.contains("\n# \(role.word) = "), "\(role)") }
  }

  @Test func everyLineOfTheSampleThatIsARemarkCanBeMadeAValue() {
    let lines = text(UserConfiguration()).split(separator: "\n").map { line in
      line.hasPrefix("# ") && line.contains(" = ") ? String(line.dropFirst(2)) : String(line)
    }
    let again = read(lines.joined(separator: "\n"))
    #expect(again.mistakes.isEmpty)
    #expect(again.colors.count == StyleRole.allCases.count)
    #expect(again.text(.database) == "/home/w/review.sqlite")
  }

  @Test func whatAFileSaysReadsBackTheSameAndNamesItsLine() {
    let configuration = read(
      """
      theme = "none"
      [layout]
      hidden-details = ["page"]
      [review]
      reviewer = "a\\"b\\\\c"
      [colors]
      title = "Bright-Red on #000000, BOLD"
      [keys]
      next-match = ["F9", "g Ctrl-D"]
      repaint = ["W"]
      [keys.text]
      next-match = ["U p"]
      """)
    #expect(configuration.mistakes.isEmpty)
    let written = text(configuration)
    let again = read(written)
    #expect(again.mistakes.isEmpty)
    #expect(again.text(.theme) == "none" && again.list(.hiddenDetails) == ["page"])
    #expect(again.text(.reviewer) == "a\"b\\c")
    #expect(again.colors.map(\.look) == configuration.colors.map(\.look))
    for mode in Mode.allCases {
      let before = KeyMap(configuration.commands)
      let after = KeyMap(again.commands)
      for command in configuration.commands where command.modes.contains(mode) {
        for keys in command.keys {
          let sent = keys.map(KeySpelling.sent)
          #expect(after.command(for: sent, in: mode)?.id == before.command(for: keys, in: mode)?.id)
        }
      }
    }
    #expect(written.contains("theme = \"none\"" + String(repeating: " ", count: 30) + "# 第 1 行"))
    #expect(written.contains("# 第 9 行 · 下一处"))
    #expect(written.contains("[keys.text]\nnext-match = [\"U p\"]"))
  }

  @Test func theSampleOfTheReadmeHasNoMistakes() throws {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.lastPathComponent != "Tests" { folder.deleteLastPathComponent() }
    let readme = try String(
      contentsOf: folder.deletingLastPathComponent().appendingPathComponent("README.md"),
      encoding: .utf8)
    let sample = try #require(
      readme.components(separatedBy: "```toml\n").dropFirst().first?.components(separatedBy: "```")
        .first)
    let configuration = read(sample)
    #expect(configuration.mistakes.isEmpty)
    #expect(configuration.keyLines.count == 4 && configuration.colors.count == 2)
  }

  @Test func whatOverrulesTheFileIsNamed() {
    var configuration = read("language = \"zh\"")
    configuration.choose(.string("en"), for: .language, from: .environment("LANG=en_US.UTF-8"))
    #expect(text(configuration).contains("# LANG=en_US.UTF-8, over line 1"))
    configuration.choose(.boolean(false), for: .mouse, from: .option("--no-mouse"))
    #expect(text(configuration).contains("# --no-mouse"))
  }
}
