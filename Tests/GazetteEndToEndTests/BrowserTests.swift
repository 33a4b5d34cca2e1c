import Foundation
import Testing

/// Walks through the browser as a reader takes them, on a terminal.
@Suite(.serialized) struct BrowserTests {
  /// The title of the first document, which the browser opens at.
  private let firstTitle = "关于激发人才活力支持人才服务乡村振兴的政策措施"

  /// An issue that is opened for the first time begins with what it holds, and then never again.
  @Test func aNewIssueBeginsWithWhatItHolds() throws {
    let start = "rm -r $HOME/.config; $GAZETTE; echo left; exec $GAZETTE"
    let session = try TerminalSession(start, columns: 80, rows: 24)
    try session.waitFor("先学五个键", "目录列有、原文未收：1 篇")
    // Its keys are those of the browser.
    try session.press("f")
    try session.waitFor("lead@")
    try session.press("Escape")
    try session.waitFor("the filter to close") { rows in !rows.contains { $0.contains("lead@") } }
    try session.press("q")
    let screen = try session.waitFor("? 帮助")
    #expect(!screen.contains { $0.contains("先学五个键") })
  }

  @Test func itOpensWithTreeTextAndDetails() throws {
    let session = try TerminalSession()
    // What is written last: the rest is there.
    let screen = try session.waitFor("帮助")
    #expect(screen.contains { $0.contains(firstTitle) })
    #expect(screen.first?.contains("吉林省人民政") == true)
    #expect(screen.contains { $0.contains("1. 实施乡村振兴人才") })
    #expect(screen.contains { $0.contains("原文行") })
    #expect(screen.last?.contains("帮助") == true)
  }

  @Test func walkingDownTheTreeMovesTheText() throws {
    let session = try TerminalSession()
    try session.waitFor(firstTitle)
    try session.press("h")
    // Section 一, its five clauses, section 二, and its first clause.
    for _ in 0..<8 { try session.press("j") }
    try session.waitFor("the clause in the text and its details") { rows in
      rows.contains { $0.contains("引用 1/2.6") }
        && rows.contains { !isTreeRow($0, "6. 加强乡镇") && $0.contains("6. 加强乡镇") }
    }
  }

  @Test func foldingHidesWhatIsBelowAndUnfoldingBringsItBack() throws {
    let session = try TerminalSession()
    try session.waitFor("2. 实施农村创新")
    try session.press("h")
    try session.type("zM")
    try session.waitFor("a folded tree") { rows in !rows.contains { isTreeRow($0, "2. 实施农村创新") } }
    try session.type("zR")
    try session.waitFor("an unfolded tree") { rows in rows.contains { isTreeRow($0, "2. 实施农村创新") } }
  }

  /// Whether the text stands in the tree, left of the first border.
  private func isTreeRow(_ row: String, _ text: String) -> Bool {
    row.split(whereSeparator: { $0 == "|" || $0 == "│" }).first?.contains(text) == true
  }

  @Test func findingGoesToTheMatchAndBack() throws {
    let session = try TerminalSession()
    try session.waitFor(firstTitle)
    try session.type("/")
    try session.type("超低排放改造")
    try session.press("Enter")
    try session.waitFor("超低排放改造")
    try session.type("n")
    try session.waitFor("超低排放改造")
    try session.waitFor("2/6 处")
    try session.press("Escape")
    // Escape and a letter in one go would be a key with Alt.
    try session.waitFor("no matches") { rows in !rows.contains { $0.contains("/6 处") } }
    try session.type("H")
    try session.waitFor("引用 3.1/2.2.8")
    try session.type("H")
    try session.waitFor(firstTitle)
  }

  @Test func aReferenceIsFollowedAndHistoryLeadsBack() throws {
    let session = try TerminalSession()
    try session.waitFor(firstTitle)
    try session.type(":3.1/2.3.11")
    try session.press("Enter")
    try session.waitFor("引用 3.1/2.3.11", "推进重点行业污染深度治理")
    try session.type("H")
    try session.waitFor(firstTitle)
    try session.type("L")
    try session.waitFor("引用 3.1/2.3.11")
  }

  @Test func anUnknownReferenceSaysSo() throws {
    let session = try TerminalSession()
    try session.waitFor(firstTitle)
    try session.type(":99/1")
    try session.press("Enter")
    try session.waitFor("没有 99/1 这一处", firstTitle)
  }

