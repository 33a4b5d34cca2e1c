import Foundation
import Testing

/// The program in a terminal, for longer than anybody reads, and by whatever keys.
///
/// `GAZETTE_SOAK` asks for 20,000 random keys in place of some hundred, and for eight hours of
/// reading in fast motion. `GAZETTE_SEED` repeats a run.
@Suite(.serialized) struct LongSessionTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let isSoak = environment["GAZETTE_SOAK"] != nil

  // MARK: Random keys

  /// The program is started again when a key makes it leave in peace; leaving otherwise ends the
  /// shell. At the end the shell stays: of a window whose program has ended tmux may show less than
  /// was written.
  private static let untilStopped = """
    export EDITOR=true
    until [ -e "$HOME/stop" ]; do
      "$GAZETTE" || { echo "ended with $?"; exit; }
    done
    echo "left in peace"
    exec cat
    """

  @Test func anyKeysLeaveTheProgramAliveAndTheTerminalRestored() throws {
    let given = Self.environment["GAZETTE_SEED"].flatMap { UInt64($0) }
    let seed = given ?? (Self.isSoak ? UInt64.random(in: 1...1 << 32) : 1)
    var random = Dice(state: seed)
    let session = try TerminalSession(Self.untilStopped)
    try session.waitFor("帮助")
    let count = Self.isSoak ? 20_000 : 400
    var pressed = 0
    while pressed < count {
      let keys = (0..<40).map { _ in Self.keys[random.below(Self.keys.count)] }
      try session.press(keys)
      pressed += keys.count
      if random.below(4) == 0 {
        try session.resize(columns: random.below(300) + 1, rows: random.below(100) + 1)
      }
      let screen = try session.screen()
      #expect(
        !screen.contains { $0.contains("ended with") }, "seed \(seed), \(pressed) keys: \(screen)")
    }
    try session.resize(columns: 120, rows: 40)
    // Whatever lies over the panes goes, one after the other; looking at the screen parts Escape
    // from what follows.
    for _ in 0..<12 {
      try session.press("Escape")
      _ = try session.screen()
    }
    // A filter that leaves nothing leaves no place to go to either. Behind an Escape that is not read yet the key would
    // be another one.
    for _ in 0..<100 {
      try session.press("F")
      if try session.screen().contains(where: { $0.contains("没有筛选") }) { break }
    }
    try session.waitFor("没有筛选")
    try session.press(":")
    try session.waitFor("转到 :")
    try session.type("1/2.6")
    try session.waitFor("转到 : 1/2.6")
    try session.press("Enter")
    try session.waitFor("加强乡镇")
    try Data().write(to: URL(fileURLWithPath: session.home + "/stop"))
    try session.press("q")
    try session.waitFor("left in peace")
    let modes = try session.format("#{alternate_on} #{cursor_flag} #{mouse_any_flag}")
    #expect(modes == "0 1 0", "seed \(seed)")
    if Self.isSoak { print("\(pressed) random keys in a terminal: seed \(seed)") }
  }

  /// Every printing key, the special ones, and Ctrl with every letter but that which interrupts the
  /// shell.
  private static let keys: [String] = {
    var keys = (0x21...0x7E).compactMap { Unicode.Scalar($0).map(String.init) }.filter { $0 != ";" }
    keys += "abdefghijklmnopqrstuvwxyz".map { "C-\($0)" }
    keys += ["Up", "Down", "Left", "Right", "PageUp", "PageDown", "Home", "End", "Tab", "BTab"]
    keys += ["Enter", "Escape", "BSpace", "DC", "IC", "F1", "F5", "M-j", "M-Left", "Space"]
    keys += ["人", "才", "省", "）", "，"]
    // Moving about more often than not.
    return keys
      + Array(repeating: ["j", "k", "l", "h", "Enter", "Escape"], count: 6).flatMap { $0 }
  }()

  // MARK: Memory

  @Test(.enabled(if: isSoak)) func eightHoursOfReadingTakeNoMoreMemoryThanOne() throws {
    let session = try TerminalSession("exec \"$GAZETTE\"")
    try session.waitFor("帮助")
    let process = try session.format("#{pane_pid}")
    let wanted = 60_000
    var pressed = 0
    var round = 0
    var samples: [(pressed: Int, kilobytes: Int)] = []
    while pressed < wanted {
      for keys in Self.hour(round) {
        try session.press(keys)
        pressed += keys.count
        _ = try session.screen()
      }
      let sizes = [(120, 40), (80, 24), (200, 50), (100, 30)]
      try session.resize(columns: sizes[round % 4].0, rows: sizes[round % 4].1)
      samples.append((pressed, try Self.residentKilobytes(of: process)))
      round += 1
    }
    let warm = try #require(samples.filter { $0.pressed <= wanted / 4 }.map(\.kilobytes).max())
    let last = try #require(samples.filter { $0.pressed > wanted * 3 / 4 }.map(\.kilobytes).max())
    print("\(pressed) keys of reading: \(warm) kB after a quarter, \(last) kB at the end")
    #expect(Double(last) <= Double(warm) * 1.05, "\(samples)")
  }

  /// What a reader does in a while: reading, the tree, bodies and a dossier, the matrix, the other
  /// tabs, finding, filters, folds; no word twice in a row.
  private static func hour(_ round: Int) -> [[String]] {
    let words: [String] = ["人才", "财政", "2025年", "生态", "负责", "sthj", "项目"]
    let word: [String] = words[round % words.count].map(String.init)
    let down: [String] = Array(repeating: "j", count: 90)
    let bodies: [String] = Array(repeating: "j", count: round % 40)
    let reference: [String] = String(round % 8 + 1).map(String.init)
    var keys: [[String]] = [
      down, ["C-f", "C-f", "C-d", "C-b", "C-u"], ["h"], down, ["l"], ["]", "]", "["],
    ]
    keys += [["2"], bodies, ["Enter"], down, ["H"], ["3"], ["j", "j", "l", "l", "k", "Enter"]]
    keys += [["Escape"], ["4"], ["j", "j"], ["5"], down, ["1"]]
    keys += [["/"], word, ["Enter"], ["n", "n", "N"], ["Escape"]]
    keys += [["f"], word + [String(round % 10)], ["BSpace", "Enter"], down, ["Escape"], ["F"]]
    keys += [["h"], ["z", "M"], ["z", "R"], ["l"], ["g", "g"], ["G"], ["+", "+", "-", "-"]]
    keys += [["s", "s"], ["r", "r"], ["?"], ["j", "j"], ["Escape"], [":"], reference, ["Enter"]]
    return keys.filter { !$0.isEmpty }
  }

  private static func residentKilobytes(of process: String) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return try #require(line.flatMap { Int($0.filter(\.isNumber)) })
  }
}

/// Random numbers that are the same on every run with a seed (xorshift).
private struct Dice {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}
