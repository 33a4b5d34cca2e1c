import ArgumentParser
import GazetteText

/// A command with its options, as the help and the manual page tell of it.
struct CommandDescription {
  let name: String
  let abstract: String
  let discussion: String
  let arguments: [ArgumentDescription]
  let subcommands: [CommandDescription]

  /// The program itself, with all commands below it.
  static func root() throws(JSONFailure) -> CommandDescription {
    CommandDescription(try JSONParser.parse(Array(dump.utf8))["command"])
  }

  /// What the parser of arguments says to the option that it has for the makers of manuals.
  private static var dump: String {
    do {
      _ = try GazetteCommand.parseAsRoot(["--experimental-dump-help"])
      return ""
    } catch {
      return GazetteCommand.fullMessage(for: error)
    }
  }

  /// Commands are two levels deep at most, by how they are declared.
  private init(_ json: JSONValue) {
    name = json["commandName"].text
    abstract = json["abstract"].text
    discussion = json["discussion"].text
    arguments = json["arguments"].elements.map(ArgumentDescription.init)
    subcommands = json["subcommands"].elements.map(Self.init).filter { $0.name != "help" }
  }

  /// The command that leading words name, with the words before and in it.
  func command(named words: [String]) -> (path: [String], command: CommandDescription) {
    var path = [name]
    var command = self
    for word in words {
      guard let next = command.subcommands.first(where: { $0.name == word }) else { break }
      path.append(word)
      command = next
    }
    return (path, command)
  }
}

/// An argument or option of a command.
struct ArgumentDescription {
  enum Kind { case positional, option, flag }

  let kind: Kind
  /// With their hyphens: `-h`, `--help`.
  let names: [String]
  /// What stands for the value.
  let value: String
  let abstract: String
  let isOptional: Bool
  let isRepeating: Bool

  fileprivate init(_ json: JSONValue) {
    kind =
      switch json["kind"].text {
      case "positional": .positional
      case "option": .option
      default: .flag
      }
    names = json["names"].elements.map {
      ($0["kind"].text == "short" ? "-" : "--") + $0["name"].text
    }
    value = json["valueName"].text
    abstract = json["abstract"].text
    isOptional = json["isOptional"] == .bool(true)
    isRepeating = json["isRepeating"] == .bool(true)
  }

  private static let commonOptions: Set<String> = [
    "--issue", "--lang", "--config", "--version", "--help",
  ]

  /// Whether all commands that read an issue have it.
  var isCommon: Bool { names.contains { Self.commonOptions.contains($0) } }

  /// As lists of options name it: `--issue <path>`, `PATH`.
  var label: String {
    switch kind {
    case .positional: "<\(value)>"
    case .option: "\(names.joined(separator: ", ")) <\(value)>"
    case .flag: names.joined(separator: ", ")
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
