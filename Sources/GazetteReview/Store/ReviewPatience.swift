import Synchronization

/// How long a store is waited for while another process holds it, and who is told of that.
///
/// Waiting ends when nobody has written to the store for as long as is allowed: behind others that
/// commit one after the other the turn comes, behind one that only holds it never may.
public final class ReviewPatience: Sendable {
  /// What there is to tell while a store is used.
  public enum News: Hashable, Sendable {
    /// Another process holds the store, and that has lasted long enough to be noticed.
    case waits
    /// The waiting that was told of is over, whatever came of it.
    case isOver
    /// The file at the path was no longer the store that was opened.
    case renewed(ReviewRenewal)
  }

  private struct Wait {
    var began: Int64 = 0
    /// When the files last looked different.
    var moved: Int64 = 0
    var files: [ReviewFiles.Version] = []
    var isTold = false
  }

  /// Milliseconds after which it is told that somebody waits.
  static let noticed: Int64 = 400

  /// Milliseconds without anybody's writing after which waiting ends; nil to wait for ever.
  private let limit: Int64?
  let tell: @Sendable (News) -> Void
  private let wait = Mutex<Wait?>(nil)
  private let isGivenUp = Atomic<Bool>(false)
  private let isHurried = Atomic<Bool>(false)

  /// Creates patience.
  ///
  /// - Parameters:
  ///   - seconds: How long nobody may have written before waiting ends; nil to wait for ever.
  ///   - tell: Called on the thread that waits.
  public init(seconds: Double? = 30, tell: @escaping @Sendable (News) -> Void = { _ in }) {
    limit = seconds.map { Int64($0 * 1000) }
    self.tell = tell
  }

  /// Ends waiting, now and from now on.
  public func giveUp() { isGivenUp.store(true, ordering: .relaxed) }

  /// Pauses before the next attempt; false when that is not to be made.
  ///
  /// Pauses are of random length, so that processes that began together do not keep meeting.
  ///
  /// - Parameters:
  ///   - attempt: How many attempts at the same lock were in vain before; 0 begins a new wait.
  ///   - path: The store, whose files show whether others write.
  func pause(attempt: Int, path: String) -> Bool {
    if isGivenUp.load(ordering: .relaxed) || isHurried.load(ordering: .relaxed) { return false }
    let now = ReviewFiles.monotonicMilliseconds()
    let versions = ReviewFiles.versions(of: path)
    let (goesOn, isNews) = wait.withLock { wait -> (Bool, Bool) in
      var current = wait ?? Wait(began: now, moved: now, files: versions)
      if current.files != versions {
        current.files = versions
        current.moved = now
      }
      let isNews = !current.isTold && now - current.began >= Self.noticed
      if isNews { current.isTold = true }
      wait = current
      return (limit.map { now - current.moved < $0 } ?? true, isNews)
    }
    if isNews { tell(.waits) }
    if goesOn { ReviewFiles.pause(milliseconds: .random(in: 1...UInt32(min(20, attempt + 2)))) }
    return goesOn
  }

  /// Runs `body`, which gives up at once where another process is in the way.
  func withoutPauses(_ body: () -> Void) {
    isHurried.store(true, ordering: .relaxed)
    body()
    isHurried.store(false, ordering: .relaxed)
  }

  /// Ends what was waited for.
  func end() {
    let wasTold = wait.withLock { wait in
      defer { wait = nil }
      return wait?.isTold ?? false
    }
    if wasTold { tell(.isOver) }
  }
}
