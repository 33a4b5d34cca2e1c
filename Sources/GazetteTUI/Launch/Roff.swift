import GazetteText
import TerminalKit

/// Source of a manual page for groff's `man` macros.
struct Roff {
  private(set) var output = ""

  /// Adds a line as it stands.
  mutating func line(_ source: String) { output += source + "\n" }

  mutating func macro(_ name: String, _ arguments: String...) {
    line("." + name + arguments.map { " \"\(Self.escaped($0, asTyped: true))\"" }.joined())
  }

  mutating func section(_ title: String) { macro("SH", title) }
  mutating func subsection(_ title: String) { macro("SS", title) }

  /// Adds running text.
  mutating func text(_ text: String) { line(Self.guarded(Self.escaped(text))) }

  /// Adds paragraphs; lines that begin with blanks keep their form.
  mutating func discussion(_ text: String) {
    guard !text.isEmpty else { return }
    line(".PP")
    var keepsForm = false
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if row.isEmpty {
        if keepsForm { line(".fi") }
        keepsForm = false
        line(".PP")
        continue
      }
      let isIndented = row.hasPrefix(" ")
      if isIndented != keepsForm { line(isIndented ? ".PP\n.nf" : ".fi\n.PP") }
      keepsForm = isIndented
      line(Self.guarded(Self.escaped(String(row), asTyped: isIndented)))
    }
    if keepsForm { line(".fi") }
  }

  /// Adds a term, as it is typed, with what it means beside it.
  mutating func entry(_ term: String, _ meaning: String) {
    line(".TP")
    line("\\fB\(Self.escaped(term, asTyped: true))\\fR")
    text(meaning)
  }

  /// Adds a line of the synopsis.
  ///
  /// - Parameter parts: Texts with whether each is to be typed as it stands.
  mutating func usage(_ parts: [(String, Bool)]) {
    line(
      parts.map { text, isTyped in
        let escaped = Self.escaped(text, asTyped: true)
        return isTyped ? "\\fB\(escaped)\\fR" : escaped
      }.joined())
    line(".br")
  }

  /// Escapes what groff would read as a command.
  ///
  /// - Parameter asTyped: Whether signs must stay those of the keyboard, for the sake of copying.
  static func escaped(_ text: String, asTyped: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if !asTyped, let last, canBreak(between: last, scalar) {
        result.append(contentsOf: #"\:"#.unicodeScalars)
      }
      last = scalar
      switch scalar {
      case "\\": result.append(contentsOf: #"\e"#.unicodeScalars)
      case "\"": result.append(contentsOf: #"\(dq"#.unicodeScalars)
      case "-" where asTyped: result.append(contentsOf: #"\-"#.unicodeScalars)
      case "'" where asTyped: result.append(contentsOf: #"\(aq"#.unicodeScalars)
      case "^" where asTyped: result.append(contentsOf: #"\(ha"#.unicodeScalars)
      case "~" where asTyped: result.append(contentsOf: #"\(ti"#.unicodeScalars)
      case "`" where asTyped: result.append(contentsOf: #"\(ga"#.unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a line may end between two characters of which one is Chinese: groff knows no place in a Chinese text but
  /// its blanks.
  private static func canBreak(between last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    let isWide = [last, next].map { DisplayWidth.kind(of: $0) == .wide }
    guard isWide[0] || isWide[1] else { return false }
    switch LineBreakClass.of(last, columns: isWide[0] ? 2 : 1) {
    case .opening, .space, .glue, .quote: return false
    default: break
    }
    switch LineBreakClass.of(next, columns: isWide[1] ? 2 : 1) {
    case .closing, .joiningMark, .postfix, .slash, .space, .glue, .quote: return false
    default: return true
    }
  }

  /// A line of text that does not begin like a request.
  private static func guarded(_ text: String) -> String {
    text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
