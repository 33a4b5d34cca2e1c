import GazetteText

extension KeyLabels {
  /// The first key of each command, without the letter that it waits for.
  init(_ commands: [Command]) {
    self.init { id in
      for command in commands where command.id == id {
        if let keys = command.keys.first { return keys.filter { $0 != .anyLetter }.label }
      }
      return String(id)
    }
  }
}

extension Message {
  /// The sentence in a language, with the keys of the table.
  func text(_ language: Language) -> String {
    text(language, keys: KeyLabels(CommandTable.commands).label)
  }
}
