/// From keys to commands, for each mode; made from the table once.
struct KeyMap: Sendable {
  /// The keys of the table.
  static let shared = KeyMap()

  private let commands: [Command]
  private var byKeys: [Mode: [[Key]: Int]] = [:]
  private var prefixes: [Mode: Set<[Key]>] = [:]

  init(_ commands: [Command] = CommandTable.commands) {
    self.commands = commands
    for (index, command) in commands.enumerated() {
      for mode in command.modes {
        for keys in command.keys {
          byKeys[mode, default: [:]][keys] = index
          for length in 1..<max(1, keys.count) {
            prefixes[mode, default: []].insert(Array(keys.prefix(length)))
          }
        }
      }
    }
  }

  /// The command that a complete sequence asks for.
  func command(for keys: [Key], in mode: Mode) -> Command? {
    byKeys[mode]?[keys].map { commands[$0] }
  }

  /// What an event does in the state.
  func action(for event: Event, in state: State) -> Action {
    switch event {
    case .key(let key): action(for: key, in: state)
    case .paste(let text): paste(text, in: state)
    case .mouse(let event): .mouse(event)
    case .resize(let size): .resize(size)
    case .indexed(let indexes): .take(indexes)
    case .review(let reply): .answer(reply)
    case .pause: .showFollowing
    case .hangUp: .quit
    }
  }

  /// What a key does in the state.
  func action(for key: Key, in state: State) -> Action {
    let mode = state.mode
    let key = mode.takesText ? key : key.halfWidth
    let keys = state.pendingKeys + [key]
    if state.pendingKeys.isEmpty, !mode.takesText, let digit = digit(key, of: state.count) {
      return .digit(digit)
    }
    let command = command(for: keys, in: mode) ?? self.command(forLetterOf: keys, in: mode)
    if let command {
      switch command.availability(state) {
      case .available: return Self.action(of: command, keys)
      case .unavailable(let message): return .explain(message)
      }
    }
    if prefixes[mode]?.contains(keys) == true { return .pend(key) }
    if mode.takesText, case .character(let scalar) = key {
      return .edit(.insert(String(Character(scalar))))
    }
    if mode == .help, state.pendingKeys.isEmpty, case .character(let scalar) = key {
      return .openHelpSearch(String(Character(scalar)))
    }
    return .noSuchKey(keys)
  }

  /// The command that a sequence and a letter of the reader's choice ask for.
  private func command(forLetterOf keys: [Key], in mode: Mode) -> Command? {
    guard case .character(let letter)? = keys.last, ("a"..."z").contains(letter) else { return nil }
    return command(for: keys.dropLast() + [.anyLetter], in: mode)
  }

  private static func action(of command: Command, _ keys: [Key]) -> Action {
    guard command.action.wantsLetter, case .character(let letter)? = keys.last else {
      return command.action
    }
    return command.action.with(letter: letter)
  }

  /// What can follow the first keys of a sequence, by key.
  func following(_ keys: [Key], in mode: Mode) -> [(keys: String, name: Phrase)] {
    var result: [(keys: String, name: Phrase)] = []
    for command in commands where command.modes.contains(mode) {
      for sequence in command.keys where sequence.count > keys.count && sequence.starts(with: keys) {
        result.append((Array(sequence.dropFirst(keys.count)).label, command.name))
      }
    }
    return result.sorted { $0.keys < $1.keys }
  }

  /// A paste is text where text is typed; elsewhere its characters are not commands.
  private func paste(_ text: String, in state: State) -> Action {
    state.mode.takesText ? .edit(.insert(text)) : .noSuchKey([])
  }

  /// The digit that begins or goes on with a count: Alt with a digit begins it, as in shells; behind it
  /// plain digits count too. A plain digit alone opens a tab.
  private func digit(_ key: Key, of count: Int?) -> Int? {
    switch key {
    case .alt(let scalar): Self.value(of: scalar)
    case .character(let scalar): count == nil ? nil : Self.value(of: scalar)
    default: nil
    }
  }

  private static func value(of scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value) - 0x30 : nil
  }
}
