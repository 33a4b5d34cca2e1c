import GazetteText

/// What the room of an archive says, in both languages.
enum ArchiveText {
  static func title(_ issues: Int) -> Phrase {
    Phrase("文库 \(issues)期", "Archive, \(issues) issues")
  }
  static func building(_ done: Int, of total: Int) -> Phrase {
    Phrase("正在建立索引 \(done)/\(total)", "indexing \(done)/\(total)")
  }
  static let reached = Phrase("服务器已连上", "the server is there again")
  static let looking = Phrase("正在查找文件", "looking for files")
  static func unreadable(_ count: Int) -> Phrase {
    Phrase("\(count)个文件无法读取", count == 1 ? "1 file unreadable" : "\(count) files unreadable")
  }
  static func documents(_ count: Int) -> Phrase {
    Phrase("\(count)篇", count == 1 ? "1 document" : "\(count) documents")
  }
  static func progress(_ done: Int, of total: Int) -> Phrase {
    Phrase("已阅\(done)/\(total)", "read \(done)/\(total)")
  }
  static func clauses(_ count: Int) -> Phrase {
    Phrase("\(count)条", count == 1 ? "1 clause" : "\(count) clauses")
  }
  static func matches(_ count: Int, isAll: Bool) -> Phrase {
    isAll
      ? Phrase("\(count)处", "\(count) matches")
      : Phrase("\(count)处以上", "\(count) matches or more")
  }
  static let issues = Phrase("期目", "Issues")
  static let found = Phrase("检索", "Found")
  static let bodies = Phrase("单位", "Bodies")
  static let deadlines = Phrase("期限", "Deadlines")
  static let matrix = Phrase("历年", "Years")
  static let history = Phrase(
    "职责沿革：新增、延续、改动、转来、转出、取消",
    "Duties through time: new, going on, changed, moved, dropped")
  static let notBuilt = Phrase("索引还没有建好，请稍候", "the index is not built yet, one moment")
  static let working = Phrase("正在查阅各期……", "looking through the issues ...")
  static let keys = Phrase("按键", "Keys")
  static let references = Phrase("谁引用", "Referring")
  static let searchPrompt = Phrase("检索全部各期：", "Find in all issues: ")
  static let narrowPrompt = Phrase("缩小：", "Narrow: ")
  static let referencePrompt = Phrase("谁引用（题名或文号）：", "Who refers to (title or number): ")
  static let nothing = Phrase("没有", "nothing")
}
