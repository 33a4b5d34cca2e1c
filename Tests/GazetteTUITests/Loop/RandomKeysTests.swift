import Foundation
import GazetteModel
import TerminalKit
import Testing

@testable import GazetteTUI

/// Whatever happens, nothing traps, the state holds together, and its frame is one that may be
/// shown.
///
/// `GAZETTE_SOAK` asks for a million events in place of some thousand. `GAZETTE_SEED` repeats a
/// run.
@Suite struct RandomKeysTests {
  /// What is browsed, and by which dice.
  struct Run: CustomTestStringConvertible, Sendable {
    let isHostile: Bool
    let seed: UInt64
    var testDescription: String { "seed \(seed), \(isHostile ? "hostile" : "printed") text" }

    func library() throws -> Library {
      let first = isHostile ? SampleIssue.hostile(seed) : try SampleIssue.shipped()
      return Library(issues: [first, SampleIssue.law()])
    }
  }

  private static let isSoak = ProcessInfo.processInfo.environment["GAZETTE_SOAK"] != nil
  private static let eventsEach = isSoak ? 125_000 : 5_000
  private static let runs: [Run] = {
    let given = ProcessInfo.processInfo.environment["GAZETTE_SEED"].flatMap { UInt64($0) }
    let seed = given ?? (isSoak ? UInt64.random(in: 1...1 << 32) : 1)
    return (0..<(isSoak ? 8 : 4)).map { Run(isHostile: $0 % 2 == 1, seed: seed + UInt64($0) / 2) }
  }()

  @Test(arguments: runs)
  func anyEventsLeaveTheStateWhole(_ run: Run) throws {
    let library = try run.library()
    var browser = try Browser(library, Size(columns: 120, rows: 40))
    let store = try ReviewSample(inMemory: Self.isSoak)
    store.open(&browser)
    browser.index()
    var random = SplitMix64(state: run.seed)
    let keys = Self.keys
    for step in 0..<Self.eventsEach {
      let event = Self.event(&random, keys)
      browser.handle(event)
      var answered = 0
      store.answer(&browser, &answered)
      browser.effects.removeAll(keepingCapacity: true)
      try Self.check(browser, "\(run.testDescription), step \(step), \(event)")
      // Without optimisation a frame takes as long as some keys.
      if Self.isSoak || step % 20 == 0 {
        try Self.checkFrame(browser, "\(run.testDescription), step \(step), \(event)")
      }
    }
    if Self.isSoak { print("\(Self.eventsEach) events: \(run.testDescription)") }
  }

  /// A frame fills the terminal, commands nothing, and has its cursor inside.
  private static func checkFrame(_ browser: Browser, _ place: @autoclosure () -> String) throws {
    let frame = browser.frame
    try #require(frame.size == browser.state.size, "\(place())")
    let isClean = frame.cells.allSatisfy { cell in
      !isCommanding(cell.scalar)
        && (!cell.hasMarks
          || !isCommanding(cell.firstMark) && !isCommanding(cell.secondMark, or: 0))
    }
    try #require(isClean, "something hidden reaches the terminal: \(place())")
    if let cursor = frame.cursor { try #require(frame.bounds.contains(cursor), "\(place())") }
  }

  /// Whether a scalar could command a terminal, or turn the text around it.
  private static func isCommanding(_ scalar: Unicode.Scalar, or allowed: UInt32? = nil) -> Bool {
    if scalar.value == allowed { return false }
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      return true
    default: return false
    }
  }

