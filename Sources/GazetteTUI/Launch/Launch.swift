import ArgumentParser
import GazetteArchive
import GazetteIntake
import GazetteModel
import GazetteReview
import GazetteText
import PostgresKit
import TerminalKit

/// Where the program begins: decides between the browser and the commands.
enum Launch {
  /// Runs the program on the arguments of the process, to its end.
  @MainActor
  static func run() -> Never {
    Platform.ignoreBrokenPipes()
    let (words, restriction) = Restriction.read(Platform.arguments)
    if words.contains(where: { word in word.utf8.contains { $0 == 0x40 || $0 == 0x3F } }) {
      Platform.hideArguments(PostgresAddress.masked)
    }
    let arguments = GazetteCommand.withCommandFirst(words)
    if restriction != .none { Restriction.enforce() }
    do {
      if let refused = restriction.refusedArgument(arguments) {
        refuseCommand(refused, Language.from(Platform.variable))
      }
      if namesOnlyPaths(arguments) {
        var options = LaunchOptions(ConfigurationFile.load())
        options.isRestricted = restriction != .none
        try browse(paths: arguments, options: options)
      } else {
        try runCommand(arguments, restriction)
      }
    } catch let failure as Failure {
      failure.report()
    } catch {
      end(with: error, arguments)
    }
    Platform.exit(0)
  }

  /// Ends the process with what the argument parser has to say, in the reader's language.
  /// Completions and the version are its own words and stay as they are.
  private static func end(with error: any Error, _ arguments: [String]) -> Never {
    let code = GazetteCommand.exitCode(for: error)
    let message = GazetteCommand.message(for: error)
    let isHelp = code == .success && GazetteCommand.fullMessage(for: error).contains("USAGE: ")
    if code == .success, !isHelp { GazetteCommand.exit(withError: error) }
    guard let root = try? CommandDescription.root() else { GazetteCommand.exit(withError: error) }
    let language = GazetteCommand.language(of: arguments)
    let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    let (path, command) = root.command(named: Array(words))
    guard isHelp else {
      let complaint = ArgumentComplaint(language: language, sentence: message, path: path)
      Platform.writeError(complaint.line + "\n")
      Platform.exit(code.rawValue)
    }
    var output = TextOutput()
    CommandHelp(language: language, path: path, command: command).write(to: &output)
    do throws(Failure) {
      try output.flush(language: language)
    } catch {
      error.report()
    }
    Platform.exit(0)
  }

  /// Whether the arguments are nothing but issues to open. These go to the browser without the
  /// argument parser, whose start takes a fifth of the time to the first frame.
  static func namesOnlyPaths(_ arguments: [String]) -> Bool {
    guard let first = arguments.first else { return true }
    return !GazetteCommand.commandNames.contains(first)
      && !arguments.contains {
        ($0.hasPrefix("-") && $0 != IssueLoader.standardInput) || $0.isEmpty
      }
  }

  /// Opens the browser on the issues at `paths`, or on the shipped one; prints their outlines
  /// where there is no terminal to browse on, or one that cannot show the browser.
  @MainActor
  static func browse(paths: [String], options: LaunchOptions) throws(Failure) {
    let language = options.language
    try refuseMistypedCommand(paths, language)
    let paths = StandardInput.paths(paths, isRestricted: options.isRestricted, language: language)
    if Platform.isInteractive, let source = try archive(at: paths, options) {
      let ending: Session.Ending
      do throws(TerminalFailure) {
        ending = try ArchiveSession.run(source, options: options)
      } catch {
        let issues = try IssueOptions.issues(at: paths, language: language)
        try printOutlines(of: issues, language: language)
        return Failure(error, language: language).tell()
      }
      if ending != .nothingToShow { return try end(ending, paths: paths, options: options) }
    }
    let issues = try IssueOptions.issues(at: paths, language: language)
    // What came by standard input is read: keys come from the terminal itself.
    guard Platform.showsTerminal, Platform.takeKeysFromTerminal() else {
      return try printOutlines(of: issues, language: language)
    }
    let ending: Session.Ending
    do throws(TerminalFailure) {
      ending = try Session.run(
        library: Library(issues: issues), options: options, paths: paths)
    } catch {
      // The outline is what can be shown of the issue here, and says the same. Why it is shown
      // comes last, where it stays on the screen.
      try printOutlines(of: issues, language: language)
      return Failure(error, language: language).tell()
    }
    try end(ending, paths: paths, options: options)
  }

