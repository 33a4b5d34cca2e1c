import GazetteText

/// What is said of a script that cannot be followed, in both languages.
enum ScriptText {
  static let cannotRead = Phrase("无法读取脚本", "cannot read the script")
  static let checkPath = Phrase("请检查路径和读取权限", "check the path and its permissions")

  /// What is wrong, and what to do about it.
  static func explanation(of reason: ScriptMistake.Reason) -> (what: Phrase, remedy: Phrase) {
    let words = ScriptInstruction.words.joined(separator: " ")
    let languages = Language.names(between: " ")
    switch reason {
    case .notUTF8:
      return (
        Phrase("不是 UTF-8 文字", "not text in UTF-8"),
        Phrase("请存为 UTF-8", "save the script as UTF-8")
      )
    case .unknownInstruction(let word):
      return (
        Phrase("没有“\(word)”这种指令", "no such instruction: \(word)"),
        Phrase("可用：\(words)", "there are \(words)")
      )
    case .missing(let word):
      return (
        Phrase("“\(word)”后面缺内容", "nothing behind \(word)"),
        Phrase("用法见 man gazette", "man gazette shows how")
      )
    case .needless(let text):
      return (Phrase("“\(text)”是多余的", "too much: \(text)"), Phrase("请去掉", "take it away"))
    case .badSize(let text):
      return (
        Phrase("“\(text)”不是屏幕大小", "not a size: \(text)"),
        Phrase(
          "请写成 列x行，如 80x24，最大 1000x500", "write columns x rows, such as 80x24, at most 1000x500")
      )
    case .badLanguage(let text):
      return (
        Phrase("没有“\(text)”这种语言", "no such language: \(text)"),
        Phrase("可用：\(languages)", "there are \(languages)")
      )
    case .unknownKey(let name):
      return (
        Phrase("没有 \(name) 这个键", "no such key: \(name)"),
        Phrase(
          "如 <Enter> <Esc> <Tab> <Space> <C-d> <A-1> <PgDn> <F2>；< 写成 <lt>",
          "such as <Enter> <Esc> <Tab> <Space> <C-d> <A-1> <PgDn> <F2>; <lt> is <")
      )
    case .controlCharacter:
      return (
        Phrase("有控制字符", "a control character"),
        Phrase("请用 keys 写键名，如 <Tab>", "name the key with keys, such as <Tab>")
      )
    case .hasLeft:
      return (
        Phrase("浏览器已退出", "the browser has been left"),
        Phrase("请去掉这一行，或去掉前面退出的键", "take this line away, or the key that leaves before it")
      )
    case .notShown(let text):
      return (
        Phrase("屏幕上没有“\(text)”", "not on the screen: \(text)"),
        Phrase("见上面的屏幕", "see the screen above")
      )
    case .shown(let text):
      return (
        Phrase("屏幕上有“\(text)”", "on the screen: \(text)"),
        Phrase("见上面的屏幕", "see the screen above")
      )
    }
  }
}

extension Failure {
  /// Why a script came to its end before its last line.
  init(_ mistake: ScriptMistake, file: String, language: Language) {
    let (what, remedy) = ScriptText.explanation(of: mistake.reason)
    self.init(what, at: "\(file):\(mistake.line)", remedy: remedy, language)
  }
}
