import GazetteText
import TerminalKit

/// The commands of the start page.
extension CommandTable {
  static let starting: [Command] = [
    Command(
      "open-start", .jump, [typed("gs")], in: Mode.panes,
      Phrase("本期一览：文件、文号、条数、指标、期限", "the issue at a glance: its documents and what they set"),
      do: .openStart),
    Command(
      "choose-document", .jump, [[.enter]], in: [.start],
      Phrase("阅读选中的文件", "read the selected document"), hint: Phrase("阅读", "read"),
      do: .chooseDocument),
    Command(
      "close-start", .program, [[.escape], typed("q")], in: [.start],
      Phrase("关闭本期一览；别的键同时起作用", "close the glance; other keys close it and act"),
      hint: Phrase("开始阅读", "begin reading"), do: .closeStart),
  ]
}
