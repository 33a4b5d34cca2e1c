import Glibc

/// What is asked of the terminal's clipboard (OSC 52).
enum ClipboardRequest {
  /// Terminals take about 100,000 characters in one sequence.
  static let limit = 100_000

  /// The sequence that asks for a text, ended by BEL, which every terminal takes; nil when it is
  /// too long.
  static func sequence(for text: String) -> [UInt8]? {
    let payload = base64(Array(text.utf8))
    guard payload.count <= limit else { return nil }
    return Array("\u{1B}]52;c;".utf8) + payload + [0x07]
  }

  /// RFC 4648, with padding.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let rest = min(3, bytes.count - index)
      var group = 0
      for offset in 0..<3 { group = group << 8 | (offset < rest ? Int(bytes[index + offset]) : 0) }
      for place in 0..<4 {
        let isPadding = place > rest
        result.append(isPadding ? UInt8(ascii: "=") : alphabet[group >> (18 - 6 * place) & 63])
      }
      index += 3
    }
    return result
  }

  /// The sequence in pieces that GNU screen hands on to its terminal as they are; longer ones it would cut.
  static func throughScreen(_ sequence: [UInt8]) -> [UInt8] {
    stride(from: 0, to: sequence.count, by: screenPiece).flatMap { start in
      Array("\u{1B}P".utf8) + sequence[start..<min(start + screenPiece, sequence.count)]
        + Array("\u{1B}\\".utf8)
    }
  }

  /// Screen keeps 256 bytes of a string in its oldest versions.
  private static let screenPiece = 240
  /// What every terminal takes, in bytes of a sequence.
  static let certain = 8_000

  /// What a text sent to a terminal of this name reaches, as far as can be known.
  /// - Parameter drawer: What the terminal has answered; nil where it has not. Only that knows which of several is
  ///   innermost, and is there where SSH has left the variables behind.
  static func way(
    terminal: String, isInTmux: Bool, isInScreen: Bool, drawer: TerminalDrawer? = nil
  ) -> CopyWay {
    switch drawer {
    case .screen: return .sentThroughScreen
    case .tmux: return .sentToMultiplexer
    case .other, nil: break
    }
    let without = ["linux", "dumb", "vt", "ansi", "cons", "sun", "wyse", "hurd"]
    if terminal.isEmpty || without.contains(where: terminal.hasPrefix) { return .impossible }
    // Both are inherited by whatever runs inside them, so that the name decides.
    guard terminal.hasPrefix("screen") || terminal.hasPrefix("tmux") else { return .sent }
    if isInTmux, !(isInScreen && terminal.hasPrefix("screen.")) { return .sentToMultiplexer }
    if isInScreen { return .sentThroughScreen }
    return .sentToMultiplexer
  }
}

extension Terminal {
  /// Asks the terminal to take a text into the clipboard, and says what is known of that.
  package func copy(_ text: String) -> CopyWay {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    let way = ClipboardRequest.way(
      terminal: variable("TERM"), isInTmux: !variable("TMUX").isEmpty,
      isInScreen: !variable("STY").isEmpty, drawer: questions.drawer)
    guard way != .impossible, let sequence = ClipboardRequest.sequence(for: text) else {
      return .impossible
    }
    let sent = way == .sentThroughScreen ? ClipboardRequest.throughScreen(sequence) : sequence
    guard sendAll(sent) else { return .impossible }
    return way == .sent && sequence.count > ClipboardRequest.certain ? .sentLong : way
  }
}
