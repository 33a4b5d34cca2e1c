import GazetteText
import TerminalKit

/// What the reader chose, in the file, by the environment and with options, and where each of it
/// comes from.
struct UserConfiguration: Sendable {
  /// Where a value comes from; the later ones of these count before the earlier.
  enum Origin: Hashable, Sendable {
    case builtIn
    case file(line: Int)
    /// The variable as it is set: `LANG=en_US.UTF-8`.
    case environment(String)
    /// The option as it is typed: `--lang`.
    case option(String)
  }

  /// A value with its origin.
  struct Choice: Hashable, Sendable {
    var value: TOMLValue
    var origin: Origin
    /// The line of the file whose value does not count because of this one.
    var overruled: Int?
  }

  /// The file that was read, or would have been; nil where no home is known.
  var path: String?
  /// The commands with the reader's keys.
  var commands: [Command] = CommandTable.commands
  /// The line that chose the keys of a command, by its name; in one mode or in all.
  var keyLines: [(id: String, mode: Mode?, line: Int)] = []
  /// The looks that the file chose.
  var colors: [(look: RoleLook, line: Int)] = []
  /// Whether NO_COLOR is set and no option names a theme: then no theme has colours.
  var isColorless = false
  /// What in the file does not apply, in order of the lines.
  var mistakes: [ConfigurationMistake] = []
  /// What was chosen, by the number of the setting; empty while nothing was.
  private var choices: [Choice?] = []

  init(path: String? = nil) {
    self.path = path
  }

  // MARK: Values

  /// The value of a setting with its origin; nil where nobody chose and it depends on the user.
  func choice(of setting: Setting) -> Choice? {
    if !choices.isEmpty, let choice = choices[setting.rawValue] { return choice }
    return setting.defaultValue.map { Choice(value: $0, origin: .builtIn) }
  }

  /// Lets a value count from now on, over that of an earlier origin.
  mutating func choose(_ value: TOMLValue, for setting: Setting, from origin: Origin) {
    if choices.isEmpty { choices = Array(repeating: nil, count: Setting.allCases.count) }
    var choice = Choice(value: value, origin: origin)
    if let earlier = choices[setting.rawValue] {
      choice.overruled = earlier.overruled
      if case .file(let line) = earlier.origin { choice.overruled = line }
    }
    choices[setting.rawValue] = choice
  }

  /// Takes back what the file chose; what else did stays.
  mutating func forget(_ setting: Setting) {
    guard !choices.isEmpty, case .file? = choices[setting.rawValue]?.origin else { return }
    choices[setting.rawValue] = nil
  }

  /// Whether the file, the environment or an option says what a setting is.
  func isChosen(_ setting: Setting) -> Bool { !choices.isEmpty && choices[setting.rawValue] != nil }

  func text(_ setting: Setting) -> String? {
    if case .string(let text)? = choice(of: setting)?.value { text } else { nil }
  }

  func isOn(_ setting: Setting) -> Bool { choice(of: setting)?.value == .boolean(true) }

  func number(_ setting: Setting) -> Int? {
    if case .integer(let number)? = choice(of: setting)?.value { number } else { nil }
  }

  func list(_ setting: Setting) -> [String] {
    guard case .array(let values)? = choice(of: setting)?.value else { return [] }
    return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  /// The theme with the reader's looks in it.
  var theme: ThemeChoice {
    ThemeChoice(
      name: text(.theme).flatMap(ThemeName.init) ?? .auto, looks: colors.map(\.look))
  }

  var language: Language { text(.language).flatMap(Language.init) ?? .chinese }
}

extension UserConfiguration {
  /// The first mistake, for the start of a session; nil where there is none.
  func mistakeMessage(in language: Language) -> Message? {
    guard let first = mistakes.first else { return nil }
    let name = (path ?? "").split(separator: "/").last.map(String.init) ?? ""
    let place =
      first.line.map { Phrase("\(name) 第 \($0) 行", "\(name) line \($0)")[language] } ?? name
    return mistakes.count == 1
      ? Message(.configurationMistake, place, first.what[language])
      : Message(.configurationMistakes, place, first.what[language], String(mistakes.count))
  }

  /// Lets the settings of a session be what was chosen.
  func apply(to settings: inout Settings) {
    // Without a file everything is as it is made.
    guard !choices.isEmpty else { return }
    settings.language = language
    settings.usesMouse = isOn(.mouse)
    settings.measure = number(.measure) ?? settings.measure
    settings.isReading = isOn(.reading)
    settings.showsDetails = isOn(.details)
    settings.hiddenDetails = list(.hiddenDetails)
    settings.marksOnReading = isOn(.marksOnReading)
    settings.showsStart = isOn(.start)
    settings.movesOnAfterMark = isOn(.movesOnAfterMark)
    settings.department = text(.department)
  }
}
