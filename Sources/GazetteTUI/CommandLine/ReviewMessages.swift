import GazetteReview
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
  /// Says what of a note cannot be kept; nothing where all of it can.
  static func reportLeftOut(ofNote note: String, _ language: Language) {
    let count = ReviewRules.leftOut(ofNote: note)
    guard count > 0 else { return }
    let line = Phrase(
      "批注中的\(count)个控制字符不能保存，已去掉",
      "\(count) control characters of the note cannot be kept and are left out")
    Platform.writeError("gazette: \(line[language])\n")
  }

  static func putAside(_ count: Int) -> Phrase {
    Phrase("审阅记录被占用，\(count) 处标记另存未入", "the review store was held; \(count) marks are kept aside")
  }
  static func ahead(_ count: Int, _ first: String) -> Phrase {
    Phrase(
      "\(count) 条标记的时间在将来，未导入（首条 \(first)）",
      "\(count) marks are of the future and were not taken (the first: \(first))")
  }
  static let checkClock = Phrase(
    "请核对导出一方的时钟，改正后重新导出", "check the clock where it was exported, then export it again")
  static let noSuchGroup = Phrase("没有这个用户组", "no such group")
  static let giveGroup = Phrase("请给出 /etc/group 中的组名或组的编号", "give a name of /etc/group or a number")
  static func made(_ path: String, group: String?) -> Phrase {
    let shared = group.map { Phrase("，由用户组 \($0) 共用", ", shared by the group \($0)") }
    return Phrase("已建审阅记录：\(path)\(shared)", "made a review store: \(path)\(shared)")
  }
  static let openAgain = Phrase(
    "下次打开 gazette 时记入", "they are recorded when gazette next opens the store")
  static func lost(_ count: Int) -> Phrase {
    Phrase("最后 \(count) 处标记未能记下", "the last \(count) marks could not be recorded")
  }
  static func noPlace(_ why: Phrase) -> Phrase {
    Phrase("读到的位置未能记下：\(why)", "the place was not kept: \(why)")
  }
  static let waits = Phrase(
    "等候：审阅记录正被其他进程占用", "waiting: another process holds the review store")
  static let madeAgain = Phrase(
    "审阅记录的文件被删除，已照原样重建", "the file of the review was removed; it is made again as it was")
  static func replaced(_ marks: Int) -> Phrase {
    Phrase(
      "审阅记录的文件被换掉，补记 \(marks) 条",
      "the file of the review was replaced; \(marks) marks were put into the new one")
  }
  static func tookUp(_ count: Int) -> Phrase {
    Phrase("上次未能记下的 \(count) 处已补记", "\(count) marks left from last time are recorded now")
  }
  static let seeReviewCheck = Phrase(
    "请用 gazette review list 核对", "gazette review list shows what is there")
  static let waitsForServer = Phrase("服务器连接中断，等待恢复", "the server is away; waiting for it")
  static let noSalvage = Phrase("服务器上的记录不能这样恢复", "a server's store is not recovered so")
  static let useServersCopy = Phrase(
    "请由管理员用 pg_dump 的备份恢复", "restore it from a copy of pg_dump")
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
    Phrase("\(what)（\(words)）", "\(what) (\(words))")
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
