import GazetteText

/// Why what a server keeps cannot be used.
public enum ServerFailure: Hashable, Sendable {
  /// The program that speaks to the server is not installed.
  case noProgram
  /// The address cannot be read.
  case badAddress
  /// The server does not answer; the words of the system.
  case away(String)
  /// The server knows no such database.
  case noDatabase
  /// The server lets this user not in: its words.
  case refusedLogin(String)
  /// This user may not do so in the database; the server's words.
  case noRight(String)
  /// The database keeps texts in another encoding than UTF-8; its name.
  case notUTF8(String)
  /// What was acknowledged is no longer there: the database is an older copy, or another one.
  case older
  /// Programs are not started for readers who are locked down.
  case restricted

  /// What is wrong.
  package var what: Phrase {
    switch self {
    case .noProgram:
      Phrase("未安装 gazette-postgres，无法连接 PostgreSQL", "gazette-postgres is not installed")
    case .badAddress: Phrase("服务器地址有误", "not the address of a server")
    case .away(let words): Phrase("服务器连接不上（\(words)）", "the server does not answer (\(words))")
    case .noDatabase: Phrase("服务器上没有这个数据库", "the server has no such database")
    case .refusedLogin(let words):
      Phrase("服务器拒绝登录（\(words)）", "the server refuses the login (\(words))")
    case .noRight(let words):
      Phrase("在该数据库中没有权限（\(words)）", "no right to do so in the database (\(words))")
    case .notUTF8(let name):
      Phrase("数据库的编码不是 UTF-8（\(name)）", "the database is not in UTF-8 (\(name))")
    case .older:
      Phrase(
        "数据库中缺少已记下的内容，可能换成了旧备份", "what was recorded is missing; the database may be an older copy")
    case .restricted: Phrase("受限模式下不连接服务器", "servers are not used in the restricted mode")
    }
  }

  /// What can be done about it.
  package var remedy: Phrase {
    switch self {
    case .noProgram:
      Phrase("请重新安装 gazette。", "Install gazette again, with what it comes with.")
    case .badAddress:
      Phrase(
        "写法为 postgresql://用户@主机:端口/数据库，特殊字符用 % 编码。",
        "Write postgresql://USER@HOST:PORT/DATABASE, with special characters as %XX."
      )
    case .away:
      Phrase("请检查地址和网络，或稍后重试。", "Check the address and the network, or try again later.")
    case .noDatabase:
      Phrase("请由管理员建立：createdb -E UTF8 数据库名。", "Have it made: createdb -E UTF8 NAME.")
    case .refusedLogin:
      Phrase(
        "请检查用户名，密码放在 ~/.pgpass 或 PGPASSWORD 中。",
        "Check the user; the password goes into ~/.pgpass or PGPASSWORD."
      )
    case .noRight:
      Phrase(
        "请由管理员授权；首次使用须有在该数据库中建立模式的权限。",
        "Have it granted; the first use needs the right to create a schema in the database."
      )
    case .notUTF8:
      Phrase(
        "请另建 UTF-8 数据库：createdb -E UTF8 -T template0 数据库名。",
        "Make one with createdb -E UTF8 -T template0 NAME."
      )
    case .older:
      Phrase("请先核对数据库，再重新打开。", "Look into the database first, then open it again.")
    case .restricted:
      Phrase("请改用文件。", "Use a file instead.")
    }
  }
}

extension ServerFailure {
  /// Takes what a server, or the way to it, said; nil where that is not about reaching the database.
  package init?(_ error: PostgresError) {
    let words = error.words.isEmpty ? error.state : error.words
    switch error.state {
    case "GZ001": self = .badAddress
    case "GZ002": self = .noProgram
    case "GZ003": self = .notUTF8(words)
    case "3D000": self = .noDatabase
    case "42501": self = .noRight(words)
    case _ where error.state.hasPrefix("28"): self = .refusedLogin(words)
    case _ where error.isLost || error.state == "53300": self = .away(words)
    default: return nil
    }
  }
}
