/// The keys of the reader, for sentences that name some.
struct KeyLabels: Sendable {
  private let commands: [Command]

  init(_ commands: [Command]) {
    self.commands = commands
  }

  /// The first key of a command as people write it, without the letter that it waits for; the name
  /// of the command where nothing asks for it.
  func label(of id: Substring) -> String {
    for command in commands where command.id == id {
      if let keys = command.keys.first { return keys.filter { $0 != .anyLetter }.label }
    }
    return String(id)
  }
}
