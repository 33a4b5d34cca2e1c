import GazetteReview
import GazetteText
import PostgresKit
import TerminalKit

/// Reads what a configuration file says and reports what in it does not apply.
struct ConfigurationReader {
  private var configuration: UserConfiguration
  /// The line of each setting, and of the keys of each command, by number; 0 for none yet.
  private var settingLines = [Int](repeating: 0, count: Setting.allCases.count)
  private var keyLines: [(command: Int, mode: Mode?, line: Int)] = []
  private var requests: [KeyBindings.Request] = []

  /// The largest file that is read: 64 KiB.
  static let sizeLimit = 1 << 16

  /// The configuration of a text.
  ///
  /// - Parameters:
  ///   - path: Where the text stands.
  ///   - home: The home of the user, for paths that begin with `~/`.
  static func read(_ bytes: [UInt8], path: String, home: String? = nil) -> UserConfiguration {
    guard bytes.count <= sizeLimit else {
      var configuration = UserConfiguration(path: path)
      configuration.mistakes.append(ConfigurationMistake(line: nil, .tooLarge))
      return configuration
    }
    var reader = ConfigurationReader(configuration: UserConfiguration(path: path), home: home)
    let document = TOMLReader.read(bytes)
    for entry in document.entries {
      do throws(ConfigurationMistake.Kind) {
        try reader.take(entry)
      } catch {
        reader.report(entry.line, error)
      }
    }
    reader.bindKeys()
    for mistake in document.mistakes { reader.report(mistake.line, .syntax(mistake.kind)) }
    reader.configuration.mistakes.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    return reader.configuration
  }

  private let home: String?

  private init(configuration: UserConfiguration, home: String?) {
    self.configuration = configuration
    self.home = home
  }

  private mutating func report(_ line: Int, _ kind: ConfigurationMistake.Kind) {
    configuration.mistakes.append(ConfigurationMistake(line: line, kind))
  }

  // MARK: Entries

  private mutating func take(_ entry: TOMLEntry) throws(ConfigurationMistake.Kind) {
    switch entry.path[0] {
    case "keys" where entry.path.count > 1: try takeKeys(entry)
    case "colors" where entry.path.count > 1: try takeColor(entry)
    default: try takeSetting(entry)
    }
  }

  private mutating func takeSetting(_ entry: TOMLEntry) throws(ConfigurationMistake.Kind) {
    let table = entry.path.count > 1 ? entry.path[0] : ""
    let name = entry.path[entry.path.count - 1]
    for setting in Setting.allCases where setting.name == name && setting.table == table {
      guard entry.path.count <= 2 else { break }
      let first = settingLines[setting.rawValue]
      if first > 0 { throw .repeated(setting.path, line: first) }
      settingLines[setting.rawValue] = entry.line
      let value = try value(entry.value, for: setting)
      configuration.choose(value, for: setting, from: .file(line: entry.line))
      return
    }
    if entry.path.count == 1 { throw .unknown(.top, name) }
    guard Setting.tables.contains(table), entry.path.count == 2 else { throw .unknown(.top, table) }
    throw .unknown(.names(table: table), name)
  }

  /// The value as the setting takes it.
  private func value(
    _ value: TOMLValue, for setting: Setting
  ) throws(ConfigurationMistake.Kind) -> TOMLValue {
    switch (setting.kind, value) {
    case (.choice(let words), .string(let word)):
      guard words.contains(word) else { throw .unknown(.values(setting), word) }
      return value
    case (.boolean, .boolean): return value
    case (.integer(let range), .integer(let number)):
      guard range.contains(number) else {
        throw .outOfRange(setting.path, number, least: range.lowerBound, most: range.upperBound)
      }
      return value
    case (.text, .string(let text)): return .string(try self.text(text, for: setting))
    case (.list(let words), .array(let values)):
      for item in values {
        guard case .string(let word) = item else { throw .wantsList(setting.path) }
        guard words.contains(word) else { throw .unknown(.values(setting), word) }
      }
      return value
    case (.choice, _), (.text, _): throw .wantsText(setting.path)
    case (.boolean, _): throw .wantsBoolean(setting.path)
    case (.integer, _): throw .wantsInteger(setting.path)
    case (.list, _): throw .wantsList(setting.path)
    }
  }

