import GazetteText
import TerminalKit

/// What keys mean to hands that come from less, vim, tig, lazygit, newsboat, mutt, w3m or ranger, where they mean
/// something else here, or nothing.
///
/// Keys that mean the same here need no entry; `HabitsTests` goes through the first ten of each program.
enum Habits {
  /// The key, the command that is meant by it, by its id, and where.
  private static let table: [(key: Key, meant: String, modes: ModeSet)] = [
    // less and w3m turn pages with letters.
    (.character("b"), "page-up", [.text, .details]),
    (.character("d"), "half-down", [.text, .details]),
    (.character("u"), "half-up", [.text, .details]),
    (.character("h"), "open-help", [.text]),
    (.character("e"), "down", Mode.panes),
    (.character("<"), "first", Mode.panes),
    (.character(">"), "last", Mode.panes),
    (.character("&"), "open-filter", Mode.panes),
    (.control("e"), "down", Mode.panes),
    (.control("y"), "up", Mode.panes),
    (.control("n"), "down", Mode.panes),
    (.control("w"), "next-pane", Mode.panes),
    (.character("v"), "toggle-selection", Mode.panes),
    (.character("Z"), "quit", Mode.panes),
    (.character("Q"), "quit", Mode.panes),
    (.control("x"), "quit", Mode.panes),
    (.function(10), "quit", Mode.panes),
    (.function(1), "open-help", Mode.panes),
    (.character("J"), "half-down", Mode.panes),
    (.character("K"), "half-up", Mode.panes),
    (.character("B"), "back", Mode.panes),
    (.backspace, "back", Mode.panes),
    (.character("U"), "go-to-reference", Mode.panes),
    (.character("o"), "open", [.contents, .text]),
    (.character("n"), "next-unread", Mode.panes),
    (.character("N"), "mark-read", Mode.panes),
    (.character("R"), "repaint", Mode.panes),
    (.character("T"), "next-tab", Mode.panes),
    (.character("*"), "last", Mode.panes),
    (.insert, "toggle-selection", Mode.panes),
  ]

  /// The command that somebody may have meant by a key in a mode; nil where it does what everybody means.
  static func meant(by key: Key, in mode: Mode, of commands: [Command]) -> Command? {
    guard let id = table.first(where: { $0.key == key && $0.modes.contains(mode) })?.meant else {
      return nil
    }
    return commands.first { $0.id == id }
  }
}

extension State {
  /// Tells once a session which key does what the one that was just pressed does elsewhere; of a key that does
  /// nothing here, each time.
  mutating func recallHabit(of key: Key, in mode: Mode, isFree: Bool, of commands: [Command]) {
    habit = nil
    guard let meant = Habits.meant(by: key, in: mode, of: commands), let keys = meant.keys.first,
      isFree || !toldHabits.contains(key)
    else { return }
    // A search that is on is what n and N go through.
    if [.character("n"), .character("N")].contains(key), !search.query.isEmpty { return }
    toldHabits.insert(key)
    habit = Message(.keyForHabit, meant.name[settings.language], keys.label)
  }
}