  private static func check(_ browser: Browser, _ place: @autoclosure () -> String) throws {
    let state = browser.state
    let outline = browser.layouts.outline(for: state)
    let selected = outline.row(of: state.selected)
    try #require(outline.rows.isEmpty || selected != nil, "selection hidden: \(place())")
    try #require(state.library.place(of: state.issue) != nil, "\(place())")
    let layout = browser.layouts.document(for: state)
    let row = layout.row(of: state.cursor)
    let top = layout.row(of: state.top)
    try #require(
      layout.rows.indices.contains(row) && layout.rows.indices.contains(top), "\(place())")
    try #require(
      layout.root == state.library[state.issue].root(of: state.top.position.node),
      "\(place())"
    )
    if state.panes.arrangement == .tooSmall { return }
    try #require(
      (top..<top + state.textRows).contains(row), "cursor out of sight: \(place()), \(top) \(row)")
    try #require(
      state.outlineTop >= 0 && state.outlineTop < max(1, outline.rows.count), "\(place())")
    if state.departments.dossiers.isEmpty, let list = browser.layouts.departmentList(for: state) {
      try #require(
        state.departments.top >= 0 && state.departments.top < max(1, list.rows.count), "\(place())")
    }
    if let open = state.departments.dossiers.last, let dossier = browser.layouts.dossier(for: state)
    {
      let items = max(1, dossier.items.count)
      try #require((0..<items).contains(open.selected), "\(place())")
    }
    if let table = browser.layouts.dutyTable(for: state) {
      try #require((0..<max(1, table.rows.count)).contains(state.matrix.row), "\(place())")
      try #require((0...table.documents.count).contains(state.matrix.column), "\(place())")
    }
    if state.mode != .note {
      try #require(state.mode.takesText == (state.snapshot != nil), "\(place())")
    }
    try #require((state.mode == .note) == (state.review.note != nil), "\(place())")
  }

  /// Every key of the table, text, and keys that nothing is bound to.
  private static let keys: [Key] = {
    var keys = CommandTable.commands.flatMap { $0.keys.flatMap { $0 } }
    keys += "人才第三条12、（一）zgj|(-@: \"".unicodeScalars.map { .character($0) }
    keys += (0x20...0x7E).compactMap { Unicode.Scalar($0).map { .character($0) } }
    keys += "abcdefghijklmnopqrstuvwxyz".unicodeScalars.flatMap { [.control($0), .alt($0)] }
    keys += [.altUp, .altDown, .altLeft, .altRight, .insert, .delete, .home, .end, .function(1)]
    if isSoak { return keys }
    // What sets the text anew takes long without optimisation, and has its own share.
    let slow = Set("s+=-r".unicodeScalars.map { Key.character($0) } + [.control("z")])
    return keys.filter { !slow.contains($0) }
  }()

  private static let pasted = [
    "3.1/2.3.11", "人才", "牵头@省生态环境厅 | (", "两\n行", "\u{1B}[2J\u{202E}x\u{200B}", "",
  ]

  private static func event(_ random: inout SplitMix64, _ keys: [Key]) -> Event {
    let choice = random.next() % 400
    return choice == 31 ? .pause : .input(input(choice, &random, keys))
  }

  private static func input(
    _ choice: UInt64, _ random: inout SplitMix64, _ keys: [Key]
  ) -> InputEvent {
    switch choice {
    case 0:
      let sizes = [(120, 40), (80, 24), (200, 50), (60, 20), (40, 8), (30, 6), (1, 1), (90, 9)]
      let size = sizes[Int(random.next() % UInt64(sizes.count))]
      return .resize(Size(columns: size.0, rows: size.1))
    case 1:
      return .resize(
        Size(columns: Int(random.next() % 300) + 1, rows: Int(random.next() % 100) + 1))
    case 2...20:
      let kinds: [MouseEvent.Kind] = [.press, .doublePress, .release, .wheelUp, .wheelDown]
      let isFar = random.next() % 50 == 0
      let position = Position(
        row: Int(random.next() % (isFar ? 400 : 45)),
        column: Int(random.next() % (isFar ? 400 : 130)))
      return .mouse(MouseEvent(kind: kinds[Int(random.next() % 5)], position: position))
    case 21...30: return .paste(pasted[Int(random.next() % UInt64(pasted.count))])
    case 32...33:
      let settings: [Key] = ["s", "+", "-", "r"].map { .character($0) }
      return .key(settings[Int(random.next() % 4)])
    default: return .key(keys[Int(random.next() % UInt64(keys.count))])
    }
  }
}

/// A small generator whose runs repeat.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
