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

  /// What a text sent to a terminal of this name reaches, as far as can be known without asking.
  static func way(terminal: String, isInTmux: Bool, isInScreen: Bool) -> CopyWay {
    if isInTmux { return .sentToMultiplexer }
    let without = ["linux", "dumb", "vt", "ansi", "cons", "sun", "wyse", "hurd"]
    if terminal.isEmpty || without.contains(where: terminal.hasPrefix) { return .impossible }
    // Screen passes nothing on by itself.
    return isInScreen ? .impossible : .sent
  }
}

extension Terminal {
  /// Asks the terminal to take a text into the clipboard, and says what is known of that.
  package func copy(_ text: String) -> CopyWay {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    let way = ClipboardRequest.way(
      terminal: variable("TERM"), isInTmux: !variable("TMUX").isEmpty,
      isInScreen: !variable("STY").isEmpty)
    guard way != .impossible, let sequence = ClipboardRequest.sequence(for: text) else {
      return .impossible
    }
    return sendAll(sequence) ? way : .impossible
  }
}
