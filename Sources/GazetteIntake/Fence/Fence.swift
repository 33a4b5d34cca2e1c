import CFence
import GazetteText
import Glibc

/// Runs programs that read strangers' files, apart from this one: with limits, without network,
/// without privileges, and without any file but theirs, which is their standard input.
package enum Fence {
  /// So much of standard error is kept.
  private static let errorLimit = 64 << 10
  /// How often `tick` is called while nothing comes, in milliseconds.
  private static let pause: Int32 = 100
  private static let chunk = 64 << 10

  /// Runs `program` on `input` to its end.
  ///
  /// - Parameter tick: Called about ten times a second with the milliseconds since the start.
  package static func run(
    _ program: FencedProgram, input: [UInt8], tick: (Int) -> Void = { _ in }
  ) throws(FenceFailure) -> FencedOutput {
    let file = input.withUnsafeBytes { gazette_fence_file($0.baseAddress, $0.count) }
    guard file >= 0 else { throw .cannotStart(errno) }
    defer { close(file) }
    guard var output = Channel() else { throw .cannotStart(errno) }
    defer { output.closeAll() }
    guard var errors = Channel() else { throw .cannotStart(errno) }
    defer { errors.closeAll() }
    let child = start(program, input: file, output: output.writing, errors: errors.writing)
    guard child > 0 else { throw .cannotStart(errno) }
    output.closeWriting()
    errors.closeWriting()
    var failure: FenceFailure?
    let start = milliseconds
    while output.isOpen || errors.isOpen {
      let now = milliseconds - start
      if now >= program.limits.seconds * 1000 {
        failure = .tooSlow(program.limits.seconds)
        break
      }
      tick(now)
      output.wait(with: errors, milliseconds: pause)
      output.take(keeping: program.limits.output)
      errors.take(keeping: errorLimit)
      if output.isOverfull {
        failure = .tooLarge(program.limits.output)
        break
      }
    }
    // Whatever it started goes with it, also when it ended by itself.
    let status = end(child, isForced: failure != nil)
    if let failure { throw failure }
    let signal = status & 0x7F
    if signal != 0 {
      throw signal == SIGXCPU ? .tooSlow(program.limits.seconds) : .crashed(signal)
    }
    return FencedOutput(
      status: (status >> 8) & 0xFF, bytes: output.bytes, errors: errors.bytes)
  }

  private static func start(
    _ program: FencedProgram, input: Int32, output: Int32, errors: Int32
  ) -> pid_t {
    withPointers(to: [program.path] + program.arguments) { arguments in
      withPointers(to: program.environment) { environment in
        FileName.withBytes(program.path) { path in
          func start(in folder: UnsafePointer<CChar>?) -> pid_t {
            var fence = gazette_fence()
            fence.program = path
            fence.arguments = arguments
            fence.environment = environment
            fence.folder = folder
            fence.memory = UInt64(program.limits.memory)
            fence.seconds = UInt64(program.limits.seconds)
            fence.file_size = UInt64(program.limits.fileSize)
            fence.open_files = UInt64(program.limits.openFiles)
            fence.has_local_sockets = program.hasLocalSockets
            fence.input = input
            fence.output = output
            fence.errors = errors
            return gazette_fence_start(&fence)
          }
          guard let folder = program.folder else { return start(in: nil) }
          return FileName.withBytes(folder) { start(in: $0) }
        }
      }
    }
  }

  /// Words as C has them: a list of pointers that ends with none.
  private static func withPointers<Result>(
    to words: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map {
      FileName.withBytes($0) { strdup($0) }
    }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("the list has an end") }
      return body(base)
    }
  }

  /// Waits for the end of a program; its status as the system keeps it.
  private static func end(_ child: pid_t, isForced: Bool) -> Int32 {
    if isForced { kill(-child, SIGKILL) }
    var information = siginfo_t()
    while waitid(P_PID, id_t(child), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    // Until it is waited for, nobody else can have its number.
    kill(-child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }

  private static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }

  /// A pipe from the program, and what came through it.
  private struct Channel {
    private(set) var writing: Int32
    private var reading: Int32
    private(set) var bytes: [UInt8] = []
    /// Whether more came than was to be kept.
    private(set) var isOverfull = false

    init?() {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { return nil }
      reading = ends[0]
      writing = ends[1]
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      _ = fcntl(reading, F_SETFL, O_NONBLOCK)
    }

    var isOpen: Bool { reading >= 0 }

    mutating func closeWriting() {
      if writing >= 0 { close(writing) }
      writing = -1
    }

    mutating func closeReading() {
      if reading >= 0 { close(reading) }
      reading = -1
    }

    mutating func closeAll() {
      closeWriting()
      closeReading()
    }

    func wait(with other: Channel, milliseconds: Int32) {
      // A negative descriptor is passed over.
      var waiting = [
        pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: other.reading, events: Int16(POLLIN), revents: 0),
      ]
      poll(&waiting, 2, milliseconds)
    }

    /// Takes what is there.
    mutating func take(keeping limit: Int) {
      guard isOpen else { return }
      var buffer = [UInt8](repeating: 0, count: Fence.chunk)
      while true {
        let count = read(reading, &buffer, buffer.count)
        if count > 0 {
          let room = limit - bytes.count
          bytes += buffer.prefix(min(count, max(0, room)))
          if count > room {
            isOverfull = true
            return
          }
        } else if count == 0 {
          return closeReading()
        } else if errno != EINTR {
          if errno != EAGAIN { closeReading() }
          return
        }
      }
    }
  }
}
