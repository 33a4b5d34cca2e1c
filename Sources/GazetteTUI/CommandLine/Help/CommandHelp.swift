import GazetteText

/// What `--help` prints of a command, in the language of the interface.
struct CommandHelp {
  let language: Language
  /// The words of the command, the program's name first.
  let path: [String]
  let command: CommandDescription

  /// Blank columns before what an option means, at most.
  private static let widest = 26

  /// Prints the help.
  func write(to output: inout TextOutput) {
    output.writeParagraph(word(command.abstract))
    if !command.discussion.isEmpty {
      output.writeLine("")
      for line in word(command.discussion).split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        let indent = line.prefix { $0 == " " }.count
        output.writeParagraph(
          String(line.dropFirst(indent)), indent: indent, hanging: indent == 0 ? 0 : indent + 2)
      }
    }
    output.writeLine("")
    output.writeLine(Self.usage[language])
    for line in usageLines { output.writeParagraph(line, indent: 2, hanging: 6) }
    list(Self.arguments, command.arguments.filter { $0.kind == .positional }, to: &output)
    if !command.subcommands.isEmpty {
      output.writeLine("")
      output.writeLine(Self.commands[language])
      let names = command.subcommands.map { DisplayWidth.columns(of: $0.name) }
      let width = min(Self.widest, 4 + (names.max() ?? 0))
      for subcommand in command.subcommands {
        entry(subcommand.name, word(subcommand.abstract), width: width, to: &output)
      }
    }
    list(Self.options, command.arguments.filter { $0.kind != .positional }, to: &output)
    if !command.subcommands.isEmpty {
      output.writeLine("")
      output.writeParagraph(Self.more(path.joined(separator: " "))[language])
    }
  }

  private var usageLines: [String] {
    if path.count == 1 { return Self.rootUsage.map { $0[language] } }
    var words = path
    for argument in command.arguments where !argument.isCommon {
      let label = argument.label + (argument.isRepeating ? " ..." : "")
      words.append(argument.isOptional ? "[\(label)]" : label)
    }
    if !command.subcommands.isEmpty { words.append(Self.command[language]) }
    return [words.joined(separator: " ")]
  }

  private func list(
    _ heading: Phrase, _ arguments: [ArgumentDescription], to output: inout TextOutput
  ) {
    guard !arguments.isEmpty else { return }
    output.writeLine("")
    output.writeLine(heading[language])
    let labels = arguments.map { DisplayWidth.columns(of: $0.label) }
    let width = min(Self.widest, 4 + (labels.max() ?? 0))
    for argument in arguments {
      entry(argument.label, word(argument.abstract), width: width, to: &output)
    }
  }

  /// A term, and what it means beside it, or below where the term is too long.
  private func entry(_ term: String, _ meaning: String, width: Int, to output: inout TextOutput) {
    let columns = DisplayWidth.columns(of: term)
    if columns + 4 <= width {
      let gap = String(repeating: " ", count: width - 2 - columns)
      output.writeParagraph(term + gap + meaning, indent: 2, hanging: width)
    } else {
      output.writeLine("  " + term)
      output.writeParagraph(meaning, indent: width, hanging: width)
    }
  }

  private func word(_ english: String) -> String {
    HelpCatalogue.text(english, in: language)
  }

  private static let languages = Language.names(between: "|")
  /// What can be typed behind the program's name alone.
  private static let rootUsage = [
    Phrase(
      "gazette [路径 ...] [--lang \(languages)]",
      "gazette [PATH ...] [--lang \(languages)]"),
    Phrase(
      "gazette 命令 [--issue 路径] [--lang \(languages)] ...",
      "gazette COMMAND [--issue PATH] ..."),
  ]

  private static let usage = Phrase("用法：", "Usage:")
  private static let arguments = Phrase("参数：", "Arguments:")
  private static let options = Phrase("选项：", "Options:")
  private static let commands = Phrase("命令：", "Commands:")
  private static let command = Phrase("命令", "COMMAND")

  private static func more(_ path: String) -> Phrase {
    Phrase("每个命令的说明：\(path) 命令 --help", "For each command: \(path) COMMAND --help")
  }
}
