/// What was asked of the terminal and not answered yet, and what it has answered.
///
/// Nothing waits for an answer. Answers come between the keys, some late, some never; they are
/// told from keys by what was asked.
struct TerminalQuestions {
  /// Where characters of ambiguous width were written, to see where the cursor went.
  private(set) var widthProbe: Position?
  private var asksForSynchronizedOutput = false
  /// When a frame was sent that the terminal is to confirm, in milliseconds.
  private(set) var frameSentAt: Int?
  private var askedAt = 0
  /// What draws this terminal, where it has answered: what is innermost says it, whatever stands around it.
  private(set) var drawer: TerminalDrawer?

  /// Whether frames can be shown all at once (mode 2026).
  private(set) var hasSynchronizedOutput = false
  /// Whether the terminal has said that it draws lines one column wide.
  private(set) var hasNarrowLines = false
  /// Whether the terminal has answered before, so that it will again.
  private(set) var answers = false

  /// How long answers are waited for, in milliseconds. A screen of Chinese takes three seconds to
  /// go through a line of 9600 baud.
  static let patience = 10_000

  /// What the terminal says in a control sequence, or `nil` when it answers nothing that was asked
  /// or says nothing to the browser.
  /// - Parameters:
  ///   - parameters: The bytes between CSI and the last one.
  mutating func take(_ parameters: [UInt8], final: UInt8) -> InputEvent? {
    switch final {
    case UInt8(ascii: "R"): return takePosition(parameters)
    case UInt8(ascii: "y"):
      guard asksForSynchronizedOutput, parameters.starts(with: Array("?2026;".utf8)) else {
        return nil
      }
      asksForSynchronizedOutput = false
      let rest = parameters.dropFirst("?2026;".utf8.count)
      // Set or reset; 0 and 4 say that there is no such mode.
      hasSynchronizedOutput = rest.first == UInt8(ascii: "1") || rest.first == UInt8(ascii: "2")
    case UInt8(ascii: "c") where widthProbe != nil && parameters.first == UInt8(ascii: ">"):
      drawer = TerminalDrawer(number: parameters.dropFirst())
    case UInt8(ascii: "n") where parameters == [UInt8(ascii: "0")]:
      frameSentAt = nil
    default: break
    }
    return nil
  }

  /// Only where the probe can have left the cursor is it an answer: F3 with Shift looks much the
  /// same.
  private mutating func takePosition(_ parameters: [UInt8]) -> InputEvent? {
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard let probe = widthProbe, numbers.count == 2, numbers[0] == probe.row + 1,
      let column = numbers[1].map({ $0 - 1 - probe.column }), 3...6 ~= column
    else { return nil }
    widthProbe = nil
    // Answers keep their order: what was asked before will not be answered any more.
    asksForSynchronizedOutput = false
    answers = true
    // Twice the width of a quotation mark and once that of a line.
    hasNarrowLines = column % 2 == 1
    return .ambiguousWidth(column < 5 ? .narrow : .wide)
  }

  /// What is written to see widths: a quotation mark, as texts have them, and a line, as borders have them. One
  /// answer tells both, since the mark counts twice.
  static let probeText = "“│“"

  /// Remembers that the terminal was asked; the width is asked last.
  mutating func ask(width probe: Position, synchronizedOutput: Bool, at milliseconds: Int) {
    widthProbe = probe
    asksForSynchronizedOutput = synchronizedOutput
    askedAt = milliseconds
  }

  /// Remembers that a frame is to be confirmed.
  mutating func sendFrame(at milliseconds: Int) { frameSentAt = milliseconds }

  /// Whether the frame sent last is still on its way. A terminal that loses an answer is not asked
  /// again.
  mutating func isFrameOnItsWay(at milliseconds: Int) -> Bool {
    guard let frameSentAt else { return false }
    if milliseconds - frameSentAt < Self.patience { return true }
    self.frameSentAt = nil
    answers = false
    return false
  }

  /// Whether an answer may come now.
  func isOpen(at milliseconds: Int) -> Bool {
    frameSentAt != nil || (widthProbe != nil && milliseconds - askedAt < Self.patience)
  }

  /// Expects nothing more of what was asked.
  mutating func close() {
    widthProbe = nil
    asksForSynchronizedOutput = false
    frameSentAt = nil
  }
}
