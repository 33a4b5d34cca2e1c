import Dispatch
import GazetteReview
import Synchronization

/// Works for the browser on the review store, request after request, beside the thread that draws.
///
/// So a slow disk, or another process that holds the store, never keeps a key waiting. Marks that the store
/// cannot take for a while lie in a file of unfinished ones meanwhile.
final class ReviewWorker: Sendable {
  let queue = DispatchQueue(label: "review")
  private let replies = Mutex<[ReviewReply]>([])
  let desk = Mutex<Desk?>(nil)
  /// The number by which the writing of others is noticed; nil until the store was read.
  let changeCount = Mutex<Int64?>(nil)
  /// Where marks stand; nil until the store is open.
  let placed = Mutex<PlacedIssues?>(nil)
  private let pending = Mutex(Pending())
  let start: ReviewStart
  private let wake: @Sendable () -> Void

  /// What marks are put with.
  struct Desk: Sendable {
    let store: any LastingReviewStore
    let reviewer: String
    let patience: ReviewPatience
    let unfinished: UnfinishedMarks
    var issues: ReviewedIssues
  }

  /// What was asked for and is not recorded.
  private struct Pending {
    /// In the order it was asked for; each with whether it lies in the file of unfinished marks.
    var marks: [(mark: UnfinishedMark, isInFile: Bool)] = []
    var isWaiting = false
    var isLeaving = false
    /// Whether the file was taken away and what is shown has to be read again.
    var isRenewed = false
    /// Whether marks were seen that stand elsewhere than they were put.
    var hasStrays = false
    /// Why the place could not be kept.
    var placeFailure: ReviewFailure?
  }

  /// Creates a worker; nothing is opened yet.
  ///
  /// - Parameter wake: Called when there are replies.
  init(_ start: ReviewStart, wake: @escaping @Sendable () -> Void) {
    self.start = start
    self.wake = wake
  }

