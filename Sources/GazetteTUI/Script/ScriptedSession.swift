import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// The browser without a terminal: the flow of `Session`, with no clock and nothing waited for.
///
/// Whatever the program works out behind its first frame is there before the first key, and what is
/// asked of the review store is answered before the next one.
struct ScriptedSession {
  private let layouts: LayoutCache
  private let keys: KeyMap
  /// Nil where no store was named: there is no review then.
  private let worker: ReviewWorker?
  private(set) var state: State
  /// Whether the reader has left.
  private(set) var isOver = false

  /// Opens the library; nil when no issue has any text.
  init?(library: Library, options: LaunchOptions, size: Size) {
    layouts = LayoutCache(library, commands: CommandTable.commands)
    keys = KeyMap(layouts.commands)
    var settings = Settings(options)
    settings.allowsEditor = false
    guard var state = State(library: library, size: size, settings: settings, layouts: layouts)
    else { return nil }
    if let reference = options.reference { state.open(at: reference, layouts) }
    worker = options.reviewDatabase == nil ? nil : ReviewWorker(options.review) {}
    if worker != nil {
      state.review.expectStore(options.review)
    }
    self.state = state
    handle(.indexed(LibraryIndexes(library)))
    if worker != nil { perform(.review(.open(ReviewedIssues(state.library)))) }
  }

  /// What the terminal would show.
  var frame: Frame { Screen.frame(of: state, layouts: layouts) }

  /// Presses keys and then none, so that a digit at their end is no count.
  mutating func press(_ keys: [Key]) {
    for key in keys { handle(.input(.key(key))) }
    if state.digitAction != nil { handle(.pause) }
  }

  mutating func choose(_ language: Language) { state.settings.language = language }

  mutating func handle(_ event: Event) {
    guard !isOver else { return }
    for effect in keys.handle(event, in: &state, layouts: layouts) {
      perform(effect)
      if isOver { return }
    }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .quit:
      for request in state.keeping(layouts) { worker?.perform(request) }
      _ = worker?.finish()
      isOver = true
    case .review(let request):
      guard let worker else { return }
      worker.perform(request)
      worker.drain()
      for reply in worker.takeReplies() { handle(.review(reply)) }
    case .copy(let text): _ = state.update(.copied(text, .sent), layouts: layouts)
    case .write(let path, let bytes, let isNew):
      let path = isNew ? ReviewFile.freeName(path) : path
      let refusal =
        state.settings.allowsWriting ? ReviewFile.replace(path, with: bytes) : nil
      _ = state.update(.written(path, refusal), layouts: layouts)
    case .edit: _ = state.update(.answer(.edited(nil)), layouts: layouts)
    case .repaint, .useMouse, .suspend, .openBeside: break
    }
  }
}
