import GazetteText
import TerminalKit

/// The commands of a team, as a part of the table.
extension CommandTable {
  private static let mine = Phrase("分给我的", "mine")
  private static let judging = Phrase("复核/退回", "confirm/return")

  static let team: [Command] = [
    command(
      "assign", "T",
      Phrase("分派：这一条、所选各条、这一节或该单位的条文", "assign to a reader: the clause, selection, section, body"),
      Phrase("分派", "assign"), .openAssign),
    command(
      "next-mine", ";", Phrase("分给我的下一条未阅或退回的", "next of mine that is unread or returned"), mine,
      .nextMine),
    command("previous-mine", ",", Phrase("分给我的上一条", "previous of mine"), mine, .previousMine),
    command("confirm", "S", Phrase("复核他人的标记：同意", "confirm another's mark"), judging, .confirm),
    command(
      "send-back", "B", Phrase("退回他人的标记，写意见", "return another's mark with a remark"), judging,
      .sendBack),
    command(
      "reply", "R", Phrase("回复批注或讨论；没有时开始讨论", "answer a note or discussion, or begin one"),
      Phrase("回复", "reply"), .reply),
    command(
      "settle", "Z", Phrase("了结这一条的讨论；再按重新讨论", "settle the discussions here; again: reopen"), nil,
      .settle),
    command(
      "next-disputed", "J", Phrase("下一条意见不一或退回的", "next that is disputed or returned"), nil,
      .nextDisputed),
    Command(
      "open-team", .review, [typed("gp")], in: Mode.panes,
      Phrase("左栏列出各人的进度和待办", "list in the left pane how far everybody is"),
      do: .openTab(Tab.team.number), when: reviewIsOpen),
    command(
      "open-closing", "gz",
      Phrase("定稿：看谁审阅了什么，定稿或重开", "close the issue, or open it again: who read what"),
      nil, .openClosing),
    Command(
      "close-issue", .review, [[.enter]], in: [.closing],
      Phrase("定稿，或重开", "close the issue, or open it again"), hint: Phrase("定稿/重开", "close/reopen"),
      do: .team(.close), when: reviewIsOpen),
    Command(
      "leave-closing", .review, [typed("q"), [.escape], [.control("c")]], in: [.closing],
      Phrase("返回，不动", "back; nothing is changed"), hint: Phrase("返回", "back"),
      do: .team(.closeBox)),
    Command(
      "open-stretch", .review, [typed("gv")], in: [.text],
      Phrase("选取文字，写批注", "choose words of the text, to write a note on them"),
      do: .team(.openStretch), when: reviewIsOpen),
    stretch(
      "stretch-right", [typed("l"), [.right]], Phrase("选取：右移一字", "words: a character on"),
      .characters(1), hint: move),
    stretch(
      "stretch-left", [typed("h"), [.left]], Phrase("选取：左移一字", "words: a character back"),
      .characters(-1), hint: move),
    stretch(
      "stretch-down", [typed("j"), [.down]], Phrase("选取：下一行", "words: a row down"), .rows(1)),
    stretch("stretch-up", [typed("k"), [.up]], Phrase("选取：上一行", "words: a row up"), .rows(-1)),
    stretch(
      "stretch-phrase", [typed("w"), typed("e")], Phrase("选取：到下一个标点", "words: to the next mark"),
      .phrases(1), hint: Phrase("到标点", "by phrase")),
    stretch(
      "stretch-back", [typed("b")], Phrase("选取：到上一个标点", "words: to the last mark"), .phrases(-1),
      hint: Phrase("到标点", "by phrase")),
    stretch(
      "stretch-start", [typed("^"), [.home]], Phrase("选取：到段首", "words: to the paragraph's start"),
      .start),
    stretch(
      "stretch-end", [typed("$"), [.end]], Phrase("选取：到段末", "words: to the paragraph's end"), .end),
    stretch(
      "stretch-swap", [typed("o")], Phrase("选取：改动另一端", "words: move the other end"), .swap,
      hint: Phrase("另一端", "other end")),
    Command(
      "note-stretch", .review, [[.enter], typed("a")], in: [.stretch],
      Phrase("给选取的文字写批注", "write a note on the words"), hint: Phrase("批注", "note"),
      do: .team(.noteStretch), when: reviewIsOpen),
    Command(
      "leave-stretch", .review, [[.escape], typed("q"), [.control("c")]], in: [.stretch],
      Phrase("不选", "choose no words"), hint: Phrase("返回", "back"), do: .team(.closeStretch)),
    Command(
      "complete-name", .type, [[.tab]], in: [.assign],
      Phrase("补全姓名（拼音首字母也可）", "complete the name, by pinyin initials too"),
      hint: Phrase("补全", "complete"), do: .team(.completeName)),
  ]

  private static func command(
    _ id: String, _ key: String, _ name: Phrase, _ hint: Phrase?, _ action: TeamAction
  ) -> Command {
    Command(
      id, .review, [typed(key)], in: Mode.panes, name, reviewHint: hint, do: .team(action),
      when: reviewIsOpen)
  }

  private static func stretch(
    _ id: String, _ keys: [[Key]], _ name: Phrase, _ motion: StretchMotion, hint: Phrase? = nil
  ) -> Command {
    Command(
      id, .review, keys, in: [.stretch], name, hint: hint, do: .team(.moveStretch(motion)))
  }
}