  /// Begins with a request; its replies come later.
  func perform(_ request: ReviewRequest) {
    let isWaiting = pending.withLock { pending in
      pending.marks += request.unfinished.map { ($0, false) }
      return pending.isWaiting
    }
    if isWaiting { putAside() }
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

  /// Waits until everything that was asked for is done, however long that takes.
  func drain() { queue.sync {} }

  /// Waits until everything that was asked for is done, and puts aside what the store does not take.
  func finish() -> ReviewEnding {
    let isWaiting = pending.withLock { pending in
      pending.isLeaving = true
      return pending.isWaiting
    }
    let group = DispatchGroup()
    queue.async(group: group) {}
    if group.wait(timeout: .now() + (isWaiting ? 0.2 : Self.patience)) != .success {
      desk.withLock { $0?.patience }?.giveUp()
      _ = group.wait(timeout: .now() + 2)
    }
    guard let desk = desk.withLock({ $0 }) else { return .kept }
    let isKept = putAside()
    let (count, placeFailure) = pending.withLock { ($0.marks.count, $0.placeFailure) }
    if count > 0 {
      return isKept
        ? .putAside(count, desk.unfinished.path ?? desk.unfinished.folder)
        : .lost(count, desk.store.path)
    }
    return placeFailure.map { .withoutPlace($0) } ?? .kept
  }

  /// How long leaving may take at most, in seconds.
  private static let patience = 5.0

  func reply(_ reply: ReviewReply) {
    replies.withLock { $0.append(reply) }
    wake()
  }

  // MARK: Waiting

  private func take(_ news: ReviewPatience.News) {
    switch news {
    case .waits:
      pending.withLock { $0.isWaiting = true }
      if !putAside() { sayWaiting() }
    case .isOver:
      pending.withLock { $0.isWaiting = false }
      reply(.waiting(nil))
    case .renewed(let renewal):
      pending.withLock { $0.isRenewed = true }
      reply(.renewed(renewal))
    }
  }

  private func sayWaiting() {
    let count = pending.withLock { $0.isWaiting ? $0.marks.count : nil }
    if let count { reply(.waiting(count)) }
  }

  /// Writes what waits into the file of unfinished marks; false where that cannot be.
  @discardableResult
  private func putAside() -> Bool {
    guard let unfinished = desk.withLock({ $0?.unfinished }), !start.isTutor else { return false }
    let isKept = pending.withLock { pending in
      let missing = pending.marks.filter { !$0.isInFile }.map(\.mark)
      if missing.isEmpty { return true }
      guard unfinished.add(missing) else { return false }
      for index in pending.marks.indices { pending.marks[index].isInFile = true }
      return true
    }
    sayWaiting()
    return isKept
  }

  /// Forgets the oldest that were asked for: they are recorded, or the reader was told that they cannot be.
  private func settle(_ count: Int) {
    let isEmpty = pending.withLock { pending in
      pending.marks.removeFirst(min(count, pending.marks.count))
      return pending.marks.isEmpty
    }
    if isEmpty { desk.withLock { $0?.unfinished }?.clear() }
    sayWaiting()
  }

  // MARK: Requests

  private func work(on request: ReviewRequest) {
    if case .open(let issues) = request {
      do throws(ReviewFailure) {
        try open(issues)
      } catch {
        reply(.refused(error))
      }
      return
    }
    guard let desk = desk.withLock({ $0 }) else { return }
    do throws(ReviewFailure) {
      try work(on: request, desk)
      let isRenewed = pending.withLock { pending in
        defer { pending.isRenewed = false }
        // One step may have moved many marks.
        return pending.isRenewed || pending.hasStrays && request.movesMarks
      }
      if isRenewed { try read(desk.issues, desk.store, desk.reviewer) }
    } catch {
      fail(request, error)
    }
    if case .reload = request { return }
    if pending.withLock({ $0.marks.isEmpty }) { desk.store.settle() }
  }

  private func work(on request: ReviewRequest, _ desk: Desk) throws(ReviewFailure) {
    let (store, reviewer) = (desk.store, desk.reviewer)
    switch request {
    case .open: break
    case .reload(let issues):
      self.desk.withLock { $0?.issues = issues }
      placed.withLock { $0 = PlacedIssues(issues) }
      try read(issues, store, reviewer)
    case .apply(let changes):
      let marks = try store.apply(changes, reviewer: reviewer)
      settle(changes.count)
      reply(.applied(changes, marks))
    case .record(let changes):
      let entries = try store.record(changes, author: reviewer)
      settle(changes.count)
      reply(.recorded(entries, try teams(desk)))
    case .undo: try tell(store.undo(reviewer: reviewer), isUndo: true, desk)
    case .redo: try tell(store.redo(reviewer: reviewer), isUndo: false, desk)
    case .save(let places): if store.isWritable { try store.save(places, reviewer: reviewer) }
    }
  }

  private func fail(_ request: ReviewRequest, _ failure: ReviewFailure) {
    switch request {
    case .apply(let changes):
      // Who leaves is not asked any more: it stays to be put aside.
      if pending.withLock({ $0.isLeaving }) { return }
      settle(changes.count)
      reply(.failed(failure, changes))
    case .record(let changes):
      if pending.withLock({ $0.isLeaving }) { return }
      settle(changes.count)
      reply(.notRecorded(failure))
    case .save: pending.withLock { $0.placeFailure = failure }
    case .open, .reload, .undo, .redo: reply(.failed(failure, []))
    }
  }

  private func open(_ issues: ReviewedIssues) throws(ReviewFailure) {
    let environment = ReviewEnvironment.variables
    let name = start.reviewer ?? ReviewEnvironment.userName(in: environment)
    guard let reviewer = ReviewRules.reviewer(name) else {
      throw ReviewFailure(.badReviewer(name))
    }
    let patience = ReviewPatience(seconds: nil) { [weak self] in self?.take($0) }
    let store: any LastingReviewStore =
      start.isTutor
      ? try SQLiteReviewStore.inMemory()
      : try self.store(at: try storePath(environment), patience)
    let folder = ReviewEnvironment.unfinishedFolder(
      in: start.isRestricted ? [:] : environment, store: store.path)
    let unfinished = UnfinishedMarks(folder: folder, store: store.path, reviewer: reviewer)
    desk.withLock {
      $0 = Desk(
        store: store, reviewer: reviewer, patience: patience, unfinished: unfinished, issues: issues
      )
    }
    placed.withLock { $0 = PlacedIssues(issues) }
    if store.isWritable {
      try store.adopt(issues.names, scope: issues.scope)
      if !start.isTutor {
        let count = try store.takeUpUnfinished(in: folder)
        if count > 0 { reply(.tookUp(count)) }
      }
    } else {
      reply(.onlyReadable)
    }
    // The place first: until it is there the reader looks at another.
    reply(.places(try store.places(reviewer: reviewer, issues: issues.names.map(\.description))))
    try read(issues, store, reviewer)
    reply(.tags(try store.tags()))
  }

  /// Opens the store. A server that is away is looked for until it is there, or the reader leaves.
  private func store(
    at place: String, _ patience: ReviewPatience
  ) throws(ReviewFailure) -> any LastingReviewStore {
    var isAway = false
    while true {
      do throws(ReviewFailure) {
        let store = try ReviewOpening.store(
          at: place, mayUseServers: !start.isRestricted, patience: patience)
        if isAway { reply(.waiting(nil)) }
        return store
      } catch {
        guard case .server(.away) = error.reason, !pending.withLock({ $0.isLeaving }) else {
          throw error
        }
        if !isAway { reply(.isAway(error)) }
        isAway = true
      }
      Platform.pause(milliseconds: 300)
    }
  }

  private func storePath(_ environment: [String: String]) throws(ReviewFailure) -> String {
    if let path = start.database { return path }
    return try ReviewEnvironment.storePath(in: environment)
  }

  private func read(
    _ issues: ReviewedIssues, _ store: any ReviewStore, _ reviewer: String
  ) throws(ReviewFailure) {
    try beginWatching(store)
    if let desk = desk.withLock({ $0 }) { reply(.teams(try teams(desk))) }
    reply(.opened(try sheets(of: issues, store, reviewer)))
  }

  /// Everyone's marks at each issue.
  func sheets(
    of issues: ReviewedIssues, _ store: any ReviewStore, _ reviewer: String
  ) throws(ReviewFailure) -> [ReviewSheet] {
    var sheets: [ReviewSheet] = []
    for (place, name) in issues.names.enumerated() {
      let stored = try store.marks(ofIssue: name.description)
      let marks = placed.withLock { $0?.placed(stored, at: place) ?? stored }
      sheets.append(ReviewSheet(reviewer: reviewer, marks: marks))
    }
    let hasStrays = sheets.contains(where: \.hasStrays)
    pending.withLock { if hasStrays { $0.hasStrays = true } }
    return sheets
  }
}
