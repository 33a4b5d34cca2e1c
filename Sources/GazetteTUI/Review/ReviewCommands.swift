import GazetteReview
import GazetteText

/// The commands of the review, as a part of the table.
extension CommandTable {
  private static let marking = Phrase("审阅", "review")
  private static let unreviewed = Phrase("下/上条未阅", "unread")

  static let reviewing: [Command] = [
    marking(
      "read", "x", Phrase("标为已阅，转到下一条未阅", "mark as read; on to the next unread"),
      Phrase("已阅", "read"), .read),
    marking("agreed", "c", Phrase("标为同意", "mark as agreed"), Phrase("同意", "agree"), .agreed),
    marking(
      "question", "v", Phrase("标为存疑，停在这一条", "mark as a question; stays there"), Phrase("存疑", "ask"),
      .question),
    marking(
      "problem", "b", Phrase("标为有问题，停在这一条", "mark as a problem; stays there"),
      Phrase("问题", "problem"), .problem),
    marking(
      "not-ours", "w", Phrase("标为非本单位", "mark as not ours"), Phrase("非本单位", "not ours"), .notours),
    Command(
      "mark-unread", .review, [typed("X")], in: Mode.panes,
      Phrase("改回未阅", "mark as unread again"), do: .mark(.unread), when: reviewIsOpen),
    Command(
      "change-list", .review, [typed("p")], in: [.review],
      Phrase("列表：换所列状态", "list: show another state"), hint: Phrase("所列", "show"),
      reviewHint: Phrase("所列", "show"), do: .cycleListState, when: reviewIsOpen),
    Command(
      "change-list-order", .review, [typed("o")], in: [.review],
      Phrase("列表：换次序", "list: another order"), hint: Phrase("次序", "order"),
      reviewHint: Phrase("次序", "order"), do: .cycleListOrder, when: reviewIsOpen),
    Command(
      "next-unread", .review, [typed("d")], in: Mode.panes,
      Phrase("下一条未阅", "next unread"), reviewHint: unreviewed, do: .nextUnreviewed,
      when: reviewIsOpen),
    Command(
      "previous-unread", .review, [typed("D")], in: Mode.panes,
      Phrase("上一条未阅", "previous unread"), reviewHint: unreviewed, do: .previousUnreviewed,
      when: reviewIsOpen),
    Command(
      "write-note", .review, [typed("a")], in: Mode.panes,
      Phrase("写批注", "write a note"), reviewHint: Phrase("批注", "note"), do: .openNote,
      when: reviewIsOpen),
    Command(
      "undo", .review, [typed("u")], in: Mode.panes,
      Phrase("撤销（重开之后也可）", "undo, also after a restart"), reviewHint: Phrase("撤销", "undo"),
      do: .undo, when: reviewIsOpen),
    Command(
      "redo", .review, [[.control("r")]], in: Mode.panes,
      Phrase("重做", "redo"), do: .redo, when: reviewIsOpen),
    Command(
      "edit-tags", .review, [typed("#")], in: Mode.panes,
      Phrase("加标签", "tags"), reviewHint: Phrase("标签", "tags"), do: .openTags,
      when: reviewIsOpen),
    Command(
      "toggle-selection", .review, [typed("V")], in: Mode.panes,
      Phrase(
        "从这里选取多条，一并标记；再按取消", "select clauses from here to mark together; again: end"
      ),
      reviewHint: Phrase("多选", "select"), do: .toggleSelection, when: reviewIsOpen),
    Command(
      "open-marks", .review, [typed("A")], in: Mode.panes,
      Phrase("并列各人的标记；有改动时对照新旧文字", "everyone's marks; both texts where they changed"),
      reviewHint: Phrase("各人", "all"), do: .openMarks, when: reviewIsOpen),
    Command(
      "next-flagged", .review, [typed("!")], in: Mode.panes,
      Phrase("下一条存疑、问题、分歧或改动", "next question, problem, dispute or change"), do: .nextFlagged,
      when: reviewIsOpen),
    Command(
      "confirm-mark", .review, [typed("C")], in: Mode.panes,
      Phrase("文字有改动：确认原标记", "words have changed: keep the mark"), do: .confirmChanged,
      when: reviewIsOpen),
    Command(
      "confirm-shown-mark", .review, [typed("C")], in: [.marks],
      Phrase("看过新旧文字，确认原标记", "both texts read: keep the mark"),
      hint: Phrase("确认", "confirm"), do: .confirmChanged, when: reviewIsOpen),
    Command(
      "edit-outside", .review, [typed("E")], in: Mode.panes,
      Phrase("用 $EDITOR 写批注", "write the note in $EDITOR"), do: .editOutside, when: editorIsAllowed),
    Command(
      "toggle-marks-on-reading", .review, [typed("gx")], in: Mode.panes,
      Phrase("读完即记已阅：开或关", "reading marks as read: on or off"), do: .toggleMarksOnReading),
    Command(
      "toggle-moves-on", .review, [typed("gn")], in: Mode.panes,
      Phrase("标记后转到下一条：开或关", "go on after marking: on or off"), do: .toggleMovesOn),
    Command(
      "close-marks", .review, [typed("q"), [.escape], typed("A"), [.control("c")]], in: [.marks],
      Phrase("关闭各人的标记", "close everyone's marks"), hint: Phrase("返回", "back"),
      do: .closeMarks),
  ]

  private static func marking(
    _ id: String, _ key: String, _ name: Phrase, _ hint: Phrase, _ state: ReviewState
  ) -> Command {
    Command(
      "mark-" + id, .review, [typed(key)], in: Mode.panes, name, hint: marking, reviewHint: hint,
      do: .mark(state), when: reviewIsOpen)
  }

  static let writing: [Command] = [
    Command(
      "save-note", .type, [[.control("s")], [.function(2)]], in: [.note],
      Phrase("存批注", "save the note"), hint: Phrase("存", "keep"), do: .saveNote),
    Command(
      "cancel-note", .type, [[.escape], [.control("c")], [.control("g")]], in: [.note],
      Phrase("不存（有改动时须按两次）", "discard it (twice, where something was written)"),
      hint: Phrase("不存", "discard"), do: .cancel),
    Command(
      "new-line", .type, [[.enter], [.control("j")]], in: [.note],
      Phrase("换行", "new line"), hint: Phrase("换行", "new line"), do: .editNote(.newLine)),
    Command(
      "note-up", .type, [[.up], [.control("p")]], in: [.note],
      Phrase("上一行", "a row up"), do: .editNote(.up)),
    Command(
      "note-down", .type, [[.down], [.control("n")]], in: [.note],
      Phrase("下一行", "a row down"), do: .editNote(.down)),
    Command(
      "note-outside", .type, [[.control("o")]], in: [.note],
      Phrase("用 $EDITOR 接着写", "continue in $EDITOR"), hint: Phrase("外部编辑器", "$EDITOR"),
      do: .editOutside, when: editorIsAllowed),
    Command(
      "complete-tag", .type, [[.tab]], in: [.tags],
      Phrase("补全标签", "complete the tag"), hint: Phrase("补全", "complete"), do: .completeTag),
  ]

  @Sendable static func reviewIsOpen(_ state: State) -> Availability {
    switch state.review.access {
    case .open: .available
    case .closed: .unavailable(Message(.reviewClosed))
    case .opening: .unavailable(Message(.reviewOpening))
    case .refused(let failure): .unavailable(state.refusal(failure))
    }
  }

  @Sendable private static func editorIsAllowed(_ state: State) -> Availability {
    state.settings.allowsEditor ? reviewIsOpen(state) : .unavailable(Message(.editorNotAllowed))
  }
}
