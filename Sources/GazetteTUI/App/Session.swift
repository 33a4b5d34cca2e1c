import GazetteModel
import GazetteReview

/// The browser at work: shows the state, waits for events, and does what the state asks for.
///
/// The only place that knows the terminal, the commands and the views at once.
@MainActor
struct Session {
  private let terminal: Terminal
  private let layouts: LayoutCache
  private let worker: ReviewWorker
  private var state: State
  private var indexer: LibraryIndexer

  /// Browses the library until the reader leaves; the terminal is given back before it returns.
  static func run(library: Library, options: LaunchOptions) throws(TerminalFailure) -> Ending {
    let settings = Settings(options)
    let layouts = LayoutCache(library, commands: CommandTable.commands.allowed(in: settings))
    let terminal = try Terminal()
    defer { terminal.end() }
    let size = terminal.size
    guard var state = State(library: library, size: size, settings: settings, layouts: layouts)
    else { return .nothingToShow }
    if let reference = options.reference { state.open(at: reference, layouts) }
    if settings.allowsReview { state.review.expectStore(options) }
    terminal.reportsMouse = settings.usesMouse
    let worker = ReviewWorker(options) { Terminal.wake() }
    let theme = options.isColorless ? Theme(colors: 0, noColor: true) : terminal.theme
    var session = Session(
      terminal: terminal, layouts: layouts, worker: worker, state: state,
      indexer: LibraryIndexer(library))
    return session.run(theme: theme)
  }

  private mutating func run(theme: Theme) -> Ending {
    terminal.present(Screen.frame(of: state, layouts: layouts), theme: theme)
    // The store waits for the first frame.
    if state.settings.allowsReview { worker.perform(.open(state.issueIDs)) }
    while true {
      // Everything that is there already makes one frame, not one each.
      for event in nextEvents() {
        if event == .hangUp {
          _ = keepAll()
          return .signalled(terminal.endSignal)
        }
        for effect in KeyMap.shared.handle(event, in: &state, layouts: layouts)
        where !perform(effect) {
          return .left(state.leavingLines(layouts), isKept: keepAll())
        }
      }
      terminal.present(Screen.frame(of: state, layouts: layouts), theme: theme)
    }
  }

  /// Does what the state asks for; false when that is to leave.
  private mutating func perform(_ effect: Effect) -> Bool {
    guard state.settings.allow(effect) else { return true }
    switch effect {
    case .quit: return false
    case .repaint: terminal.repaint()
    case .useMouse(let isOn): terminal.reportsMouse = isOn
    case .review(let request): worker.perform(request)
    case .copy(let text): _ = state.update(.copied(text, terminal.copy(text)), layouts: layouts)
    case .edit(let text):
      let edited = terminal.lend { ExternalEditor.edit(text) }
      _ = state.update(.resize(terminal.size), layouts: layouts)
      _ = state.update(.answer(.edited(edited)), layouts: layouts)
    case .suspend:
      terminal.suspend()
      _ = state.update(.resize(terminal.size), layouts: layouts)
    }
    return true
  }

  /// Records what the reader leaves behind; whether all of it is on the disk.
  private mutating func keepAll() -> Bool {
    for request in state.keeping(layouts) { worker.perform(request) }
    return worker.finish()
  }

  /// How long to wait for a key before the pause itself says something, in milliseconds; nil when it says
  /// nothing: only keys that are not finished wait.
  private var pause: Int? {
    if !state.pendingKeys.isEmpty { return state.showsFollowing ? nil : 400 }
    return state.digitAction == nil ? nil : 250
  }

  /// Waits for events; while there are none, the library is indexed step by step.
  private mutating func nextEvents() -> [Event] {
    while true {
      let events = terminal.nextEvents(timeoutMilliseconds: indexer.isFinished ? pause : 0)
      let replies = worker.takeReplies().map(Event.review)
      if !events.isEmpty || !replies.isEmpty { return replies + events }
      if indexer.isFinished { return pause == nil ? [] : [.pause] }
      let finished = indexer.indexes.issues.count
      _ = indexer.advance()
      if indexer.indexes.issues.count > finished { return [.indexed(indexer.indexes)] }
    }
  }
}
