import GazetteText

// The commands of filters, targets, lists, marks and copies, as a part of the table.

extension CommandTable {
  private static let filter = Phrase("筛选", "filter")
  private static let toggles = Phrase("开关", "toggles")
  private static let references = Phrase("引用", "references")

  static let filters: [Command] =
    [
      Command(
        "open-filter", .filter, [typed("f")], in: Mode.panes,
        Phrase("筛选，边输入边显示", "filter as you type"), hint: filter, do: .openFilter),
      Command(
        "clear-filters", .filter, [typed("F")], in: Mode.panes,
        Phrase("清除所有筛选", "clear every filter"), do: .clearFilters, when: somethingIsFiltered),
      Command(
        "remove-filter", .filter, [typed("gf")], in: Mode.panes,
        Phrase("去掉一个筛选", "remove one filter"), do: .chooseChip, when: somethingIsKept),
    ]
    + zip(FilterToggle.allCases, ["6", "7", "8", "9", "0", "K"]).map { toggle, key in
      let name = Strings.phrase(toggle.name)
      return Command(
        "toggle-\(toggle.rawValue)", .filter, [typed(key)], in: Mode.panes,
        Phrase("只看\(name)的条文，再按取消", "show only: \(name); again: everything"),
        do: .toggleFilter(toggle))
    }
    + [
      Command(
        "complete", .filter, [[.tab]], in: [.filter],
        Phrase("补全", "complete the word"), hint: Phrase("补全", "complete"), do: .complete),
      Command(
        "next-completion", .filter, [[.down], [.control("n")]], in: [.filter],
        Phrase("下一项补全；在历史中：更新的一条", "next completion; in the history: a newer line"),
        hint: Phrase("选择/历史", "choose/history"), do: .nextCompletion),
      Command(
        "previous-completion", .filter, [[.up], [.control("p")], [.shiftTab]], in: [.filter],
        Phrase("上一项补全；没有选中时：更早的一条历史", "previous completion; with none: an older line"),
        hint: Phrase("选择/历史", "choose/history"), do: .previousCompletion),
    ]

  static let targets: [Command] = [
    Command(
      "open-target", .filter, [[.enter]], in: [.targets],
      Phrase("到这一指标所在的条文", "go to the clause of the target"), hint: Phrase("条文", "clause"),
      do: .enter),
    Command(
      "change-target-order", .filter, [typed("o")], in: [.targets],
      Phrase("换排序：位置、数值、单位、期限、对象", "sort by place, value, unit, deadline or subject"),
      hint: Phrase("排序", "sort"), do: .changeTargetOrder, when: issueIsIndexed),
    Command(
      "reverse-target-order", .filter, [typed("O")], in: [.targets],
      Phrase("倒序", "reverse the order"), hint: Phrase("倒序", "reverse"),
      do: .reverseTargetOrder, when: issueIsIndexed),
  ]

  static let links: [Command] = [
    Command(
      "follow", .jump, [typed("gd"), [.enter]], in: [.text],
      Phrase("到文中引用的文件或条款", "follow the cross-reference"), hint: references,
      do: .followReference, when: issueIsIndexed),
    Command(
      "follow-elsewhere", .jump, [typed("gd")], in: Mode.panes.subtracting([.text]),
      Phrase("到文中引用的文件或条款", "follow the cross-reference"), do: .followReference,
      when: issueIsIndexed),
    Command(
      "referrers", .jump, [typed("gr")], in: Mode.panes,
      Phrase("谁引用了这里", "list who refers here"), do: .listReferrers, when: issueIsIndexed),
    Command(
      "open-palette", .jump, [[.control("p")]], in: Mode.panes,
      Phrase("输入名称，转到文件、条款、单位、指标或命令", "go to anything by name"),
      hint: Phrase("随处去", "go to anything"), do: .openPalette),
    Command(
      "set-mark", .jump, [typed("m") + [.anyLetter]], in: Mode.panes,
      Phrase("在此处做记号（{}a 到 {}z）", "mark this place ({}a to {}z)"), do: .setMark(nil)),
    Command(
      "go-to-mark", .jump, [typed("'") + [.anyLetter]], in: Mode.panes,
      Phrase("到记号处（{}a 到 {}z）", "go to a mark ({}a to {}z)"), do: .goToMark(nil)),
    Command(
      "last-place", .jump, [typed("''")], in: Mode.panes,
      Phrase("到上次跳转之前的位置；再按返回", "to where the last jump began; again: back"),
      do: .goToLastPlace),
  ]

