import Glibc

/// What is written to the terminal: a frame goes out in one piece, and its bytes are counted.
///
/// ncurses hands the terminal a few bytes at a time, with each jump of the cursor. Over SSH each of
/// these would be a packet, and every one wakes whoever reads. So `TerminalReplacements` puts a
/// `write` in place of the C library's that gathers them here while a frame is drawn.
package enum TerminalOutput {
  /// In bytes: what is gathered at most before it is sent; more than a frame of 200 × 50.
  private static let capacity = 1 << 15

  // Used by the thread that draws; a signal handler only ends the gathering.
  nonisolated(unsafe) private static var gathered: UnsafeMutablePointer<UInt8>?
  nonisolated(unsafe) private static var gatheredCount = 0
  nonisolated(unsafe) private static var isGathering = false
  nonisolated(unsafe) private static var piece = capacity
  /// Whether the program was asked to end, so that it waits for no terminal any more.
  nonisolated(unsafe) static var isLeaving = false
  /// A line of 1200 baud takes so long for a few bytes.
  private static let longestPauseOnLeaving: Int32 = 150
  /// The bytes written to standard output so far, with those gathered.
  nonisolated(unsafe) private(set) static var byteCount = 0

  /// Sends all that `body` writes to the terminal at once.
  /// - Parameter pieces: In bytes: what is sent as soon as it is there.
  static func gather<Result>(pieces: Int = capacity, _ body: () -> Result) -> Result {
    if gathered == nil { gathered = .allocate(capacity: capacity) }
    piece = min(pieces, capacity)
    isGathering = true
    defer {
      isGathering = false
      send()
    }
    return body()
  }

  /// Lets what is written go out again as it comes, without what was gathered; for signal handlers.
  static func stopGathering() {
    isGathering = false
    gatheredCount = 0
  }

  /// Keeps bytes for later; whether it did.
  private static func take(_ bytes: UnsafeRawPointer, _ count: Int) -> Bool {
    guard isGathering, let gathered, count <= piece else {
      if isGathering { send() }
      return false
    }
    if gatheredCount + count > piece { send() }
    UnsafeMutableRawPointer(gathered + gatheredCount).copyMemory(from: bytes, byteCount: count)
    gatheredCount += count
    return true
  }

  private static func count(_ bytes: Int) { byteCount += max(0, bytes) }

  /// Nothing can be done about a terminal that is gone; the next read says so.
  private static func send() {
    if let gathered { _ = writeAll(gathered, gatheredCount) }
    gatheredCount = 0
  }

  /// Writes all bytes to the terminal, however long it takes; the number that was taken.
  ///
  /// Another program may have left the terminal non-blocking: then each write takes what there is
  /// room for. Only who is asked to leave does not wait for a terminal that nobody reads.
  private static func writeAll(_ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    var sent = 0
    while sent < count {
      if isLeaving { return sent + writeAtOnce(bytes + sent, count - sent) }
      let taken = writeNow(STDOUT_FILENO, bytes + sent, count - sent)
      if taken > 0 {
        sent += taken
      } else if taken < 0 && errno == EAGAIN {
        waitForRoom(milliseconds: -1)
      } else if taken == 0 || errno != EINTR {
        return sent
      }
    }
    return sent
  }

  /// Writes what the terminal takes without a longer pause; may be called in a signal handler.
  private static func writeAtOnce(_ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    let flags = fcntl(STDOUT_FILENO, F_GETFL)
    _ = fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK)
    // The terminal is shared with whoever started the program.
    defer { _ = fcntl(STDOUT_FILENO, F_SETFL, flags) }
    var sent = 0
    while sent < count {
      let taken = writeNow(STDOUT_FILENO, bytes + sent, count - sent)
      if taken > 0 {
        sent += taken
      } else if taken < 0 && errno == EAGAIN {
        guard waitForRoom(milliseconds: longestPauseOnLeaving) else { break }
      } else if taken == 0 || errno != EINTR {
        break
      }
    }
    return sent
  }

  /// Waits until the terminal takes more; whether it does.
  @discardableResult private static func waitForRoom(milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0
  }

  /// What `write` of the C library does.
  private static func writeNow(
    _ descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    var part = iovec(iov_base: UnsafeMutableRawPointer(mutating: bytes), iov_len: count)
    return writev(descriptor, &part, 1)
  }

  /// What stands in place of the C library's `write`.
  package static func write(
    toDescriptor descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    guard descriptor == STDOUT_FILENO, let bytes else {
      return writeNow(descriptor, bytes, count)
    }
    if take(bytes, count) {
      self.count(count)
      return count
    }
    let written = writeAll(bytes, count)
    self.count(written)
    guard written < count else { return written }
    // ncurses would try again for ever after EAGAIN or EINTR.
    if isLeaving { errno = EIO }
    return written > 0 ? written : -1
  }
}
