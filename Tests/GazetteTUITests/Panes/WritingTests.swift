import Foundation
import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct WritingTests {
  private func browser(_ keys: String, language: Language = .chinese) throws -> Browser {
    var browser = try Browser(Size(columns: 120, rows: 40), language: language)
    browser.index()
    browser.type(keys)
    return browser
  }

  /// What was asked to be written, as lines.
  private func written(_ browser: Browser) -> (path: String, lines: [String])? {
    guard case .write(let path, let bytes, _)? = browser.effects.last else { return nil }
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    return (path, text.split(separator: "\r\n").map(String.init))
  }

  @Test func theListOnTheScreenIsWritten() throws {
    var browser = try browser("2")
    browser.handle(.pause)
    browser.press(.enter)
    let tasks = try #require(browser.state.listedNodes(browser.layouts)).rows.filter {
      !$0.isEmpty
    }
    browser.type(":")
    browser.type("w 名单.csv")
    browser.press(.enter)
    let file = try #require(written(browser))
    #expect(file.path == "名单.csv")
    #expect(file.lines.count == tasks.count + 1)
    #expect(file.lines[0] == "引用,标题,职责,配合单位,期限,指标,文件,标记,批注")
    #expect(file.lines[1].contains("牵头"))
    browser.handle(.pause)
  }

  @Test func theHeadsSpeakTheReadersLanguage() throws {
    var browser = try browser("gw", language: .english)
    #expect(browser.state.mode == .reference)
    browser.type("list.csv")
    browser.press(.enter)
    let file = try #require(written(browser))
    #expect(file.lines[0].hasPrefix("ref,title,role"))
  }

  @Test func nothingIsWrittenWhereOnlyReadingIsAllowed() throws {
    var browser = try browser("")
    browser.state.settings.allowsWriting = false
    browser.type(":")
    browser.type("w x.csv")
    browser.press(.enter)
    #expect(browser.effects.isEmpty)
    #expect(browser.state.message == Message(.writingIsOff))
    browser.type("gw")
    #expect(browser.state.message == Message(.writingIsOff))
    #expect(!browser.state.settings.allow(.write(path: "x", [])))
  }

  @Test func theColonTakesWhatOtherProgramsTake() throws {
    var browser = try browser("")
    browser.type(":")
    browser.type("help")
    browser.press(.enter)
    #expect(browser.state.mode == .help)
    browser.press(.escape)
    browser.type(":")
    browser.type("q")
    browser.press(.enter)
    #expect(browser.effects.last == .quit)
  }

  @Test func oneKeyWritesTheListUnderANewName() throws {
    var browser = try browser("2")
    browser.handle(.pause)
    browser.type("@")
    browser.press(.control("s"))
    let file = try #require(written(browser))
    #expect(file.path == "2021-11-省生态环境厅.csv")
    #expect(browser.state.mode == .dossier)
    guard case .write(_, _, let isNew)? = browser.effects.last else { return }
    #expect(isNew)
    _ = browser.state.update(.written(file.path, nil), layouts: browser.layouts)
    #expect(browser.state.message?.text(.chinese) == "已写入当前文件夹：2021-11-省生态环境厅.csv")
    // It went well: in red it would read like a failure.
    #expect(browser.state.message?.isNotice == true)
  }

  /// A dossier stays open behind the tree when the reader goes on to an issue that has fewer bodies.
  @Test func aListOfAnotherIssueThanTheDossierIsWritten() throws {
    let issues = [try SampleIssue.shipped(), SamplePlan.issue()]
    var browser = try Browser(Library(issues: issues), Size(columns: 120, rows: 40))
    browser.index()
    browser.type("2")
    browser.handle(.pause)
    browser.type("G")
    browser.press(.enter)
    #expect(browser.state.mode == .dossier)
    browser.type("1")
    browser.handle(.pause)
    let other = browser.state.library.ids[1]
    browser.type(":\(other):1")
    browser.press(.enter)
    #expect(!browser.state.departments.dossiers.isEmpty)
    browser.press(.control("s"))
    let file = try #require(written(browser))
    #expect(file.lines.count > 1 && file.lines.dropFirst().allSatisfy { $0.contains(other) })
  }

  @Test func aFileThatIsThereIsKeptBesideANewOne() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gazette-names-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, next) in [("a.csv", "a-2.csv"), ("b", "b-2"), (".c", ".c-2")] {
      let path = folder.appendingPathComponent(name).path
      #expect(ReviewFile.freeName(path) == path)
      try Data().write(to: URL(fileURLWithPath: path))
      #expect(ReviewFile.freeName(path) == folder.appendingPathComponent(next).path)
    }
    let second = folder.appendingPathComponent("a-2.csv")
    try Data().write(to: second)
    #expect(ReviewFile.freeName(folder.path + "/a.csv") == folder.path + "/a-3.csv")
  }

  /// Every list writes as many rows as it shows, with what it shows.
  @Test(arguments: Tab.allCases) func everyListIsWritten(_ tab: Tab) throws {
    var review = try Reviewing()
    review.browser.index()
    review.go(to: "3.1/2.1.1")
    review.type("vjb")
    review.open(tab)
    review.press(.control("s"))
    let file = try #require(written(review.browser), "\(tab)")
    let list = review.state.listedNodes(review.browser.layouts)
    let count: Int? =
      switch tab {
      case .matrix: list?.current.map { list?.rows[$0].count ?? 0 }
      case .departments:
        review.browser.layouts.departmentList(for: review.state)?.rows.count { $0.place != nil }
      case .contents: nil
      default: list?.rows.count
      }
    if let count { #expect(file.lines.count == count + 1, "\(tab)") }
    let words =
      switch tab {
      case .contents: "推进秸秆禁烧"
      case .departments: "统一要求"
      case .matrix: "省生态环境厅"
      case .targets: "90%"
      case .review: "问题"
      case .checks: "目录所列，原文未收"
      case .team: "未分派"
      }
    if tab != .matrix { #expect(file.lines.contains { $0.contains(words) }, "\(tab)") }
  }

  @Test func aTargetIsWrittenInItsOwnRowOnly() throws {
    var browser = try browser("4")
    browser.handle(.pause)
    browser.press(.control("s"))
    let file = try #require(written(browser))
    let table = try #require(browser.layouts.targetTable(for: browser.state))
    let all = try #require(browser.state.currentIndexes?.targets.targets)
    let place = try #require(table.rows.firstIndex { all[$0].text.contains("90%") })
    let row = file.lines[place + 1]
    #expect(row.contains("90%") && !row.contains("32微克"), "\(row)")
  }

  @Test func withoutANameNothingIsWritten() throws {
    var browser = try browser("")
    browser.type(":")
    browser.type("w")
    browser.press(.enter)
    #expect(browser.effects.isEmpty && browser.state.message == Message(.writeWhere))
  }
}
