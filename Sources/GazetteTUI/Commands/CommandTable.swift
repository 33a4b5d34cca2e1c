import GazetteReview

/// Every command of the browser: keys, hints, help and `Documentation/Keys.md` are made from here.
///
/// Commands that stand next to each other with the same hint share one place in the line of hints.
enum CommandTable {
  static let commands: [Command] =
    moving + tabs + reading + finding + reviewing + jumping + folding + showing + typing + writing + program

  /// The keys that type `text`.
  private static func typed(_ text: String) -> [Key] {
    text.unicodeScalars.map { .character($0) }
  }

  private static let panes = Mode.panes
  private static let scrolled = Mode.panes.union([.help, .marks])
  private static let typingModes: Set<Mode> = [.search, .reference, .tags]
  /// Where a text with a cursor is typed.
  private static let writingModes: Set<Mode> = [.search, .reference, .tags, .note]

  private static let move = Phrase("移动", "move")
  private static let document = Phrase("上/下一文件", "document")
  private static let history = Phrase("后退/前进", "back/forward")
  private static let matches = Phrase("下/上一处", "matches")

  private static let moving: [Command] = [
    Command(
      "down", .move, [typed("j"), [.down]], in: scrolled,
      Phrase("下移一行（Alt-5 j 下移五行）", "down a row (Alt-5 j: five)"), hint: move, do: .move(.lines(1))),
    Command(
      "up", .move, [typed("k"), [.up]], in: scrolled,
      Phrase("上移一行", "up a row"), hint: move, do: .move(.lines(-1))),
    Command(
      "left", .move, [typed("h"), [.left]], in: panes,
      Phrase("目录中：折叠或到上级；别处：到左边一栏", "tree: fold, or the parent; else the pane left"),
      do: .left),
    Command(
      "right", .move, [typed("l"), [.right]], in: panes,
      Phrase("目录中：展开或到正文；别处：到右边一栏", "tree: unfold, or the text; else the pane right"),
      do: .right),
    Command(
      "half-down", .move, [[.control("d")]], in: scrolled,
      Phrase("下移半屏", "down half a screen"), do: .move(.halfPages(1))),
    Command(
      "half-up", .move, [[.control("u")]], in: scrolled,
      Phrase("上移半屏", "up half a screen"), do: .move(.halfPages(-1))),
    Command(
      "page-down", .move, [[.control("f")], [.pageDown]], in: scrolled,
      Phrase("下移一屏", "down a screen"), do: .move(.pages(1))),
    Command(
      "page-up", .move, [[.control("b")], [.pageUp]], in: scrolled,
      Phrase("上移一屏", "up a screen"), do: .move(.pages(-1))),
    Command(
      "first", .move, [typed("gg"), [.home]], in: scrolled,
      Phrase("到开头（Alt-1 2gg 到第 12 行）", "to the beginning (Alt-1 2gg: to row 12)"), do: .move(.first)),
    Command(
      "last", .move, [typed("G"), [.end]], in: scrolled,
      Phrase("到末尾（Alt-1 2G 到第 12 行）", "to the end (Alt-1 2G: to row 12)"), do: .move(.last)),
    Command(
      "next-pane", .move, [[.tab]], in: panes,
      Phrase("到下一栏", "to the next pane"), hint: Phrase("换栏", "pane"), do: .focusNext,
      when: panesCanChange),
    Command(
      "previous-pane", .move, [[.shiftTab]], in: panes,
      Phrase("到上一栏", "to the previous pane"), do: .focusPrevious, when: panesCanChange),
  ]

  private static let tabs: [Command] =
    (1...Tab.most).map { number in
      Command(
        "tab-\(number)", .show, [typed(String(number))], in: panes, tabName(number),
        do: .openTab(number), when: tabExists(number))
    } + [
      Command(
        "next-tab", .show, [typed("t")], in: panes,
        Phrase("左栏的下一页", "the next tab of the left pane"), hint: Phrase("左栏", "tab"),
        do: .cycleTabs)
    ]

  private static func tabName(_ number: Int) -> Phrase {
    guard let tab = Tab(number: number) else {
      return Phrase("（备用）", "(free)")
    }
    let name = Strings.phrase(tab.name)
    return Phrase("左栏显示\(name.chinese)", "show in the left pane: \(name.english)")
  }

  private static func tabExists(_ number: Int) -> @Sendable (State) -> Availability {
    { _ in
      Tab(number: number) == nil
        ? .unavailable(Message(.noSuchTab, String(number))) : .available
    }
  }

