import GazetteText

/// The keys of an archive, as its help lists them and its last line hints at them.
enum ArchiveKeys {
  /// A key with what it does, and its name in the line of hints; nil where that does not show it.
  struct Entry {
    let keys: String
    let text: Phrase
    var hint: Phrase?
  }

  static let all: [Entry] = [
    Entry(
      keys: "Enter l", text: Phrase("打开这一期、单位或检索", "open the issue, the body or the search"),
      hint: Phrase("打开", "open")),
    Entry(
      keys: "/",
      text: Phrase(
        "检索全部各期：词语、@单位、has:deadline …", "find in all issues: words, @body, has:deadline …"),
      hint: Phrase("检索", "find")),
    Entry(
      keys: "f",
      text: Phrase("缩小期目：刊名、年、期、拼音", "narrow the list: publication, year, number, pinyin"),
      hint: Phrase("缩小", "narrow")),
    Entry(keys: "1", text: Phrase("期目", "the issues"), hint: Phrase("期目", "issues")),
    Entry(
      keys: "2", text: Phrase("单位，Enter 看历年任务", "the bodies; Enter: their duties over the years"),
      hint: Phrase("单位", "bodies")),
    Entry(
      keys: "3", text: Phrase("期限，一月一行", "the deadlines, a row for each month"),
      hint: Phrase("期限", "deadlines")),
    Entry(
      keys: "4", text: Phrase("单位与年份的矩阵", "bodies by years, with how many clauses name each"),
      hint: Phrase("历年", "years")),
    Entry(
      keys: "R", text: Phrase("谁引用某一题名或文号", "who refers to a title or a number"),
      hint: Phrase("谁引用", "referring")),
    Entry(keys: "j k g G", text: Phrase("下、上、首、末", "down, up, first, last")),
    Entry(keys: "^f ^b ^d ^u", text: Phrase("翻页、翻半页", "by pages, by halves")),
    Entry(keys: "h Esc", text: Phrase("返回", "back")),
    Entry(keys: "?", text: Phrase("这些按键", "these keys"), hint: Phrase("按键", "keys")),
    Entry(
      keys: "q", text: Phrase("返回；在期目离开", "back; from the issues: leave"),
      hint: Phrase("离开", "leave")),
  ]

  /// The line of hints.
  static func hints(_ language: Language) -> String {
    all.compactMap { entry in
      entry.hint.map { "\(entry.keys.prefix { $0 != " " }) \($0[language])" }
    }.joined(separator: "  ")
  }
}

extension ArchiveKeys {
  /// The section of `Documentation/Keys.md`.
  static let document =
    "\n## Archive / 文库\n\nIn the lists of an archive; inside an issue all other keys hold.\n\n"
    + "| Keys | What | 作用 |\n|---|---|---|\n"
    + all.map { entry in
      let keys = entry.keys.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
      return "| \(keys) | \(entry.text[.english]) | \(entry.text[.chinese]) |\n"
    }.joined()
}

extension ArchiveRow {
  /// The keys as a list.
  static func keys(_ language: Language) -> [ArchiveRow] {
    let widest = ArchiveKeys.all.map(\.keys.count).max() ?? 0
    return ArchiveKeys.all.map { entry in
      let space = String(repeating: " ", count: widest - entry.keys.count + 2)
      return ArchiveRow(key: entry.keys, text: entry.keys + space + entry.text[language])
    }
  }
}
