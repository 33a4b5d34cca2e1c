import ArgumentParser
import GazetteIntake
import GazetteModel
import GazetteText

extension Language: ExpressibleByArgument {}

/// The options that all commands take.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      "The language of messages; else that of the configuration, else of the locale.",
      valueName: "zh|en"))
  var chosen: Language?

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "The configuration; without it $XDG_CONFIG_HOME/gazette/config.toml.", valueName: "file"),
    completion: .file())
  var configurationFile: String?

  /// What was chosen in the file, by the environment and with the options here.
  var configuration: Configuration {
    var configuration = ConfigurationFile.load(configurationFile)
    if let chosen {
      configuration.choose(.string(chosen.rawValue), for: .language, from: .option("--lang"))
    }
    return configuration
  }

  /// The language that was asked for, else that of the configuration, else that of the locale.
  var language: Language { configuration.language }
}

/// The options of commands that read an issue.
struct IssueOptions: ParsableArguments {
  @Option(
    name: .customLong("issue"),
    help: ArgumentHelp("The issue to read; the shipped one without it.", valueName: "path"),
    completion: .file())
  var path: String?

  @OptionGroup var languageOptions: LanguageOptions

  var language: Language { languageOptions.language }

  var configuration: Configuration { languageOptions.configuration }

  /// The issue that was asked for.
  func issue() throws(Failure) -> Issue {
    guard let path else {
      StandardInput.reportUnread(language)
      return ShippedIssue.load()
    }
    return try Self.issue(at: path, language: language)
  }

  /// The issues at `paths`, in order, or the shipped one.
  static func issues(at paths: [String], language: Language) throws(Failure) -> [Issue] {
    if paths.isEmpty { return [ShippedIssue.load()] }
    var issues: [Issue] = []
    for path in paths { issues.append(try issue(at: path, language: language)) }
    return issues
  }

  /// Whether an argument that could be a reference is meant as a path: it stands in a folder, or
  /// ends as files do.
  static func isPath(_ argument: String) -> Bool {
    argument == "-" || argument.hasPrefix("/") || argument.hasPrefix("./")
      || argument.hasPrefix("../")
  }

  private static func issue(at path: String, language: Language) throws(Failure) -> Issue {
    let report = IntakeReport(language)
    defer { report.end() }
    do throws(LoadFailure) {
      return try IssueLoader.load(path: path, options: report.options)
    } catch {
      throw Failure(error, language: language)
    }
  }
}
