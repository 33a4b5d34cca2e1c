import GazetteText
import TerminalKit

/// Finds and reads the configuration.
enum ConfigurationFile {
  /// What the reader chose in the file and by the environment: a language that the file names is
  /// meant for this program alone, and counts before that of the locale.
  ///
  /// Every start comes through here, before the first frame: where there is no file it costs one
  /// system call.
  ///
  /// - Parameter named: The file that an option names; without it that of the user, which may be
  ///   absent.
  static func load(_ named: String? = nil) -> UserConfiguration {
    var configuration = file(named)
    if !configuration.isChosen(.language),
      let (language, variable) = Language.named(by: Platform.variable)
    {
      configuration.choose(.string(language.rawValue), for: .language, from: .environment(variable))
    }
    // Read in this one place; an option that names a theme takes it back.
    if let value = Platform.variable("NO_COLOR") {
      configuration.isColorless = true
      // High contrast has looks without colours that are its own.
      if configuration.theme.name != .highContrast {
        configuration.choose(
          .string(Theme.colorless), for: .theme, from: .environment("NO_COLOR=\(value)"))
      }
    }
    return configuration
  }

  private static func file(_ named: String?) -> UserConfiguration {
    // A file could name others, and keys could be bound to what is off.
    if Restriction.isEnforced { return UserConfiguration() }
    let home = Platform.variable("HOME")
    guard let path = named ?? usualPath(home: home) else { return UserConfiguration() }
    do throws(FileRefusal) {
      let bytes = try Platform.bytes(of: path, limit: ConfigurationReader.sizeLimit)
      return ConfigurationReader.read(bytes, path: path, home: home)
    } catch {
      var configuration = UserConfiguration(path: path)
      if named != nil || !(error.isAbsence || error.isBelowNoFolder) {
        configuration.mistakes.append(
          ConfigurationMistake(line: nil, .unreadable(code: error.code)))
      }
      return configuration
    }
  }

  /// `$XDG_CONFIG_HOME/gazette/config.toml`, which the standard wants to be a path from the root;
  /// else that below `~/.config`.
  private static func usualPath(home: String?) -> String? {
    if let folder = Platform.variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/gazette/config.toml"
    }
    return home.map { $0 + "/.config/gazette/config.toml" }
  }
}
