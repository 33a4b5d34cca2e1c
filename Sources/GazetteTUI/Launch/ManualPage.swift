import GazetteModel
import GazetteText

/// `Documentation/gazette.1` and `gazette.zh_CN.1`, made from the commands, their options and the
/// table of keys.
struct ManualPage {
  let language: Language
  private var page = Roff()

  /// The page, whole, for groff's `man` macros.
  static func document(in language: Language) throws(JSONFailure) -> String {
    var manual = ManualPage(language: language)
    manual.write(try CommandDescription.root())
    return manual.page.output
  }

  private init(language: Language) {
    self.language = language
  }

  private func word(_ english: String) -> String { HelpCatalogue.text(english, in: language) }

  private mutating func section(_ heading: Phrase) { page.section(heading[language]) }

  private mutating func write(_ root: CommandDescription) {
    let version = "gazette \(GazetteCommand.version)"
    page.macro("TH", "GAZETTE", "1", "", version, ManualText.manual[language])
    // Names of options are not broken, and no gaps are drawn into lines with long words or Chinese ones.
    page.line(".nh")
    page.line(".ad l")
    section(ManualText.name)
    page.line(#"gazette \- "# + ManualText.purpose[language])
    writeSynopsis(of: root.subcommands)
    section(ManualText.about)
    page.text(word(root.abstract))
    page.discussion(word(root.discussion))
    for paragraph in ManualText.description { page.discussion(word(paragraph)) }
    section(ManualText.commands)
    for command in root.subcommands { writeCommand(command) }
    section(ManualText.commonOptions)
    // Each command repeats them; those of the first that reads an issue stand for all.
    let outline = root.subcommands.first { $0.name == "outline" } ?? root
    for argument in outline.arguments where argument.isCommon { writeArgument(argument) }
    writeKeys()
    writeConfiguration()
    for (heading, entries) in ManualText.sections {
      section(heading)
      for (term, meaning) in entries { page.entry(term, word(meaning)) }
      if heading == ManualText.linesHeading { writeLinearCommands() }
    }
    section(ManualText.examplesHeading)
    for (example, meaning) in ManualText.examples { page.entry(example, word(meaning)) }
    section(ManualText.seeAlso)
    page.line(".BR less (1),\n.BR iconv (1),\n.BR locale (7)")
  }

  // MARK: Commands

  private mutating func writeSynopsis(of commands: [CommandDescription]) {
    section(ManualText.synopsis)
    page.usage([("gazette", true), (" [", false), ("PATH", false), ("...]", false)])
    for command in commands { page.usage(Self.usage(of: command)) }
  }

  /// The parts of a command's usage, with whether each is printed as typed.
  private static func usage(of command: CommandDescription) -> [(String, Bool)] {
    var parts: [(String, Bool)] = [("gazette \(command.name)", true)]
    for argument in command.arguments where !argument.isCommon {
      parts.append((argument.isOptional ? " [" : " ", false))
      if argument.kind != .positional {
        parts.append((argument.names.joined(separator: ", "), true))
      }
      if argument.kind != .flag {
        let separator = argument.kind == .option ? " " : ""
        parts.append((separator + argument.value.uppercased(), false))
      }
      if argument.isRepeating { parts.append(("...", false)) }
      if argument.isOptional { parts.append(("]", false)) }
    }
    return parts
  }

  private mutating func writeCommand(_ command: CommandDescription) {
    page.subsection("gazette \(command.name)")
    page.text(word(command.abstract))
    page.discussion(word(command.discussion))
    for argument in command.arguments where !argument.isCommon { writeArgument(argument) }
  }

  private mutating func writeArgument(_ argument: ArgumentDescription) {
    let names = argument.names.joined(separator: ", ")
    let term =
      switch argument.kind {
      case .positional: argument.value.uppercased()
      case .option: "\(names) \(argument.value)"
      case .flag: names
      }
    page.entry(term, word(argument.abstract))
  }

  /// What can be asked for in lines, from the table of these commands.
  private mutating func writeLinearCommands() {
    for command in LinearCommand.all {
      page.entry(command.names.joined(separator: ", "), command.help[language])
    }
  }

  // MARK: Configuration

  private mutating func writeConfiguration() {
    section(ManualText.configurationHeading)
    page.text(word(ManualText.configuration))
    for setting in Setting.allCases {
      let remark =
        switch setting.kind {
        case .choice(let words): Phrase("：", ": ")[language] + words.joined(separator: ", ")
        case .integer(let range):
          Phrase(
            "：\(range.lowerBound) 至 \(range.upperBound)",
            ": \(range.lowerBound) to \(range.upperBound)")[language]
        case .list(let words):
          Phrase("；列表，可含：", "; a list of: ")[language] + words.joined(separator: ", ")
        case .boolean, .text: ""
        }
      page.entry(setting.path, setting.meaning[language] + remark)
    }
    for (term, meaning) in ManualText.configured { page.entry(term, word(meaning)) }
    page.discussion(word(ManualText.configurationSample))
  }

  // MARK: Keys

  private mutating func writeKeys() {
    section(ManualText.keysHeading)
    page.text(word(ManualText.keys))
    for group in Command.Group.allCases {
      let members = CommandTable.commands.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      page.subsection(group.name[language])
      for command in members {
        let places = HelpText.places(of: command)
        page.entry(
          command.keys.map(\.label).joined(separator: "  "),
          command.name[language] + (places.hasPrefix("panes") ? "" : " [\(places)]"))
      }
    }
  }
}