  @Test func resizingKeepsThePlace() throws {
    let session = try TerminalSession()
    try session.waitFor(firstTitle)
    try session.type(":3.1/2.3.11")
    try session.press("Enter")
    try session.waitFor("引用 3.1/2.3.11")
    try session.resize(columns: 80, rows: 24)
    try session.waitFor("80 columns with the clause") { rows in
      rows.count == 24 && rows.contains { $0.contains("11. 推进重点行业污染深度治理") }
        && rows.last?.contains("%") == true
    }
    try session.resize(columns: 30, rows: 5)
    try session.waitFor("a request for room") { rows in
      rows.count == 5 && rows.contains { $0.contains("40") }
    }
    try session.resize(columns: 120, rows: 40)
    try session.waitFor("引用 3.1/2.3.11")
  }

  @Test func printedLinesReplaceTheReadingText() throws {
    let session = try TerminalSession()
    try session.waitFor(firstTitle)
    try session.type("s")
    try session.waitFor("## 关于激发人才活力支持人才服务乡村振兴的政策措施")
    try session.type("s")
    try session.waitFor("the reading text") { rows in
      !rows.contains { $0.contains("##") } && rows.contains { $0.contains(firstTitle) }
    }
  }

  @Test func helpListsTheKeys() throws {
    let session = try TerminalSession()
    try session.waitFor(firstTitle)
    try session.type("?")
    try session.waitFor("下移一行")
    try session.type("q")
    try session.waitFor(firstTitle)
  }

  @Test func fullWidthKeysWork() throws {
    let session = try TerminalSession()
    try session.waitFor(firstTitle)
    try session.type("？")
    try session.waitFor("下移一行")
    try session.type("ｑ")
    try session.waitFor(firstTitle)
  }

  @Test func theInterfaceSpeaksEnglish() throws {
    let session = try TerminalSession("exec \"$GAZETTE\" --lang en")
    let screen = try session.waitFor(firstTitle)
    #expect(screen.last?.contains("j/k move") == true)
  }

  @Test func leavingRestoresTheTerminal() throws {
    let session = try TerminalSession(
      "stty -a > $HOME/before; echo before; \"$GAZETTE\"; echo \"status $?\";"
        + " stty -a > $HOME/after; cmp $HOME/before $HOME/after && echo same; read line")
    try session.waitFor(firstTitle)
    #expect(try session.format("#{alternate_on}") == "1")
    try session.type("q")
    let screen = try session.waitFor("same")
    #expect(screen.prefix(2) == ["before", "status 0"])
    #expect(try session.format("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0")
  }

  @Test func aLocaleWithoutUTF8StillShowsChinese() throws {
    for locale in ["C", "xx_YY.GB2312"] {
      let session = try TerminalSession(locale: locale)
      try session.waitFor(firstTitle)
    }
  }

  @Test func aFailureToOpenLeavesTheScreenAlone() throws {
    let session = try TerminalSession("\"$GAZETTE\" /nowhere; echo \"status $?\"; read line")
    let screen = try session.waitFor("status 1")
    #expect(screen.first?.hasPrefix("gazette: ") == true)
  }

  @Test func theEndOfTheTerminalEndsTheProgram() throws {
    let session = try TerminalSession(
      "exec sh -c 'echo $$ > $HOME/pid; exec \"$GAZETTE\"'", columns: 80, rows: 24)
    try session.waitFor("活力支持人才服务")
    let process = try Program.shell("cat '\(session.home)/pid'").text
    try session.closeTerminal()
    // Each look starts a process; the program has to end before they have all been made.
    let number = process.trimmingCharacters(in: .newlines)
    let gone = try Program.shell(
      "for i in {1..5000}; do /bin/test -e /proc/\(number) || exit 0; done; exit 1")
    #expect(gone.status == 0)
  }

  @Test func textOnATerminalIsSetToItsWidth() throws {
    let session = try TerminalSession(
      "\"$GAZETTE\" show 3.1/2.3.11; echo done; read line", columns: 60, rows: 30)
    let screen = try session.waitFor("done")
    // No row ends before its place because the terminal wrapped it: each begins with a legal
    // character.
    #expect(!screen.contains { row in row.first.map { "，。；、）".contains($0) } ?? false })
    #expect(screen.contains { $0.hasPrefix("    11. 推进重点行业污染深度治理") })
  }

  @Test func aSignalEndsTheBrowserAndRestoresTheTerminal() throws {
    let session = try TerminalSession(
      "sh -c 'echo $$ > $HOME/pid; exec \"$GAZETTE\"'; echo \"status $?\"; read line")
    try session.waitFor(firstTitle)
    let run = try Program.shell("kill -TERM $(cat '\(session.home)/pid')")
    #expect(run.status == 0)
    try session.waitFor("status 143")
    #expect(try session.format("#{alternate_on}") == "0")
  }
}
