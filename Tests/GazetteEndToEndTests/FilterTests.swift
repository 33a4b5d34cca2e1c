import Testing

/// Narrowing an issue, going to anything, and copying, on a real terminal.
@Suite struct FilterTests {
  private static let shell = "\"$GAZETTE\"; echo \"status $?\"; read line"

  private func open(_ command: String = shell, columns: Int = 120, rows: Int = 40) throws
    -> TerminalSession
  {
    let session = try TerminalSession(command, columns: columns, rows: rows)
    try session.waitFor("目录")
    return session
  }

  @Test func anIssueIsNarrowedByInitialsRoleAndTarget() throws {
    let session = try open()
    try session.type("f")
    try session.waitFor("牵头的单位")
    try session.type("sthj")
    try session.waitFor("61 处 / 3 份文件")
    try session.waitFor("@省生态环境厅")
    // The cursor of the terminal stands behind what is typed.
    #expect(try session.format("#{cursor_x}") == "12")
    try session.press("C-u")
    try session.type("lead@sthj")
    try session.waitFor("21 处 / 3 份文件")
    try session.press("Enter")
    try session.waitFor("lead@sthj x")
    try session.type("f")
    try session.type("target>80%")
    try session.press("Enter")
    try session.waitFor("target>80% x")
    try session.type("F")
    try session.waitFor("no chip") { rows in !rows.contains { $0.contains("lead@sthj x") } }
    try session.type("q")
    try session.waitFor("status 0")
  }

  @Test func escapeGivesTheScreenBack() throws {
    let session = try open(columns: 80, rows: 24)
    // The review opens behind the first frame and shows its progress from then on.
    try session.waitFor("已阅 0/")
    try session.type("jjj}")
    let before = try session.waitFor("2.1") { $0[0].contains("加快构建") || $0[0].contains("2.1") }
    try session.type("f")
    try session.type("黑土地")
    try session.waitFor("处 / ")
    try session.press("Escape")
    try session.waitFor("the screen as it was") { $0 == before }
    try session.type("q")
    try session.waitFor("status 0")
  }

  @Test func togglesShowTheirStateAndCount() throws {
    let session = try open(columns: 80, rows: 24)
    try session.waitFor("目录")
    try session.type("6")
    try session.waitFor("6 [牵头] 31")
    try session.type("8")
    try session.waitFor("8 [有指标]")
    try session.type("6")
    try session.waitFor("6 牵头")
    try session.type("8")
    try session.waitFor("no toggles") { rows in !rows.contains { $0.contains("7 参与") } }
    try session.type("q")
    try session.waitFor("status 0")
  }

  @Test func thePaletteGoesToAnything() throws {
    let session = try open()
    try session.press("C-p")
    try session.waitFor("转到 :")
    try session.type("shuihuanjing")
    try session.waitFor("吉林省水环境质量巩固提升行动方案")
    try session.press("Enter")
    try session.waitFor("转到 3.2")
    try session.press("?")
    try session.type("全部折叠")
    try session.waitFor("zM")
    try session.press("Enter")
    try session.waitFor("the tree folded") { rows in
      rows.contains { $0.contains("+ 吉林省空气") }
    }
    try session.type("q")
    try session.waitFor("status 0")
  }

  @Test func targetsAreSortedAndGoneTo() throws {
    let session = try open()
    try session.type("4")
    try session.waitFor(">=3万人次")
    try session.type("ooo")
    try session.waitFor("期限 v")
    try session.press("Enter")
    try session.waitFor("3.1/1.t1")
    try session.type("H")
    try session.waitFor("期限 v")
    try session.type("q")
    try session.waitFor("status 0")
  }

  @Test func tmuxReceivesWhatIsCopied() throws {
    let session = try open()
    try session.useClipboard()
    try session.type(":3.1/2.3.11")
    try session.press("Enter")
    try session.waitFor("转到 3.1/2.3.11")
    try session.type("y")
    try session.waitFor("已送往")
    try session.waitForBuffer { $0.hasPrefix("11. 推进重点行业污染深度治理。") && $0.hasSuffix("负责）") }
    try session.type("gy")
    try session.waitForBuffer { $0 == "3.1/2.3.11" }
    try session.type("Y")
    try session.waitFor("GB/T 7714")
    try session.press("Enter")
    try session.waitForBuffer { $0.contains("吉政办发〔2021〕10号") && $0.contains("2021年第11期") }
    try session.type("q")
    try session.waitFor("status 0")
  }

  @Test func withoutAClipboardTheTextStandsAlone() throws {
    let session = try open("TERM=vt100 \"$GAZETTE\"; echo \"status $?\"; read line")
    try session.type(":3.1/2.3.11")
    try session.press("Enter")
    try session.type("y")
    try session.waitFor("the text alone") { $0[0].hasPrefix("11. 推进重点行业污染深度治理。") }
    try session.type("q")
    try session.waitFor("目录")
    try session.type("q")
    try session.waitFor("status 0")
  }

  @Test func aPrefixThatWaitsShowsWhatCanFollow() throws {
    let session = try open()
    try session.type("g")
    try session.waitFor("谁引用了这里")
    try session.press("Escape")
    try session.waitFor("the panes") { rows in !rows.contains { $0.contains("谁引用了这里") } }
    try session.type("q")
    try session.waitFor("status 0")
  }
}
