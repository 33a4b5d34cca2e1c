import GazetteText

import GazetteIntake

/// What the intake says, in both languages.
enum IntakeMessages {
  static let waiting = Phrase(
    "等待标准输入 …（Ctrl-D 结束，Ctrl-C 停止）", "waiting for standard input … (Ctrl-D ends it, Ctrl-C stops)")
  static let nothingCame = Phrase(
    "标准输入没有内容，显示随附的一期；要一直等请用 gazette -",
    "nothing came by standard input, so this is the shipped issue; gazette - waits for ever")
  static let unread = Phrase(
    "没有读标准输入；要读请用 --issue -", "standard input is not read; --issue - reads it")
  static let notReadHere = Phrase("此处不读标准输入", "standard input is not read here")

  /// What is being read, how far it is and how to stop it.
  static func reading(_ progress: IntakeProgress) -> Phrase {
    let seconds = progress.milliseconds / 1000
    let pages = progress.pages.map { " \($0.done)/\($0.all)" } ?? ""
    return Phrase(
      "正在读 \(progress.format)\(pages) … \(seconds) 秒（Ctrl-C 停止）",
      "reading the \(progress.format)\(pages) … \(seconds) s (Ctrl-C stops)")
  }

  /// What went wrong with a file of another format than text, and what to do about it.
  static func explanation(of failure: IntakeFailure) -> (what: Phrase, remedy: Phrase) {
    switch failure {
    case .noReader:
      (
        Phrase("找不到 gazette-intake", "gazette-intake is missing"),
        Phrase(
          "它读文本以外的格式，应在 gazette 旁边或 ../libexec/gazette，请重新安装",
          "it reads all but text and belongs beside gazette or in ../libexec/gazette; install anew")
      )
    case .noProgram(let program, let package):
      (
        Phrase("需要 \(program)", "\(program) is needed"),
        Phrase("请安装：apt install \(package)", "install it: apt install \(package)")
      )
    case .notRead(let format):
      (
        Phrase("不读这种 \(format) 文件", "this kind of \(format) is not read"),
        Phrase("请另存为文本、HTML、DOCX 或 PDF", "save it as text, HTML, DOCX or PDF")
      )
    case .notInRestrictedMode(let format):
      (
        Phrase("此处不读 \(format)", "\(format) is not read here"),
        Phrase("此处只供阅读，不启动其他程序", "restricted mode starts no other programs")
      )
    case .tooSlow(let format, let seconds):
      (
        Phrase(
          "读 \(format) 超过 \(seconds) 秒，已停止", "reading the \(format) was stopped after \(seconds) s"),
        Phrase("文件可能已损坏；请只取一期公报", "it may be damaged; give a single issue")
      )
    case .tooLarge(let format):
      (
        Phrase("\(format) 展开后过大", "the \(format) is too large when unpacked"),
        Phrase("请只取一期公报", "give a single issue")
      )
    case .crashed(let format):
      (
        Phrase("\(format) 无法读出", "the \(format) cannot be made out"),
        Phrase("文件可能已损坏；请另存后再试", "it may be damaged; save it anew and try again")
      )
    case .cannotStart(let code):
      (
        Phrase("无法启动读取程序（错误 \(code)）", "the reader cannot be started (error \(code))"),
        Phrase("请检查内存和进程数限制", "see the limits on memory and processes")
      )
    case .damaged(let format):
      (
        Phrase("\(format) 文件已损坏或不完整", "the \(format) is damaged or cut off"),
        Phrase("请重新取得文件", "get the file anew")
      )
    case .encrypted(let format):
      (
        Phrase("\(format) 文件有密码", "the \(format) has a password"),
        Phrase("请先去掉密码再打开", "remove the password first")
      )
    case .declaresEntities(let format):
      (
        Phrase(
          "\(format) 自定义了实体（ENTITY），不展开",
          "the \(format) declares entities of its own, which are not followed"),
        Phrase("请另存为文本、DOCX 或 PDF", "save it as text, DOCX or PDF")
      )
    case .noText(let format):
      (
        Phrase("\(format) 文件里没有文字", "there is no text in the \(format)"),
        Phrase("请换一个有文字的文件", "name a file with text")
      )
    case .noTextLayer(let format, let pages):
      (
        Phrase(
          "\(format)，\(pages) 页，没有文字层（扫描件）",
          pages == 1
            ? "\(format), 1 page, without a layer of text (a scan)"
            : "\(format), \(pages) pages, without a layer of text (a scan)"),
        Phrase(
          "请先识别：gazette convert 文件 -o 文件夹（apt install \(Recogniser.package)）",
          "recognise it: gazette convert FILE -o FOLDER (apt install \(Recogniser.package))")
      )
    case .severalFiles(let names):
      (
        Phrase("压缩包里有 \(names.count) 个文件", "\(names.count) files in the archive"),
        Phrase(
          "请先解压，再指定其中一个：\(Messages.list(names))",
          "unpack it and name one of them: \(Messages.list(names))")
      )
    }
  }
}
