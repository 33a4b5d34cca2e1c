import GazetteModel
import GazetteText
import TerminalKit

/// Reads a script: one instruction a line; blank lines and lines that begin with `#` say nothing.
enum ScriptParser {
  static func lines(of bytes: [UInt8]) throws(ScriptMistake) -> [ScriptLine] {
    var lines: [ScriptLine] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var line = line
      if line.last == 0x0D { line.removeLast() }
      guard var text = String(validating: line, as: UTF8.self) else {
        throw ScriptMistake(line: number, reason: .notUTF8)
      }
      if number == 1, text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
      do throws(ScriptMistake.Reason) {
        guard let instruction = try instruction(text) else { continue }
        lines.append(ScriptLine(number: number, instruction: instruction))
      } catch {
        throw ScriptMistake(line: number, reason: error)
      }
    }
    return lines
  }

  /// The instruction of a line; nil where it says nothing.
  private static func instruction(
    _ line: String
  ) throws(ScriptMistake.Reason) -> ScriptInstruction? {
    let start = line.drop { $0 == " " || $0 == "\t" }
    guard !start.isEmpty, start.first != "#" else { return nil }
    let word = String(start.prefix { $0 != " " && $0 != "\t" })
    // One blank parts the word from what belongs to it; further ones are text.
    let rest = String(start.dropFirst(word.count).dropFirst())
    let parts = rest.split { $0 == " " || $0 == "\t" }.map(String.init)
    switch word {
    case "size", "resize": return .resize(try size(parts, word))
    case "lang": return .language(try language(parts, word))
    case "keys":
      var keys: [Key] = []
      for part in parts { keys += try ScriptKeys.keys(part) }
      guard !keys.isEmpty else { throw .missing(word) }
      return .keys(keys)
    case "type": return .keys(try text(rest, word).unicodeScalars.map { .character($0) })
    case "paste": return .paste(try text(rest, word))
    case "pause":
      if let extra = parts.first { throw .needless(extra) }
      return .pause
    case "screen":
      let withStyles = parts.first == "--styles"
      let name = parts.dropFirst(withStyles ? 1 : 0).joined(separator: " ")
      return .screen(name: name, withStyles: withStyles)
    case "expect": return .expect(try text(trimmed(rest), word), isShown: true)
    case "expect-not": return .expect(try text(trimmed(rest), word), isShown: false)
    default: throw .unknownInstruction(word)
    }
  }

  private static func size(
    _ parts: [String], _ word: String
  ) throws(ScriptMistake.Reason) -> Size {
    guard let part = parts.first else { throw .missing(word) }
    if parts.count > 1 { throw .needless(parts[1]) }
    let numbers = part.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1],
      ScriptInstruction.columns.contains(columns), ScriptInstruction.rows.contains(rows)
    else { throw .badSize(part) }
    return Size(columns: columns, rows: rows)
  }

  private static func language(
    _ parts: [String], _ word: String
  ) throws(ScriptMistake.Reason) -> Language {
    guard let part = parts.first else { throw .missing(word) }
    if parts.count > 1 { throw .needless(parts[1]) }
    guard let language = Language(rawValue: part) else { throw .badLanguage(part) }
    return language
  }

  private static func text(
    _ text: String, _ word: String
  ) throws(ScriptMistake.Reason) -> String {
    if text.isEmpty { throw .missing(word) }
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      throw .controlCharacter
    }
    return text
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
