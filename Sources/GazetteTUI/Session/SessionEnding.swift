import GazetteModel
import TerminalKit

extension Session {
  /// What the program ends with. It stays as it is: to take a thousand issues apart takes longer than
  /// to leave them to the system.
  private static var last: Session?

  /// Browses the library until the reader leaves; the terminal is given back before it returns.
  ///
  /// - Parameter paths: Where the issues come from, to look whether they change.
  static func run(
    library: Library, options: LaunchOptions, paths: [String] = []
  ) throws(TerminalFailure) -> Ending {
    let terminal = try Terminal(options.terminal)
    defer { terminal.end() }
    let files = options.isTutor ? nil : WatchedFiles(paths: paths)
    var session = Session(
      library: library, options: options, on: terminal, files: files, greeting: nil)
    let ending = session?.run() ?? .nothingToShow
    terminal.end()
    last = session
    return options.terminal.showsStatistics
      ? ending.adding(terminal.statistics.text[options.language]) : ending
  }

  /// Records what the reader leaves behind, and says what of it is not on the disk.
  mutating func keepAll() -> ReviewEnding {
    for request in state.keeping(layouts) { worker.perform(request) }
    return worker.finish()
  }

  /// How a session ended.
  enum Ending: Hashable, Sendable {
    /// The reader left; what was reviewed, and whether all of it is recorded.
    case left([String], review: ReviewEnding)
    /// The terminal is gone, or a signal asked the program to end.
    case signalled(Int32?)
    /// No issue of the library has any text.
    case nothingToShow

    /// The ending with a line more to tell.
    func adding(_ line: String) -> Ending {
      guard case .left(let lines, let review) = self else { return self }
      return .left(lines + [line], review: review)
    }
  }
}