  /// Says what is left to say when the browser has ended.
  private static func end(
    _ ending: Session.Ending, paths: [String], options: LaunchOptions
  ) throws(Failure) {
    let language = options.language
    switch ending {
    case .left(let lines, let review):
      var output = TextOutput()
      for line in lines { output.writeLine(line) }
      try output.flush(language: language)
      switch review {
      case .kept: break
      case .putAside(let count, let file):
        throw Failure(
          ReviewMessages.putAside(count), at: file, remedy: ReviewMessages.openAgain, language)
      case .lost(let count, let store):
        throw Failure(
          ReviewMessages.lost(count), at: store, remedy: ReviewMessages.seeReviewCheck, language)
      case .withoutPlace(let failure):
        Failure(
          ReviewMessages.noPlace(failure.what), at: failure.path, remedy: failure.remedy, language
        ).tell()
      }
    case .signalled(let signal): Platform.end(bySignal: signal)
    case .nothingToShow:
      throw Failure(
        Messages.nothingToShow, at: paths.joined(separator: " "), remedy: Messages.seeCheck,
        language)
    }
  }

  /// Answers a word that is no file and resembles a command with the command.
  private static func refuseMistypedCommand(
    _ paths: [String], _ language: Language
  ) throws(Failure) {
    guard let word = paths.first, !word.contains("/"), !word.contains("."),
      !Platform.exists(word),
      let command = NearestWord.of(word, in: GazetteCommand.commandNames)
    else { return }
    throw Failure(
      Messages.noSuchFile, at: word, remedy: Messages.perhapsCommand(command), language)
  }

  private static func browseInLines(
    paths: [String], options: LaunchOptions
  ) throws(Failure) {
    let issues = try IssueOptions.issues(at: paths, language: options.language)
    if paths.contains(IssueLoader.standardInput) { _ = Platform.takeKeysFromTerminal() }
    try LinearSession.run(
      library: Library(issues: issues), language: options.language, at: options.reference,
      paths: paths)
  }

  /// Opens the browser with lessons on the shipped issue; prints them where there is no terminal.
  @MainActor
  private static func teach(_ options: LaunchOptions) throws(Failure) {
    if Platform.isInteractive { return try browse(paths: [], options: options) }
    var output = TextOutput()
    for line in TutorCommand.lines(options) { output.writeParagraph(line, hanging: 4) }
    try output.flush(language: options.language)
  }

  private static func printOutlines(
    of issues: [GazetteModel.Issue], language: Language
  ) throws(Failure) {
    var output = TextOutput()
    OutlineText.write(OpenedLibrary(Library(issues: issues)), language, to: &output)
    try output.flush(language: language)
  }

  @MainActor
  private static func runCommand(_ arguments: [String], _ restriction: Restriction) throws {
    if let option = RepeatedOption.first(in: arguments) {
      throw ValidationError("'\(option)' is given twice")
    }
    var command = try GazetteCommand.reading(arguments)
    if let command = command as? BrowseCommand {
      var options = command.launchOptions
      options.isRestricted = options.isRestricted || restriction != .none
      if let script = command.script {
        // It names a file beside those to read.
        try restriction.refuse("--script")
        try ScriptLaunch.run(file: script, paths: command.paths, options: options)
      } else if command.isLinear {
        try browseInLines(paths: command.paths, options: options)
      } else {
        try browse(paths: command.paths, options: options)
      }
    } else if let command = command as? TutorCommand {
      var options = command.launchOptions
      options.isRestricted = restriction != .none
      try teach(options)
    } else {
      try restriction.check(command)
      try command.run()
    }
  }

  /// Ends the process where it stands in the place of a shell and is given a command, as `ssh host
  /// command`, `scp` and `sftp` do, or any other word by whoever logs in.
  private static func refuseCommand(_ word: String, _ language: Language) -> Never {
    let failure = Failure(
      Messages.noCommands, at: word, remedy: Messages.connectWithoutCommand, language)
    Platform.writeError(failure.line + "\n")
    Platform.exit(GazetteCommand.exitCode(for: ValidationError("")).rawValue)
  }
}
