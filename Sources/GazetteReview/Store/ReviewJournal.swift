/// What a store reads and writes of marks and steps inside a transaction.
///
/// What is to be written stands in the extensions, once for every store.
protocol ReviewJournal {
  associatedtype Team: TeamJournal

  /// What the team has said, in the same steps.
  var team: Team { get }

  /// The entry that holds.
  func current(_ key: ReviewKey, _ reviewer: String) throws -> JournalEntry?

  /// Every entry of one reviewer at one node, the oldest first.
  func history(_ key: ReviewKey, _ reviewer: String) throws -> [JournalEntry]

  /// The entries of one step, in the order they were made.
  func entries(ofStep step: Int64) throws -> [JournalEntry]

  /// The entry of that number.
  func entry(_ id: Int64) throws -> JournalEntry?

  /// Adds a mark to the history without having it hold; gives its number.
  func append(_ mark: ReviewMark, step: Int64, previous: Int64?) throws -> Int64

  /// Has an entry hold at a node for a reviewer.
  func hold(_ key: ReviewKey, _ reviewer: String, entry: Int64) throws

  /// The stacks after a reviewer's last step.
  func stacks(of reviewer: String) throws -> StepStacks

  /// The step below another on the stack that it went onto.
  func below(_ step: Int64) throws -> Int64?

  /// Adds a step, with the stacks as they are after it; gives its number.
  ///
  /// - Parameter stacks: The stacks, once the number of the step is known.
  func begin(_ step: JournalStep, stacks: (Int64) -> StepStacks) throws -> Int64

  // What only adoption asks for.

  /// The entries under the name of an issue, in the order they were made.
  func entries(ofIssue issue: String) throws -> [JournalEntry]

  /// Gives an entry to another issue, and names the one that it took the place of.
  func move(_ entry: Int64, toIssue issue: String, previous: Int64?) throws

  /// Has nothing hold at a node for a reviewer.
  func release(_ key: ReviewKey, _ reviewer: String) throws

  /// Who left an issue somewhere.
  func readersWithPlace(inIssue issue: String) throws -> [String]

  /// Gives a reader's place to another issue, unless that has one.
  func movePlace(of reader: String, fromIssue issue: String, to other: String) throws
}

/// A mark with its place in the journal.
struct JournalEntry {
  let id: Int64
  let mark: ReviewMark
  /// What held before.
  let previous: Int64?
}

/// A step as it is added to the journal.
struct JournalStep {
  let kind: ReviewEvent.Kind
  /// Whose stacks it changes; nil of an import, which is on no stack.
  let reviewer: String?
  let at: ReviewTime
  /// The step that it reverses.
  var target: Int64?
  /// The step below it on the stack that it goes onto.
  var below: Int64?
}

/// The tops of a reviewer's undo and redo stacks.
///
/// The reviewer's last step names the tops of both stacks after it, and each step on a stack names
/// the one below it. So a stack is never rewritten, and what a new change cuts off from redoing
/// stays in the history.
struct StepStacks {
  var undoTop: Int64?
  var redoTop: Int64?
}

extension ReviewJournal {
  /// Begins a step of changes: it goes onto the undo stack, and the redo stack is empty after it.
  func beginChange(by reviewer: String, at now: ReviewTime) throws -> Int64 {
    let below = try stacks(of: reviewer).undoTop
    return try begin(JournalStep(kind: .change, reviewer: reviewer, at: now, below: below)) { id in
      StepStacks(undoTop: id, redoTop: nil)
    }
  }

  /// Begins a step that reverses the top of the undo stack, and names that; nil when it is empty.
  func beginUndo(
    by reviewer: String, at now: ReviewTime
  ) throws -> (step: Int64, target: Int64)? {
    let stacks = try stacks(of: reviewer)
    guard let target = stacks.undoTop else { return nil }
    let rest = try below(target)
    let undo = JournalStep(
      kind: .undo, reviewer: reviewer, at: now, target: target, below: stacks.redoTop)
    return (try begin(undo) { id in StepStacks(undoTop: rest, redoTop: id) }, target)
  }

  /// Begins a step that reverses the top of the redo stack, and names that; nil when it is empty.
  func beginRedo(
    by reviewer: String, at now: ReviewTime
  ) throws -> (step: Int64, target: Int64)? {
    let stacks = try stacks(of: reviewer)
    guard let target = stacks.redoTop else { return nil }
    let rest = try below(target)
    let redo = JournalStep(
      kind: .redo, reviewer: reviewer, at: now, target: target, below: stacks.undoTop)
    return (try begin(redo) { id in StepStacks(undoTop: id, redoTop: rest) }, target)
  }

  /// Begins a step of an import, which is on no stack.
  func beginImport(at now: ReviewTime) throws -> Int64 {
    try begin(JournalStep(kind: .import, reviewer: nil, at: now)) { _ in StepStacks() }
  }
}
