import GazetteText
import Glibc

/// A running `gazette-postgres`, the program beside this one that is linked to libpq, and the line to it.
///
/// It ends with this value or with this process, and the server takes back what was not committed.
final class PostgresProgram {
  private let process: pid_t
  private let line: Int32

  private static let name = "gazette-postgres"

  /// Starts the program.
  static func start() throws(PostgresError) -> PostgresProgram {
    guard let path = CompanionProgram.path(named: name) else { throw .noProgram }
    // A socket, not pipes: writing to a program that ended must not stop this one by a signal.
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0
    else { throw .cut }
    defer { close(ends[1]) }
    guard let process = spawn(path, line: ends[1]) else {
      close(ends[0])
      throw .noProgram
    }
    return PostgresProgram(process: process, line: ends[0])
  }

  private init(process: pid_t, line: Int32) {
    self.process = process
    self.line = line
  }

  deinit {
    close(line)
    // It may be waiting for a name server or for a host that is away.
    kill(process, SIGTERM)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Sends a request and takes the answer.
  func answer(to request: [UInt8]) throws(PostgresError) -> PostgresRows {
    guard let answer = PostgresFrame.answer(try bytes(answering: request)) else { throw .cut }
    return try answer.get()
  }

  /// Sends a request for rows in binary and takes the answer.
  func table(answering request: [UInt8]) throws(PostgresError) -> PostgresTable {
    guard let answer = PostgresTable.answer(try bytes(answering: request)) else { throw .cut }
    return try answer.get()
  }

  private func bytes(answering request: [UInt8]) throws(PostgresError) -> [UInt8] {
    guard send(request), let head = receive(4) else { throw .cut }
    let length = PostgresFrame.length(head)
    guard length > 0, length <= PostgresFrame.longest, let body = receive(length)
    else { throw .cut }
    return body
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  private func receive(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let taken = bytes.withUnsafeMutableBytes { bytes in
        read(line, bytes.baseAddress.map { $0 + done }, count - done)
      }
      if taken > 0 {
        done += taken
      } else if taken == 0 || errno != EINTR {
        return nil
      }
    }
    return bytes
  }

  /// Starts the program with the line as its input and output, in a group of its own, so that keys which
  /// stop this program do not end a step in its middle.
  private static func spawn(_ path: String, line: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, line, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, line, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let words = ([path] + variables).map { strdup($0) }
    defer { for word in words { free(word) } }
    let arguments = [words[0], nil]
    let environment = words.dropFirst() + [nil]
    var process: pid_t = 0
    let status = posix_spawn(&process, path, &actions, &attributes, arguments, Array(environment))
    return status == 0 ? process : nil
  }

  /// What libpq looks at: its own variables, where the file of passwords is, tickets, and where names are
  /// looked up.
  private static var variables: [String] {
    var variables: [String] = []
    var place = environ
    while let entry = place.pointee {
      let text = String(cString: entry)
      let name = text.prefix { $0 != "=" }
      if name.hasPrefix("PG") || name.hasPrefix("KRB5") || ["HOME", "TZ"].contains(name) {
        variables.append(text)
      }
      place += 1
    }
    return variables
  }
}
