import GazetteReview
import GazetteText
import PostgresKit
import TerminalKit

/// A configuration as TOML: every value that applies, with where it comes from behind it.
///
/// Without a file it is the sample to begin one with; it reads back to the same configuration.
struct ConfigurationText {
  private(set) var lines: [String] = []
  private let configuration: UserConfiguration
  private let language: Language

  /// - Parameter users: What applies where nobody chose and it depends on the user, to be shown as
  ///   a remark.
  init(_ configuration: UserConfiguration, users: [(setting: Setting, value: String)] = []) {
    self.configuration = configuration
    language = configuration.language
    if let path = configuration.path { lines.append("# " + path) }
    for table in [""] + Setting.tables {
      lines.append("")
      if !table.isEmpty { lines.append("[\(table)]") }
      for setting in Setting.allCases where setting.table == table { add(setting, users) }
    }
    addColors()
    addKeys()
  }

  private mutating func add(_ setting: Setting, _ users: [(setting: Setting, value: String)]) {
    var remark = setting.meaning[language]
    if case .choice(let words) = setting.kind {
      remark += Phrase("：", ": ")[language] + words.joined(separator: ", ")
    }
    lines.append("# " + remark)
    if let choice = configuration.choice(of: setting) {
      var value = choice.value
      if setting == .database, case .string(let place) = value {
        value = .string(PostgresAddress.shown(place))
      }
      add("\(setting.name) = \(Self.toml(value))", source(of: choice))
    } else if let user = users.first(where: { $0.setting == setting }) {
      add("# \(setting.name) = \(Self.quoted(user.value))", source(of: .builtIn))
    } else if setting == .department {
      // Nobody has one unless they say so.
      lines.append("# \(setting.name) = \(Self.quoted("本单位"))")
    }
  }

  private mutating func add(_ entry: String, _ remark: String) {
    let width = DisplayWidth.columns(of: entry)
    let gap = String(repeating: " ", count: max(2, Self.remarkColumn - width))
    lines.append(entry + gap + "# " + remark)
  }

  /// The column where remarks begin.
  private static let remarkColumn = 44

  // MARK: Where values come from

  private func source(of choice: UserConfiguration.Choice) -> String {
    let source = source(of: choice.origin)
    guard let line = choice.overruled else { return source }
    return source + Phrase("，代替第 \(line) 行", ", over line \(line)")[language]
  }

  private func source(of origin: UserConfiguration.Origin) -> String {
    switch origin {
    case .builtIn: Phrase("默认", "default")[language]
    case .file(let line): Phrase("第 \(line) 行", "line \(line)")[language]
    case .environment(let variable): variable
    case .option(let name): name
    }
  }

  // MARK: Colours

  private mutating func addColors() {
    lines += ["", "[colors]"]
    lines.append(
      "# "
        + Phrase(
          "颜色，“on”后为底色，然后字形；未注明行号的随配色而定",
          "a colour, “on” and its ground, attributes; without a line number they are the theme's")[
          language])
    let theme = Theme(colors: 256, choice: ThemeChoice(name: configuration.theme.name))
    for role in StyleRole.allCases {
      if let own = configuration.colors.first(where: { $0.look.role == role }) {
        add(
          "\(role.word) = \(Self.quoted(AppearanceSpelling.text(of: own.look.look)))",
          source(of: .file(line: own.line)))
      } else {
        let look = AppearanceSpelling.text(of: theme.appearance(of: Style(role)))
        add("# \(role.word) = \(Self.quoted(look))", source(of: .builtIn))
      }
    }
  }

  // MARK: Keys

  private mutating func addKeys() {
    lines += ["", "[keys]"]
    lines.append(
      "# "
        + Phrase(
          "[] 为没有键；只用于一处的键写在 [keys.处] 下，处为",
          "[] is no key; the keys of one place stand under [keys.PLACE], which is one of")[
          language] + Mode.allCases.map { " " + $0.word }.joined())
    var inModes: [(mode: Mode, entry: String, remark: String)] = []
    for group in Command.Group.allCases {
      let members = configuration.commands.filter { $0.group == group }
      if members.isEmpty { continue }
      lines += ["", "# " + group.name[language]]
      var last = ""
      for command in members {
        let entry = "\(command.id) = \(Self.toml(command.keys))"
        guard command.id == last else {
          last = command.id
          let places = HelpText.places(of: command)
          let remark = source(ofKeysOf: command) + " · " + command.name[language]
          add(entry, remark + (places == "panes" ? "" : " [\(places)]"))
          continue
        }
        for mode in Mode.allCases where command.modes.contains(mode) {
          inModes.append((mode, entry, source(ofKeysOf: command, in: mode)))
        }
      }
    }
    for mode in Mode.allCases where inModes.contains(where: { $0.mode == mode }) {
      lines += ["", "[keys.\(mode.word)]"]
      for own in inModes where own.mode == mode { add(own.entry, own.remark) }
    }
  }

  private func source(ofKeysOf command: Command, in mode: Mode? = nil) -> String {
    let lines = configuration.keyLines
    let own = lines.first { $0.id == command.id && $0.mode == mode }
    let any = own ?? lines.first { $0.id == command.id }
    return source(of: any.map { .file(line: $0.line) } ?? .builtIn)
  }

  // MARK: TOML

  private static func toml(_ keys: [[Key]]) -> String {
    toml(.array(keys.map { .string(KeySpelling.text(of: $0)) }))
  }

  private static func toml(_ value: TOMLValue) -> String {
    switch value {
    case .string(let text): quoted(text)
    case .integer(let number): String(number)
    case .boolean(let isOn): isOn ? "true" : "false"
    case .array(let values): "[" + values.map(toml).joined(separator: ", ") + "]"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.isHidden:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
