import GazetteText
import TerminalKit

/// Every command of the browser: keys, hints, help and `Documentation/Keys.md` are made from here.
///
/// Commands that stand next to each other with the same hint share one place in the line of hints.
enum CommandTable {
  static let commands: [Command] = {
    var all: [Command] = []
    // A chain of sums would copy the first of them a dozen times before the first frame.
    all.reserveCapacity(256)
    all += archive
    all += tables
    all += bodies
    all += targets
    all += moving
    all += tabs
    all += checks
    all += reading
    all += starting
    all += finding
    all += filters
    all += reviewing
    all += team
    all += jumping
    all += links
    all += folding
    all += showing
    all += copies
    all += comparing
    all += typing
    all += writing
    all += lists
    all += program
    return all
  }()

  /// The keys that type `text`.
  static func typed(_ text: String) -> [Key] {
    text.unicodeScalars.map { .character($0) }
  }

  private static let panes = Mode.panes
  private static let scrolled = Mode.panes.union([
    .help, .chooser, .handCopy, .marks, .comparison, .table, .start, .citing, .archive,
  ])
  /// Where the space bar turns pages, as in every pager; in the tree it folds.
  private static let paged: ModeSet = [
    .text, .details, .help, .handCopy, .marks, .comparison, .table, .archive,
  ]
  static let typingModes: ModeSet = [
    .search, .reference, .narrow, .filter, .palette, .helpSearch, .tags, .assign,
  ]
  /// Where a text with a cursor is typed.
  static let writingModes = typingModes.union([.note])
  /// Where Enter keeps what is typed.
  static let keptModes: ModeSet = [.search, .reference, .narrow, .filter, .tags, .assign]
  /// Where folds and what stands below each other are those of the tree.
  private static let aroundTree: ModeSet = [.contents, .text, .details]

  static let move = Phrase("移动", "move")
  private static let document = Phrase("上/下一文件", "document")
  private static let history = Phrase("后退/前进", "back/forward")
  static let matches = Phrase("下/上一处", "matches")

  private static let moving: [Command] = [
    Command(
      "down", .move, [typed("j"), [.down]], in: scrolled,
      Phrase("下移一行（5{} 下移五行）", "down a row (5{}: five)"), hint: move, do: .move(.lines(1))),
    Command(
      "up", .move, [typed("k"), [.up]], in: scrolled,
      Phrase("上移一行", "up a row"), hint: move, do: .move(.lines(-1))),
    Command(
      "left", .move, [typed("h"), [.left]], in: panes,
      Phrase(
        "目录：折叠或到上级；单位：返回；矩阵：左一列；别处：到左边一栏",
        "tree: fold, or the parent; bodies: back; matrix: a column left; else the pane left"),
      do: .left),
    Command(
      "right", .move, [typed("l"), [.right]], in: panes,
      Phrase(
        "目录：展开或到正文；单位：打开；矩阵：右一列；别处：到右边一栏",
        "tree: unfold, or the text; bodies: open; matrix: a column right; else the pane right"),
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
      "space-down", .move, [typed(" ")], in: paged,
      Phrase("下移一屏", "down a screen"), do: .move(.pages(1))),
    Command(
      "space-up", .move, [[.shiftSpace]], in: paged.union([.contents]),
      Phrase("上移一屏", "up a screen"), do: .move(.pages(-1))),
    Command(
      "first", .move, [typed("gg"), [.home]], in: scrolled,
      Phrase("到开头（12{} 到第 12 行）", "to the beginning (12{}: to row 12)"),
      do: .move(.first)),
    Command(
      "last", .move, [typed("G"), [.end]], in: scrolled,
      Phrase("到末尾（12{} 到第 12 行）", "to the end (12{}: to row 12)"), do: .move(.last)),
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
    return Phrase("左栏显示\(tab.name)", "show in the left pane: \(tab.name)")
  }

  private static func tabExists(_ number: Int) -> @Sendable (State) -> Availability {
    { _ in
      Tab(number: number) == nil
        ? .unavailable(Message(.noSuchTab, String(number))) : .available
    }
  }

