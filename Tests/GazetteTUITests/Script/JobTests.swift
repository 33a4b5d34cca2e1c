import Foundation
import GazetteModel
import GazetteReview
import TerminalKit
import GazetteText
import Testing

@testable import GazetteTUI

/// The jobs that the lists are made for, as scripts, with their keys counted.
@Suite struct JobTests {
  private func run(
    _ script: String, options: LaunchOptions = LaunchOptions()
  ) throws -> (output: String, mistake: ScriptMistake?) {
    let lines = try ScriptParser.lines(of: Array(script.utf8))
    var runner = try #require(
      ScriptRunner(lines, library: Library(issues: [SampleIssue.shipped()]), options: options))
    let mistake = runner.run()
    return (String(decoding: runner.output.bytes, as: UTF8.self), mistake)
  }

  /// Options with a store in a folder.
  private func options(_ folder: URL, reviewer: String) -> LaunchOptions {
    var options = LaunchOptions()
    options.reviewDatabase = folder.appendingPathComponent("review.sqlite").path
    options.reviewer = reviewer
    return options
  }

  private func withFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gazette-jobs-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
  }

  @Test func anOfficialHasTheWorklistInTwoKeysAndThenInOne() throws {
    // The tab of the bodies, and the selected one's worklist; from then on one key.
    let script = "keys 2\nkeys @\nexpect 按期限\nkeys 1\nkeys @\nexpect 按期限\n"
    #expect(try run(script).mistake == nil)
  }

  @Test func aWorklistIsWrittenFromWhereOneSeesIt() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("list.csv").path
      let result = try run(
        "keys 2\nkeys @\nkeys g w\ntype \(path)\nkeys <Enter>\nexpect 已写入\n")
      #expect(result.mistake == nil, "\(result)")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains("引用,标题,职责") && text.contains("牵头"))
    }
  }

  @Test func aQuestionWithItsReasonIsTwoKeysAndStaysAtItsClause() throws {
    try withFolder { folder in
      let result = try run(
        "keys : 3.2/2.1.1 <Enter>\nkeys v\nexpect 已标 存疑 3.2/2.1.1\nkeys a\n"
          + "expect 批注 3.2/2.1.1\ntype 时限有误\nkeys <C-s>\nexpect 批注已存\n",
        options: options(folder, reviewer: "甲"))
      #expect(result.mistake == nil, "\(result)")
    }
  }

  @Test func theSecondReviewerSeesTheFirstsFiveOpinionsWithOneKey() throws {
    try withFolder { folder in
      let first = try run(
        "keys : 3.1/2.1.1 <Enter>\nkeys c c c c c\n", options: options(folder, reviewer: "甲"))
      #expect(first.mistake == nil)
      let second = try run(
        "expect 他人标记 5\nkeys 5\nexpect 甲 同意\nexpect 有标记：5 条\n",
        options: options(folder, reviewer: "乙"))
      #expect(second.mistake == nil, "\(second)")
    }
  }
}
