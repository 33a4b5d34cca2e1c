import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

/// The first ten keys of those who come from other programs: each does what they mean, or says which key does.
@Suite struct HabitsTests {
  /// A key as it is typed in the text, and the commands that do what is meant, by their ids.
  struct Habit: CustomStringConvertible {
    let program: String
    let key: Key
    let meant: [String]
    var mode = Mode.text
    var description: String { "\(program) \(key.label)" }
  }

  private static func habits(_ program: String, _ keys: [(String, [String])], _ mode: Mode = .text)
    -> [Habit]
  {
    keys.flatMap { keys, meant in
      keys.split(separator: " ").map { name in
        Habit(program: program, key: key(String(name)), meant: meant, mode: mode)
      }
    }
  }

  private static func key(_ name: String) -> Key {
    switch name {
    case "Space": .character(" ")
    case "Enter": .enter
    case "Tab": .tab
    case "Backspace": .backspace
    case _ where name.hasPrefix("^"): .control(name.lowercased().unicodeScalars.last ?? " ")
    default: .character(name.unicodeScalars.first ?? " ")
    }
  }

  static let all =
    habits(
      "less",
      [
        ("Space", ["space-down"]), ("b", ["page-up"]), ("j", ["down"]), ("k", ["up"]),
        ("d", ["half-down"]),
        ("u", ["half-up"]), ("G", ["last"]), ("/", ["open-search"]), ("n", ["next-match"]),
        ("q", ["quit"]),
        ("h", ["open-help"]), ("Q", ["quit"]), ("e", ["down"]),
      ])
    + habits(
      "vim",
      [
        ("j", ["down"]), ("k", ["up"]), ("h", ["left"]), ("l", ["right"]), ("^D", ["half-down"]),
        ("^U", ["half-up"]),
        ("^F", ["page-down"]), ("^B", ["page-up"]), ("G", ["last"]), ("/", ["open-search"]),
        (":", ["go-to-reference"]),
        ("u", ["undo"]), ("y", ["copy"]), ("v", ["toggle-selection"]), ("^E", ["down"]),
        ("^Y", ["up"]), ("Z", ["quit"]),
        ("^W", ["next-pane"]), ("^O", ["back"]),
      ])
    + habits(
      "tig",
      [
        ("j", ["down"]), ("k", ["up"]), ("Enter", ["open"]), ("Tab", ["next-pane"]),
        ("q", ["quit"]), ("Q", ["quit"]),
        ("/", ["open-search"]), ("n", ["next-match"]), ("R", ["repaint"]), ("J", ["half-down"]),
        ("^L", ["repaint"]),
      ], .contents)
    + habits(
      "lazygit",
      [
        ("j", ["down"]), ("k", ["up"]), ("h", ["left"]), ("l", ["right"]), ("Enter", ["open"]),
        ("Tab", ["next-pane"]),
        ("Space", ["toggle-fold"]), ("?", ["open-help"]), ("q", ["quit"]), ("/", ["open-search"]),
        ("+", ["wider"]),
      ], .contents)
    + habits(
      "newsboat",
      [
        ("j", ["down"]), ("k", ["up"]), ("Enter", ["open"]), ("n", ["next-unread"]),
        ("N", ["mark-read"]),
        ("q", ["quit"]), ("?", ["open-help"]), ("/", ["open-search"]), ("o", ["open"]),
        ("R", ["repaint"]), ("Q", ["quit"]),
      ], .contents)
    + habits(
      "mutt",
      [
        ("j", ["down"]), ("k", ["up"]), ("Enter", ["open"]), ("q", ["quit"]), ("?", ["open-help"]),
        ("/", ["open-search"]), ("n", ["next-match"]), ("Tab", ["next-pane"]), ("N", ["mark-read"]),
        ("*", ["last"]),
      ], .contents)
    + habits(
      "w3m",
      [
        ("Space", ["space-down"]), ("b", ["page-up"]), ("j", ["down"]), ("k", ["up"]),
        ("Tab", ["next-pane"]),
        ("B", ["back"]), ("U", ["go-to-reference"]), ("/", ["open-search"]), ("q", ["quit"]),
        ("Enter", ["follow"]), ("G", ["last"]),
        ("T", ["next-tab"]), ("J", ["half-down"]), ("K", ["half-up"]),
      ])
    + habits(
      "ranger",
      [
        ("j", ["down"]), ("k", ["up"]), ("h", ["left"]), ("l", ["right"]), ("G", ["last"]),
        ("/", ["open-search"]),
        ("Space", ["toggle-fold"]), ("q", ["quit"]), ("?", ["open-help"]),
        (":", ["go-to-reference"]), ("H", ["back"]),
        ("L", ["forward"]), ("J", ["half-down"]),
      ], .contents)

  @Test(arguments: all, Language.allCases)
  func aKeyDoesWhatIsMeantOrSaysWhichDoes(_ habit: Habit, language: Language) throws {
    var browser = try Browser(Size(columns: 80, rows: 24), language: language)
    browser.index()
    browser.state.focus = habit.mode == .text ? .text : .contents
    try #require(browser.state.mode == habit.mode)
    let done = browser.keys.command(for: [habit.key], in: habit.mode)
    if let done, habit.meant.contains(done.id) { return }
    browser.press(habit.key)
    let foot = browser.frame.row(23).map { String(Character($0.scalar)) }.joined()
    let labels = habit.meant.compactMap { id in
      CommandTable.commands.first { $0.id == id }?.keys.first?.label
    }
    #expect(labels.contains { foot.contains($0) }, "\(habit): \(foot)")
    #expect(browser.state.habit != nil)
  }

  @Test func itIsToldOnceWhereTheKeyDoesSomethingHere() throws {
    var browser = try Browser(Size(columns: 80, rows: 24))
    browser.type("d")
    #expect(browser.state.habit != nil)
    browser.type("d")
    #expect(browser.state.habit == nil)
    // A key without a meaning here says it each time.
    browser.type("*")
    browser.type("j")
    #expect(browser.state.habit == nil)
    browser.type("*")
    #expect(browser.state.habit != nil)
  }
}