  static let copies: [Command] = [
    Command(
      "copy", .show, [typed("y")], in: Mode.panes,
      Phrase("复制条文（整段）", "copy the clause, whole paragraphs"), hint: Phrase("复制", "copy"),
      do: .copy(.unit)),
    Command(
      "copy-citation", .show, [typed("Y")], in: Mode.panes,
      Phrase("引用：公文式、国标式或原话，选一种复制", "cite it: choose a form, see it, copy it"),
      do: .openCitations),
    Command(
      "choose-citation", .show, [[.enter], typed("y"), typed("Y")], in: [.citing],
      Phrase("复制选中的一种", "copy the selected form"), hint: Phrase("复制", "copy"),
      do: .chooseCitation(nil)),
    Command(
      "choose-citation-1", .show, [typed("1")], in: [.citing],
      Phrase("复制公文式", "copy the form of official documents"), do: .chooseCitation(0)),
    Command(
      "choose-citation-2", .show, [typed("2")], in: [.citing],
      Phrase("复制国标式（GB/T 7714）", "copy the form of GB/T 7714"), do: .chooseCitation(1)),
    Command(
      "choose-citation-3", .show, [typed("3")], in: [.citing],
      Phrase("复制原话和出处", "copy the words with their source"), do: .chooseCitation(2)),
    Command(
      "close-citations", .show, [[.escape], typed("q"), [.control("c")]], in: [.citing],
      Phrase("返回，不复制", "back without a copy"), hint: Phrase("返回", "back"),
      do: .closeCitations),
    Command(
      "copy-reference", .show, [typed("gy")], in: Mode.panes,
      Phrase("复制引用", "copy its reference"), do: .copy(.reference)),
    Command(
      "close-hand-copy", .show, [typed("q"), [.escape], [.enter], [.control("c")]],
      in: [.handCopy],
      Phrase("返回", "back"), hint: Phrase("返回", "back"), do: .closeHandCopy),
    Command(
      "repeat", .program, [typed(".")], in: Mode.panes,
      Phrase("重复上一个命令", "repeat the last command"), do: .repeatLast),
  ]

  static let lists: [Command] = [
    Command(
      "choose", .program, [[.enter]], in: [.palette, .chooser, .help, .helpSearch],
      Phrase("转到或执行选中的一项", "go to the selected entry, or run it"),
      hint: Phrase("确定", "take it"), do: .choose),
    Command(
      "next-choice", .program, [[.down], [.control("n")], [.tab]],
      in: [.palette, .helpSearch],
      Phrase("下一项", "next entry"), hint: Phrase("选择", "choose"), do: .move(.lines(1))),
    Command(
      "previous-choice", .program, [[.up], [.control("p")], [.shiftTab]],
      in: [.palette, .helpSearch],
      Phrase("上一项", "previous entry"), hint: Phrase("选择", "choose"), do: .move(.lines(-1))),
    Command(
      "next-choices", .program, [[.pageDown]], in: [.palette, .helpSearch],
      Phrase("下一屏", "a screen down"), do: .move(.pages(1))),
    Command(
      "previous-choices", .program, [[.pageUp]], in: [.palette, .helpSearch],
      Phrase("上一屏", "a screen up"), do: .move(.pages(-1))),
    Command(
      "close-list", .program, [[.escape], typed("q"), [.control("c")]], in: [.chooser],
      Phrase("返回", "back"), hint: Phrase("返回", "back"), do: .closeChooser),
    Command(
      "search-help", .program, [typed("/")], in: [.help],
      Phrase("查找命令：汉字、拼音或按键", "find a command by name, pinyin or key"),
      hint: Phrase("查找", "find"), do: .openHelpSearch("")),
  ]

  // MARK: - When they make sense

  @Sendable private static func somethingIsFiltered(_ state: State) -> Availability {
    state.filter.isActive || state.filter.hasChips || !state.filter.toggles.isEmpty
      ? .available : .unavailable(Message(.nothingToClear))
  }

  @Sendable private static func somethingIsKept(_ state: State) -> Availability {
    state.filter.hasChips ? .available : .unavailable(Message(.nothingToClear))
  }

  @Sendable private static func issueIsIndexed(_ state: State) -> Availability {
    state.currentIndexes == nil ? .unavailable(Message(.notIndexed)) : .available
  }
}
