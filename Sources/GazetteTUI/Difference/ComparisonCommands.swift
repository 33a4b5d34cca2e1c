import GazetteText
import TerminalKit

/// The commands of the comparison of two documents.
extension CommandTable {
  static let comparing: [Command] = [
    Command(
      "compare", .show, [typed("gD")], in: Mode.panes,
      Phrase("与另一文件比对（输入引用）", "compare with another document (type its reference)"),
      do: .openComparison),
    Command(
      "next-change", .move, [typed("]c"), typed("n")], in: [.comparison],
      Phrase("下一处变动", "next change"), hint: Phrase("下/上一处变动", "changes"), do: .nextChange),
    Command(
      "previous-change", .move, [typed("[c"), typed("N")], in: [.comparison],
      Phrase("上一处变动", "previous change"), hint: Phrase("下/上一处变动", "changes"),
      do: .previousChange),
    Command(
      "list-leads", .show, [typed("L")], in: [.comparison],
      Phrase("谁得到、谁失去牵头", "who gained and who lost a lead"), hint: Phrase("牵头变动", "leads"),
      do: .listLeads),
    Command(
      "open-change", .move, [[.enter]], in: [.comparison],
      Phrase("到正文中的这一条", "go to the unit in the text"), hint: Phrase("正文", "the text"),
      do: .openCompared),
    Command(
      "close-comparison", .show, [typed("q"), typed("h"), [.left], [.escape], [.control("c")]],
      in: [.comparison], Phrase("结束比对", "leave the comparison"), hint: Phrase("返回", "back"),
      do: .closeComparison),
  ]
}
