import GazetteText
import SQLiteKit

/// What is to be said of a review store, without changing it.
public struct ReviewCheck: Equatable, Sendable {
  /// The file, from the root.
  public let path: String
  /// Whether there is one; none is no problem.
  public var exists = false
  /// Whether the file is there but holds nothing yet.
  public var isEmpty = false
  /// The version of its layout; nil when it cannot be read.
  public var version: Int?
  /// How many marks hold, and how many entries the history has.
  public var marks = 0
  /// How many entries of the journal could be read.
  public var entries = 0
  /// The group that it was made for on purpose; nil where it is one reader's.
  public var sharedWith: String?
  /// The network that it lies on, for which it is kept otherwise; nil where it lies on a disk.
  public var network: String?
  /// What is wrong.
  public var problems: [Problem] = []

  /// One thing that is wrong.
  public enum Problem: Hashable, Sendable {
    /// The store cannot be used, and why.
    case failure(ReviewFailure)
    /// What SQLite's integrity check says.
    case integrity(String)
    /// So many rows name others that are not there.
    case danglingRows(Int)
    /// So many marks are not the newest of their reviewer at their node.
    case staleMarks(Int)
    /// So many entries do not say what was written; the numbers of the first.
    case alteredEntries(Int, [Int64])
    /// So many marks are missing that the history has.
    case missingMarks(Int)
    /// So many marks name the entry of another clause or reviewer.
    case strayMarks(Int)
    /// The layout is not that of its version; what differs.
    case layout([String])
    /// The counter of entries cannot be right.
    case wildCounter(Int64)
    /// Others may read the file; its permission bits.
    case openToOthers(UInt32)
  }

  /// Looks at a store.
  ///
  /// - Parameters:
  ///   - path: Its file.
  ///   - tell: Called while another process is in the way.
  public static func run(
    path: String, tell: @escaping @Sendable (ReviewPatience.News) -> Void = { _ in }
  ) -> ReviewCheck {
    var check = ReviewCheck(path: ReviewFiles.absolute(path))
    guard let permissions = ReviewFiles.permissions(of: check.path) else { return check }
    check.exists = true
    check.sharedWith = ReviewFiles.sharedGroup(of: check.path)
    if permissions & 0o077 != 0, check.sharedWith == nil {
      check.problems.append(.openToOthers(permissions))
    }
    do {
      var settings = DatabaseSettings()
      settings.isReadOnly = true
      let patience = ReviewPatience(tell: tell)
      let path = check.path
      settings.patience = .asking { patience.pause(attempt: $0, path: path) }
      settings.functions = [ReviewChecksum.function]
      if JournalMode.of(path) == .truncate {
        check.network = ReviewFiles.fileSystem(of: path)
      }
      do {
        let queue = try DatabaseQueue(path: path, settings)
        try queue.read { try check.look(into: $0) }
      } catch let error as DatabaseError
        where error.kind == .cannotOpen || error.kind == .readOnly
      {
        // Where nothing can be written beside it, SQLite reads a copy.
        try SQLiteConnection.inMemoryCopy(of: path, patience).read { try check.look(into: $0) }
      }
    } catch {
      check.problems.append(.failure(ReviewFailure(error, path: check.path)))
    }
    return check
  }

