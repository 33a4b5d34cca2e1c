import GazetteText

/// The commands of lines in which something is typed.
extension CommandTable {
  static let typing: [Command] = [
    Command(
      "accept", .type, [[.enter]], in: keptModes, Phrase("确定", "keep it"),
      hint: Phrase("确定", "keep"), do: .accept),
    Command(
      "cancel", .type, [[.escape], [.control("c")], [.control("g")]], in: typingModes,
      Phrase("取消，回到原处", "cancel, back to where you were"),
      hint: Phrase("取消", "cancel"), do: .cancel),
    Command(
      "next-while-typing", .type, [[.down], [.control("n")]], in: [.search],
      Phrase("下一处", "next match"), hint: matches, do: .nextMatch),
    Command(
      "previous-while-typing", .type, [[.up], [.control("p")]], in: [.search],
      Phrase("上一处", "previous match"), hint: matches, do: .previousMatch),
    Command(
      "next-body", .type, [[.down], [.control("n")]], in: [.narrow],
      Phrase("下一个单位", "next body"), hint: move, do: .move(.lines(1))),
    Command(
      "previous-body", .type, [[.up], [.control("p")]], in: [.narrow],
      Phrase("上一个单位", "previous body"), hint: move, do: .move(.lines(-1))),
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
      Phrase("清空（批注中：到行首）", "erase everything (in a note: to the line's start)"),
      do: .edit(.eraseAll)),
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
}
