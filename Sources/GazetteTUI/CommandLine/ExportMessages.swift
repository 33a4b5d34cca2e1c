import GazetteText

/// What the commands that hand something on say, in both languages.
enum ExportMessages {
  static func unplaced(_ count: Int) -> Phrase {
    Phrase(
      "有 \(count) 条批注在本期中找不到原文",
      "\(count) annotations are on words that the issue does not have")
  }
  static let chooseIssue = Phrase("请用 --issue 指定公报", "name the issue with --issue")

  static let noDeadline = Phrase("没有带期限的任务", "no task has a deadline")
  static let otherFormat = Phrase(
    "其他格式可列出全部任务，如 --format markdown", "other formats list all tasks, such as --format markdown")
  static let noWorkbookProgram = Phrase(
    "没有安装制作工作簿的程序", "the program that makes workbooks is not installed")
  static let noWorkbook = Phrase("工作簿没有做成", "the workbook could not be made")
  static let useCSV = Phrase("可改用 --format csv", "--format csv is another way")
}
