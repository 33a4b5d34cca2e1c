import Foundation
import Synchronization

/// A PostgreSQL server of the tests' own: in a temporary folder, by a socket in it, without a network.
///
/// It ends, and its folder goes away, with this process, however that ends.
public final class DatabaseServer: Sendable {
  /// Where its socket and its files are.
  public let folder: String
  /// What the shell around the server that was started last says of it.
  private let news = Mutex<FileHandle?>(nil)
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
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    // All processes of the server write to the same pipe, which ends with the last of them. The input of the shell
    // ends with this process, whatever becomes of that.
    let script = """
      {
        /bin/sh -c 'echo $$ >"$0/server" && exec "$@"' '\(folder)' \(Self.prefix.joined(separator: " ")) \
          '\(Self.programs)/postgres' -D '\(data)' </dev/null 2>&1 |
          while IFS= read -r line; do
            printf '%s\\n' "$line" >>'\(folder)/log'
            case $line in *'ready to accept connections'*) echo ready ;; esac
          done
        rm -f '\(data)/postmaster.pid'
        echo ended
      } &
      cat >/dev/null
      kill -QUIT "$(cat '\(folder)/server')"
      wait
      rm -rf '\(folder)'
      """
    process.arguments = ["-c", script]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    Self.kept.withLock { $0.append(input) }
    let news = output.fileHandleForReading
    self.news.withLock { $0 = news }
    guard waitFor("ready") else {
      let log = (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? ""
      throw Refusal(words: String(log.suffix(500)))
    }
  }

  /// Waits until the shell around the server says so; false where the server ended instead.
  private func waitFor(_ word: String) -> Bool {
    news.withLock { news in
      while let data = news?.availableData, !data.isEmpty {
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        if lines.contains(word[...]) { return true }
        if lines.contains("ended") { return false }
      }
      return false
    }
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
    let text = try String(contentsOfFile: folder + "/server", encoding: .utf8)
    guard let process = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Refusal(words: "server: \(text)")
    }
    let signals = [End.killed: SIGKILL, .immediate: SIGQUIT, .fast: SIGINT]
    kill(process, signals[end] ?? SIGINT)
    _ = waitFor("ended")
  }

  /// The inputs of the shells around servers, which must stay open.
  private static let kept = Mutex<[Pipe]>([])

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