  private mutating func look(into database: Database) throws {
    let application = try Int64.fetchOne(database, sql: "PRAGMA application_id")
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    self.version = version
    guard application == ReviewSchema.applicationID else {
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      if tables > 0 || version > 0 { throw ReviewFailure(.foreign, path: path) }
      isEmpty = true
      return
    }
    let words = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
    problems += words.filter { $0 != "ok" }.map(Problem.integrity)
    if version > ReviewSchema.version { throw ReviewFailure(.newer(version), path: path) }
    try lookAtLayout(of: database, version)
    let dangling = try DatabaseRow.fetchAll(database, sql: "PRAGMA foreign_key_check").count
    if dangling > 0 { problems.append(.danglingRows(dangling)) }
    marks = try Int.fetchOne(database, sql: "SELECT count(*) FROM mark") ?? 0
    entries = try Int.fetchOne(database, sql: "SELECT count(*) FROM entry") ?? 0
    let stale =
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM mark JOIN entry ON entry.id = mark.entry WHERE entry.at < (
            SELECT max(at) FROM entry AS other WHERE other.issue = mark.issue
            AND other.reference = mark.reference AND other.reviewer = mark.reviewer)
          """) ?? 0
    if stale > 0 { problems.append(.staleMarks(stale)) }
    try compareWithHistory(database, version)
  }

  /// What was found, one line each.
  public func lines(in language: Language) -> [String] {
    guard exists else {
      return [Phrase("尚无审阅记录：\(path)", "no review yet: \(path)")[language]]
    }
    var lines = [Phrase("审阅记录：\(path)", "review store: \(path)")[language]]
    if isEmpty {
      lines.append(Phrase("尚无内容", "nothing in it yet")[language])
    } else if let version {
      lines.append(
        Phrase(
          "第\(version)版，标记\(marks)条，历史\(entries)条",
          "version \(version), \(marks) marks, \(entries) entries in the history")[language])
    }
    if let sharedWith {
      lines.append(Phrase("由用户组 \(sharedWith) 共用", "shared by the group \(sharedWith)")[language])
    }
    if let network {
      lines.append(
        Phrase(
          "位于网络文件系统（\(network)），不用预写日志（WAL），改用回滚日志（TRUNCATE）",
          "on a network (\(network)): kept with a rollback journal (TRUNCATE), not a log (WAL)")[
            language])
    }
    if problems.isEmpty { return lines + [Phrase("完好", "nothing is wrong")[language]] }
    lines += problems.map {
      Phrase("有问题：\($0.text(in: language))", "wrong: \($0.text(in: language))")[language]
    }
    return lines + recovery(in: language)
  }

  /// How to get at what is left of a damaged store; nothing when it is not damaged.
  private func recovery(in language: Language) -> [String] {
    let quoted =
      "'"
      + path.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#) + "'"
    func beside(_ suffix: String) -> String { String(quoted.dropLast()) + suffix + "'" }
    if problems.contains(where: \.isUnreadable) {
      return [
        Phrase(
          "如果它原是审阅记录：请用备份或导出的 JSON（gazette review import）恢复，或试：",
          "if it was a review store: restore a copy or an exported JSON (gazette review import), or try:"
        )[language],
        "  sqlite3 \(quoted) .recover | sqlite3 \(beside(".recovered"))",
      ]
    }
    guard problems.contains(where: \.isDamage) else { return [] }
    return [
      Phrase(
        "恢复办法：把能读出的内容存入新文件，检查后替换，原文件改名保留：",
        "to recover: save what can be read into a new file, check it, keep the old one under another name:"
      )[language],
      "  gazette review check --review-db \(quoted) --recover \(beside(".recovered"))",
      "  gazette review check --review-db \(beside(".recovered"))",
      "  mv \(quoted) \(beside(".damaged")); rm -f \(beside("-wal")) \(beside("-shm"))",
      "  mv \(beside(".recovered")) \(quoted)",
    ]
  }
}

extension ReviewCheck.Problem {
  /// Whether the file cannot be read as a database at all.
  var isUnreadable: Bool {
    if case .failure(let failure) = self { return failure.reason == .notADatabase }
    return false
  }

  /// Whether the database is damaged and parts of it can perhaps be read.
  var isDamage: Bool {
    switch self {
    case .integrity, .danglingRows, .staleMarks, .alteredEntries, .missingMarks, .strayMarks,
      .layout, .wildCounter:
      return true
    case .failure(let failure):
      if case .corrupt = failure.reason { return true }
      return false
    case .openToOthers: return false
    }
  }
}

extension ReviewCheck.Problem {
  /// The problem in words, with what to do where that is simple.
  func text(in language: Language) -> String {
    switch self {
    case .failure(let failure):
      // What to do about damage follows below.
      if case .corrupt = failure.reason { return failure.what(in: language) }
      return "\(failure.what(in: language))\(language.fullStop)\(failure.remedy(in: language))"
    case .integrity(let words): return words
    case .danglingRows(let count):
      return Phrase("\(count)行指向不存在的记录", "\(count) rows name others that are not there")[language]
    case .staleMarks(let count):
      return Phrase("\(count)个标记不是最新的", "\(count) marks are not the newest")[language]
    case .alteredEntries(let count, let first):
      let list = first.map(String.init).joined(separator: ", ")
      return Phrase(
        "历史中有\(count)条与写入时不同（第 \(list) 条）", "\(count) entries do not say what was written (\(list))"
      )[language]
    case .missingMarks(let count):
      return Phrase("缺少历史中已有的\(count)个标记", "\(count) marks are missing that the history has")[
        language]
    case .strayMarks(let count):
      return Phrase("\(count)个标记指向别处的历史", "\(count) marks name entries of others")[language]
    case .layout(let names):
      let list = names.joined(separator: ", ")
      return Phrase("结构与版本不符（\(list)）", "not the layout of its version (\(list))")[language]
    case .wildCounter(let value):
      return Phrase("编号计数不对（\(value)）", "the counter of entries is wrong (\(value))")[language]
    case .openToOthers(let permissions):
      let mode = String(permissions, radix: 8)
      return Phrase(
        "其他用户可以读取（权限 \(mode)）；请运行 chmod 600", "others can read it (mode \(mode)); run chmod 600")[
          language]
    }
  }
}
