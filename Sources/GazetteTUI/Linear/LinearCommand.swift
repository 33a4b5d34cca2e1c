import GazetteText
import TerminalKit

/// What can be asked for in a line, without panes: by a key, or by a word in either language.
struct LinearCommand: Sendable {
  enum Action: Hashable, Sendable {
    case next, previous, again, readOn
    case nextDocument, previousDocument
    case back, go, find, filter, body, details, contents, sections, place, help, leave
  }

  let action: Action
  /// The key first, then words.
  let names: [String]
  let help: Phrase

  /// Every command, in the order of the help.
  static let all: [LinearCommand] = [
    LinearCommand(
      .next, "n", "next", "下", "下一条",
      help: Phrase("下一条；空行也是", "the next unit; so does an empty line")),
    LinearCommand(
      .previous, "p", "previous", "prev", "上", "上一条", help: Phrase("上一条", "the unit before")),
    LinearCommand(.again, "r", "read", "again", "读", help: Phrase("再读一遍", "read it again")),
    LinearCommand(
      .readOn, "a", "all", "on", "全",
      help: Phrase("一直读到本文件末尾", "read on to the end of the document")),
    LinearCommand(.nextDocument, "}", "nd", "下一文件", help: Phrase("下一个文件", "the next document")),
    LinearCommand(
      .previousDocument, "{", "pd", "上一文件", help: Phrase("上一个文件", "the document before")),
    LinearCommand(
      .find, "/", "find", "查找",
      help: Phrase("/词：查找；只有 /：下一处", "/WORDS: find; / alone: the next place")),
    LinearCommand(
      .go, ":", "go", "转到",
      help: Phrase(
        "引用（如 3.1/2.3，冒号可省）：转到", "a reference, such as 3.1/2.3, with or without the colon: go there"
      )),
    LinearCommand(.back, "b", "back", "回", help: Phrase("回到跳转之前的地方", "back to where you were")),
    LinearCommand(
      .details, "d", "details", "详情",
      help: Phrase("详情：文号、日期、由谁负责", "details: number, date, who is responsible")),
    LinearCommand(
      .body, "@", "body", "单位",
      help: Phrase(
        "@单位（名称或首字母，如 @sthj）：它的全部任务；只有 @：各单位",
        "@BODY, by name or initials such as @sthj: all it has to do; @ alone: the bodies")),
    LinearCommand(
      .filter, "f", "filter", "筛选",
      help: Phrase(
        "f 条件（如 f has:deadline）：只走符合的；只有 f：取消",
        "f QUERY, such as f has:deadline: only what matches; f alone: everything")),
    LinearCommand(
      .contents, "t", "contents", "目录", help: Phrase("目录：各文件", "contents: the documents")),
    LinearCommand(
      .sections, "s", "sections", "章节", help: Phrase("本文件的章节", "the sections of this document")),
    LinearCommand(.place, "w", "where", "位置", help: Phrase("现在在哪里", "where you are")),
    LinearCommand(.help, "?", "help", "h", "帮助", help: Phrase("这些命令", "these commands")),
    LinearCommand(.leave, "q", "quit", "exit", "退出", help: Phrase("退出", "leave")),
  ]

  private init(_ action: Action, _ names: String..., help: Phrase) {
    self.action = action
    self.names = names
    self.help = help
  }
}

extension LinearCommand {
  /// What a line asks for, and what stands behind it.
  static func read(_ line: String) -> (action: Action, argument: String)? {
    let text = trimmed(line)
    guard let first = text.unicodeScalars.first else { return (.next, "") }
    guard case .character(let sign) = Key.character(first).halfWidth else { return nil }
    let behindSign = trimmed(String(text.unicodeScalars.dropFirst()))
    switch sign {
    case "/": return (.find, behindSign)
    case ":": return (.go, behindSign)
    case "@": return (.body, behindSign)
    case "0"..."9": return (.go, text)
    default: break
    }
    let word = text.prefix { $0 != " " }.unicodeScalars.map { scalar -> Unicode.Scalar in
      if case .character(let half) = Key.character(scalar).halfWidth { half } else { scalar }
    }
    let name = String(String.UnicodeScalarView(word)).lowercased()
    guard let command = all.first(where: { $0.names.contains(name) }) else { return nil }
    return (command.action, trimmed(String(text.dropFirst(text.prefix { $0 != " " }.count))))
  }

  private static func trimmed(_ text: String) -> String {
    var text = text.unicodeScalars[...]
    while let last = text.last, last.properties.isWhitespace { text.removeLast() }
    while let first = text.first, first.properties.isWhitespace { text.removeFirst() }
    return String(text)
  }
}
