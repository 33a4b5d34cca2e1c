/// What the commands that hand something on say, in both languages.
enum ExportMessages {
  static let noDeadline = Phrase("没有带期限的任务", "no task has a deadline")
  static let otherFormat = Phrase(
    "其他格式可列出全部任务，如 --format markdown", "other formats list all tasks, such as --format markdown")
}
