import GazetteText

/// What the room of an archive says, in both languages.
enum ArchiveText {
  static func title(_ issues: Int) -> Phrase { Phrase("文库 \(issues)期", "Archive, \(issues) issues") }
  static func building(_ done: Int, of total: Int) -> Phrase {
    Phrase("正在建立索引 \(done)/\(total)", "indexing \(done)/\(total)")
  }
  static let looking = Phrase("正在查找文件", "looking for files")
  static func unreadable(_ count: Int) -> Phrase {
    Phrase("\(count)个文件无法读取", count == 1 ? "1 file unreadable" : "\(count) files unreadable")
  }
  static func documents(_ count: Int) -> Phrase {
    Phrase("\(count)篇", count == 1 ? "1 document" : "\(count) documents")
  }
  static func marks(_ count: Int) -> Phrase {
    Phrase("已标\(count)条", count == 1 ? "1 mark" : "\(count) marks")
  }
  static func clauses(_ count: Int) -> Phrase {
    Phrase("\(count)条", count == 1 ? "1 clause" : "\(count) clauses")
  }
  static func matches(_ count: Int, isAll: Bool) -> Phrase {
    Phrase("\(count)\(isAll ? "" : "+")处", "\(count)\(isAll ? "" : "+") matches")
  }
  static let issues = Phrase("期目", "Issues")
  static let found = Phrase("检索", "Found")
  static let bodies = Phrase("单位", "Bodies")
  static let deadlines = Phrase("期限", "Deadlines")
  static let references = Phrase("谁引用", "Referring")
  static let searchPrompt = Phrase("检索全部各期：", "Find in all issues: ")
  static let narrowPrompt = Phrase("缩小：", "Narrow: ")
  static let referencePrompt = Phrase("谁引用（题名或文号）：", "Who refers to (title or number): ")
  static let nothing = Phrase("没有", "nothing")
  static let hints = Phrase(
    "Enter 打开  / 检索  f 缩小  1 期目  2 单位  3 期限  R 谁引用  q 离开",
    "Enter open  / find  f narrow  1 issues  2 bodies  3 deadlines  R referring  q leave")
  static let back = Phrase("本期 · q 返回文库", "this issue; q goes back to the archive")
  static let refused = Phrase("索引未能建立", "the index could not be made")
}
