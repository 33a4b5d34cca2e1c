import GazetteIntake
import GazetteModel
import GazetteText

/// What the command line says, in both languages.
enum Messages {
  // MARK: Outline

  /// What a unit is called that begins with a table.
  static func table(_ heads: String, rows: Int) -> Phrase {
    Phrase(
      "表：\(heads)，\(rows)行",
      rows == 1 ? "Table: \(heads), 1 row" : "Table: \(heads), \(rows) rows")
  }

  static let cover = Phrase("封面", "Cover")
  static let contents = Phrase("目录", "Contents")
  static let listedOnly = Phrase("目录所列、原文未收：", "Listed in the contents, text not in the source: ")

  static func issue(year: Int, number: Int) -> Phrase {
    Phrase("\(year)年第\(number)期", "\(year) No. \(number)")
  }

  static func overall(_ number: Int) -> Phrase {
    Phrase("总第\(number)期", "(\(number) overall)")
  }

  // MARK: Failures of commands

  static let oneIssueOnly = Phrase("此命令一次只读一期", "this command reads one issue at a time")
  static let nameOneIssue = Phrase("请只写一期的路径", "name the path of one issue")
  static let severalIssues = Phrase("几期都有此引用", "several issues have this reference")
  static func nameIssue(_ example: String) -> Phrase {
    Phrase("请写明哪一期，如 \(example)", "say which issue, as in \(example)")
  }
  static func perhapsCommand(_ name: String) -> Phrase {
    Phrase("是否要用命令 gazette \(name)？", "did you mean the command gazette \(name)?")
  }

  static let noSuchFile = Phrase("没有这个文件或文件夹", "no such file or folder")
  static let cannotWrite = Phrase("无法写出", "cannot write")
  static let standardInput = Phrase("标准输入", "standard input")
  static let standardOutput = Phrase("标准输出", "standard output")
  static let freeSpace = Phrase("请检查磁盘空间", "see whether the disk is full")
  static func marks(_ count: Int) -> Phrase {
    Phrase(
      "有 \(count) 处不可见或损坏的字符，以 � 之类的标记代替",
      count == 1
        ? "1 hidden or damaged character is shown as marks, such as �"
        : "\(count) hidden or damaged characters are shown as marks, such as �")
  }

  /// Says on standard error how many characters of an output are shown as marks, if any.
  static func reportMarks(in output: String, _ language: Language) {
    reportMarks(in: Array(output.utf8), language)
  }

  /// The same for UTF-8.
  static func reportMarks(in output: [UInt8], _ language: Language) {
    report(marks: SafeText.markCount(in: output), language)
  }

  /// The same where they are counted.
  static func report(marks count: Int, _ language: Language) {
    if count > 0 { Platform.writeError("gazette: \(marks(count)[language])\n") }
  }

  static let seeFindings = Phrase("请对照原文核对", "compare them with the source")

  static func findings(_ count: Int) -> Phrase {
    Phrase("存疑 \(count) 处", count == 1 ? "1 finding" : "\(count) findings")
  }

  // MARK: Failures of the browser

  static let nothingToShow = Phrase("没有可读的文字", "there is no text to show")
  static let seeCheck = Phrase("详情见 gazette check", "gazette check says more")
  static let noTerminal = Phrase("不是终端", "not a terminal")
  static let unknownTerminal = Phrase("不认识这种终端", "unknown terminal")
  static let simpleTerminal = Phrase("终端不能移动光标", "the terminal cannot move its cursor")
  static let useOutline = Phrase("以上是目录", "the outline stands above")
  static let noTerminalName = Phrase("没有设置 TERM", "TERM is not set")
  static let setTerminal = Phrase(
    "请设置 TERM，如 TERM=xterm-256color；以上是目录",
    "set TERM, for example TERM=xterm-256color; the outline stands above")

  // MARK: Locked down

