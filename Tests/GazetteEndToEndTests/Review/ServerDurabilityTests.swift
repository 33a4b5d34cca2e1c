import DatabaseServer
import Foundation
import Testing

/// What the program has acknowledged is in the database, whatever becomes of the server.
///
/// `GAZETTE_SOAK` asks for the full numbers: 20 processes with 500 marks each, and a server that ends all
/// the time.
@Suite(.serialized) struct ServerDurabilityTests {
  private static let isSoak = ProcessInfo.processInfo.environment["GAZETTE_SOAK"] != nil

  private let folder: TemporaryFolder
  private let references: [String]

  init() throws {
    folder = try TemporaryFolder()
    references = try Program.run("outline").lines.compactMap { line in
      let reference = line.prefix { $0 != " " }
      return reference.contains("/") ? String(reference) : nil
    }
  }

  @Test func noMarkIsLostOrPutTwiceWhileTheServerEndsAndStarts() throws {
    let server = try DatabaseServer()
    let database = try server.makeDatabase()
    let processes = 20
    let marksEach = Self.isSoak ? 500 : 12
    let ends = Self.isSoak ? 12 : 3
    let states = ["read", "agreed", "question", "problem"]
    let running = try (0..<processes).map { process in
      let marks = (0..<marksEach).map { number in
        let round = number / references.count
        return "\(references[number % references.count]) \(states[round % 4]) 第\(number)条"
      }
      return try Marking(marks, reviewer: "第\(process)人", number: process, database, folder)
    }
    func acknowledged() throws -> Int {
      try running.reduce(0) { $0 + (try $1.acknowledged().count) }
    }
    for round in 1...ends {
      let target = processes * marksEach * round / (ends + 2)
      while try acknowledged() < target, running.contains(where: \.isRunning) {}
      let end = DatabaseServer.End.allCases[round % DatabaseServer.End.allCases.count]
      try server.stop(end)
      try server.start()
    }
    for marking in running {
      let status = marking.waitForEnd()
      let errors = try marking.errors()
      #expect(status == 0, "\(errors)")
      #expect(try marking.acknowledged().count == marksEach)
    }
    let check = try Program.run("review", "check", "--review-db", database)
    #expect(check.status == 0, "\(check.text)")
    // More would be a step that was taken twice.
    #expect(check.text.contains("历史\(processes * marksEach)条"), "\(check.text)")
  }

  @Test func programsThatAreKilledLoseNothingAndHoldNothing() throws {
    let database = try DatabaseServer.shared.get().makeDatabase()
    for round in 0..<(Self.isSoak ? 50 : 4) {
      let marks = references.enumerated().map { "\($0.element) problem 第\($0.offset)条" }
      let marking = try Marking(marks, reviewer: "第\(round)人", number: round, database, folder)
      let target = Int.random(in: 1..<20)
      while marking.isRunning, try marking.acknowledged().count < target {}
      marking.kill()
      let acknowledged = try marking.acknowledged()
      #expect(acknowledged == Array(references.prefix(acknowledged.count)))
      let list = try Program.run(
        "review", "list", "--reviewer", "第\(round)人", "--json", "--review-db", database)
      let kept = try JSONSerialization.jsonObject(with: Data(list.output)) as? [[String: Any]] ?? []
      #expect(kept.count == acknowledged.count || kept.count == acknowledged.count + 1)
      for (number, reference) in acknowledged.enumerated() {
        #expect(
          kept.contains {
            $0["ref"] as? String == "2021-11:\(reference)" && $0["note"] as? String == "第\(number)条"
          })
      }
    }
  }
}