  private static let reading: [Command] = [
    Command(
      "open", .jump, [[.enter]], in: [.contents, .review],
      Phrase("到正文中的这一处", "go to it in the text"), hint: Phrase("阅读", "read"), do: .enter),
  ]

  private static let jumping: [Command] = [
    Command(
      "next-document", .jump, [typed("}")], in: panes,
      Phrase("下一文件", "next document"), hint: document, do: .move(.documents(1))),
    Command(
      "previous-document", .jump, [typed("{")], in: panes,
      Phrase("上一文件", "previous document"), hint: document, do: .move(.documents(-1))),
    Command(
      "next-sibling", .jump, [typed("]")], in: panes,
      Phrase("同级的下一处", "next unit of the level"), do: .move(.siblings(1))),
    Command(
      "previous-sibling", .jump, [typed("[")], in: panes,
      Phrase("同级的上一处", "previous unit of the level"), do: .move(.siblings(-1))),
    Command(
      "back", .jump, [typed("H"), [.control("o")], [.altLeft]], in: panes,
      Phrase("后退到先前的位置", "back to where you were"), hint: history, do: .goBack),
    Command(
      "forward", .jump, [typed("L"), [.altRight]], in: panes,
      Phrase("前进", "forward again"), hint: history, do: .goForward),
    Command(
      "reference", .jump, [typed(":")], in: panes,
      Phrase("输入引用并转到（如 3.1/2.3.11）", "go to a reference, such as 3.1/2.3.11"),
      hint: Phrase("转到", "go to"), do: .openReference),
  ]

  private static let finding: [Command] = [
    Command(
      "search", .find, [typed("/")], in: panes,
      Phrase("查找全文，边输入边显示", "find in the whole issue as you type"),
      hint: Phrase("查找", "find"), do: .openSearch),
    Command(
      "next-match", .find, [typed("n")], in: panes,
      Phrase("下一处", "next match"), do: .nextMatch, when: somethingIsSearched),
    Command(
      "previous-match", .find, [typed("N")], in: panes,
      Phrase("上一处", "previous match"), do: .previousMatch, when: somethingIsSearched),
    Command(
      "clear-search", .find, [[.escape]], in: panes,
      Phrase("不再标出找到的地方", "stop marking the matches"), do: .cancel),
  ]

  private static let marking = Phrase("审阅", "review")
  private static let unreviewed = Phrase("下/上条未阅", "unread")

