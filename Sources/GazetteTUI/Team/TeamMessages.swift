import GazetteReview
import GazetteText

/// What the commands of a team say, in both languages.
enum TeamMessages {
  static func assigned(_ count: Int, to reader: String) -> Phrase {
    Phrase("分给 \(reader) \(count) 条", "\(count) units to \(reader)")
  }

  static func takenBack(_ count: Int) -> Phrase {
    Phrase("收回 \(count) 条分派", "\(count) assignments taken back")
  }

  static func unsure(_ count: Int) -> Phrase {
    Phrase(
      "位置存疑的分派和讨论 \(count) 条（gazette review list）",
      "assignments and remarks of unsure place: \(count) (gazette review list)")
  }

  static let nothingMatches = Phrase("没有符合的条文", "nothing matches")
  static let tryFind = Phrase("用 gazette find 试条件", "gazette find tries a filter")
  static let ownMark = Phrase("不能复核自己的标记", "your own mark")
  static let anotherReads = Phrase("须由另一人复核", "another has to look at it")
  static let noMark = Phrase("没有可复核的标记", "no mark to look at again")
  static let markFirst = Phrase("须先有人标记", "somebody has to mark it first")
  static let severalMarks = Phrase("几个人都有标记", "several have marked it")
  static let severalThreads = Phrase("有几处讨论", "several notes or discussions")
  static let noRemark = Phrase("没有说明", "nothing said")
  static let sayWhy = Phrase("请写明意见", "say something")
  static let noThread = Phrase("没有这处讨论", "no such discussion")
  static let seeThreads = Phrase("见 gazette review threads", "see gazette review threads")
  static let wordsNotThere = Phrase("这一条没有这些文字", "these words are not in the unit")
  static let quoteExactly = Phrase("请照原文引用", "quote them as they read")
  static let reopenFirst = Phrase(
    "要改须先重开：gazette review reopen", "open it again first: gazette review reopen")
  static let closeAnyway = Phrase("仍要定稿请加 --anyway", "--anyway closes nevertheless")
  static let notClosed = Phrase("尚未定稿", "not closed")
  static let nothingToReopen = Phrase("无须重开", "nothing to open again")

  static func nameOne(_ option: String, _ names: [String]) -> Phrase {
    let list = names.joined(separator: " ")
    return Phrase("请用 \(option) 指定其一：\(list)", "name one with \(option): \(list)")
  }

  static func closed(_ issue: String, by reader: String) -> Phrase {
    Phrase("\(issue) 已定稿（\(reader)）", "\(issue) closed by \(reader)")
  }

  static func closedBy(_ author: String, _ at: ReviewTime) -> Phrase {
    let day = at.readableDay
    return Phrase("已定稿（\(author)，\(day)）", "closed by \(author), \(day)")
  }

  /// The heads of the columns of who has read what.
  static let heads = [
    Phrase("审阅人", "reader"), Phrase("完成/分派", "done/dealt"), Phrase("已标", "marked"),
    Phrase("存疑和问题", "flagged"), Phrase("已复核", "confirmed"), Phrase("退回", "returned"),
  ]

  /// What is left of an issue.
  static func left(_ summary: TeamSummary) -> Phrase {
    Phrase(
      """
      共 \(summary.units) 条：无人审阅 \(summary.unread)，意见不一或退回 \(summary.disputed)，\
      讨论未了 \(summary.open)
      """,
      """
      \(summary.units) units: \(summary.unread) unread, \(summary.disputed) disputed or returned, \
      \(summary.open) discussed
      """)
  }

  static func waiting(_ progress: TeamProgress) -> Phrase {
    Phrase(
      "未分派 \(progress.unassigned) 条，待复核 \(progress.pending) 个标记",
      "\(progress.unassigned) assigned to nobody, \(progress.pending) marks await a second reader")
  }

  static func imported(_ report: TeamMergeReport) -> Phrase {
    Phrase(
      "分派、复核和讨论：新增 \(report.added) 条，改动 \(report.changed) 处",
      "assignments, second readings, discussions: \(report.added) added, \(report.changed) changed")
  }

  /// Whether a discussion is open.
  static func state(of thread: TeamThread) -> Phrase {
    guard let settler = thread.settledBy else { return Phrase("讨论中", "open") }
    return Phrase("已了结（\(settler)）", "settled by \(settler)")
  }
}
