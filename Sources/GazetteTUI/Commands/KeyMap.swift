import GazetteText
import TerminalKit

/// From keys to commands, for each mode; made from the table once.
struct KeyMap: Sendable {
  private let commands: [Command]
  private var byKeys: [Mode: [[Key]: Int]] = [:]
  private var prefixes: [Mode: Set<[Key]>] = [:]

  init(_ commands: [Command]) {
    self.commands = commands
    for (index, command) in commands.enumerated() {
      for mode in command.modes.modes {
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

  /// Whether keys begin a longer sequence.
  func isPrefix(_ keys: [Key], in mode: Mode) -> Bool { prefixes[mode]?.contains(keys) == true }

  /// Lets an event act on the state; a digit that turns out to be no count acts before the key
  /// behind it is looked up.
  func handle(_ event: Event, in state: inout State, layouts: LayoutCache) -> [Effect] {
    var effects: [Effect] = []
    if state.digitAction != nil, state.pendingKeys.isEmpty, !isForCount(event, state) {
      effects += state.update(.pause, layouts: layouts)
    }
    let mode = state.mode
    let action = action(for: event, in: state)
    let begins = state.pendingKeys.isEmpty
    effects += state.update(action, layouts: layouts)
    if case .input(.key(let key)) = event {
      if begins, Mode.panes.contains(mode) {
        var isFree = false
        if case .noSuchKey = action { isFree = true }
        state.recallHabit(of: key.halfWidth, in: mode, isFree: isFree, of: commands)
      } else {
        state.habit = nil
      }
    }
    return effects
  }

  /// Whether an event goes on with a number or uses it.
  private func isForCount(_ event: Event, _ state: State) -> Bool {
    switch action(for: event, in: state) {
    case .digit, .digitOr, .pend, .cancel, .take, .setAmbiguousWidth, .pause: true
    case let action: action.takesCount
    }
  }

  /// What an event does in the state.
  func action(for event: Event, in state: State) -> Action {
    switch event {
    case .input(let input): action(for: input, in: state)
    case .indexed(let indexes): .take(indexes)
    case .review(let reply): .answer(reply)
    case .pause: .pause
    }
  }

  private func action(for input: InputEvent, in state: State) -> Action {
    switch input {
    case .key(let key): action(for: key, in: state)
    case .paste(let text): paste(text, in: state)
    case .mouse(let event): .mouse(event)
    case .resize(let size): .resize(size)
    case .ambiguousWidth(let width): .setAmbiguousWidth(width)
    case .hangUp: .quit
    }
  }

  /// What a key does in the state.
  func action(for key: Key, in state: State) -> Action {
    let key = state.mode.takesText ? key : key.halfWidth
    let keys = state.pendingKeys + [key]
    let mode = mode(for: keys, in: state)
    if state.pendingKeys.isEmpty, !mode.takesText,
      let action = digit(key, mode, in: state)
    {
      return action
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

  /// The mode that keys speak to: what the start page has no use for goes to the pane below it, so
  /// that the page costs nobody a key.
  private func mode(for keys: [Key], in state: State) -> Mode {
    guard state.mode == .start, command(for: keys, in: .start) == nil else { return state.mode }
    if command(for: keys, in: state.paneMode) == nil,
      prefixes[.start]?.contains(keys) == true
    {
      return .start
    }
    return state.paneMode
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
  static func following(
    _ keys: [Key], in mode: Mode, of commands: [Command]
  ) -> [(keys: String, name: CommandName)] {
    var result: [(keys: String, name: CommandName)] = []
    for command in commands where command.modes.contains(mode) {
      for sequence in command.keys where sequence.count > keys.count && sequence.starts(with: keys)
      {
        result.append((Array(sequence.dropFirst(keys.count)).label, command.name))
      }
    }
    return result.sorted { $0.keys < $1.keys }
  }

  /// A paste is text where text is typed; elsewhere its characters are not commands.
  private func paste(_ text: String, in state: State) -> Action {
    state.mode.takesText ? .edit(.insert(text)) : .noSuchKey([])
  }

  /// What a digit does: it goes on with a count, or begins one unless it is a command and no motion
  /// follows. With Alt it always belongs to a count, as in shells.
  private func digit(_ key: Key, _ mode: Mode, in state: State) -> Action? {
    switch key {
    case .alt(let scalar):
      return Self.value(of: scalar).map { .digit($0) }
    case .character(let scalar):
      guard let value = Self.value(of: scalar) else { return nil }
      if state.count != nil { return .digit(value) }
      guard Mode.panes.contains(mode) || mode == .table, value > 0 else { return nil }
      guard let command = command(for: [key], in: mode) else { return .digit(value) }
      switch command.availability(state) {
      case .available: return .digitOr(value, command.action)
      case .unavailable(let message): return .digitOr(value, .explain(message))
      }
    default:
      return nil
    }
  }

  private static func value(of scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value) - 0x30 : nil
  }
}