  private static let reviewing: [Command] = [
    marking("read", "x", Phrase("标为已阅，转到下一条未阅", "mark as read; on to the next unread"), Phrase("已阅", "read"), .read),
    marking("agreed", "c", Phrase("标为同意", "mark as agreed"), Phrase("同意", "agree"), .agreed),
    marking("question", "v", Phrase("标为存疑", "mark as a question"), Phrase("存疑", "ask"), .question),
    marking("problem", "b", Phrase("标为有问题", "mark as a problem"), Phrase("问题", "problem"), .problem),
    marking("notours", "w", Phrase("标为非本单位", "mark as not ours"), Phrase("非本单位", "not ours"), .notours),
    Command(
      "unread", .review, [typed("X")], in: panes,
      Phrase("改回未阅", "mark as unread again"), do: .mark(.unread), when: reviewIsOpen),
    Command(
      "list-choice", .review, [typed("p")], in: [.review],
      Phrase("列表：换所列状态", "list: show another state"), hint: Phrase("所列", "show"),
      reviewHint: Phrase("所列", "show"), do: .cycleListState, when: reviewIsOpen),
    Command(
      "list-order", .review, [typed("o")], in: [.review],
      Phrase("列表：换次序", "list: another order"), hint: Phrase("次序", "order"),
      reviewHint: Phrase("次序", "order"), do: .cycleListOrder, when: reviewIsOpen),
    Command(
      "next-unreviewed", .review, [typed("d")], in: panes,
      Phrase("下一条未阅", "next unread"), reviewHint: unreviewed, do: .nextUnreviewed,
      when: reviewIsOpen),
    Command(
      "previous-unreviewed", .review, [typed("D")], in: panes,
      Phrase("上一条未阅", "previous unread"), reviewHint: unreviewed, do: .previousUnreviewed,
      when: reviewIsOpen),
    Command(
      "note", .review, [typed("a")], in: panes,
      Phrase("写批注", "write a note"), reviewHint: Phrase("批注", "note"), do: .openNote,
      when: reviewIsOpen),
    Command(
      "undo", .review, [typed("u")], in: panes,
      Phrase("撤销（重开之后也可）", "undo, also after a restart"), reviewHint: Phrase("撤销", "undo"),
      do: .undo, when: reviewIsOpen),
    Command(
      "redo", .review, [[.control("r")]], in: panes,
      Phrase("重做", "redo"), do: .redo, when: reviewIsOpen),
    Command(
      "tags", .review, [typed("#")], in: panes,
      Phrase("加标签", "tags"), reviewHint: Phrase("标签", "tags"), do: .openTags,
      when: reviewIsOpen),
    Command(
      "select", .review, [typed("V")], in: panes,
      Phrase("从这里选取多条，一并标记；再按或 Esc 取消", "select clauses from here, to mark at once; again or Esc ends it"),
      reviewHint: Phrase("多选", "select"), do: .toggleSelection, when: reviewIsOpen),
    Command(
      "marks", .review, [typed("A")], in: panes,
      Phrase("并列各人的标记；有改动时对照新旧文字", "everyone's marks; both texts where they changed"),
      reviewHint: Phrase("各人", "all"), do: .openMarks, when: reviewIsOpen),
    Command(
      "next-flagged", .review, [typed("!")], in: panes,
      Phrase("下一条存疑或问题", "next question or problem"), do: .nextFlagged, when: reviewIsOpen),
    Command(
      "confirm", .review, [typed("C")], in: panes,
      Phrase("文字有改动：确认原标记", "words have changed: keep the mark"), do: .confirmChanged,
      when: reviewIsOpen),
    Command(
      "confirm-shown", .review, [typed("C")], in: [.marks],
      Phrase("看过新旧文字，确认原标记", "both texts read: keep the mark"),
      hint: Phrase("确认", "confirm"), do: .confirmChanged, when: reviewIsOpen),
    Command(
      "edit-outside", .review, [typed("E")], in: panes,
      Phrase("用 $EDITOR 写批注", "write the note in $EDITOR"), do: .editOutside, when: editorIsAllowed),
    Command(
      "reading-marks", .review, [typed("gx")], in: panes,
      Phrase("读完即记已阅：开或关", "reading marks as read: on or off"), do: .toggleMarksOnReading),
    Command(
      "moving-on", .review, [typed("gn")], in: panes,
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
      "mark-" + id, .review, [typed(key)], in: panes, name, hint: marking, reviewHint: hint,
      do: .mark(state), when: reviewIsOpen)
  }