  static let noCommands = Phrase("此处不执行命令", "no commands are run here")
  static let connectWithoutCommand = Phrase(
    "请用 ssh -t 连接，不带命令", "connect without one, with ssh -t")
  static let notInRestricted = Phrase("此处只供阅读，不能使用", "not in restricted mode")
  static let onlyReading = Phrase("可以阅读启动时给出的公报", "the issues given at the start can be read")

  // MARK: Failures of loading

  /// What went wrong and what to do about it.
  static func explanation(of reason: LoadFailure.Reason) -> (what: Phrase, remedy: Phrase) {
    switch reason {
    case .notFound:
      (
        noSuchFile,
        Phrase("请检查路径；命令见 gazette --help", "check the path; gazette --help lists the commands")
      )
    case .unreadable(let code):
      (
        Phrase("无法读取（错误 \(code)）", "cannot be read (error \(code))"),
        Phrase("请检查路径和读取权限", "check the path and its permissions")
      )
    case .isEmpty:
      (Phrase("文件是空的", "the file is empty"), Phrase("请换一个有文字的文件", "name a file with text"))
    case .noIssueInDirectory(let names):
      (
        Phrase("文件夹里没有公报", "no issue in the folder"),
        names.isEmpty
          ? Phrase("请放入 issue.md，或直接指定文件", "put an issue.md there, or name a file")
          : Phrase("文件夹里只有 \(list(names))", "it holds only \(list(names))")
      )
    case .severalTexts(let names):
      (
        Phrase("文件夹里有 \(names.count) 个文件可读", "\(names.count) files in the folder can be read"),
        Phrase("请指定其中一个，或将其命名为 issue.md", "name one of them, or call it issue.md")
      )
    case .tooLarge(let limit):
      (
        Phrase("文件超过 \(limit >> 20) MiB", "larger than \(limit >> 20) MiB"),
        Phrase("请只取一期公报", "give a single issue")
      )
    case .unknownFormat:
      (
        Phrase("不是能读的格式", "not in a format that can be read"),
        Phrase(
          "可读：文本、HTML、DOCX、ODT、EPUB、OFD、PDF 等，见 gazette --help",
          "it reads text, HTML, DOCX, ODT, EPUB, OFD, PDF and others; see gazette --help")
      )
    case .intake(let failure): IntakeMessages.explanation(of: failure)
    case .badManifest(let failure): (manifestProblem(failure), manifestRemedy)
    }
  }

  /// The first names of many.
  static func list(_ names: [String]) -> String {
    names.prefix(3).joined(separator: "、") + (names.count > 3 ? " …" : "")
  }

  private static let manifestRemedy = Phrase(
    "请修正，或移走该文件", "correct it, or move the file away")

  private static func manifestProblem(_ failure: ManifestFailure) -> Phrase {
    switch failure {
    case .notJSON(let failure):
      Phrase("第 \(failure.line) 行不是合格的 JSON", "line \(failure.line) is not valid JSON")
    case .badValue(let field): Phrase("“\(field)”的值缺失或有误", "\(field) is missing or wrong")
    case .unknownField(let field): Phrase("没有“\(field)”这一项", "there is no field \(field)")
    }
  }

  // MARK: Findings

  /// A kind of hidden character.
  static func name(of kind: HiddenKind) -> Phrase {
    switch kind {
    case .control: Phrase("控制字符", "control")
    case .bidirectional: Phrase("双向控制符", "bidirectional control")
    case .format: Phrase("零宽或格式字符", "zero width or format")
    case .variationSelector: Phrase("异体选择符", "variation selector")
    case .tag: Phrase("标签字符", "tag")
    case .annotation: Phrase("行间注符", "annotation")
    case .separator: Phrase("行段分隔符", "line separator")
    case .filler: Phrase("填充字符", "filler")
    case .privateUse: Phrase("专用区字符", "private use")
    case .unassigned: Phrase("未定义字符", "unassigned")
    case .noncharacter: Phrase("非字符", "noncharacter")
    case .combining: Phrase("叠加过多的附加符号", "stacked marks")
    }
  }

