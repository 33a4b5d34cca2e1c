import GazetteText
import Testing

@testable import GazetteTUI

@Suite struct ConfigurationReaderTests {
  private func read(_ text: String) -> UserConfiguration {
    ConfigurationReader.read(Array(text.utf8), path: "/c/config.toml", home: "/home/w")
  }

  private func mistakes(_ text: String) -> [ConfigurationMistake.Kind] {
    read(text).mistakes.map(\.kind)
  }

  @Test func everySettingIsTaken() {
    let configuration = read(
      """
      language = "en"
      theme = "none"
      [layout]
      measure = 60
      mouse = false
      reading = true
      details = true
      hidden-details = ["page", "responsibilities"]
      [review]
      marks-on-reading = false
      moves-on-after-mark = false
      reviewer = "王"
      database = "~/review.sqlite"
      """)
    #expect(configuration.mistakes.isEmpty)
    let options = LaunchOptions(configuration)
    let settings = Settings(options)
    #expect(settings.language == .english && !settings.usesMouse && settings.measure == 60)
    #expect(settings.isReading && settings.showsDetails)
    #expect(settings.hiddenDetails == ["page", "responsibilities"])
    #expect(!settings.marksOnReading && !settings.movesOnAfterMark)
    #expect(options.isColorless && options.reviewer == "王")
    #expect(options.reviewDatabase == "/home/w/review.sqlite")
  }

  @Test func withoutAFileEverythingIsAsItIsMade() {
    let settings = Settings(LaunchOptions(UserConfiguration()))
    #expect(settings == Settings())
  }

  // MARK: Priorities

  @Test func optionsCountBeforeTheEnvironmentAndThatBeforeTheFile() {
    var configuration = read("\nlanguage = \"en\"")
    #expect(configuration.choice(of: .language)?.origin == .file(line: 2))
    configuration.choose(.string("zh"), for: .language, from: .environment("LANG=zh_CN.UTF-8"))
    #expect(configuration.language == .chinese)
    configuration.choose(.string("en"), for: .language, from: .option("--lang"))
    #expect(configuration.language == .english)
    #expect(configuration.choice(of: .language)?.origin == .option("--lang"))
    #expect(configuration.choice(of: .language)?.overruled == 2)
  }

  @Test func aLocaleThatNamesNoLanguageLeavesItToTheFile() {
    #expect(Language.named(by: { ["LANG": "C.UTF-8"][$0] }) == nil)
    #expect(Language.named(by: { ["LANG": "xx_XX.UTF-8"][$0] })?.language == .english)
    #expect(Language.named(by: { ["LC_ALL": "", "LANG": "zh_TW"][$0] })?.variable == "LANG=zh_TW")
  }

  // MARK: Mistakes

  @Test func mistakesNameTheirLineAndTheRestApplies() {
    let configuration = read(
      """
      langauge = "en"
      theme = "drak"
      [layout]
      measure = 4000
      mouse = "no"
      reading = true
      """)
    #expect(configuration.mistakes.map(\.line) == [1, 2, 4, 5])
    #expect(configuration.isOn(.reading))
    #expect(configuration.number(.measure) == Settings().measure)
    #expect(configuration.mistakes[0].remedy[.english] == "did you mean language?")
    #expect(configuration.mistakes[2].what[.english].contains("32 to 160, not 4000"))
  }

  @Test func theNearestWordIsNamed() {
    #expect(
      read("[keys]\nnext-unred = [\"d\"]").mistakes[0].remedy[.english]
        == "did you mean next-unread?"
    )
    #expect(read("[keys]\nunread = [\"d\"]").mistakes[0].remedy[.english].contains("unread"))
    #expect(
      read("[keys.txet]\ndown = [\"d\"]").mistakes[0].remedy[.english] == "did you mean text?")
    #expect(read("[colors]\ntitel = \"red\"").mistakes[0].remedy[.english] == "did you mean title?")
    #expect(read("[colors]\ntitle = \"rad\"").mistakes[0].remedy[.english] == "did you mean red?")
    #expect(read("[keys]\ndown = [\"PgDwn\"]").mistakes[0].remedy[.english] == "did you mean PgDn?")
    #expect(read("measure = 40").mistakes[0].remedy[.english] == "it belongs in [layout]")
    #expect(read("[review]\nlanguage = \"en\"").mistakes[0].remedy[.english].contains("before"))
    #expect(read("theme = dark").mistakes[0].remedy[.english] == "write \"dark\"")
  }

  @Test func aNameThatIsRepeatedCountsOnce() {
    let configuration = read(
      "language = \"en\"\nlanguage = \"zh\"\n[keys]\ndown = [\"F9\"]\ndown = [\"K\"]")
    #expect(
      configuration.mistakes.map(\.kind) == [
        .repeated("language", line: 1), .repeated("keys.down", line: 4),
      ])
    #expect(configuration.language == .english)
  }

  @Test func aPathOfTheReviewIsOneFromTheRoot() {
    #expect(mistakes("[review]\ndatabase = \"review.sqlite\"") == [.badName("review.database")])
    #expect(mistakes("[review]\nreviewer = \"\"") == [.badName("review.reviewer")])
  }

  @Test func aFileThatIsTooLargeIsNotReadAtAll() {
    let bytes = Array(("language = \"en\"\n" + String(repeating: "#", count: 1 << 16)).utf8)
    let configuration = ConfigurationReader.read(bytes, path: "x")
    #expect(configuration.mistakes.map(\.kind) == [.tooLarge])
    #expect(configuration.language == .chinese)
  }

  @Test func everyMistakeIsExplainedInBothLanguages() {
    let text = """
      a b
      = 1
      x =
      theme = dark
      [layout
      [keys]
      down = [1]
      up = ["Q-x"]
      left = ["12"]
      quit = []
      [keys.text]
      toggle-fold = ["x"]
      accept = ["x"]
      [colors]
      title = 5
      bar = "pink on mauve"
      """
    let found = read(text).mistakes
    #expect(found.count == 12)
    for mistake in found {
      for phrase in [mistake.what, mistake.remedy] {
        #expect(!phrase[.chinese].isEmpty && !phrase[.english].isEmpty, "\(mistake)")
      }
    }
  }

  @Test func theSessionBeginsWithTheFirstMistakeAndTheirNumber() throws {
    let one = read("\n\nthem = \"dark\"").mistakeMessage(in: .chinese)
    #expect(one?.text(.chinese) == "config.toml 第 3 行：没有“them”这一项（见 gazette config）")
    let two = read("them = 1\nx = 2").mistakeMessage(in: .chinese)
    #expect(two?.text(.chinese) == "config.toml 第 1 行：没有“them”这一项（共 2 处，见 gazette config）")
    #expect(read("").mistakeMessage(in: .english) == nil)
  }
}