  private static let writing: [Command] = [
    Command(
      "save-note", .type, [[.control("s")], [.function(2)]], in: [.note],
      Phrase("存批注", "keep the note"), hint: Phrase("存", "keep"), do: .saveNote),
    Command(
      "cancel-note", .type, [[.escape], [.control("c")], [.control("g")]], in: [.note],
      Phrase("不存（有改动时须按两次）", "throw it away (twice, where something was written)"),
      hint: Phrase("不存", "throw away"), do: .cancel),
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
      Phrase("用 $EDITOR 接着写", "go on in $EDITOR"), hint: Phrase("外部编辑器", "$EDITOR"),
      do: .editOutside, when: editorIsAllowed),
    Command(
      "complete-tag", .type, [[.tab]], in: [.tags],
      Phrase("补全标签", "complete the tag"), hint: Phrase("补全", "complete"), do: .completeTag),
  ]

  private static let folding: [Command] = [
    Command(
      "toggle-fold", .fold, [typed(" ")], in: [.contents],
      Phrase("折叠或展开", "fold or unfold"), hint: Phrase("折叠", "fold"), do: .toggleFold),
    Command(
      "toggle-fold-anywhere", .fold, [typed("za")], in: panes,
      Phrase("折叠或展开", "fold or unfold"), do: .toggleFold),
    Command(
      "unfold", .fold, [typed("zo")], in: panes, Phrase("展开", "unfold"), do: .unfold),
    Command("fold", .fold, [typed("zc")], in: panes, Phrase("折叠", "fold"), do: .fold),
    Command(
      "fold-all", .fold, [typed("zM")], in: panes, Phrase("全部折叠", "fold everything"),
      do: .foldAll),
    Command(
      "unfold-all", .fold, [typed("zR")], in: panes, Phrase("全部展开", "unfold everything"),
      do: .unfoldAll),
  ]

  private static let showing: [Command] = [
    Command(
      "reading", .show, [typed("r")], in: panes,
      Phrase("全宽阅读，只有正文", "full-width reading: only the text"),
      hint: Phrase("全宽", "full width"), do: .toggleReading),
    Command(
      "printed", .show, [typed("s")], in: panes,
      Phrase("显示原文各行", "show the printed source lines"),
      hint: Phrase("原文", "source"), do: .togglePrinted),
    Command(
      "details", .show, [typed("i")], in: panes,
      Phrase("显示或隐藏详情", "show or hide the details"),
      hint: Phrase("详情", "details"), do: .toggleDetails, when: panesCanChange),
    Command(
      "wider", .show, [typed("+"), typed("=")], in: panes,
      Phrase("正文加宽", "longer lines"), do: .widen),
    Command(
      "narrower", .show, [typed("-")], in: panes,
      Phrase("正文收窄", "shorter lines"), do: .narrow),
    Command(
      "mouse", .show, [typed("M")], in: panes,
      Phrase("鼠标开或关（关时可选取文字）", "mouse on or off (off: the terminal selects text)"),
      do: .toggleMouse),
    Command(
      "repaint", .show, [[.control("l")]], in: Set(Mode.allCases),
      Phrase("重画屏幕", "draw the screen again"), do: .repaint),
  ]

  private static let typing: [Command] = [
    Command(
      "accept", .type, [[.enter]], in: typingModes, Phrase("确定", "keep it"),
      hint: Phrase("确定", "keep"), do: .accept),
    Command(
      "cancel", .type, [[.escape], [.control("c")], [.control("g")]], in: typingModes,
      Phrase("取消，回到原处", "give up and go back to where you were"),
      hint: Phrase("取消", "cancel"), do: .cancel),
    Command(
      "next-while-typing", .type, [[.down], [.control("n")]], in: [.search],
      Phrase("下一处", "next match"), hint: matches, do: .nextMatch),
    Command(
      "previous-while-typing", .type, [[.up], [.control("p")]], in: [.search],
      Phrase("上一处", "previous match"), hint: matches, do: .previousMatch),
    Command(
      "erase", .type, [[.backspace], [.control("h")]], in: writingModes,
      Phrase("删前一字", "erase the character before"), do: .edit(.eraseBack)),
    Command(
      "erase-forward", .type, [[.delete]], in: writingModes,
      Phrase("删后一字", "erase the character after"), do: .edit(.eraseForward)),
    Command(
      "erase-word", .type, [[.control("w")]], in: writingModes,
      Phrase("删前一词", "erase the word before"), do: .edit(.eraseWord)),
    Command(
      "erase-line", .type, [[.control("u")]], in: writingModes,
      Phrase("清空（批注中：到行首）", "erase everything (in a note: to the line's start)"), do: .edit(.eraseAll)),
    Command(
      "cursor-left", .type, [[.left], [.control("b")]], in: writingModes,
      Phrase("光标左移", "cursor left"), do: .edit(.left)),
    Command(
      "cursor-right", .type, [[.right], [.control("f")]], in: writingModes,
      Phrase("光标右移", "cursor right"), do: .edit(.right)),
    Command(
      "cursor-start", .type, [[.home], [.control("a")]], in: writingModes,
      Phrase("光标到开头", "cursor to the beginning"), do: .edit(.start)),
    Command(
      "cursor-end", .type, [[.end], [.control("e")]], in: writingModes,
      Phrase("光标到末尾", "cursor to the end"), do: .edit(.end)),
  ]

  private static let program: [Command] = [
    Command(
      "help", .program, [typed("?")], in: panes, Phrase("按键帮助", "this help"),
      hint: Phrase("帮助", "help"), do: .openHelp),
    Command(
      "close-help", .program,
      [typed("q"), [.escape], typed("?"), [.control("c")]], in: [.help],
      Phrase("关闭帮助", "close the help"), hint: Phrase("返回", "back"), do: .closeHelp),
    Command(
      "quit", .program, [typed("q"), [.control("c")]], in: panes,
      Phrase("退出", "leave"), hint: Phrase("退出", "quit"), do: .quit),
    Command(
      "suspend", .program, [[.control("z")]], in: Set(Mode.allCases),
      Phrase("挂起，fg 返回", "suspend; fg comes back"), do: .suspend),
  ]

  @Sendable private static func panesCanChange(_ state: State) -> Availability {
    state.settings.isReading ? .unavailable(Message(.onlyText)) : .available
  }

  @Sendable private static func reviewIsOpen(_ state: State) -> Availability {
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

  @Sendable private static func somethingIsSearched(_ state: State) -> Availability {
    state.search.query.isEmpty ? .unavailable(Message(.nothingToSearch)) : .available
  }
}