  private func text(
    _ text: String, for setting: Setting
  ) throws(ConfigurationMistake.Kind) -> String {
    if text.isEmpty || text.unicodeScalars.contains(where: { $0 == "\0" }) {
      throw .badName(setting.path)
    }
    guard setting == .database else { return text }
    if text.hasPrefix("/") || PostgresAddress(text) != nil { return text }
    // A path that depends on where the program was started would make a review here and one there.
    guard text.hasPrefix("~/"), let home else { throw .badName(setting.path) }
    return home + text.dropFirst(1)
  }

  // MARK: Colours

  private mutating func takeColor(_ entry: TOMLEntry) throws(ConfigurationMistake.Kind) {
    let name = entry.path[1]
    guard entry.path.count == 2, let role = StyleRole.allCases.first(where: { $0.word == name })
    else { throw .unknown(.roles, name) }
    if let known = configuration.colors.first(where: { $0.look.role == role }) {
      throw .repeated("colors.\(name)", line: known.line)
    }
    guard case .string(let text) = entry.value else { throw .wantsText("colors.\(name)") }
    do throws(AppearanceSpelling.Failure) {
      let look = RoleLook(role: role, look: try AppearanceSpelling.appearance(text))
      configuration.colors.append((look, entry.line))
    } catch {
      throw .unknown(.colors, error.part)
    }
  }

  // MARK: Keys

  private mutating func takeKeys(_ entry: TOMLEntry) throws(ConfigurationMistake.Kind) {
    let id = entry.path[entry.path.count - 1]
    var mode: Mode?
    if entry.path.count > 2 {
      mode = Mode.allCases.first { $0.word == entry.path[1] }
      guard mode != nil, entry.path.count == 3 else { throw .unknown(.modes, entry.path[1]) }
    }
    guard let command = CommandTable.commands.firstIndex(where: { $0.id == id }) else {
      throw .unknown(.actions, id)
    }
    if let mode, !CommandTable.commands[command].modes.contains(mode) {
      throw .notInMode(action: id, mode: mode.word)
    }
    if let known = keyLines.first(where: { $0.command == command && $0.mode == mode }) {
      throw .repeated("keys.\(id)", line: known.line)
    }
    keyLines.append((command, mode, entry.line))
    configuration.keyLines.append((id, mode, entry.line))
    var keys: [[Key]] = []
    for text in try texts(entry.value, of: id) {
      do throws(ConfigurationMistake.Kind) {
        let sequence = try sequence(text, for: CommandTable.commands[command])
        if !keys.contains(sequence) { keys.append(sequence) }
      } catch {
        report(entry.line, error)
      }
    }
    // Where nothing of a list can be used, the keys stay as they are.
    if keys.isEmpty, entry.value != .array([]) { return }
    requests.append(
      KeyBindings.Request(command: command, mode: mode, keys: keys, line: entry.line))
  }

  private func texts(
    _ value: TOMLValue, of id: String
  ) throws(ConfigurationMistake.Kind) -> [String] {
    switch value {
    case .string(let text): return [text]
    case .array(let values):
      var texts: [String] = []
      for case .string(let text) in values { texts.append(text) }
      if texts.count == values.count { return texts }
    default: break
    }
    throw .wantsList("keys.\(id)")
  }

  private func sequence(
    _ text: String, for command: Command
  ) throws(ConfigurationMistake.Kind) -> [Key] {
    let keys: [Key]
    do throws(KeySpelling.Failure) {
      keys = try KeySpelling.keys(text)
    } catch {
      throw .noSuchKey(text, error.part)
    }
    // A digit alone may be a command; a number, and a digit with Alt, belong to the motion behind
    // them.
    switch keys[0] {
    case .character("1"..."9") where keys.count > 1, .alt("0"..."9"): throw .isCount(keys: text)
    default: return command.action.wantsLetter ? keys + [.anyLetter] : keys
    }
  }

  private mutating func bindKeys() {
    // Keys written as they are anyway, as in the sample, change nothing.
    let isChange = requests.contains { request in
      let keys = CommandTable.commands[request.command].keys.map { $0.map(KeySpelling.sent) }
      return request.mode != nil || keys.unique != request.keys
    }
    guard isChange else { return }
    let bindings = KeyBindings(CommandTable.commands, requests)
    configuration.commands = bindings.commands
    configuration.mistakes += bindings.mistakes
  }
}

extension [[Key]] {
  /// Without what stands there already.
  fileprivate var unique: [[Key]] {
    var result: [[Key]] = []
    for keys in self where !result.contains(keys) { result.append(keys) }
    return result
  }
}
