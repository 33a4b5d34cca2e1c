import GazetteText

/// What the table of commands says to people: the line of hints, the help screen and the document.
enum HelpText {
  /// One line of the help screen.
  enum Line: Hashable, Sendable {
    case heading(String)
    case command(keys: String, name: String)
    case blank
  }

  /// The hints for a mode, in the order of the table.
  ///
  /// - Parameters:
  ///   - isReviewing: Whether the reader is at the review, whose commands then have all the room.
  ///   - isAtTable: Whether the reader is at a table; the command that widens it then comes first.
  static func hints(
    for mode: Mode, in language: Language, isReviewing: Bool = false,
    isAtTable: Bool = false, of commands: [Command] = CommandTable.commands
  ) -> [KeyHint] {
    var hints: [KeyHint] = []
    var last: Phrase?
    for command in commands where command.modes.contains(mode) {
      let isOfTable = command.action == .table(.open)
      if isOfTable, !isAtTable { continue }
      let isKept = isOfTable || command.group == .program || !Mode.panes.contains(mode)
      guard let hint = isReviewing && !isKept ? command.reviewHint : command.hint,
        let keys = command.keys.first
      else { continue }
      if hint == last {
        hints[hints.count - 1].keys += "/" + keys.label
      } else {
        hints.append(
          KeyHint(keys: keys.label, name: hint[language], isPinned: command.group == .program))
      }
      last = hint
    }
    return hints
  }

  /// The help screen, whole.
  static func lines(
    in language: Language, of commands: [Command] = CommandTable.commands
  ) -> [Line] {
    var lines: [Line] = []
    for group in Command.Group.allCases {
      let members = commands.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(group.name[language]))
      for command in members {
        let keys = command.keys.map(\.label).joined(separator: "  ")
        lines.append(.command(keys: keys, name: command.name[language]))
      }
    }
    return lines
  }

  /// `Documentation/Keys.md`, whole.
  static func document(of commands: [Command] = CommandTable.commands) -> String {
    var text = """
      # Keys / 按键

      Made from the table of commands (`Sources/GazetteTUI/Commands/CommandTable.swift`); a test
      fails when it is stale. Full-width and Chinese forms of a key (ｊ ／ ？ 。 【) count as the key
      itself wherever nothing is being typed. A number repeats the motion behind it: `12j` goes down
      twelve rows. A digit that is a command itself waits a quarter of a second for such a motion.
      The configuration binds other keys to an action by its name; `gazette config` prints them all.

      """
    for group in Command.Group.allCases {
      let members = commands.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      text += "\n## \(group.name[.english]) / \(group.name[.chinese])\n\n"
      text += "| Keys | Action | Where | What | 作用 |\n|---|---|---|---|---|\n"
      for command in members {
        let keys = command.keys.map { "`\($0.label)`" }.joined(separator: " ")
        text += "| \(keys) | \(command.id) | \(places(of: command)) | \(command.name[.english]) | "
        text += "\(command.name[.chinese]) |\n"
      }
    }
    return text
  }

  /// Where the keys of a command mean it, in words.
  static func places(of command: Command) -> String {
    if command.modes == ModeSet(Mode.allCases) { return "everywhere" }
    var names: [String] = []
    var modes = command.modes
    if modes.isSuperset(of: Mode.panes) {
      names.append("panes")
      modes = modes.subtracting(Mode.panes)
    }
    for mode in Mode.allCases where modes.contains(mode) { names.append(mode.word) }
    return names.joined(separator: ", ")
  }
}
