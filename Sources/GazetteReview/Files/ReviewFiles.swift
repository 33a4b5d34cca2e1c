import Glibc

/// Files and clock through the C library. But for starting `gazette-postgres` the review calls it only here.
enum ReviewFiles {
  /// Milliseconds since the beginning of 1970.
  static func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// The variables of the environment that have a value, of those named.
  static func environment(_ names: [String]) -> [String: String] {
    var variables: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return variables
  }

  /// A name made of the number of the user: the list of users is not asked, since a program without
  /// shared libraries cannot do so everywhere.
  static func numberedUser() -> String { "uid\(getuid())" }

  /// The number of this process.
  static var processNumber: Int32 { getpid() }

  /// Waits, so that others get their turn.
  static func pause(milliseconds: UInt32) {
    usleep(milliseconds * 1000)
  }

  /// The path from the root, so that SQLite takes it for nothing but a path.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard getcwd(&buffer, buffer.count) != nil else { return "./" + path }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self) + "/" + path
  }

  /// The directory that a path from the root lies in.
  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// Makes the directory and those above it, readable for the user alone; gives the `errno` where
  /// it cannot.
  static func makeDirectory(_ path: String) -> Int32? {
    var parents = [path]
    while let last = parents.last, access(last, F_OK) != 0, last != "/" {
      parents.append(directory(of: last))
    }
    for directory in parents.dropLast().reversed() where mkdir(directory, 0o700) != 0 {
      if errno != EEXIST { return errno }
    }
    return nil
  }

  /// Whether something has that name.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The permission bits of a file; nil when there is none.
  static func permissions(of path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt32(status.st_mode & 0o777) : nil
  }

  /// Makes an empty file, readable and writable for the user alone, unless there is one; gives the
  /// `errno` where it cannot.
  ///
  /// An existing file is not even opened: closing it would drop SQLite's locks of this process on
  /// it.
  static func makeFile(_ path: String) -> Int32? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return errno == EEXIST ? nil : errno }
    close(descriptor)
    synchronise(directory(of: path))
    return nil
  }

  /// Runs `body` while no other process does so for the same directory.
  ///
  /// The lock is on the directory, so that nothing has to be kept beside the database. Where the
  /// file system has no locks, SQLite's own still hold.
  ///
  /// - Parameter pause: Waits before the next attempt at the lock; false to go on without it.
  static func exclusively<Value, Thrown: Error>(
    in directory: String, pause: (Int) -> Bool, _ body: () throws(Thrown) -> Value
  ) throws(Thrown) -> Value {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    if descriptor >= 0 {
      var attempt = 0
      while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EINTR || errno == EWOULDBLOCK,
        pause(attempt)
      { attempt += 1 }
    }
    return try body()
  }

  /// Puts `bytes` in place of the file in one step: whoever looks sees the old or the new whole,
  /// and after a power failure too. Gives the `errno` where it cannot.
  static func replace(_ path: String, with bytes: [UInt8]) -> Int32? {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      // A device or a pipe cannot be replaced, only written to.
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return errno }
      defer { close(descriptor) }
      return write(bytes, to: descriptor)
    }
    let target = resolved(path)
    let temporary = "\(target).\(getpid()).new"
    let mode = permissions(of: target) ?? 0o666
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(mode))
    guard descriptor >= 0 else { return errno }
    var failure = write(bytes, to: descriptor)
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    if failure == nil, rename(temporary, target) != 0 { failure = errno }
    if failure != nil { unlink(temporary) } else { synchronise(directory(of: absolute(target))) }
    return failure
  }

  /// What the system calls an `errno`.
  static func message(_ code: Int32) -> String {
    guard let text = strerror(code) else { return "errno \(code)" }
    return String(cString: text)
  }

  /// Writes all `bytes`; gives the `errno` where it cannot.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      done += count
    }
    return nil
  }

  /// The file behind symbolic links, or the path itself.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  static func synchronise(_ directory: String) {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// Reads and writes the files that a review is handed on in.
public enum ReviewFile {
  /// The largest file that is read: 1 GiB.
  static let sizeLimit = 1 << 30

  /// Puts `bytes` in place of the file in one step; gives the system's words where it cannot.
  public static func replace(_ path: String, with bytes: [UInt8]) -> String? {
    ReviewFiles.replace(path, with: bytes).map(ReviewFiles.message)
  }

  /// Whether something has that name.
  public static func exists(_ path: String) -> Bool { ReviewFiles.exists(path) }

  /// The name itself, or where something has it already, the name with the first number that is free:
  /// `list-2.csv`.
  public static func freeName(_ path: String) -> String {
    guard exists(path) else { return path }
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    let end = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? $0 : nil } ?? path.endIndex
    var number = 2
    while exists("\(path[..<end])-\(number)\(path[end...])") { number += 1 }
    return "\(path[..<end])-\(number)\(path[end...])"
  }

  /// Why a file cannot be read, in the system's words.
  public struct Refusal: Error, Hashable, Sendable {
    /// What went wrong, in the words of the system.
    public let words: String
  }

  /// The bytes of a file or a pipe; `-` is standard input.
  public static func bytes(of path: String) throws(Refusal) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refusal(words: ReviewFiles.message(errno)) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= sizeLimit {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw Refusal(words: ReviewFiles.message(errno))
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
    throw Refusal(words: ReviewFiles.message(EFBIG))
  }
}
