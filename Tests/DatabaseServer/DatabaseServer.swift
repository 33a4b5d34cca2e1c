import Foundation

/// A PostgreSQL server of the tests' own: in a temporary folder, by a socket in it, without a network.
///
/// It ends, and its folder goes away, with this process, however that ends.
public final class DatabaseServer: Sendable {
  /// Where its socket and its files are.
  public let folder: String
  private let port = 5432

  /// Why there is no server.
  public struct Refusal: Error {
    public let words: String
  }

  /// One server for all tests that need one, which are parted by databases.
  public static let shared = Swift.Result { try DatabaseServer(isDurable: false) }

  /// Makes a server and starts it.
  ///
  /// - Parameter isDurable: Whether it waits for the disk, as servers do; without, tests take less time.
  public init(isDurable: Bool = true) throws {
    let number = UInt32.random(in: 0...UInt32.max)
    folder = "/tmp/gazette-server-\(String(number, radix: 36))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try Self.run("/bin/chmod", ["711", folder])
    if getuid() == 0 { try Self.run("/bin/chown", [Self.user, folder]) }
    try asUser([
      "\(Self.programs)/initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8",
      "--locale=C.UTF-8", "--no-sync",
    ])
    let settings = """

      listen_addresses = ''
      unix_socket_directories = '\(folder)'
      max_connections = 60
      log_destination = 'stderr'
      cluster_name = '\(Self.name(of: folder))'
      fsync = \(isDurable ? "on" : "off")
      """
    try asUser([
      "/bin/sh", "-c", "printf '%s\\n' \"$1\" >> '\(data)/postgresql.conf'", "sh", settings,
    ])
    try start()
  }

  /// The address of a database.
  ///
  /// - Parameter user: Who uses it, with a password where one is to be given.
  public func address(of database: String, user: String = "postgres") -> String {
    "postgresql://\(user)@/\(database)?host=\(folder)"
  }

  /// Makes a database of that test's own and gives its address.
  public func makeDatabase(_ options: String = "") throws -> String {
    let name = "test" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    try run("CREATE DATABASE \(name) \(options)")
    return address(of: name)
  }

  /// Runs statements and gives what they print, fields parted by `|`.
  @discardableResult
  public func run(_ statements: String, at address: String? = nil) throws -> String {
    try Self.run(
      "\(Self.programs)/psql",
      [
        "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", statements,
        address ?? self.address(of: "postgres"),
      ])
  }

  // MARK: - Starting and ending

  /// Starts the server and waits until it lets people in.
  public func start() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // Its input ends with this process, whatever becomes of that.
    let script = """
      \(Self.prefix.joined(separator: " ")) '\(Self.programs)/postgres' -D '\(data)' \
      >>'\(folder)/log' 2>&1 </dev/null &
      cat >/dev/null
      head -n 1 '\(data)/postmaster.pid' | xargs kill -QUIT 2>/dev/null
      # Not by `wait`: the signal of an ended child may be blocked here. Of a server that was started again another
      # shell waits for the same.
      for time in 1 2 3 4 5 6 7 8 9 10; do
        [ -e '\(data)/postmaster.pid' ] || rm -rf '\(folder)' 2>/dev/null && [ ! -e '\(folder)' ] && exit
        sleep 0.5
      done
      rm -rf '\(folder)'
      """
    process.arguments = ["-c", script]
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Self.kept.withLock { kept in kept.append(input) }
    for _ in 0..<600 {
      if (try? run("SELECT 1")) != nil { return }
      usleep(50_000)
    }
    let log = (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? ""
    throw Refusal(words: String(log.suffix(500)))
  }

  /// How a server ends.
  public enum End: String, CaseIterable, Sendable {
    /// Killed, as by a lack of memory: SIGKILL.
    case killed = "KILL"
    /// Ended at once, without tidying up: SIGQUIT.
    case immediate = "QUIT"
    /// Ended by its administrator, who cuts all connections: SIGINT.
    case fast = "INT"
  }

  /// Ends the server and waits until nothing of it runs.
  public func stop(_ end: End) throws {
    let text = try Self.run("/bin/sh", ["-c", "head -n 1 '\(data)/postmaster.pid'"])
    guard let process = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Refusal(words: "postmaster.pid: \(text)")
    }
    let signals = [End.killed: SIGKILL, .immediate: SIGQUIT, .fast: SIGINT]
    kill(process, signals[end] ?? SIGINT)
    while isRunning(process) { usleep(5_000) }
    // What it had started goes away by itself, a little later; then its lock file speaks of nobody.
    while isSomethingLeft { usleep(5_000) }
    try Self.run("/bin/rm", ["-f", data + "/postmaster.pid"])
  }

  /// Whether a process of the server still runs; their titles have the name of the server in them.
  private var isSomethingLeft: Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.contains { name in
      guard Int32(name) != nil,
        let title = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else { return false }
      return String(decoding: title, as: UTF8.self).hasPrefix("postgres: \(Self.name(of: folder)):")
    }
  }

  private static func name(of folder: String) -> String {
    folder.split(separator: "/").last.map(String.init) ?? folder
  }

  private func isRunning(_ process: Int32) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status.map { !$0.contains(") Z ") } ?? false
  }

  private static let kept = Kept()

  /// The inputs of servers, which must stay open.
  private final class Kept: @unchecked Sendable {
    private let lock = NSLock()
    private var pipes: [Pipe] = []
    func withLock(_ body: (inout [Pipe]) -> Void) {
      lock.lock()
      defer { lock.unlock() }
      body(&pipes)
    }
  }

  // MARK: - Programs

  private var data: String { folder + "/data" }

  /// A server does not run as root.
  private static let user = "postgres"
  private static var prefix: [String] {
    getuid() == 0
      ? ["/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups"] : []
  }

  /// Where Debian has the programs of the newest server.
  private static let programs: String = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let newest = versions.compactMap { Int($0) }.max() ?? 0
    return "\(root)/\(newest)/bin"
  }()

  private func asUser(_ command: [String]) throws {
    let words = Self.prefix + command
    try Self.run(words[0], Array(words.dropFirst()), in: folder)
  }

  @discardableResult
  private static func run(_ program: String, _ arguments: [String], in folder: String = "/") throws
    -> String
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refusal(words: "\(program): \(text)") }
    return text
  }
}
