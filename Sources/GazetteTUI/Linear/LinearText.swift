import GazetteText

/// What browsing in lines says, in both languages.
enum LinearText {
  static let prompt = Phrase("命令：", "Command: ")
  static let welcome = Phrase(
    "空行读下一条，? 看命令，q 退出。", "An empty line reads on, ? lists the commands, q leaves.")
  static let atEnd = Phrase("到末尾了。", "That was the last one.")
  static let atStart = Phrase("已经是第一条。", "This is the first one.")
  static let noMatch = Phrase("没有找到。", "Nothing found.")
  static let beganAgain = Phrase("从头查找。", "From the beginning again.")
  static let nothingSearched = Phrase("还没有查找过。用 /词 查找。", "Nothing to find yet; /WORDS finds.")
  static let noWayBack = Phrase("没有可以返回的地方。", "Nowhere to go back to.")
  static let noText = Phrase("这里没有可读的文字。", "There is no text there.")
  static let noSections = Phrase("本文件没有章节。", "This document has no sections.")
  static let filterIsOff = Phrase("已取消筛选。", "No filter any more.")
  static let noDocument = Phrase("没有别的文件了。", "There is no other document.")

  static func place(_ place: Int, of count: Int, _ reference: String) -> Phrase {
    Phrase("第\(place)条，共\(count)条，\(reference)。", "\(place) of \(count), \(reference).")
  }

  static func filteredPlace(_ place: Int, of count: Int, _ reference: String) -> Phrase {
    Phrase("符合的第\(place)条，共\(count)条，\(reference)。", "Match \(place) of \(count), \(reference).")
  }

  static func found(_ place: Int, of count: Int) -> Phrase {
    Phrase("找到\(count)条，这是第\(place)条。", "Found in \(count), this is \(place).")
  }

  static func filtered(_ count: Int) -> Phrase {
    Phrase("符合的有\(count)条。", count == 1 ? "1 matches." : "\(count) match.")
  }

  static func filterIs(_ text: String) -> Phrase { Phrase("筛选：\(text)。", "Filter: \(text).") }

  static func noReference(_ text: String) -> Phrase {
    Phrase(
      "没有“\(text)”这一条。t 列出各文件，s 列出章节。",
      "No such reference: \(text). t lists the documents, s the sections.")
  }

  static func unknown(_ text: String) -> Phrase {
    Phrase("没有“\(text)”这个命令。? 列出命令。", "No such command: \(text). ? lists the commands.")
  }
}
