import Testing

/// From the initials of a department to the clause that names it, and back, on a real terminal.
@Suite struct DepartmentsTests {
  @Test func aDepartmentIsFoundReadAndLeftAgain() throws {
    let session = try TerminalSession("\"$GAZETTE\"; echo \"status $?\"; read line")
    try session.waitFor("目录")
    try session.type("2")
    try session.waitFor("省发展改革委")
    try session.type("/")
    try session.waitFor("单位 /")
    try session.type("sthj")
    try session.waitFor("3 个单位")
    try session.press("Enter", "Enter")
    // The dossier, and its first clause beside it.
    try session.waitFor("牵头  20 条")
    try session.waitFor("（省生态环境厅牵头")
    // Enter unfolds a task, and goes on to its text.
    try session.press("j", "j", "Enter", "Enter")
    try session.waitFor("the cursor to stand in the text") { _ in
      (Int((try? session.format("#{cursor_x}")) ?? "") ?? 0) > 40
    }
    try session.press("]")
    try session.waitFor("3.1/2.3.13")
    try session.press("H")
    try session.waitFor("牵头  20 条")
    try session.waitFor("3.1/2.3.12")
    // The first partner stands under its heading at the end of the dossier.
    try session.press("G")
    try session.waitFor("可能包括它的统称")
    try session.press("[")
    try session.waitFor("共同承担")
    try session.press("Enter")
    try session.waitFor("the partner's dossier") { $0[2].contains("省住房城乡建设厅") }
    try session.press("H")
    try session.waitFor("the first dossier again") { rows in
      !rows[2].contains("省住房城乡建设厅") && rows.contains { $0.contains("可能包括它的统称") }
    }
    try session.press("q")
    try session.waitFor("status 0")
  }

  @Test func theMatrixReadsAtEightyColumnsWithoutColour() throws {
    let session = try TerminalSession(
      "NO_COLOR=1 \"$GAZETTE\"; echo \"status $?\"; read line", columns: 80, rows: 24)
    try session.waitFor("目录")
    try session.type("3")
    try session.waitFor("[20/59]")
    try session.press("l", "l", "l")
    try session.waitFor("[5/25]")
    try session.press("Enter")
    try session.waitFor("只看 3.1")
    try session.press("H")
    try session.waitFor("[5/25]")
    try session.press("q")
    try session.waitFor("status 0")
  }
}
