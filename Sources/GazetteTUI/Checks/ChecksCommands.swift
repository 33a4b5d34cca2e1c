import GazetteText
import TerminalKit

/// The commands of the findings, as a part of the table.
extension CommandTable {
  static let checks: [Command] = [
    Command(
      "open-findings", .show, [[.character("g"), .character("c")]], in: Mode.panes,
      Phrase("左栏列出存疑之处（gazette check）", "list what the parser is unsure of"),
      do: .openTab(Tab.checks.number))
  ]
}
