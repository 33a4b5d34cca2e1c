import Foundation

/// A real OpenSSH server on loopback, for one test alone, with a key that may log in as whoever
/// runs the test.
///
/// Everything of it lives in a folder of its own, the home of those who log in too. It ends with
/// its last user, and with it all that was started through it.
final class SSHServer {
  /// The server did not start, or a process outlived its line.
  struct Unmet: Error, CustomStringConvertible {
    let description: String
  }

  private let folder: TemporaryFolder
  private let process: pid_t
  private let log: Int32
  /// Where it listens on loopback.
  let port: UInt16

  /// Starts the server and waits until it listens.
  ///
  /// - Parameter configuration: Lines to add, such as a `Match` block; `keys(in:)` says where the
  ///   keys are.
  init(_ configuration: (SSHServer.Site) -> String = { _ in "" }) throws {
    folder = try TemporaryFolder()
    let site = Site(folder: folder.path, user: try Self.userName())
    try site.prepare()
    // Someone else may take the port between the choice and the start.
    for _ in 0..<10 {
      let port = try Self.freePort()
      let path = try folder.file("sshd", try site.configuration(port: port) + configuration(site))
      let (process, log) = try Self.start(path)
      if try Self.isListening(log) {
        self.port = port
        self.process = process
        self.log = log
        _ = try folder.file("client", site.client(port: port))
        return
      }
      Self.end(process, log)
    }
    throw Unmet(description: "no free port for a server")
  }

  deinit { Self.end(process, log) }

  /// The home of those who log in.
  var home: String { folder.path + "/home" }

  /// The configuration of a client that logs in as `gazette`.
  var client: String { folder.path + "/client" }

  /// A command of the shell that logs in, for a session on a terminal.
  ///
  /// - Parameters:
  /// - command: What is run at the far end, without single quotes; nothing for the shell of the
  /// account.
  ///   - options: More options of the client.
  func login(_ command: String? = nil, options: String = "-t") -> String {
    "ssh -F '\(folder.path)/client' \(options) gazette" + (command.map { " '\($0)'" } ?? "")
  }

  /// The processes at the far end that were started through the server, the nearest first.
  var sessions: [pid_t] {
    // `timeout`, the server, then whoever logged in.
    Array(Self.descendants(of: process).dropFirst())
  }

  /// Waits until nothing that was started through the server is left, nor any of the processes
  /// named: what loses its parent is nobody's descendant any more.
  func waitUntilNobodyIsLeft(of processes: [pid_t] = []) throws {
    let deadline = Date(timeIntervalSinceNow: 20)
    var left: [pid_t] = []
    repeat {
      // This starts a process, which paces the loop.
      _ = try Program.shell("true")
      left = sessions + processes.filter { Self.parent(of: $0) != nil }
      if left.isEmpty { return }
    } while Date() < deadline
    throw Unmet(description: "left running: \(left.map(Self.name))")
  }

  // MARK: The server

  private static func start(_ configuration: String) throws -> (pid_t, Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Unmet(description: "no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[1]) }
    // A bound on its life, should the test be killed; a server wants the whole path as its name.
    let process = try startProcess(
      "timeout", ["--kill-after=5", "600", "/usr/sbin/sshd", "-D", "-e", "-f", configuration],
      environment: ["PATH": Program.searchPath]
    ) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
      posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    }
    return (process, ends[0])
  }

  /// Reads the log until the server listens, or cannot because the port is taken.
  private static func isListening(_ log: Int32) throws -> Bool {
    var text = ""
    let deadline = Date(timeIntervalSinceNow: 20)
    while true {
      if text.contains("Server listening on") { return true }
      if text.contains("Cannot bind any address") { return false }
      let left = max(0, deadline.timeIntervalSinceNow * 1000)
      var waiting = pollfd(fd: log, events: Int16(POLLIN), revents: 0)
      var bytes = [UInt8](repeating: 0, count: 4096)
      guard poll(&waiting, 1, Int32(left)) > 0, case let count = read(log, &bytes, bytes.count),
        count > 0
      else { throw Unmet(description: "sshd does not listen: \(text)") }
      text += String(decoding: bytes[..<count], as: UTF8.self)
    }
  }

