import GazetteModel
import GazetteReview
import TerminalKit

/// The browser at work: shows the state, waits for events, and does what the state asks for.
///
/// The only place that knows the terminal, the commands and the views at once.
@MainActor
struct Session {
  let terminal: Terminal
  private let theme: Theme
  var layouts: LayoutCache
  let worker: ReviewWorker
  /// Made of the commands when the first event comes.
  private lazy var keys = KeyMap(commands)
  /// All of them: those that are off say why.
  private let commands: [Command]
  var state: State
  var indexer: LibraryIndexer
  /// The files that the issues come from; nil where these cannot change.
  var files: WatchedFiles?
  /// The issues of the archive that these were opened from.
  let others: OtherIssues?
  /// Leads through the lessons; nil for readers.
  private var tutor: Tutor?

  /// Browses on a terminal that somebody else ends.
  static func run(
    library: Library, options: LaunchOptions, on terminal: Terminal, files: WatchedFiles?,
    others: OtherIssues, greeting: Message
  ) -> Ending {
    var session = Session(
      library: library, options: options, on: terminal, files: files, others: others,
      greeting: greeting)
    return session?.run() ?? .nothingToShow
  }

  /// - Returns: nil where no issue has any text.
  init?(
    library: Library, options: LaunchOptions, on terminal: Terminal, files: WatchedFiles?,
    others: OtherIssues? = nil, greeting: Message?
  ) {
    var settings = Settings(options, isSparse: terminal.isSparse)
    settings.opensOthers = others != nil
    commands = options.configuration.commands
    layouts = LayoutCache(library, commands: commands.allowed(in: settings))
    let size =
      options.isTutor ? Tutor.room(in: terminal.size, settings.language, commands) : terminal.size
    guard var state = State(library: library, size: size, settings: settings, layouts: layouts)
    else { return nil }
    state.begin(options, drawnAs: terminal.substitution, layouts)
    state.message = greeting ?? state.message
    terminal.reportsMouse = settings.usesMouse
    self.terminal = terminal
    theme = terminal.theme(isColorless: options.isColorless)
    worker = ReviewWorker(options.review) { Terminal.wake() }
    indexer = LibraryIndexer(library)
    self.files = files
    self.others = others
    tutor = options.isTutor ? Tutor(state, screen: terminal.size) : nil
    self.state = state
  }

  mutating func run() -> Ending {
    terminal.present(frame, theme: theme)
    // Questions and the store wait for the first frame.
    terminal.ask()
    if state.settings.allowsReview { worker.perform(.open(ReviewedIssues(state.library))) }
    while true {
      // Everything that is there already makes one frame, not one each.
      for event in nextEvents() {
        if event == .input(.hangUp) {
          _ = keepAll()
          return .signalled(terminal.endSignal)
        }
        for effect in handle(event) where !perform(effect) {
          return .left(tutor == nil ? state.leavingLines(layouts) : [], review: keepAll())
        }
      }
      terminal.present(frame, theme: theme)
    }
  }

  private var frame: Frame {
    tutor?.frame(of: state, layouts: layouts) ?? Screen.frame(of: state, layouts: layouts)
  }

  mutating func handle(_ event: Event) -> [Effect] {
    let keys = keys
    return tutor?.handle(event, in: &state, keys: keys, layouts: layouts)
      ?? keys.handle(event, in: &state, layouts: layouts)
  }

  /// Waits for events; while there are none, the library is indexed step by step.
  private mutating func nextEvents() -> [Event] {
    while true {
      let patience = state.pause ?? (files == nil ? nil : WatchedFiles.pause)
      let events = arrived(within: indexer.isFinished ? patience : 0)
      if !events.isEmpty || terminal.canShowHeldFrame { return events }
      if indexer.isFinished, state.pause == nil, files != nil {
        // Who writes something is not disturbed; what changed is read when that is over.
        guard state.overlays.isEmpty, files?.haveChanged() == true else { continue }
        readAgain()
        return []
      }
      if indexer.isFinished { return state.pause == nil ? [] : [.pause] }
      let finished = indexer.indexes.issues.count
      _ = indexer.advance()
      guard indexer.indexes.issues.count > finished else { continue }
      // Keys that came meanwhile share its frame.
      return [.indexed(indexer.indexes)] + arrived(within: 0)
    }
  }

  /// What has come; replies are taken last, since the wait uses up the call that announces them.
  private func arrived(within milliseconds: Int?) -> [Event] {
    let events = terminal.nextEvents(timeoutMilliseconds: milliseconds)
    return worker.takeReplies().map(Event.review) + events.map(Event.input)
  }
}
