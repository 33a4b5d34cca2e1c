import GazetteText

extension TOMLMistake.Kind {
  /// What is wrong, in words.
  var what: Phrase {
    switch self {
    case .notUTF8: Phrase("不是 UTF-8 编码", "not in UTF-8")
    case .noKey(let text):
      text.isEmpty
        ? Phrase("缺名称", "a name is missing")
        : Phrase("“\(text)”不是名称", "“\(text)” is no name")
    case .noEqualsSign(let name): Phrase("“\(name)”后缺等号", "no = behind \(name)")
    case .noValue: Phrase("等号后缺值", "no value behind =")
    case .unquoted(let text): Phrase("“\(text)”缺引号", "\(text) lacks its quotation marks")
    case .badNumber(let text): Phrase("“\(text)”不是整数", "\(text) is no whole number")
    case .openString: Phrase("引号不成对", "a quotation mark is not closed")
    case .openList: Phrase("列表缺逗号或 ]", "the list lacks a comma or its ]")
    case .badHeading: Phrase("表名缺 ]", "the name of the table lacks its ]")
    case .badEscape(let text): Phrase("没有 \\\(text) 这种转义", "there is no escape \\\(text)")
    case .controlCharacter: Phrase("引号内有控制字符", "a control character in a text")
    case .textBehindValue(let text):
      Phrase("值后多出“\(text)”", "“\(text)” stands behind the value")
    case .unsupported(let text): Phrase("此处不能用 \(text)", "\(text) cannot stand here")
    case .tooDeep: Phrase("层次过深", "nested too deeply")
    }
  }

  /// What to do about it.
  var remedy: Phrase {
    switch self {
    case .notUTF8: Phrase("请转换成 UTF-8", "convert it to UTF-8")
    case .noKey, .noEqualsSign, .noValue: Phrase("写作 名称 = 值", "write NAME = VALUE")
    case .unquoted(let text):
      switch text.lowercased() {
      case "true", "yes", "on": Phrase("请写 true", "write true")
      case "false", "no", "off": Phrase("请写 false", "write false")
      default: Phrase("请写 \"\(text)\"", "write \"\(text)\"")
      }
    case .badNumber: Phrase("请只写数字", "write digits alone")
    case .openString: Phrase("请在同一行补上引号", "close it in the same line")
    case .openList: Phrase("写作 [\"a\", \"b\"]", "write [\"a\", \"b\"]")
    case .badHeading: Phrase("写作 [keys]", "write [keys]")
    case .badEscape: Phrase("反斜线写作 \\\\，或用单引号", "write \\\\ for a backslash, or use '…'")
    case .controlCharacter: Phrase("请删去", "take it out")
    case .textBehindValue: Phrase("一行一项；说明写在 # 后", "one name to a line; remarks behind #")
    case .unsupported: Phrase("请用 [表] 和一行的文字", "use [table] and texts in one line")
    case .tooDeep: Phrase("没有这样的设置", "no setting is that deep")
    }
  }
}
