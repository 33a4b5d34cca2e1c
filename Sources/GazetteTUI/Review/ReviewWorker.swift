import Dispatch
import GazetteReview
import Synchronization

/// Works for the browser on the review store, request after request, beside the thread that draws.
///
/// So a slow disk, or another process that holds the store, never keeps a key waiting.
final class ReviewWorker: Sendable {
  private let queue = DispatchQueue(label: "review")
  private let replies = Mutex<[ReviewReply]>([])
  /// Only touched by the queue, but for its making.
  private let desk = Mutex<(store: any ReviewStore, reviewer: String)?>(nil)
  private let path: String?
  private let reviewer: String?
  /// Whether nothing of the review is to be kept.
  private let isThrownAway: Bool
  private let wake: @Sendable () -> Void

  /// Creates a worker; nothing is opened yet.
  ///
  /// - Parameter wake: Called when there are replies.
  init(_ options: LaunchOptions, wake: @escaping @Sendable () -> Void) {
    path = options.reviewDatabase
    reviewer = options.reviewer
    isThrownAway = options.isTutor
    self.wake = wake
  }

  /// Begins with a request; its replies come later.
  func perform(_ request: ReviewRequest) {
    queue.async { self.work(on: request) }
  }

  /// The replies that are there.
  func takeReplies() -> [ReviewReply] {
    replies.withLock { replies in
      let taken = replies
      replies = []
      return taken
    }
  }

  /// Waits until everything that was asked for is done.
  ///
  /// - Returns: Whether it is; it may not be when another process holds the store.
  func finish() -> Bool {
    let group = DispatchGroup()
    queue.async(group: group) {}
    return group.wait(timeout: .now() + Self.patience) == .success
  }

  /// How long leaving may take at most, in seconds.
  private static let patience = 5.0

  private func reply(_ reply: ReviewReply) {
    replies.withLock { $0.append(reply) }
    wake()
  }

  private func work(on request: ReviewRequest) {
    if case .open(let issues) = request {
      do throws(ReviewFailure) {
        try open(issues)
      } catch {
        reply(.refused(error))
      }
      return
    }
    guard let (store, reviewer) = desk.withLock({ $0 }) else { return }
    do throws(ReviewFailure) {
      switch request {
      case .open: break
      case .reload(let issues): try read(issues, store, reviewer)
      case .apply(let changes):
        reply(.applied(changes, try store.apply(changes, reviewer: reviewer)))
      case .undo: reply(.stepped(isUndo: true, try store.undo(reviewer: reviewer)))
      case .redo: reply(.stepped(isUndo: false, try store.redo(reviewer: reviewer)))
      case .save(let places): try store.save(places, reviewer: reviewer)
      }
    } catch {
      if case .apply(let changes) = request {
        reply(.failed(error, changes))
      } else {
        reply(.failed(error, []))
      }
    }
  }

  private func open(_ issues: ReviewedIssues) throws(ReviewFailure) {
    let environment = ReviewEnvironment.variables
    let name = reviewer ?? ReviewEnvironment.userName(in: environment)
    guard let reviewer = ReviewRules.reviewer(name) else {
      throw ReviewFailure(.badReviewer(name))
    }
    let store =
      isThrownAway
      ? try SQLiteReviewStore.inMemory()
      : try SQLiteReviewStore.open(at: try storePath(environment))
    desk.withLock { $0 = (store, reviewer) }
    try store.adopt(issues.names, scope: issues.scope)
    // The place first: until it is there the reader looks at another.
    reply(.places(try store.places(reviewer: reviewer, issues: issues.names.map(\.description))))
    try read(issues, store, reviewer)
    reply(.tags(try store.tags()))
  }

  private func storePath(_ environment: [String: String]) throws(ReviewFailure) -> String {
    if let path { return path }
    return try ReviewEnvironment.storePath(in: environment)
  }

  private func read(
    _ issues: ReviewedIssues, _ store: any ReviewStore, _ reviewer: String
  ) throws(ReviewFailure) {
    var sheets: [ReviewSheet] = []
    for name in issues.names {
      let marks = try store.marks(ofIssue: name.description)
      sheets.append(ReviewSheet(reviewer: reviewer, marks: marks))
    }
    reply(.opened(sheets))
  }
}