  private static func end(_ process: pid_t, _ log: Int32) {
    // Those who logged in are in sessions of their own and would outlive the server.
    for descendant in descendants(of: process) { kill(descendant, SIGKILL) }
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    close(log)
  }

  private static func userName() throws -> String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
      throw Unmet(description: "the account that runs the test has no name")
    }
    return String(cString: name)
  }

  private static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw Unmet(description: "no port on loopback") }
    return UInt16(bigEndian: address.sin_port)
  }

  // MARK: Processes

  /// All that a process started, the nearest first.
  static func descendants(of process: pid_t) -> [pid_t] {
    var parents: [(child: pid_t, parent: pid_t)] = []
    for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
      guard let child = pid_t(name), let parent = parent(of: child) else { continue }
      parents.append((child, parent))
    }
    var found: [pid_t] = []
    var generation = [process]
    while !generation.isEmpty {
      generation = parents.filter { generation.contains($0.parent) }.map(\.child)
      found += generation
    }
    return found
  }

  /// The parent of a process that runs; nil when it is gone or only waits to be buried.
  static func parent(of process: pid_t) -> pid_t? {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let name = status.lastIndex(of: ")")
    else { return nil }
    let fields = status[name...].split(separator: " ")
    guard fields.count > 2, fields[1] != "Z" else { return nil }
    return pid_t(fields[2])
  }

  private static func name(of process: pid_t) -> String {
    (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)) ?? "\(process)"
  }
}

extension SSHServer {
  /// Where the files of a server are, and whom it lets in.
  struct Site {
    let folder: String
    /// The account that logs in: that of whoever runs the test.
    let user: String

    /// The file of the key that may log in.
    var authorizedKeys: String { folder + "/user.pub" }

    /// Makes the keys, the home, and the folder that a server of root wants.
    fileprivate func prepare() throws {
      let made = try Program.shell(
        """
        set -e
        mkdir '\(folder)/home'
        for name in host user; do ssh-keygen -q -t ed25519 -N '' -C $name -f '\(folder)'/$name; done
        printf '[127.0.0.1]:* %s\\n' "$(cut -d ' ' -f 1,2 '\(folder)/host.pub')" > '\(folder)/known'
        if test "$(id -u)" = 0; then mkdir -p -m 755 /run/sshd; fi
        """)
      if made.status != 0 { throw Unmet(description: made.errors) }
    }

    fileprivate func configuration(port: UInt16) throws -> String {
      // Without PAM a server of root turns away whoever has a locked password, as root has on some
      // hosts.
      let password = try Program.shell("getent shadow '\(user)' | cut -d : -f 2").text
      return """
        ListenAddress 127.0.0.1
        Port \(port)
        HostKey \(folder)/host
        AuthorizedKeysFile \(authorizedKeys)
        PidFile none
        # Folders for temporary files are everybody's.
        StrictModes no
        UsePAM \(password.hasPrefix("!") ? "yes" : "no")
        PasswordAuthentication no
        PermitRootLogin prohibit-password
        PrintMotd no
        PrintLastLog no
        AcceptEnv LANG LC_*
        SetEnv HOME=\(folder)/home XDG_STATE_HOME=\(folder)/home/state GAZETTE=\(Program.path) \
          GAZETTE_ANNOUNCE_FRAMES=1

        """
    }

    fileprivate func client(port: UInt16) -> String {
      """
      Host gazette
        HostName 127.0.0.1
        Port \(port)
        User \(user)
        IdentityFile \(folder)/user
        IdentitiesOnly yes
        IdentityAgent none
        UserKnownHostsFile \(folder)/known
        GlobalKnownHostsFile none
        StrictHostKeyChecking yes
        LogLevel ERROR
        EscapeChar none

      """
    }
  }
}
