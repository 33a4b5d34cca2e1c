import GazetteModel

/// The browser at work: shows the state, waits for events, and does what the state asks for.
///
/// The only place that knows the terminal, the commands and the views at once.
@MainActor
enum Session {
  /// How a session ended.
  enum Ending: Hashable, Sendable {
    case left
    /// The terminal is gone, or a signal asked the program to end.
    case signalled(Int32?)
    /// No issue of the library has any text.
    case nothingToShow
  }

  /// Browses the library until the reader leaves; the terminal is given back before it returns.
  static func run(library: Library, options: LaunchOptions) throws(TerminalFailure) -> Ending {
    let layouts = LayoutCache(library, helpRows: HelpText.lines(in: options.language).count)
    let terminal = try Terminal()
    defer { terminal.end() }
    let settings = Settings(language: options.language, usesMouse: options.usesMouse)
    guard
      var state = State(
        library: library, size: terminal.size, settings: settings, layouts: layouts)
    else { return .nothingToShow }
    if let reference = options.reference { state.open(at: reference, layouts) }
    let theme = options.isColorless ? Theme(colors: 0, noColor: true) : terminal.theme
    let keys = KeyMap()
    terminal.reportsMouse = settings.usesMouse
    var indexer = LibraryIndexer(library)
    while true {
      terminal.present(Screen.frame(of: state, layouts: layouts), theme: theme)
      // Everything that is there already makes one frame, not one each.
      for event in nextEvents(terminal, &indexer) {
        if event == .hangUp { return .signalled(terminal.endSignal) }
        let action = keys.action(for: event, in: state)
        for effect in state.update(action, layouts: layouts) {
          switch effect {
          case .quit: return .left
          case .repaint: terminal.repaint()
          case .useMouse(let isOn): terminal.reportsMouse = isOn
          case .suspend:
            terminal.suspend()
            _ = state.update(.resize(terminal.size), layouts: layouts)
          }
        }
      }
    }
  }
  /// Waits for events; while there are none, the library is indexed step by step.
  private static func nextEvents(_ terminal: Terminal, _ indexer: inout LibraryIndexer) -> [Event] {
    while !indexer.isFinished {
      let events = terminal.nextEvents(timeoutMilliseconds: 0)
      if !events.isEmpty { return events }
      let finished = indexer.indexes.issues.count
      _ = indexer.advance()
      if indexer.indexes.issues.count > finished { return [.indexed(indexer.indexes)] }
    }
    return terminal.nextEvents(timeoutMilliseconds: nil)
  }
}
