import GazetteModel
import TerminalKit

/// Follows a script and prints its screens.
struct ScriptRunner {
  private var session: ScriptedSession
  private(set) var output = TextOutput(columns: nil)
  private let lines: [ScriptLine]

  /// The terminal of a script that names no size.
  static let usualSize = Size(columns: 80, rows: 24)

  /// Opens the library for a script; nil when no issue has any text.
  init?(_ lines: [ScriptLine], library: Library, options: LaunchOptions) {
    var size = Self.usualSize
    if case .resize(let named)? = lines.first?.instruction { size = named }
    guard let session = ScriptedSession(library: library, options: options, size: size) else {
      return nil
    }
    self.session = session
    self.lines = lines
  }

  /// Follows the script to its end, or to a line that cannot be followed, whose mistake it returns.
  mutating func run() -> ScriptMistake? {
    var hasPrinted = false
    for line in lines {
      if line.instruction.needsBrowser, session.isOver {
        return ScriptMistake(line: line.number, reason: .hasLeft)
      }
      switch line.instruction {
      case .resize(let size): session.handle(.input(.resize(size)))
      case .language(let language): session.choose(language)
      case .keys(let keys): session.press(keys)
      case .paste(let text): session.handle(.input(.paste(text)))
      case .pause: session.handle(.pause)
      case .screen(let name, let withStyles):
        print(name: name, withStyles: withStyles, line: line.number)
        hasPrinted = true
      case .expect(let text, let isShown):
        guard isOnScreen(text) != isShown else { continue }
        print(name: "", withStyles: false, line: line.number)
        return ScriptMistake(line: line.number, reason: isShown ? .notShown(text) : .shown(text))
      }
    }
    if !hasPrinted { print(name: "", withStyles: false, line: nil) }
    return nil
  }

  private func isOnScreen(_ text: String) -> Bool {
    let frame = session.frame
    let wanted = Array(text.unicodeScalars)
    return (0..<frame.size.rows).contains { row in
      let scalars = Array(frame.rowText(row).unicodeScalars)
      guard scalars.count >= wanted.count else { return false }
      return (0...scalars.count - wanted.count).contains { start in
        scalars[start..<start + wanted.count].elementsEqual(wanted)
      }
    }
  }

  /// Prints the screen under a line that says which it is: `== line 7: NAME: 80x24 cursor 23,4`.
  private mutating func print(name: String, withStyles: Bool, line: Int?) {
    let frame = session.frame
    let place = line.map { "line \($0)" } ?? "end"
    let title = name.isEmpty ? "" : "\(name): "
    output.writeLine("== \(place): \(title)\(frame.heading)")
    for row in frame.rowTexts { output.writeLine(row) }
    if withStyles { for row in frame.styleLines { output.writeLine(row) } }
  }
}
