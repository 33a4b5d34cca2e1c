import ArgumentParser
import GazetteArchive
import GazetteIntake
import GazetteModel
import GazetteText
import PostgresKit

extension Language: ExpressibleByArgument {}

/// The options that all commands take.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      "The language of messages; else that of the configuration, else of the locale.",
      valueName: Language.names(between: "|")))
  var chosen: Language?

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "The configuration; without it $XDG_CONFIG_HOME/gazette/config.toml.", valueName: "file"),
    completion: .file())
  var configurationFile: String?

  /// What was chosen in the file, by the environment and with the options here.
  var configuration: UserConfiguration {
    var configuration = ConfigurationFile.load(configurationFile)
    if let chosen {
      configuration.choose(.string(chosen.rawValue), for: .language, from: .option("--lang"))
    }
    return configuration
  }

  /// The language that was asked for, else that of the configuration, else that of the locale.
  var language: Language { configuration.language }
}

/// The options of commands that read issues.
struct IssueOptions: ParsableArguments {
  @Option(
    name: .customLong("issue"),
    help: ArgumentHelp(
      "An issue to read, as often as there are issues; the shipped one without it.",
      valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var languageOptions: LanguageOptions

  var language: Language { languageOptions.language }

  var configuration: UserConfiguration { languageOptions.configuration }

  /// The issues that were asked for.
  /// - Parameter readsInput: Whether the command reads standard input for something else.
  func library(readsInput: Bool = false) throws(Failure) -> Library {
    if paths.isEmpty, !readsInput { StandardInput.reportUnread(language) }
    return Library(issues: try Self.issues(at: paths, language: language))
  }

  /// The one issue that was asked for, of commands that speak of one.
  /// - Parameter readsInput: Whether the command reads standard input for something else.
  func issue(readsInput: Bool = false) throws(Failure) -> Issue {
    let library = try library(readsInput: readsInput)
    guard library.issues.count == 1 else {
      throw Failure(
        Messages.oneIssueOnly, at: "--issue", remedy: Messages.nameOneIssue, language)
    }
    return library.issues[0]
  }

  /// The index that answers for the issues that were asked for; nil where they are read themselves.
  func catalogue() throws(Failure) -> ArchiveCatalogue? {
    guard paths.count == 1 else { return nil }
    return try Self.catalogue(at: paths[0], language, readsMuch: true)
  }

  /// The index at a path: the file itself, or for a folder of many issues the one that is kept of
  /// it, where that says what the files say.
  ///
  /// - Parameter readsMuch: Whether much of it is read and the process ends soon.
  static func catalogue(
    at path: String, _ language: Language, readsMuch: Bool = false
  ) throws(Failure) -> ArchiveCatalogue? {
    let file = FilePath(path)
    if ArchiveCatalogue.isIndex(named: path) {
      do throws(ArchiveFailure) {
        return try ArchiveCatalogue(at: path, readsMuch: readsMuch)
      } catch {
        throw Failure(error, language: language)
      }
    }
    guard ArchiveLoader.isArchive(file),
      let kept = ArchivePlace.index(
        of: .folder(file), cache: Platform.variable("XDG_CACHE_HOME"),
        home: Platform.variable("HOME")),
      let catalogue = try? ArchiveCatalogue(path: kept, isMapped: readsMuch),
      catalogue.changes().isCurrent
    else { return nil }
    return catalogue
  }

  /// The issues at `paths`, in order, those of a folder of many the newest first; or the shipped
  /// one.
  ///
  /// What cannot be opened is said on standard error; only where nothing can is that the end.
  static func issues(at paths: [String], language: Language) throws(Failure) -> [Issue] {
    if paths.isEmpty { return [ShippedIssue.load()] }
    var issues: [Issue] = []
    var failures: [LoadFailure] = []
    for path in paths {
      // A database that cannot be reached is no file that is missing.
      let isAddress = PostgresAddress(path) != nil
      let catalogue =
        isAddress
        ? try catalogue(at: path, language)
        : ArchiveCatalogue.isIndex(FilePath(path)) ? try? ArchiveCatalogue(path: path) : nil
      add(path, catalogue, to: &issues, &failures, language)
    }
    if issues.isEmpty, let last = failures.popLast() {
      for failure in failures { Failure(failure, language: language).tell() }
      throw Failure(last, language: language)
    }
    for failure in failures { Failure(failure, language: language).tell() }
    return issues
  }

  /// Whether an argument that could be a reference is meant as a path: it stands in a folder, or
  /// ends as files do.
  static func isPath(_ argument: String) -> Bool {
    argument == "-" || argument.hasPrefix("/") || argument.hasPrefix("./")
      || argument.hasPrefix("../")
  }

  /// Adds the issues at a path.
  ///
  /// - Parameter catalogue: The index that the path names, where it names one.
  private static func add(
    _ path: String, _ catalogue: ArchiveCatalogue?, to issues: inout [Issue],
    _ failures: inout [LoadFailure], _ language: Language
  ) {
    let report = IntakeReport(language)
    defer { report.end() }
    let file = FilePath(path)
    if let catalogue {
      catalogue.forEachOpened(catalogue.issues.indices) { _, result in
        switch result {
        case .success(let issue): issues.append(issue)
        case .failure(let failure): failures.append(failure)
        }
      }
      failures += catalogue.failures
      return
    }
    if let walk = ArchiveLoader.walk(file) {
      var found: [(issue: Issue, path: FilePath)] = []
      for candidate in walk.candidates {
        do throws(LoadFailure) {
          found.append((try ArchiveLoader.load(candidate, options: report.options), candidate.path))
        } catch {
          failures.append(error)
        }
      }
      failures += walk.refusals.map { LoadFailure(path: $0.path.description, reason: $0.reason) }
      issues += found.sorted {
        ArchiveOrder.isBefore(($0.issue.identity, $0.path), ($1.issue.identity, $1.path))
      }.map(\.issue)
      return
    }
    do throws(LoadFailure) {
      issues.append(try IssueLoader.load(path: path, options: report.options))
    } catch {
      failures.append(error)
    }
  }
}