  /// What a finding is about: the words as printed, or the hidden characters by kind.
  static func about(_ finding: Finding, _ language: Language) -> String {
    if finding.hidden.isEmpty {
      guard let count = finding.count, count > 1 else { return finding.excerpt }
      return "×\(count) \(finding.excerpt)"
    }
    let list = finding.hidden.map { character in
      let count = character.count > 1 ? " ×\(character.count)" : ""
      return "\(name(of: character.kind)[language]) \(character.code)\(count)"
    }
    return list.joined(separator: language.comma)
  }

  /// What a kind of finding means.
  static func text(of kind: Finding.Kind) -> Phrase {
    switch kind {
    case .numberMissing: Phrase("编号缺失", "a number is missing")
    case .numberOutOfOrder: Phrase("编号重复或倒退", "a number repeats or falls back")
    case .unbalancedBracket: Phrase("括号或引号不成对", "a bracket or quotation mark is not paired")
    case .unfinishedParagraph: Phrase("段落未完", "a paragraph ends in mid-sentence")
    case .suspiciousText: Phrase("疑有识别错误", "probably an OCR error")
    case .numberInsideLine: Phrase("行中有编号", "a number of the run stands inside a line")
    case .contentsEntryWithoutText:
      Phrase("目录所列，原文未收", "listed in the contents, text not in the source")
    case .documentNotInContents: Phrase("目录未列此文件", "a document that the contents do not list")
    case .correctionNotApplicable: Phrase("更正与原文不符", "a correction does not fit its line")
    case .hiddenCharacters: Phrase("有不可见字符或控制字符", "control or invisible characters")
    case .notUTF8: Phrase("有不是 UTF-8 的字节", "bytes that are not UTF-8")
    case .noDocument: Phrase("没有文件", "no document in the text")
    case .damagedTable: Phrase("表格行列不齐或没有结尾", "a table with uneven rows or without an end")
    case .unreadDutyCell:
      Phrase("责任栏中没有读出单位", "no body was read in a cell that should name some")
    case .unknownBody: Phrase("名录中没有的单位", "a body that the register does not know")
    case .turnedPage: Phrase("转了方向的页，次序未必可靠", "turned pages, perhaps out of order")
    case .tableNotRestored:
      Phrase("表格未能还原，按行列出", "a table that is not restored, printed line by line")
    case .uncertainRecognition: Phrase("识别没有把握", "not recognised with confidence")
    case .placesOutOfStep:
      Phrase("转换后增删过行，页码不再对应", "lines were added or removed after converting: pages are not known")
    case .missingCharacterMaps:
      Phrase("部分字符读不出，请安装", "some characters cannot be read; install")
    case .readerWarning: Phrase("读取程序的提示", "the program that read the file says")
    case .unreadAttribution:
      Phrase("没有读全的责任括号", "a bracket on responsibilities that was not read whole")
    case .linesLeftOut:
      Phrase("网页上文章以外的行，未收", "lines of the page outside the article, left out")
    case .takenFromMetadata:
      Phrase("正文中没有，取自文件的说明", "not in the text, taken from the file's own description")
    case .guessedEncoding: Phrase("编码是猜的", "the encoding is a guess")
    case .picture: Phrase("图片，其中文字未读", "a picture; text in it is not read")
    case .formula: Phrase("公式，未读", "a formula that is not read")
    case .pageWithoutText: Phrase("没有文字层的页", "a page without a layer of text")
    case .unmappedCharacters: Phrase("文件没有说明的字符", "characters that the file does not tell")
    case .deletedText: Phrase("修订中删除的文字，未收", "text that tracked changes delete, left out")
    case .partNotRead: Phrase("文件中未读的部分", "a part of the file that is not read")
    }
  }
}
