import DatabaseServer
import Foundation
import Testing

/// What the program has acknowledged is on the disk, whatever happens next.
///
/// `GAZETTE_SOAK` asks for the full numbers: 200 kills, and 20 processes with 500 marks each, in a file and
/// on a server, which is ended itself meanwhile.
@Suite(.serialized) struct ReviewDurabilityTests {
  private static let isSoak = ProcessInfo.processInfo.environment["GAZETTE_SOAK"] != nil

  private let folder: TemporaryFolder
  private let references: [String]
  private var database: String { folder.path + "/state/review.sqlite" }

  init() throws {
    folder = try TemporaryFolder()
    references = try Program.run("outline").lines.compactMap { line in
      let reference = line.prefix { $0 != " " }
      return reference.contains("/") ? String(reference) : nil
    }
  }

  @Test func whatWasAcknowledgedSurvivesKilling() throws {
    try markAndKill(rounds: Self.isSoak ? 200 : 12, in: database, most: references.count / 2)
  }

  @Test func onAServerWhatWasAcknowledgedSurvivesKilling() throws {
    try markAndKill(
      rounds: Self.isSoak ? 200 : 4, in: try DatabaseServer.shared.get().makeDatabase(),
      most: references.count / 4)
  }

  /// Kills a process that marks, at any of the first marks, time after time.
  private func markAndKill(rounds: Int, in database: String, most: Int) throws {
    try #require(references.count > 100)
    for round in 0..<rounds {
      let marks = references.enumerated().map { "\($0.element) problem 第\(round)轮第\($0.offset)条" }
      let marking = try Marking(marks, reviewer: "第\(round)人", number: round, database, folder)
      let target = Int.random(in: 0..<most)
      while marking.isRunning, try marking.acknowledged().count < target {}
      marking.kill()
      let acknowledged = try marking.acknowledged()
      #expect(acknowledged == Array(references.prefix(acknowledged.count)))
      let notes = try notes(of: "第\(round)人", at: database)
      for (number, reference) in acknowledged.enumerated() {
        #expect(notes["2021-11:\(reference)"] == "第\(round)轮第\(number)条")
      }
      // One more than acknowledged may have been committed, never fewer.
      #expect(notes.count == acknowledged.count || notes.count == acknowledged.count + 1)
    }
    let check = try Program.run("review", "check", "--review-db", database)
    #expect(check.status == 0, "\(check.text)")
  }

  @Test(arguments: [false, true])
  func onAServerWhatWasAcknowledgedSurvivesItsEnd(isKilled: Bool) throws {
    let server = try DatabaseServer()
    let database = try server.makeDatabase()
    let processes = 20
    let marksEach = Self.isSoak ? 500 : 10
    let ends = Self.isSoak ? 5 : 1
    let running = try (0..<processes).map { process in
      let marks = (0..<marksEach).map { number in
        "\(references[number % references.count]) \(number % 2 == 0 ? "problem" : "question") 第\(number)条"
      }
      return try Marking(
        marks, reviewer: "第\(process)人", number: process, database, folder)
    }
    func acknowledged() throws -> Int {
      try running.map { try $0.acknowledged().count }.reduce(0, +)
    }
    for end in 1...ends {
      // While some are recorded and most are not.
      let due = processes * marksEach * end / (2 * ends + 1)
      while try acknowledged() < due, running.contains(where: \.isRunning) {}
      try #require(acknowledged() < processes * marksEach, "all is recorded before the end")
      try server.stop(isKilled ? .killed : .fast)
      try server.start()
    }
    for (number, marking) in running.enumerated() {
      let status = marking.waitForEnd()
      let errors = try marking.errors()
      #expect(status == 0, "\(errors)")
      #expect(try marking.acknowledged().count == marksEach)
      let notes = try notes(of: "第\(number)人", at: database)
      // A reference that was marked twice has what was said last.
      let last = Dictionary(
        (0..<marksEach).map { ("2021-11:\(references[$0 % references.count])", "第\($0)条") },
        uniquingKeysWith: { $1 })
      #expect(notes == last)
    }
    let check = try Program.run("review", "check", "--review-db", database)
    #expect(check.status == 0, "\(check.text)")
    #expect(check.text.contains("历史\(processes * marksEach)条"), "\(check.text)")
  }

  @Test func manyProcessesMarkAtOnceAndLoseNothing() throws {
    let processes = 20
    let marksEach = Self.isSoak ? 500 : 12
    let states = ["read", "agreed", "question", "problem"]
    let running = try (0..<processes).map { process in
      let marks = (0..<marksEach).map { number in
        let round = number / references.count
        return "\(references[number % references.count]) \(states[round % 4]) 第\(number)条"
      }
      return try Marking(marks, reviewer: "第\(process)人", number: process, database, folder)
    }
    for marking in running {
      #expect(marking.waitForEnd() == 0)
      // That the turn was long in coming is said, once.
      let errors = try marking.errors().split(separator: "\n")
      #expect(errors.count <= 1 && errors.allSatisfy { $0.contains("等候：") })
      #expect(try marking.acknowledged().count == marksEach)
    }
    let check = try Program.run("review", "check", "--review-db", database)
    #expect(check.status == 0, "\(check.text)")
    #expect(check.text.contains("历史\(processes * marksEach)条"))
  }

  /// The notes of a reviewer, by reference.
  private func notes(of reviewer: String, at database: String) throws -> [String: String] {
    let result = try Program.run(
      "review", "list", "--json", "--reviewer", reviewer, "--review-db", database)
    return Dictionary(
      try result.objects().map { ($0["ref"] as? String ?? "", $0["note"] as? String ?? "") },
      uniquingKeysWith: { first, _ in first })
  }
}

/// A process that marks line after line and acknowledges each.
final class Marking {
  private let process = Process()
  private let outputPath: String
  private let errorPath: String

  init(
    _ marks: [String], reviewer: String, number: Int, _ database: String, _ folder: TemporaryFolder
  ) throws {
    let input = try folder.file("in\(number)", marks.joined(separator: "\n") + "\n")
    outputPath = try folder.file("out\(number)", "")
    errorPath = try folder.file("err\(number)", "")
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = [
      "review", "mark", "--stdin", "--reviewer", reviewer, "--review-db", database,
    ]
    process.environment = ["LC_ALL": "C.UTF-8"]
    process.standardInput = FileHandle(forReadingAtPath: input)
    process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    process.standardError = FileHandle(forWritingAtPath: errorPath)
    try process.run()
  }

  var isRunning: Bool { process.isRunning }

  /// The references acknowledged so far, without one that is only half written.
  func acknowledged() throws -> [String] {
    let text = try String(contentsOfFile: outputPath, encoding: .utf8)
    return text.components(separatedBy: "\n").dropLast()
  }

  func errors() throws -> String { try String(contentsOfFile: errorPath, encoding: .utf8) }

  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  func waitForEnd() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }
}