  private static let reading: [Command] = [
    Command(
      "open", .jump, [[.enter]], in: [.contents, .review, .list],
      Phrase("到正文中的这一处", "go to it in the text"), hint: Phrase("阅读", "read"), do: .enter)
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
      Phrase("同级的下一处", "next unit at this level"), do: .move(.siblings(1))),
    Command(
      "previous-sibling", .jump, [typed("[")], in: panes,
      Phrase("同级的上一处", "previous unit at this level"), do: .move(.siblings(-1))),
    Command(
      "back", .jump, [typed("H"), [.control("o")], [.altLeft]], in: panes,
      Phrase("后退到先前的位置", "back to where you were"), hint: history, do: .goBack),
    Command(
      "forward", .jump, [typed("L"), [.altRight]], in: panes,
      Phrase("前进", "forward again"), hint: history, do: .goForward),
    Command(
      "go-to-reference", .jump, [typed(":")], in: panes,
      Phrase(
        "输入引用并转到（如 3.1/2.3.11）；也可 w 文件、q、help",
        "go to a reference, such as 3.1/2.3.11; or w FILE, q, help"),
      hint: Phrase("转到", "go to"), do: .openReference),
  ]

  private static let finding: [Command] = [
    Command(
      "open-search", .find, [typed("/")], in: panes.subtracting([.departments]),
      Phrase(
        "查找全文，边输入边显示；字母按拼音首字母找",
        "find in the whole issue as you type: words, or pinyin initials (sthj)"),
      hint: Phrase("查找", "find"), do: .openSearch),
    Command(
      "next-match", .find, [typed("n")], in: panes,
      Phrase("下一处", "next match"), do: .nextMatch, when: somethingIsSearched),
    Command(
      "previous-match", .find, [typed("N")], in: panes,
      Phrase("上一处", "previous match"), do: .previousMatch, when: somethingIsSearched),
    Command(
      "clear-search", .find, [[.escape]], in: aroundTree.union([.matrix, .targets]),
      Phrase("不再标出找到的地方", "stop marking the matches"), do: .cancel),
  ]

  private static let bodies: [Command] = [
    Command(
      "open-dossier", .departments, [[.enter]], in: [.departments],
      Phrase("打开该单位的档案", "open the dossier of the body"), hint: Phrase("档案", "dossier"),
      do: .enter, when: bodiesAreKnown),
    Command(
      "narrow-bodies", .departments, [typed("/")], in: [.departments],
      Phrase("按汉字、拼音或首字母筛选（sthj）", "narrow the list by name, pinyin or initials (sthj)"),
      hint: Phrase("筛选", "narrow"), do: .openNarrowing, when: bodiesAreKnown),
    Command(
      "change-order", .departments, [typed("o")], in: [.departments],
      Phrase("换排序：条数、拼音、类别", "sort by clauses, pinyin or category"),
      hint: Phrase("排序", "sort"), do: .changeOrder, when: bodiesAreKnown),
    Command(
      "show-all-bodies", .departments, [[.escape]], in: [.departments],
      Phrase("取消筛选", "list every body again"), do: .clearNarrowing),
    Command(
      "go-to-clause", .departments, [[.enter]], in: [.dossier],
      Phrase(
        "展开这一条，再按到正文；伙伴单位：打开其档案",
        "unfold the task; again: go to its clause; on a partner: open its dossier"),
      hint: Phrase("打开", "open"), do: .enter),
    Command(
      "write-list", .show, [[.control("s")]], in: panes,
      Phrase("把左栏的列表写成表格", "write the list in the left pane as a table"), do: .writeList,
      when: writingIsAllowed),
    Command(
      "write-list-as", .show, [typed("gw")], in: panes,
      Phrase("写出列表，先问文件名（:w 名单.csv）", "the same, asking for the name (:w list.csv)"),
      do: .askForFile, when: writingIsAllowed),
    Command(
      "open-worklist", .departments, [typed("@")], in: panes,
      Phrase("本单位的任务清单，按期限", "what my department has to do, by deadline"),
      do: .openWorklist),
    Command(
      "change-role", .departments, [typed("o")], in: [.dossier],
      Phrase("只看下一种职责；最后按期限排列", "one role after the other, then all by deadline"),
      hint: Phrase("职责/期限", "role/deadline"),
      do: .changeRole),
    Command(
      "toggle-task", .departments, [typed(" ")], in: [.dossier],
      Phrase("展开或收起这一条", "unfold or fold the task"), hint: Phrase("展开", "unfold"),
      do: .toggleTask),
    Command(
      "close-dossier", .departments, [[.escape], [.backspace]], in: [.dossier],
      Phrase("返回上一层", "back to what it was opened from"), hint: Phrase("返回", "back"),
      do: .closeDossier),
    Command(
      "open-cell", .departments, [[.enter]], in: [.matrix],
      Phrase("看这一格的条文", "open the clauses of the cell"), hint: Phrase("条文", "clauses"),
      do: .enter, when: bodiesAreKnown),
    Command(
      "open-detail", .departments, [[.enter]], in: [.details],
      Phrase("打开所选单位的档案", "open the dossier of the selected body"),
      hint: Phrase("档案", "dossier"), do: .enter),
  ]

  private static let folding: [Command] = [
    Command(
      "toggle-fold", .fold, [typed(" ")], in: [.contents],
      Phrase("折叠或展开", "fold or unfold"), hint: Phrase("折叠", "fold"), do: .toggleFold),
    Command(
      "toggle-fold-anywhere", .fold, [typed("za")], in: aroundTree,
      Phrase("折叠或展开", "fold or unfold"), do: .toggleFold),
    Command(
      "unfold", .fold, [typed("zo")], in: aroundTree, Phrase("展开", "unfold"), do: .unfold),
    Command("fold", .fold, [typed("zc")], in: aroundTree, Phrase("折叠", "fold"), do: .fold),
    Command(
      "fold-all", .fold, [typed("zM")], in: aroundTree, Phrase("全部折叠", "fold everything"),
      do: .foldAll),
    Command(
      "unfold-all", .fold, [typed("zR")], in: aroundTree, Phrase("全部展开", "unfold everything"),
      do: .unfoldAll),
  ]

  private static let showing: [Command] = [
    Command(
      "toggle-reading", .show, [typed("r")], in: panes,
      Phrase("全宽阅读，只有正文", "full-width reading: only the text"),
      hint: Phrase("全宽", "full width"), do: .toggleReading),
    Command(
      "toggle-printed", .show, [typed("s")], in: panes,
      Phrase("显示原文各行", "show the printed source lines"),
      hint: Phrase("原文", "source"), do: .togglePrinted),
    Command(
      "toggle-details", .show, [typed("i")], in: panes,
      Phrase("显示或隐藏详情", "show or hide the details"),
      hint: Phrase("详情", "details"), do: .toggleDetails, when: panesCanChange),
    Command(
      "wider", .show, [typed("+"), typed("=")], in: panes,
      Phrase("正文加宽", "longer lines"), do: .widen),
    Command(
      "narrower", .show, [typed("-")], in: panes,
      Phrase("正文收窄", "shorter lines"), do: .narrow),
    Command(
      "toggle-mouse", .show, [typed("M")], in: panes,
      Phrase("鼠标开或关（关时可选取文字）", "mouse on or off (off: the terminal selects text)"),
      do: .toggleMouse),
    Command(
      "repaint", .show, [[.control("l")]], in: ModeSet(Mode.allCases),
      Phrase("重画屏幕", "redraw the screen"), do: .repaint),
  ]

  private static let program: [Command] = [
    Command(
      "open-help", .program, [typed("?")], in: panes.union([.start, .comparison, .table]),
      Phrase("按键帮助", "this help"),
      hint: Phrase("帮助", "help"), do: .openHelp),
    Command(
      "about-theme", .show, [typed("gC")], in: panes,
      Phrase("配色：怎样换", "colours: how to choose them"),
      do: .explain(Message(.themeIsConfigured))),
    Command(
      "close-help", .program,
      [typed("q"), [.escape], typed("?"), [.control("c")]], in: [.help],
      Phrase("关闭帮助", "close the help"), hint: Phrase("返回", "back"), do: .closeHelp),
    Command(
      "quit", .program, [typed("q")], in: panes,
      Phrase("退出", "leave"), hint: Phrase("退出", "quit"), do: .quit),
    Command(
      "interrupt", .program, [[.control("c")]], in: panes.union([.start]),
      Phrase("说明怎样退出，再按一次即退出", "say how to quit; again: quit"), do: .interrupt),
    Command(
      "suspend", .program, [[.control("z")]], in: ModeSet(Mode.allCases),
      Phrase("挂起，fg 返回", "suspend; fg comes back"), do: .suspend),
  ]

  @Sendable private static func writingIsAllowed(_ state: State) -> Availability {
    state.settings.allowsWriting ? .available : .unavailable(Message(.writingIsOff))
  }

  @Sendable private static func panesCanChange(_ state: State) -> Availability {
    state.settings.isReading ? .unavailable(Message(.onlyText)) : .available
  }

  @Sendable private static func bodiesAreKnown(_ state: State) -> Availability {
    state.indexes?[state.departments.issue] == nil
      ? .unavailable(Message(.notIndexed)) : .available
  }

  @Sendable private static func somethingIsSearched(_ state: State) -> Availability {
    state.search.query.isEmpty && !state.filter.isActive
      ? .unavailable(Message(.nothingToSearch)) : .available
  }
}
