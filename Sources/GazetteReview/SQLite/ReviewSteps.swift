import GRDB

/// The undo and redo stacks of one reviewer inside a transaction.
///
/// The reviewer's last step names the tops of both stacks after it, and each step on a stack names
/// the one below it. So a stack is never rewritten, and what a new change cuts off from redoing
/// stays in the history.
struct ReviewSteps {
  let database: Database
  let reviewer: String

  private struct Stacks {
    var undoTop: Int64?
    var redoTop: Int64?
  }

  /// Begins a step of changes: it goes onto the undo stack, and the redo stack is empty after it.
  func change(at now: ReviewTime) throws -> Int64 {
    let stacks = try stacks()
    return try insert("change", at: now, target: nil, below: stacks.undoTop) { id in
      Stacks(undoTop: id, redoTop: nil)
    }
  }

  /// Begins a step that reverses the top of the undo stack, and names that; nil when the stack is
  /// empty.
  func undo(at now: ReviewTime) throws -> (step: Int64, target: Int64)? {
    let stacks = try stacks()
    guard let target = stacks.undoTop else { return nil }
    let rest = try below(target)
    let step = try insert("undo", at: now, target: target, below: stacks.redoTop) { id in
      Stacks(undoTop: rest, redoTop: id)
    }
    return (step, target)
  }

  /// Begins a step that reverses the top of the redo stack, and names that; nil when the stack is
  /// empty.
  func redo(at now: ReviewTime) throws -> (step: Int64, target: Int64)? {
    let stacks = try stacks()
    guard let target = stacks.redoTop else { return nil }
    let rest = try below(target)
    let step = try insert("redo", at: now, target: target, below: stacks.undoTop) { id in
      Stacks(undoTop: id, redoTop: rest)
    }
    return (step, target)
  }

  /// Begins a step of an import, which is on no stack.
  static func importing(_ database: Database, at now: ReviewTime) throws -> Int64 {
    try database.execute(
      sql: "INSERT INTO step (at, kind) VALUES (?, 'import')", arguments: [now.milliseconds])
    return database.lastInsertedRowID
  }

  private func stacks() throws -> Stacks {
    let statement = try database.cachedStatement(
      sql: "SELECT undoTop, redoTop FROM step WHERE reviewer = ? ORDER BY id DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement, arguments: [reviewer]) else { return Stacks() }
    return Stacks(undoTop: row[0], redoTop: row[1])
  }

  private func below(_ step: Int64) throws -> Int64? {
    let statement = try database.cachedStatement(sql: "SELECT below FROM step WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [step])?[0]
  }

  private func insert(
    _ kind: String, at now: ReviewTime, target: Int64?, below: Int64?,
    stacks: (Int64) -> Stacks
  ) throws -> Int64 {
    let insertion = try database.cachedStatement(
      sql: "INSERT INTO step (reviewer, at, kind, target, below) VALUES (?, ?, ?, ?, ?)")
    try insertion.execute(arguments: [reviewer, now.milliseconds, kind, target, below])
    let id = database.lastInsertedRowID
    let after = stacks(id)
    let update = try database.cachedStatement(
      sql: "UPDATE step SET undoTop = ?, redoTop = ? WHERE id = ?")
    try update.execute(arguments: [after.undoTop, after.redoTop, id])
    return id
  }
}
