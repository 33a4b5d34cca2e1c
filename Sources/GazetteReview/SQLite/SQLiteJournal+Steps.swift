import SQLiteKit

extension SQLiteJournal {
  func stacks(of reviewer: String) throws -> StepStacks {
    let statement = try database.cachedStatement(
      sql: "SELECT undoTop, redoTop FROM step WHERE reviewer = ? ORDER BY id DESC LIMIT 1")
    guard let row = try DatabaseRow.fetchOne(statement, arguments: [reviewer]) else {
      return StepStacks()
    }
    return StepStacks(undoTop: row.integer(0), redoTop: row.integer(1))
  }

  func below(_ step: Int64) throws -> Int64? {
    let statement = try database.cachedStatement(sql: "SELECT below FROM step WHERE id = ?")
    return try DatabaseRow.fetchOne(statement, arguments: [step])?.integer(0)
  }

  func begin(_ step: JournalStep, stacks: (Int64) -> StepStacks) throws -> Int64 {
    let insertion = try database.cachedStatement(
      sql: "INSERT INTO step (reviewer, at, kind, target, below) VALUES (?, ?, ?, ?, ?)")
    try insertion.execute(
      arguments: [
        step.reviewer, step.at.milliseconds, step.kind.rawValue, step.target, step.below,
      ])
    let id = database.lastInsertedRowID
    let after = stacks(id)
    let update = try database.cachedStatement(
      sql: "UPDATE step SET undoTop = ?, redoTop = ? WHERE id = ?")
    try update.execute(arguments: [after.undoTop, after.redoTop, id])
    return id
  }
}
