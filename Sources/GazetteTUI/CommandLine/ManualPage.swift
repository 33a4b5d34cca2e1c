import ArgumentParser
import GazetteModel
import GazetteText

/// `Documentation/gazette.1`, made from the commands, their options and the table of keys.
enum ManualPage {
  /// The page, whole, for groff's `man` macros.
  static func document() throws(JSONFailure) -> String {
    let dump = try JSONParser.parse(Array(GazetteCommand._dumpHelp().utf8))
    let root = dump["command"]
    let commands = root["subcommands"].elements.filter { $0["commandName"].text != "help" }
    var page = Roff()
    page.macro("TH", "GAZETTE", "1", "", "gazette \(GazetteCommand.version)", "User Commands")
    page.section("NAME")
    page.line(#"gazette \- browser for Chinese government gazettes"#)
    writeSynopsis(of: commands, to: &page)
    page.section("DESCRIPTION")
    page.text(root["abstract"].text)
    page.discussion(root["discussion"].text)
    for paragraph in ManualText.description { page.discussion(paragraph) }
    page.section("COMMANDS")
    for command in commands { writeCommand(command, to: &page) }
    page.section("COMMON OPTIONS")
    // Each command repeats them; those of the first that reads an issue stand for all.
    let outline = commands.first { $0["commandName"].text == "outline" } ?? root
    for argument in outline["arguments"].elements where isCommon(argument) {
      writeArgument(argument, to: &page)
    }
    writeKeys(to: &page)
    writeConfiguration(to: &page)
    for (heading, entries) in ManualText.sections {
      page.section(heading)
      for (term, meaning) in entries { page.entry(term, meaning) }
    }
    page.section("EXAMPLES")
    for (example, meaning) in ManualText.examples { page.entry(example, meaning) }
    page.section("SEE ALSO")
    page.line(".BR less (1),\n.BR iconv (1),\n.BR locale (7)")
    return page.output
  }

  // MARK: Commands

  private static let commonOptions: Set<String> = ["issue", "lang", "config", "version", "help"]

  private static func isCommon(_ argument: JSONValue) -> Bool {
    argument["names"].elements.contains { commonOptions.contains($0["name"].text) }
  }

  private static func writeSynopsis(of commands: [JSONValue], to page: inout Roff) {
    page.section("SYNOPSIS")
    page.usage([("gazette", true), (" [", false), ("PATH", false), ("...]", false)])
    for command in commands { page.usage(usage(of: command)) }
  }

  /// The parts of a command's usage, with whether each is printed as typed.
  private static func usage(of command: JSONValue) -> [(String, Bool)] {
    var parts: [(String, Bool)] = [("gazette \(command["commandName"].text)", true)]
    for argument in command["arguments"].elements where !isCommon(argument) {
      let isOptional = argument["isOptional"] == .bool(true)
      parts.append((isOptional ? " [" : " ", false))
      if argument["kind"].text != "positional" { parts.append((name(of: argument), true)) }
      if argument["kind"].text != "flag" {
        let separator = argument["kind"].text == "option" ? " " : ""
        parts.append((separator + argument["valueName"].text.uppercased(), false))
      }
      if argument["isRepeating"] == .bool(true) { parts.append(("...", false)) }
      if isOptional { parts.append(("]", false)) }
    }
    return parts
  }

  private static func name(of argument: JSONValue) -> String {
    argument["names"].elements.map {
      ($0["kind"].text == "short" ? "-" : "--") + $0["name"].text
    }.joined(separator: ", ")
  }

  private static func writeCommand(_ command: JSONValue, to page: inout Roff) {
    page.subsection("gazette \(command["commandName"].text)")
    page.text(command["abstract"].text)
    page.discussion(command["discussion"].text)
    for argument in command["arguments"].elements where !isCommon(argument) {
      writeArgument(argument, to: &page)
    }
  }

  private static func writeArgument(_ argument: JSONValue, to page: inout Roff) {
    let value = argument["valueName"].text
    switch argument["kind"].text {
    case "positional": page.entry(value.uppercased(), argument["abstract"].text)
    case "option": page.entry("\(name(of: argument)) \(value)", argument["abstract"].text)
    default: page.entry(name(of: argument), argument["abstract"].text)
    }
  }

  // MARK: Configuration

  private static func writeConfiguration(to page: inout Roff) {
    page.section("CONFIGURATION")
    page.text(ManualText.configuration)
    for setting in Setting.allCases {
      let remark =
        switch setting.kind {
        case .choice(let words): ": " + words.joined(separator: ", ")
        case .integer(let range): ": \(range.lowerBound) to \(range.upperBound)"
        case .list(let words): "; a list of: " + words.joined(separator: ", ")
        case .boolean, .text: ""
        }
      page.entry(setting.path, setting.meaning.english + remark)
    }
    for (term, meaning) in ManualText.configured { page.entry(term, meaning) }
    page.discussion(ManualText.configurationSample)
  }

  // MARK: Keys

  private static func writeKeys(to page: inout Roff) {
    page.section("KEYS")
    page.text(ManualText.keys)
    for group in Command.Group.allCases {
      let members = CommandTable.commands.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      page.subsection(group.name.english)
      for command in members {
        let places = HelpText.places(of: command)
        page.entry(
          command.keys.map(\.label).joined(separator: "  "),
          command.name.english + (places.hasPrefix("panes") ? "" : " [\(places)]"))
      }
    }
  }
}

extension JSONValue {
  /// The member of that name; null where there is none.
  fileprivate subscript(name: String) -> JSONValue {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  fileprivate var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  fileprivate var text: String { if case .string(let text) = self { text } else { "" } }
}
