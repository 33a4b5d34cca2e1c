import GazetteModel

/// The marks of all reviewers, whatever keeps them.
///
/// Many processes may use a store at once. Each call is one step, all or nothing; what it has
/// returned is kept.
public protocol ReviewStore: TeamStore {
  /// Where the store is, in the words that failures name it by.
  var path: String { get }

  /// Whether marks can be put, as far as opening showed.
  var isWritable: Bool { get }

  /// Makes changes in one step, all or none, and gives the marks that now hold for each change.
  ///
  /// What changes nothing is not recorded. Afterwards nothing can be redone.
  @discardableResult
  func apply(
    _ changes: [ReviewChange], reviewer name: String, at now: ReviewTime
  ) throws(ReviewFailure) -> [ReviewMark]

  /// Takes back the reviewer's last step that was not taken back yet; nil when there is none.
  func undo(reviewer: String, at now: ReviewTime) throws(ReviewFailure) -> ReviewStep?

  /// Makes again what the reviewer took back last; nil when there is nothing, or something was
  /// changed since.
  func redo(reviewer: String, at now: ReviewTime) throws(ReviewFailure) -> ReviewStep?

  /// Adds the marks of another store, old and new, and says what that did.
  func merge(
    _ ledger: ReviewLedger, at now: ReviewTime
  ) throws(ReviewFailure) -> ReviewMergeReport

  /// Where the reviewer left each of the issues, in no order.
  func places(reviewer: String, issues: [String]) throws(ReviewFailure) -> [ReviewPlace]

  /// Remembers where the reviewer leaves, in place of what was remembered.
  func save(_ places: [ReviewPlace], reviewer: String) throws(ReviewFailure)

  /// The marks that hold and say something, by key and reviewer: of one issue or all, of one
  /// reviewer or all.
  func marks(ofIssue issue: String?, reviewer: String?) throws(ReviewFailure) -> [ReviewMark]

  /// Everyone's marks at one node that hold and say something, sorted by reviewer.
  func marks(at key: ReviewKey) throws(ReviewFailure) -> [ReviewMark]

  /// Everything that happened at one node, the oldest first.
  func history(of key: ReviewKey) throws(ReviewFailure) -> [ReviewEvent]

  /// Every mark ever put, for handing on.
  func ledger(ofIssue issue: String?, reviewer: String?) throws(ReviewFailure) -> ReviewLedger

  /// Everyone who has put a mark, sorted.
  func reviewers() throws(ReviewFailure) -> [String]

  /// The tags in use, the most frequent first, for completion.
  func tags() throws(ReviewFailure) -> [String]

  /// The ids of issues under which marks or places of older versions still wait for the issue whose
  /// words they were put on.
  func idsWithoutPublication() throws(ReviewFailure) -> [String]

  /// Gives an issue what older versions kept for it under its id alone; whether that was anything.
  @discardableResult
  func adopt(_ scope: ReviewScope) throws(ReviewFailure) -> Bool
}

extension ReviewStore {
  /// Makes changes now.
  @discardableResult
  public func apply(
    _ changes: [ReviewChange], reviewer name: String
  ) throws(ReviewFailure) -> [ReviewMark] {
    try apply(changes, reviewer: name, at: .now())
  }

  /// Takes back the reviewer's last step now.
  public func undo(reviewer: String) throws(ReviewFailure) -> ReviewStep? {
    try undo(reviewer: reviewer, at: .now())
  }

  /// Makes again now what the reviewer took back last.
  public func redo(reviewer: String) throws(ReviewFailure) -> ReviewStep? {
    try redo(reviewer: reviewer, at: .now())
  }

  /// Adds the marks of another store now.
  public func merge(_ ledger: ReviewLedger) throws(ReviewFailure) -> ReviewMergeReport {
    try merge(ledger, at: .now())
  }

  /// The marks of everyone on all issues that hold and say something.
  public func marks() throws(ReviewFailure) -> [ReviewMark] {
    try marks(ofIssue: nil, reviewer: nil)
  }

  /// The marks of everyone on one issue that hold and say something.
  public func marks(ofIssue issue: String) throws(ReviewFailure) -> [ReviewMark] {
    try marks(ofIssue: issue, reviewer: nil)
  }

  /// The marks of one reviewer on all issues that hold and say something.
  public func marks(reviewer: String) throws(ReviewFailure) -> [ReviewMark] {
    try marks(ofIssue: nil, reviewer: reviewer)
  }

  /// Every mark ever put by everyone on all issues.
  public func ledger() throws(ReviewFailure) -> ReviewLedger {
    try ledger(ofIssue: nil, reviewer: nil)
  }
}

extension ReviewStore {
  /// Gives issues what older versions kept for them; asks for the words only of those concerned.
  ///
  /// - Parameters:
  ///   - names: The issues that are open.
  ///   - scope: The words of an issue, by its place in `names`.
  public func adopt(
    _ names: [IssueName], scope: (Int) -> ReviewScope
  ) throws(ReviewFailure) {
    guard isWritable else { return }
    let waiting = try idsWithoutPublication()
    if waiting.isEmpty { return }
    for (index, name) in names.enumerated() where waiting.contains(name.id) {
      try adopt(scope(index))
    }
  }
}
