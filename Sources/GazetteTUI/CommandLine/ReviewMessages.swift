import GazetteText

/// What the review commands say, in both languages.
enum ReviewMessages {
  static let noReviewer = Phrase("不知审阅人是谁", "no reviewer")
  static let nameReviewer = Phrase("请用 --reviewer 指定姓名", "name one with --reviewer")
  static let unknownState = Phrase("没有这种状态", "no such state")
  static let states = Phrase(
    "可用：未阅 已阅 同意 存疑 问题 非本单位",
    "one of unread read agreed question problem notours")
  static let badTag = Phrase("不能用作标签", "not a tag")
  static let tagRule = Phrase(
    "标签为 1 至 100 个字符，不含空格和逗号", "1 to 100 characters, no space and no comma")
  static let badLine = Phrase("不是“引用 状态 批注”", "not “REF STATE NOTE”")
  static let notAllKept = Phrase(
    "审阅记录被占用，最后的标记未必记下", "the review store was held; the last marks may not be recorded")
  static let seeReviewCheck = Phrase(
    "请用 gazette review list 核对", "gazette review list shows what is there")
  static let nothingToUndo = Phrase("没有可撤销的", "nothing to undo")
  static let nothingToRedo = Phrase("没有可重做的", "nothing to redo")
  static let markFirst = Phrase("请先标记", "mark something first")
  static let somethingWrong = Phrase("审阅记录有问题", "something is wrong with the review store")
  static let seeAbove = Phrase("办法见上", "see above for what to do")
  static let cannotRead = Phrase("无法读取", "cannot be read")
  static let checkPath = Phrase("请检查路径和权限", "check the path and its permissions")

  static let unreadableQuery = Phrase("看不懂这个条件", "cannot read this part of the query")
  static let namesNothing = Phrase("本期没有这样的对象", "nothing in the issue is named so")
  static let queryHelp = Phrase(
    "例如 is:unread、tag:急、note:时限、@单位", "such as is:unread, tag:TAG, note:WORD, @BODY")

  static func suggestion(_ text: String) -> Phrase {
    Phrase("可写作 \(text)", "perhaps \(text)")
  }

  static func line(_ number: Int) -> Phrase { Phrase("第 \(number) 行", "line \(number)") }

  static func system(_ what: Phrase, _ words: String) -> Phrase {
    Phrase("\(what.chinese)（\(words)）", "\(what.english) (\(words))")
  }

  static func imported(taken: Int, kept: Int, same: Int, conflicts: Int) -> Phrase {
    Phrase(
      "采用 \(taken) 条，保留本地较新的 \(kept) 条，相同 \(same) 条，冲突 \(conflicts) 条",
      "\(taken) taken, \(kept) kept because ours are newer, \(same) the same, \(conflicts) in conflict"
    )
  }

  static func conflict(_ place: String, holding: String, superseded: String) -> Phrase {
    Phrase(
      "冲突 \(place)：采用较新的“\(holding)”，“\(superseded)”留在历史中",
      "conflict at \(place): the newer “\(holding)” holds, “\(superseded)” is kept in the history")
  }

  static func recovered(_ entries: Int, lost: Int) -> Phrase {
    Phrase("读出 \(entries) 条，读不出 \(lost) 条", "\(entries) entries saved, \(lost) lost")
  }

  static func skipped(_ place: String) -> Phrase {
    Phrase("\(place)：此后已另有标记，未动", "\(place): marked otherwise since; left alone")
  }
  static let oneIssuePerPage = Phrase("一个网页只能写一期", "one page holds one issue")
  static let pageForEach = Phrase(
    "请逐期导出，或用 csv、markdown、json", "export each by itself, or as csv, markdown or json")
}
