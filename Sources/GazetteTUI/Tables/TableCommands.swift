import GazetteText
import TerminalKit

/// The commands of tables.
extension CommandTable {
  static let tables: [Command] = [
    Command(
      "open-table", .show, [typed("|")], in: Mode.panes,
      Phrase("表格占满全屏，可左右移栏", "the table over the whole screen, with columns to go through"),
      hint: Phrase("整表", "whole table"), do: .table(.open)),
    Command(
      "table-left", .move, [typed("h"), [.left]], in: [.table],
      Phrase("表格：看左边的一栏", "table: a column to the left"), hint: Phrase("左右移栏", "columns"),
      do: .table(.shift(-1))),
    Command(
      "table-right", .move, [typed("l"), [.right]], in: [.table],
      Phrase("表格：看右边的一栏", "table: a column to the right"), hint: Phrase("左右移栏", "columns"),
      do: .table(.shift(1))),
    Command(
      "close-table", .show, [typed("q"), typed("|"), [.enter], [.escape], [.control("c")]],
      in: [.table],
      Phrase("回到正文中的这一行", "back to the text, at this row"), hint: Phrase("返回", "back"),
      do: .table(.close)),
  ]
}
