import ArgumentParser
import GazetteModel

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

  var configuration: Configuration { languageOptions.configuration }

  /// The issues that were asked for.
  func library() throws(Failure) -> Library {
    Library(issues: try Self.issues(at: paths, language: language))
  }

  /// The issues at `paths`, in order, or the shipped one.
  ///
  /// What cannot be opened is said on standard error; only where nothing can is that the end.
  static func issues(at paths: [String], language: Language) throws(Failure) -> [Issue] {
    if paths.isEmpty { return [ShippedIssue.load()] }
    var issues: [Issue] = []
    var failures: [Failure] = []
    for path in paths {
      do throws(LoadFailure) {
        issues.append(try IssueLoader.load(path: path))
      } catch {
        failures.append(Failure(error, language: language))
      }
    }
    if issues.isEmpty, let last = failures.popLast() {
      for failure in failures { failure.tell() }
      throw last
    }
    for failure in failures { failure.tell() }
    return issues
  }
}
