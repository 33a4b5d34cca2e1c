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

  /// The keys of a script, without what is typed as text.
  private func keyCount(_ script: String) throws -> Int {
    var count = 0
    for line in script.split(separator: "\n") where line.hasPrefix("keys ") {
      for word in line.dropFirst(5).split(separator: " ") {
        count += try ScriptKeys.keys(String(word)).count
      }
    }
    return count
  }

  @Test func anOfficialHasTheWorklistInTwoKeysAndThenInOne() throws {
    // The tab of the bodies, and the selected one's worklist; from then on one key.
    let script = "keys 2\nkeys @\nexpect 按期限\n"
    #expect(try run(script).mistake == nil)
    #expect(try keyCount(script) == 2)
    #expect(try run(script + "keys 1\nkeys @\nexpect 按期限\n").mistake == nil)
  }

  @Test func whoNamedTheDepartmentHasTheWorklistInOneKey() throws {
    var options = LaunchOptions()
    options.configuration.choose(.string("sthjt"), for: .department, from: .builtIn)
    let script = "keys @\nexpect 省生态环境厅\nexpect 按期限\n"
    #expect(try run(script, options: options).mistake == nil)
    #expect(try keyCount(script) == 1)
  }

  @Test func aWorklistIsWrittenUnderANameOfOnesOwn() throws {
    // One key writes at once, as WritingTests and the built program show; `gw` asks first.
    let script = "keys 2\nkeys @\nkeys gw\nexpect w 2021-11-省生态环境厅.csv\n"
    #expect(try run(script).mistake == nil)
    try withFolder { folder in
      let path = folder.appendingPathComponent("list.csv").path
      let result = try run(
        "keys 2\nkeys @\nkeys gw <C-u>\ntype w \(path)\nkeys <Enter>\nexpect 已写入\n")
      #expect(result.mistake == nil, "\(result)")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains("引用,标题,职责") && text.contains("牵头"))
    }
  }

  @Test func aQuestionWithItsReasonIsThreeKeysAndItsText() throws {
    try withFolder { folder in
      let script =
        "keys v\nexpect 已标 存疑 3.2/2.1.1\nkeys a\nexpect 批注 3.2/2.1.1\n"
        + "type 时限有误\nkeys <C-s>\nexpect 批注已存\n"
      let result = try run(
        "keys :3.2/2.1.1 <Enter>\n" + script, options: options(folder, reviewer: "甲"))
      #expect(result.mistake == nil, "\(result)")
      #expect(try keyCount(script) == 3)
    }
  }

  @Test func aQuotableCitationIsTwoKeys() throws {
    let script = "keys Y\nexpect 附件1《吉林省空气质量巩固提升行动方案》\nkeys <Enter>\nexpect 字已送往\n"
    #expect(try run("size 120x40\nkeys :3.1/2.3.11 <Enter>\n" + script).mistake == nil)
    #expect(try keyCount(script) == 2)
  }

  @Test func theSecondReviewerSeesTheFirstsFiveOpinionsWithOneKey() throws {
    try withFolder { folder in
      let first = try run(
        "keys :3.1/2.1.1 <Enter>\nkeys ccccc\n", options: options(folder, reviewer: "甲"))
      #expect(first.mistake == nil)
      let script = "expect 他人标记 5\nkeys 5\nexpect 甲 同意\nexpect 有标记：5 条\n"
      let second = try run(script, options: options(folder, reviewer: "乙"))
      #expect(second.mistake == nil, "\(second)")
      #expect(try keyCount(script) == 1)
    }
  }
}
