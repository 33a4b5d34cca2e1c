import GazetteText
import TerminalKit

/// The commands of the lists of an archive.
extension CommandTable {
  static let archive: [Command] = [
    Command(
      "archive-open", .archive, [[.enter], typed("l"), [.right]], in: [.archive],
      Phrase("打开这一期、单位、期限或检索", "open the issue, the body, the deadline or the search"),
      hint: Phrase("打开", "open"), do: .archive(.open)),
    Command(
      "archive-find", .archive, [typed("/")], in: [.archive],
      Phrase("检索全部各期：词语、@单位、has:deadline 等", "find in all issues: words, @body, has:deadline ..."),
      hint: Phrase("检索", "find"), do: .archive(.find)),
    Command(
      "archive-narrow", .archive, [typed("f")], in: [.archive],
      Phrase("缩小期目：刊名、年、期、拼音", "narrow the list: publication, year, number, pinyin"),
      hint: Phrase("缩小", "narrow"), do: .archive(.narrow)),
    Command(
      "archive-issues", .archive, [typed("1")], in: [.archive], Phrase("期目", "the issues"),
      do: .archive(.issues)),
    Command(
      "archive-bodies", .archive, [typed("2")], in: [.archive],
      Phrase("单位（打开：历年任务和职责沿革）", "the bodies (opened: their duties over the years)"),
      do: .archive(.bodies)),
    Command(
      "archive-deadlines", .archive, [typed("3")], in: [.archive],
      Phrase("期限，一月一行（打开：该月台账）", "the deadlines, a row for each month (opened: its ledger)"),
      do: .archive(.deadlines)),
    Command(
      "archive-years", .archive, [typed("4")], in: [.archive],
      Phrase("单位与年份的矩阵", "bodies by years, with how many clauses name each"),
      do: .archive(.years)),
    Command(
      "archive-references", .archive, [typed("R")], in: [.archive],
      Phrase("谁引用、修改、废止某一题名或文号", "who refers to a title or a number, amends or repeals it"),
      hint: Phrase("谁引用", "referring"), do: .archive(.references)),
    Command(
      "archive-back", .archive, [typed("h"), [.left], [.escape]], in: [.archive],
      Phrase("返回", "back"), do: .archive(.back)),
    Command(
      "archive-help", .archive, [typed("?")], in: [.archive], Phrase("这些按键", "these keys"),
      hint: Phrase("按键", "keys"), do: .archive(.help)),
    Command(
      "archive-leave", .archive, [typed("q")], in: [.archive],
      Phrase("返回；在期目离开", "back; from the issues: leave"), hint: Phrase("离开", "leave"),
      do: .archive(.leave)),
  ]
}

/// The keys of an archive as its tabs, its last line and its help show them.
enum ArchiveKeys {
  /// The key of a list, before its name in the tabs: `3 `; nothing where none is bound.
  static func lead(to action: ArchiveAction, of commands: [Command]) -> String {
    let command = commands.first { $0.action == .archive(action) }
    return command?.keys.first.map { $0.label + " " } ?? ""
  }

  /// The line of hints.
  static func hints(_ language: Language, of commands: [Command]) -> String {
    HelpText.hints(for: .archive, in: language, of: commands).map { "\($0.keys) \($0.name)" }
      .joined(separator: "  ")
  }

  /// The keys as a list; each row does what its keys do.
  static func rows(_ language: Language, of commands: [Command]) -> [ArchiveRow] {
    let own = commands.filter { $0.modes.contains(.archive) && !$0.keys.isEmpty }
    let labels = own.map { $0.keys.map(\.label).joined(separator: " ") }
    let widest = labels.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    return zip(own, labels).map { command, label in
      let space = String(repeating: " ", count: widest - DisplayWidth.columns(of: label) + 2)
      return ArchiveRow(
        key: command.id, text: label + space + command.name[language],
        target: .command(command.action))
    }
  }
}
