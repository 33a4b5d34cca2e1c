import GazetteArchive
import GazetteIntake
import GazetteModel
import GazetteText
import TerminalKit

/// An archive at work: its room, and the browser on the issue that is opened from it.
///
/// The browser does not know of it: it is run on the same terminal, and leaving it leads back here.
@MainActor
struct ArchiveSession {
  /// Where the issues come from.
  enum Source {
    case index(ArchiveCatalogue)
    /// Files whose index is made and kept up behind the screen, and where that lies.
    case files(ArchiveOrigin, index: String)
  }

  private let terminal: Terminal
  private let options: LaunchOptions
  private let indexer = ArchiveIndexer { Terminal.wake() }
  private var room: ArchiveRoom
  /// The issues that were read last, the latest last.
  private var opened: [(text: FilePath, modified: Int, issue: Issue)] = []
  private let theme: Theme
  /// Why there is no index, where there is none to show.
  private var refusal: ArchiveFailure?

  /// A new state of the index, kept back while the reader is in a list that was made from the old.
  private var renewed: ArchiveCatalogue?

  /// What is being worked out.
  private var pending: Set<ArchiveWork> = []

  /// How many issues are kept ready.
  private static let ready = 8

  /// Browses an archive until the reader leaves; the terminal is given back before it returns.
  ///
  /// - Returns: `nothingToShow` where no index could be made, which is said on standard error.
  static func run(_ source: Source, options: LaunchOptions) throws(TerminalFailure)
    -> Session.Ending
  {
    let terminal = try Terminal(options.terminal)
    defer { terminal.end() }
    let settings = Settings(options, isSparse: terminal.isSparse)
    var catalogue: ArchiveCatalogue?
    switch source {
    case .index(let index): catalogue = index
    case .files(_, let path): catalogue = try? ArchiveCatalogue(path: path)
    }
    var session = ArchiveSession(
      terminal: terminal, options: options,
      room: ArchiveRoom(
        catalogue, size: terminal.size, settings: settings,
        commands: options.configuration.commands),
      theme: terminal.theme(isColorless: options.isColorless))
    if case .files = source { session.room.progress = ArchiveBuilder.Progress() }
    terminal.reportsMouse = settings.usesMouse
    let ending = session.run(source, settings)
    terminal.end()
    if let refusal = session.refusal { Failure(refusal, language: settings.language).tell() }
    return ending
  }

  private init(terminal: Terminal, options: LaunchOptions, room: ArchiveRoom, theme: Theme) {
    self.terminal = terminal
    self.options = options
    self.room = room
    self.theme = theme
  }

  private mutating func run(_ source: Source, _ settings: Settings) -> Session.Ending {
    terminal.present(ArchiveView.frame(of: room), theme: theme)
    terminal.ask()
    // Behind the first frame.
    if settings.allowsReview { indexer.countMarks(options) }
    switch source {
    case .files(let origin, let path): indexer.build(origin, at: path)
    case .index(let catalogue):
      if catalogue.keepsFiles { indexer.watch(catalogue) }
    }
    defer { indexer.stop() }
    while true {
      let events = terminal.nextEvents(timeoutMilliseconds: nil)
      for item in indexer.takeNews() { take(item) }
      takeRenewed()
      // Without an index the issues can still be opened themselves.
      if refusal != nil { return .nothingToShow }
      for event in events {
        if event == .hangUp { return .signalled(terminal.endSignal) }
        switch room.handle(event) {
        case .leave: return .left([], review: .kept)
        case .repaint: terminal.repaint()
        case .suspend:
          guard settings.allowsSuspending else { break }
          terminal.suspend()
          room.size = terminal.size
        case .open(let place, let reference):
          switch open(place, at: reference) {
          case .signalled(let signal): return .signalled(signal)
          case .left(_, review: let review) where review != .kept:
            return .left([], review: review)
          case .left, .nothingToShow, nil: break
          }
          room.size = terminal.size
          if settings.allowsReview { indexer.countMarks(options) }
          terminal.repaint()
        case nil: break
        }
        if let work = room.wanted, let catalogue = room.catalogue {
          room.wanted = nil
          if pending.insert(work).inserted { indexer.begin(work, catalogue) }
        }
      }
      takeRenewed()
      terminal.present(ArchiveView.frame(of: room), theme: theme)
    }
  }

  /// Shows the new state as soon as that takes nothing away from the reader.
  private mutating func takeRenewed() {
    guard let renewed, room.list == .issues || room.catalogue == nil else { return }
    room.take(renewed)
    // What is being worked out is told of the old one.
    pending = []
    self.renewed = nil
  }

  private mutating func take(_ item: ArchiveIndexer.News) {
    switch item {
    case .progress(let progress): room.progress = progress
    case .built(let catalogue):
      renewed = catalogue
      room.progress = nil
    case .marks(let marks): room.take(marks)
    case .done(let work, let result, let origin):
      pending.remove(work)
      // Places in a list that is shown no more mean nothing in the next.
      guard room.catalogue === origin else { break }
      switch result {
      case .success(let result): room.take(result)
      case .failure(let failure): room.take(failure, of: work)
      }
    case .reached: room.say(ArchiveText.reached[room.language])
    case .refused(let failure):
      room.progress = nil
      if room.catalogue == nil { refusal = failure }
      room.say(Failure(failure, language: room.language).line)
    }
  }

  /// Runs the browser on an issue; says why where it cannot be read.
  private mutating func open(_ place: Int, at reference: String?) -> Session.Ending? {
    guard let catalogue = room.catalogue else { return nil }
    do throws(LoadFailure) {
      let issue = try issue(place, of: catalogue)
      var options = options
      options.reference = reference ?? options.reference
      let ending = Session.run(
        library: Library(issues: [issue]), options: options, on: terminal,
        // What a database has stays as it is while it is read.
        files: catalogue.keepsFiles ? nil : WatchedFiles([catalogue.candidate(place)]),
        others: OtherIssues(catalogue),
        greeting: Message(.ofArchive))
      if ending == .nothingToShow { room.say(Messages.nothingToShow[room.language]) }
      return ending
    } catch {
      room.say(Failure(error, language: room.language).line)
      return nil
    }
  }

  private mutating func issue(
    _ place: Int, of catalogue: ArchiveCatalogue
  ) throws(LoadFailure) -> Issue {
    let text = catalogue.candidate(place).text
    let modified = catalogue.modified(ofIssueAt: place)
    if let known = opened.firstIndex(where: { $0.text == text && $0.modified == modified }) {
      let entry = opened.remove(at: known)
      opened.append(entry)
      return entry.issue
    }
    let issue = try catalogue.open(place)
    opened.append((text, modified, issue))
    if opened.count > Self.ready { opened.removeFirst() }
    return issue
  }
}
