import ArgumentParser
import GazetteText

extension Restriction {
  /// The argument that is refused before anything is read of it: `-c`, as a shell is given a command, and whatever
  /// could name a file where whoever starts the program is not whom it is meant for.
  func refusedArgument(_ arguments: [String]) -> String? {
    guard let first = arguments.first else { return nil }
    switch self {
    case .none, .option, .environment: return first == "-c" ? first : nil
    case .login: return first
    case .account:
      return GazetteCommand.commandNames.contains(first) && first != "browse" ? nil : first
    }
  }

  /// Refuses a command that does more than print of the issues given.
  func check(_ command: any ParsableCommand) throws(Failure) {
    if self == .none { return }
    let language = Language.from(Platform.variable)
    guard let reading = command as? any ReadingCommand else {
      throw Self.failure(at: type(of: command).configuration.commandName ?? "", language)
    }
    if let option = reading.refusedOptions.first { throw Self.failure(at: option, language) }
    if self == .environment || self == .account, let named = reading.namedFiles.first {
      throw Self.failure(at: named, language)
    }
  }
}

/// A command that writes nothing but what it prints: all that a locked down program runs.
protocol ReadingCommand: ParsableCommand {
  var options: IssueOptions { get }
  /// The options that name files, of those in use.
  var namedFiles: [String] { get }
  /// The options in use that do more than print.
  var refusedOptions: [String] { get }
}

extension ReadingCommand {
  var namedFiles: [String] { options.paths.isEmpty ? [] : ["--issue"] }
  var refusedOptions: [String] { [] }
}

extension OutlineCommand: ReadingCommand {}
extension ShowCommand: ReadingCommand {}
extension ReadCommand: ReadingCommand {}
extension CheckCommand: ReadingCommand {}
extension ResponsibilitiesCommand: ReadingCommand {}
extension DepartmentsCommand: ReadingCommand {}
extension TargetsCommand: ReadingCommand {}
extension ReferencesCommand: ReadingCommand {}
extension DeadlinesCommand: ReadingCommand {}
extension DutiesCommand: ReadingCommand {}
extension CiteCommand: ReadingCommand {}

extension ExportCommand: ReadingCommand {
  var refusedOptions: [String] { output.namesFile ? ["--output"] : [] }
}

/// Its arguments can be paths, so whoever may name no files may not run it.
extension DiffCommand: ReadingCommand {
  var namedFiles: [String] { ["diff"] }
}

extension WorklistCommand: ReadingCommand {
  var refusedOptions: [String] {
    // A workbook is made by another program.
    (output.namesFile ? ["--output"] : []) + (format == .xlsx ? ["--format"] : [])
  }
}

extension FindCommand: ReadingCommand {
  var namedFiles: [String] {
    (options.paths.isEmpty ? [] : ["--issue"]) + (storeOptions.path == nil ? [] : ["--review-db"])
  }
}
