import GazetteModel

/// What the reader can ask for, and the line of hints that was made of it last.
final class CommandMemo: RoomMemo {
  fileprivate var commands: [Command] = []
  fileprivate var hints: (choice: KeyHint.Choice, value: [KeyHint])?
}

extension LayoutCache {
  convenience init(_ library: Library, commands: [Command]) {
    self.init(library)
    memo(CommandMemo.self).commands = commands
  }

  /// What the reader can ask for, to be listed and run.
  var commands: [Command] { memo(CommandMemo.self).commands }

  /// The reader's keys, for sentences that name some.
  var keys: KeyLabels { KeyLabels(commands) }

  /// The line of hints, made by `make` where it is another than the last.
  func hints(for choice: KeyHint.Choice, make: () -> [KeyHint]) -> [KeyHint] {
    let memo = memo(CommandMemo.self)
    if let hints = memo.hints, hints.choice == choice { return hints.value }
    let value = make()
    memo.hints = (choice, value)
    return value
  }
}
