import GazetteModel
import Testing

@testable import GazetteTUI

/// Whatever is pressed, nothing traps and the state holds together.
@Suite struct RandomKeysTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func anyKeysLeaveTheStateWhole(_ seed: UInt64) throws {
    let library = Library(issues: [try SampleIssue.shipped(), SampleIssue.law()])
    var browser = try Browser(library, Size(columns: 120, rows: 40))
    let store = try ReviewSample()
    store.open(&browser)
    var answered = 0
    browser.index()
    var random = SplitMix64(state: seed)
    let keys = Self.keys
    for step in 0..<25_000 {
      let event = Self.event(&random, keys)
      browser.handle(event)
      store.answer(&browser, &answered)
      try Self.check(browser, "seed \(seed), step \(step), \(event)")
      if step % 40 == 0 {
        #expect(
          browser.frame.size == Screen.frame(of: browser.state, layouts: browser.layouts).size)
      }
    }
  }

  private static func check(_ browser: Browser, _ place: String) throws {
    let state = browser.state
    let outline = browser.layouts.outline(for: state)
    try #require(
      outline.rows.isEmpty || outline.row(of: state.selected) != nil, "selection hidden: \(place)")
    try #require(state.library.issues.indices.contains(state.issue), "\(place)")
    let layout = browser.layouts.document(for: state)
    let row = layout.row(of: state.cursor)
    let top = layout.row(of: state.top)
    try #require(layout.rows.indices.contains(row) && layout.rows.indices.contains(top), "\(place)")
    try #require(
      layout.root == state.library.issues[state.issue].root(of: state.top.position.node), "\(place)"
    )
    if state.panes.arrangement == .tooSmall { return }
    try #require(
      (top..<top + state.textRows).contains(row), "cursor out of sight: \(place), \(top) \(row)")
    try #require(state.outlineTop >= 0 && state.outlineTop < max(1, outline.rows.count), "\(place)")
    if state.departments.dossiers.isEmpty, let list = browser.layouts.departmentList(for: state) {
      try #require(
        state.departments.top >= 0 && state.departments.top < max(1, list.rows.count), "\(place)")
    }
    if let open = state.departments.dossiers.last, let dossier = browser.layouts.dossier(for: state)
    {
      let items = max(1, dossier.items.count)
      try #require((0..<items).contains(open.selected), "\(place)")
    }
    if let table = browser.layouts.dutyTable(for: state) {
      try #require((0..<max(1, table.rows.count)).contains(state.matrix.row), "\(place)")
      try #require((0...table.documents.count).contains(state.matrix.column), "\(place)")
    }
    if state.mode != .note {
      try #require(state.mode.takesText == (state.snapshot != nil), "\(place)")
    }
    try #require((state.mode == .note) == (state.review.note != nil), "\(place)")
  }

  private static let keys: [Key] = {
    var keys = CommandTable.commands.flatMap { $0.keys.flatMap { $0 } }
    keys += "人才第三条12、（一）zgj".unicodeScalars.map { .character($0) }
    // What sets the text anew takes long without optimisation, and has its own share.
    let slow = Set("s+=-r".unicodeScalars.map { Key.character($0) } + [.control("z")])
    return keys.filter { !slow.contains($0) }
  }()

  private static func event(_ random: inout SplitMix64, _ keys: [Key]) -> Event {
    switch random.next() % 200 {
    case 0:
      let sizes = [(120, 40), (80, 24), (200, 50), (60, 20), (40, 8), (30, 6), (1, 1), (90, 9)]
      let size = sizes[Int(random.next() % UInt64(sizes.count))]
      return .resize(Size(columns: size.0, rows: size.1))
    case 1...10:
      let kinds: [MouseEvent.Kind] = [.press, .doublePress, .wheelUp, .wheelDown]
      let position = Position(row: Int(random.next() % 45), column: Int(random.next() % 130))
      return .mouse(MouseEvent(kind: kinds[Int(random.next() % 4)], position: position))
    case 11...15: return .paste("3.1/2.3.11")
    case 16:
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
