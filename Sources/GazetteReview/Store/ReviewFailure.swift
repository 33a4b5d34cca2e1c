import GazetteText
import PostgresKit

/// Why the review store could not do what was asked; reading goes on without it.
public struct ReviewFailure: Error, Hashable, Sendable {
  /// What stands in the way.
  public enum Reason: Hashable, Sendable {
    /// Neither `XDG_STATE_HOME` nor `HOME` says where the store should be.
    case noHome
    /// The directory cannot be made; the system's words.
    case noDirectory(String)
    /// The file cannot be opened or made; the words of the system or of the database.
    case cannotOpen(String)
    /// It cannot be given to a group; the system's words.
    case cannotShare(String)
    /// Nothing in it can be saved.
    case nothingToSave
    /// There is a file already where a new one should be.
    case alreadyThere
    /// It is not the database of a store.
    case notADatabase
    /// It is the database of another program.
    case foreign
    /// A newer program wrote it; its version.
    case newer(Int)
    /// It is damaged; the database's words.
    case corrupt(String)
    /// The file or its disk is read-only.
    case readOnly
    /// The disk is full.
    case full
    /// The disk fails; the database's words.
    case ioError(String)
    /// Another process has held it for too long.
    case busy
    /// The file at its path is taken away again and again.
    case replaced
    /// The database refuses for another reason; its words.
    case other(String)
    /// The review of the issue is closed: by whom and when.
    case closed(String, ReviewTime)
    /// A name that cannot be a reviewer's.
    case badReviewer(String)
    /// A word that cannot be a tag.
    case badTag(String)
    /// The server that keeps the review is in the way.
    case server(ServerFailure)
  }

  /// Why.
  public let reason: Reason
  /// The database; empty where none is concerned.
  public let path: String

  /// Creates a failure.
  public init(_ reason: Reason, path: String = "") {
    self.reason = reason
    self.path = path
  }

  /// The failure with the store that it is about, where it names none yet.
  func named(_ path: String) -> ReviewFailure {
    self.path.isEmpty ? ReviewFailure(reason, path: path) : self
  }

  /// What is wrong, in one short clause without a full stop.
  public func what(in language: Language) -> String { what[language] }

  /// What the reader can do about it, in one sentence.
  public func remedy(in language: Language) -> String { remedy[language] }

  /// What is wrong, in one short clause without a full stop.
  package var what: Phrase {
    switch reason {
    case .noHome:
      Phrase("不知审阅记录应放何处", "nowhere to keep the review")
    case .noDirectory(let system):
      Phrase("无法建立目录（\(system)）", "cannot make the directory (\(system))")
    case .cannotOpen(let system):
      Phrase("无法打开审阅记录（\(system)）", "cannot open the review store (\(system))")
    case .cannotShare(let system):
      Phrase("无法交给该用户组（\(system)）", "cannot be given to the group (\(system))")
    case .nothingToSave:
      Phrase("没有读出任何一条，未写新文件", "not one entry could be read; no file was made")
    case .alreadyThere:
      Phrase("已有这个文件，未作改动", "there is a file already; left as it is")
    case .notADatabase:
      Phrase("该文件不是审阅记录，未作改动", "not a review store; left as it is")
    case .foreign:
      Phrase("该数据库属于其他程序，未作改动", "the database of another program; left as it is")
    case .newer(let version):
      Phrase(
        "审阅记录由较新的版本写成（第\(version)版），未作改动",
        "written by a newer gazette (version \(version)); left as it is"
      )
    case .corrupt(let words):
      Phrase("审阅记录已损坏，未作改动（\(words)）", "the review store is damaged; left as it is (\(words))")
    case .readOnly:
      Phrase("审阅记录只读，无法写入", "the review store is read-only")
    case .full:
      Phrase("磁盘已满，未能记下", "the disk is full; nothing was recorded")
    case .ioError(let words):
      Phrase("磁盘读写出错，未能记下（\(words)）", "the disk fails; nothing was recorded (\(words))")
    case .busy:
      Phrase("审阅记录长时间被其他进程占用", "another process has held the review store for too long")
    case .replaced:
      Phrase(
        "审阅记录的文件一再被移走或替换，未能记下",
        "the file of the review store is taken away again and again; nothing was recorded"
      )
    case .other(let words):
      Phrase("审阅记录出错（\(words)）", "the review store refuses (\(words))")
    case .closed(let author, let at):
      Phrase(
        "本期已定稿（\(author)，\(at.readableDay)），未作改动",
        "the review of the issue is closed (\(author), \(at.readableDay)); left as it is"
      )
    case .badReviewer(let name):
      Phrase("不能用作审阅人姓名：“\(name)”", "not a reviewer's name: “\(name)”")
    case .badTag(let tag):
      Phrase("不能用作标签：“\(tag)”", "not a tag: “\(tag)”")
    case .server(let failure): failure.what
    }
  }

  /// What the reader can do about it, in one sentence.
  package var remedy: Phrase {
    switch reason {
    case .noHome:
      Phrase("请设置 HOME，或用 --review-db 指定文件。", "Set HOME, or name a file with --review-db.")
    case .cannotShare:
      Phrase(
        "请用自己的文件夹和自己所在的组。",
        "Give a folder of your own and a group that you are in."
      )
    case .nothingToSave:
      Phrase(
        "请用备份或导出的 JSON（gazette review import）恢复。",
        "Restore a copy or an exported JSON (gazette review import)."
      )
    case .alreadyThere:
      Phrase("请另取文件名。", "Give another name.")
    case .noDirectory, .cannotOpen, .notADatabase, .foreign:
      Phrase("请用 --review-db 另指定文件。", "Name another file with --review-db.")
    case .newer:
      Phrase(
        "请升级 gazette，或用 --review-db 另指定文件。",
        "Upgrade gazette, or name another file with --review-db."
      )
    case .corrupt, .other:
      Phrase(
        "运行 gazette review check 查看问题和恢复办法。",
        "Run gazette review check to see what is wrong and how to recover."
      )
    case .readOnly:
      Phrase(
        "请检查文件和目录的权限，或用 --review-db 另指定文件。",
        "Check the permissions of the file and its directory, or name another with --review-db."
      )
    case .full:
      Phrase("请腾出空间后重试。", "Free some space and try again.")
    case .ioError:
      Phrase("请检查磁盘后重试。", "Check the disk and try again.")
    case .busy, .replaced:
      Phrase("请稍后重试。", "Try again in a moment.")
    case .closed:
      Phrase(
        "要改须先重开：gazette review reopen。",
        "To change it, open it again: gazette review reopen."
      )
    case .badReviewer:
      Phrase("姓名为 1 至 200 个字符，不含控制字符。", "A name has 1 to 200 characters, none a control character.")
    case .badTag:
      Phrase(
        "标签为 1 至 100 个字符，不含空格和逗号。",
        "A tag has 1 to 100 characters, no space and no comma."
      )
    case .server(let failure): failure.remedy
    }
  }
}
