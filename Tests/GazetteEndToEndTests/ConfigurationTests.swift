import Foundation
import Testing

@Suite struct ConfigurationTests {
  /// Starts the browser with a configuration in the home of the user.
  private func browser(
    _ configuration: String, _ start: String = "exec \"$GAZETTE\" --fresh", columns: Int = 120,
    locale: String = "C.UTF-8"
  ) throws -> TerminalSession {
    try TerminalSession(
      """
      mkdir -p "$HOME/.config/gazette"
      cat > "$HOME/.config/gazette/config.toml" <<'END'
      \(configuration)
      END
      \(start)
      """, columns: columns, locale: locale)
  }

  @Test func itChangesLanguageThemeLayoutAndKeys() throws {
    let session = try browser(
      """
      language = "en"
      theme = "none"
      [layout]
      details = true
      [keys]
      open-help = ["F2"]
      next-document = ["g Ctrl-N", ")"]
      """)
    let first = try session.waitFor("F2 help")
    #expect(!first.contains { $0.contains("? help") })
    // No colour of the 256 and none of the eight.
    #expect(try !session.styledScreen().contains("[38;5"))
    #expect(
      try session.styledScreen().range(of: "\u{1B}\\[3[0-7]m", options: .regularExpression) == nil)
    try session.press("F2")
    try session.waitFor("g Ctrl-N  )")
    try session.press("q")
    try session.press("Q")
    try session.waitFor("No key Q here; F2 for help")
    try session.press("q")
    try session.waitForDeath()
  }

  @Test func itsColoursAreThoseOnTheScreen() throws {
    let session = try browser("[colors]\nborder = \"201, bold\"")
    try session.waitFor("帮助")
    #expect(try session.styledScreen().contains("38;5;201"))
  }

  @Test func itsLanguageCountsBeforeTheLocaleAndAnOptionBeforeBoth() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("c.toml", "language = \"en\"\n")
    let outline = try Program.run("outline", "--config", file, locale: "zh_CN.UTF-8")
    #expect(outline.text.contains("Contents"))
    let chinese = try Program.run(
      "outline", "--config", file, "--lang", "zh", locale: "en_US.UTF-8")
    #expect(!chinese.text.contains("Contents"))
    let silent = try folder.file("d.toml", "theme = \"dark\"\n")
    let english = try Program.run("outline", "--config", silent, locale: "en_US.UTF-8")
    #expect(english.text.contains("Contents"))
  }

  @Test func aBrokenOneStillOpensAndSaysSo() throws {
    let session = try browser(
      """
      them = "dark"
      language = "en
      [keys]
      open-help = ["F2"]
      next-match = ["x"]
      """)
    let screen = try session.waitFor("config.toml 第 1 行：没有“them”这一项（共 3 处，见 gazette config）")
    #expect(screen.contains { $0.contains("目录") })
    try session.press("Down")
    try session.waitFor("F2 帮助")
    try session.press("q")
    try session.waitForDeath()
  }

  @Test func theCommandListsEveryMistakeWithItsLine() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "c.toml", "theme = \"drak\"\n\n[keys]\nnext-unred = [\"d\"]\nnext-match = [\"x\"]\n")
    let result = try Program.run("config", "--config", file, "--lang", "en")
    #expect(result.status == 1)
    #expect(
      result.errors == """
        gazette: theme cannot be “drak”: \(file):1: did you mean dark?
        gazette: no action is called next-unred: \(file):4: did you mean next-unread?
        gazette: “x” was the key of mark-read; this line holds: \(file):5: give it another, or write mark-read = []

        """)
    #expect(result.text.contains("next-match = [\"x\"]"))
    #expect(result.text.contains("mark-read = []"))
  }

  @Test func theAdviceOfAMistakeIsAccepted() throws {
    let folder = try TemporaryFolder()
    let lines = "[keys]\nnext-unread = [\"q\"]\n"
    let first = try Program.run(
      "config", "--config", folder.file("a.toml", lines), "--lang", "en")
    #expect(first.status == 1)
    let advice = try #require(first.errors.components(separatedBy: "such as ").last)
    #expect(advice.hasPrefix("quit = ["))
    let followed = try Program.run(
      "config", "--config", folder.file("b.toml", lines + advice), "--lang", "en")
    #expect(followed.errors == "")
    #expect(followed.status == 0)
  }

  @Test func aLineThatWouldLeaveNoWayOutIsNotApplied() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("c.toml", "[keys]\nnext-match = [\"q\", \"Esc\", \"Enter\"]\n")
    let result = try Program.run("config", "--config", file, "--lang", "zh")
    #expect(result.status == 1)
    // Each line that says so is about keys which stay where they were.
    for line in result.errors.split(separator: "\n") where line.contains("无法退出") {
      #expect(line.contains("仍用原来的键"))
    }
    #expect(!result.text.contains("quit = []"))
  }

  @Test func whatTheCommandPrintsIsAConfigurationWithoutMistakes() throws {
    let result = try Program.shell(
      """
      cd "$(mktemp -d)" && "$GAZETTE" config > sample.toml &&
        "$GAZETTE" config --config sample.toml > /dev/null && "$GAZETTE" config --no-mouse --reviewer 王
      """)
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(
      result.lines.contains { $0.hasPrefix("mouse = false ") && $0.hasSuffix("# --no-mouse") })
    #expect(
      result.lines.contains { $0.hasPrefix("reviewer = \"王\" ") && $0.hasSuffix("# --reviewer") })
  }

  @Test func aFileThatIsNamedMustBeThere() throws {
    let result = try Program.run("config", "--config", "/nowhere/c.toml", "--lang", "en")
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("gazette: cannot be read"))
    #expect(try Program.shell("HOME=/nowhere \"$GAZETTE\" config").status == 0)
  }

  @Test func theReviewIsKeptWhereItSays() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "c.toml", "[review]\nreviewer = \"王\"\ndatabase = \"\(folder.path)/r.sqlite\"\n")
    let result = try Program.run("review", "undo", "--config", file)
    #expect(result.errors.contains("王"))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/r.sqlite"))
  }

  @Test func textOfTheFileCannotReachTheTerminalUnseen() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("c\u{1B}[2J.toml", "\"\\u001B[2J\" = 1\n\"\u{202E}x\" = 2\n")
    let result = try Program.run("config", "--config", file)
    #expect(result.status == 1)
    #expect(
      !(result.errors + result.text).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }
}
