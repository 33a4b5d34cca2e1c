import GazetteArchive
import GazetteText

/// What the command line says of archives, in both languages.
enum ArchiveMessages {
  /// What is wrong with an index, and what to do.
  static func explanation(of reason: ArchiveFailure.Reason) -> (what: Phrase, remedy: Phrase) {
    switch reason {
    case .cannotOpen(let words):
      (Phrase("无法打开索引（\(words)）", "cannot open the index (\(words))"), checkPath)
    case .notAnIndex:
      (Phrase("不是文库索引", "not the index of an archive"), buildAnew)
    case .otherVersion(let version):
      (
        Phrase(
          "索引由其他版本的程序建立（第\(version)版）", "another version made the index (\(version))"),
        buildAnew
      )
    case .corrupt(let words):
      (Phrase("索引已损坏（\(words)）", "the index is damaged (\(words))"), buildAnew)
    case .isBeingBuilt:
      (
        Phrase("另一个进程正在建立索引", "another process is building the index"),
        Phrase("请稍后重试", "try again in a moment")
      )
    case .readOnly:
      (
        Phrase("无法写入索引", "cannot write the index"),
        Phrase("请用 -o 指定可写的位置", "name a place that can be written with -o")
      )
    case .full:
      (Phrase("磁盘已满，索引未完成", "the disk is full; the index is not finished"), Messages.freeSpace)
    case .server(let failure): (failure.what, failure.remedy)
    case .noArchive:
      (Phrase("数据库里还没有文库", "the database has no archive yet"), buildOnServer)
    case .changed:
      (
        Phrase("文库已多次重建", "the archive was built anew more than once meanwhile"),
        Phrase("请重新打开", "open it again")
      )
    case .noIssues:
      (
        Phrase("文件夹里没有公报", "no issue in the folder"), checkPath
      )
    case .other(let words):
      (Phrase("索引出错（\(words)）", "the index refuses (\(words))"), buildAnew)
    }
  }

  private static let checkPath = Phrase("请检查路径", "check the path")
  private static let buildOnServer = Phrase(
    "请建立：gazette archive build 文件夹 -o 地址", "make it: gazette archive build DIR -o ADDRESS")
  private static let buildAnew = Phrase(
    "请重新建立：gazette archive build 文件夹 -o 索引", "make it anew: gazette archive build DIR -o FILE")

  static func built(issues: Int, parsed: Int, removed: Int, failures: Int) -> Phrase {
    Phrase(
      "已收录\(issues)期：本次读入\(parsed)个文件，移除\(removed)期，\(failures)个文件无法读取",
      "\(issues) issues: \(parsed) files read now, \(removed) issues removed, \(failures) files unreadable"
    )
  }

  static let isCurrent = Phrase("完好，与文件一致", "nothing is wrong, and it says what the files say")
  static let damaged = Phrase("有损坏", "damaged")
  static let gone = Phrase("文件已不在", "gone")
  static let changed = Phrase("此后有改动", "changed since")
  static let added = Phrase("尚未收录", "not taken in yet")
  static let isStale = Phrase("索引与文件不一致", "the index does not say what the files say")
  static let buildAgain = Phrase("请再次运行 gazette archive build", "run gazette archive build again")
  static let noPlace = Phrase("不知索引应放何处", "nowhere to keep the index")
  static let namePlace = Phrase("请用 -o 指定", "name a file with -o")

  static func documents(_ count: Int) -> Phrase {
    Phrase("\(count)篇", count == 1 ? "1 document" : "\(count) documents")
  }
}
