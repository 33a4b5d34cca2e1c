import Glibc

/// What is written to the terminal: a frame goes out in one piece, and its bytes are counted.
///
/// ncurses hands the terminal a few bytes at a time, with each jump of the cursor. Over SSH each of
/// these would be a packet, and every one wakes whoever reads. So the `write` of the C library has
/// one in its place here that gathers them while a frame is drawn.
enum TerminalOutput {
  /// In bytes: what is gathered at most before it is sent; more than a frame of 200 × 50.
  private static let capacity = 1 << 15

  // Used by the thread that draws; a signal handler only ends the gathering.
  nonisolated(unsafe) private static var gathered: UnsafeMutablePointer<UInt8>?
  nonisolated(unsafe) private static var gatheredCount = 0
  nonisolated(unsafe) private static var isGathering = false
  nonisolated(unsafe) private static var piece = capacity
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
  fileprivate static func take(_ bytes: UnsafeRawPointer, _ count: Int) -> Bool {
    guard isGathering, let gathered, count <= piece else {
      if isGathering { send() }
      return false
    }
    if gatheredCount + count > piece { send() }
    UnsafeMutableRawPointer(gathered + gatheredCount).copyMemory(from: bytes, byteCount: count)
    gatheredCount += count
    return true
  }

  fileprivate static func count(_ bytes: Int) { byteCount += max(0, bytes) }

  /// Nothing can be done about a terminal that is gone; the next read says so.
  private static func send() {
    var sent = 0
    while sent < gatheredCount, let gathered {
      let count = writeNow(STDOUT_FILENO, gathered + sent, gatheredCount - sent)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      sent += count
    }
    gatheredCount = 0
  }

  /// What `write` of the C library does.
  fileprivate static func writeNow(
    _ descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    var part = iovec(iov_base: UnsafeMutableRawPointer(mutating: bytes), iov_len: count)
    return writev(descriptor, &part, 1)
  }
}

/// Takes the place of the C library's function for the whole program.
@_cdecl("write")
public func write(toDescriptor descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  guard descriptor == STDOUT_FILENO, let bytes else {
    return TerminalOutput.writeNow(descriptor, bytes, count)
  }
  if TerminalOutput.take(bytes, count) {
    TerminalOutput.count(count)
    return count
  }
  let written = TerminalOutput.writeNow(descriptor, bytes, count)
  TerminalOutput.count(written)
  return written
}
