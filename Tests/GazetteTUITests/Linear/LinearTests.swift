import GazetteModel
import Testing

@testable import GazetteTUI

@Suite struct LinearTests {
  private var browser: LinearBrowser
  private static let strokes: [Unicode.Scalar] = ["|", "─", "│", "█", "\u{1B}"]

  init() throws {
    browser = try #require(
      LinearBrowser(library: Library(issues: [SampleIssue.shipped()]), language: .chinese))
  }

  private mutating func ask(_ line: String) -> [String] {
    var output = TextOutput(columns: nil)
    browser.answer(line, &output)
    return String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test mutating func aUnitIsReadUnderItsPlace() {
    let lines = ask(":3.1/2.3.11")
    #expect(lines.first?.hasSuffix("，3.1/2.3.11。") == true)
    #expect(lines.first?.hasPrefix("第") == true)
    #expect(lines.contains { $0.hasPrefix("11. 推进重点行业污染深度治理。") })
    #expect(lines.contains { $0.hasPrefix("位于") })
  }

  @Test mutating func whatAUnitStandsInIsSaidOnce() {
    _ = ask("3.1/2.3.11")
    #expect(!ask("n").contains { $0.hasPrefix("位于") })
  }

  @Test mutating func nextAndPreviousAreInverse() {
    _ = ask("3.1/2.3.11")
    let place = browser.place
    _ = ask("")
    #expect(browser.place == place + 1)
    _ = ask("上一条")
    #expect(browser.place == place)
  }

  @Test mutating func keysAndWordsOfBothLanguagesMeanTheSame() {
    for command in LinearCommand.all {
      for name in command.names {
        #expect(LinearCommand.read(name)?.action == command.action, "\(name)")
      }
    }
    #expect(LinearCommand.read("／生态")?.argument == "生态")
    #expect(LinearCommand.read("：3.1")?.action == .go)
    #expect(LinearCommand.read("ｎ")?.action == .next)
    #expect(LinearCommand.read("frob") == nil)
  }

  @Test mutating func wordsAreFoundFromPlaceToPlace() {
    #expect(ask("/黑土地").first == "找到3条，这是第1条。")
    let first = browser.place
    #expect(ask("/").first == "找到3条，这是第2条。")
    #expect(browser.place > first)
    _ = ask("b")
    #expect(browser.place == first)
    #expect(ask("/没有这样的词") == ["没有找到。"])
  }

  @Test mutating func aFilterLeavesOnlyWhatMatches() {
    #expect(ask("f has:deadline").first == "符合的有6条。")
    var places = [browser.place]
    for _ in 0..<5 {
      _ = ask("n")
      places.append(browser.place)
    }
    #expect(Set(places).count == 6)
    #expect(ask("n") == ["到末尾了。"])
    #expect(ask("f") == ["已取消筛选。"])
    _ = ask("p")
    #expect(browser.filter == nil)
    #expect(ask("f nosuch:x").count >= 1)
  }

  @Test mutating func bodiesDetailsAndListsAreLines() {
    #expect(ask("@sthjt").first?.hasPrefix("省生态环境厅") == true)
    _ = ask("3.1/2.3.11")
    let details = ask("d")
    #expect(details.contains("引用：3.1/2.3.11"))
    #expect(details.contains { $0.contains("省工业和信息化厅") })
    #expect(ask("t").contains { $0.hasPrefix("3.1  ") })
    #expect(ask("s").contains { $0.hasPrefix("3.1/2.3  ") })
    #expect(ask("?").count == LinearCommand.all.count)
    #expect(ask("没有的命令") == ["没有“没有的命令”这个命令。? 列出命令。"])
    _ = ask("q")
    #expect(browser.isOver)
  }

  @Test mutating func nothingIsDrawn() {
    for line in ["", "a", "d", "@sthjt", "t", "s", "?", "w"] {
      for answer in ask(line) {
        #expect(!answer.unicodeScalars.contains { Self.strokes.contains($0) }, "\(line): \(answer)")
      }
    }
  }

  @Test func everyParagraphOfTheDocumentsHasAStop() throws {
    let issue = try SampleIssue.shipped()
    var covered = Set<Int>()
    for stop in LinearDesk.stops(in: issue) {
      covered.formUnion(LinearDesk.range(of: stop, in: issue))
    }
    for node in issue.nodes where !node.paragraphs.isEmpty {
      let root = issue[issue.root(of: node.id)].kind
      if root != .cover, root != .contents { #expect(covered.contains(node.id.index)) }
    }
  }
}
