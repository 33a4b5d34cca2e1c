extension Issue {
  /// What the parser is unsure of, in order of line.
  ///
  /// - Complexity: Linear in the length of the text: it is proofread anew, since no reader waits
  ///   for it.
  public var findings: [Finding] {
    let markup = PrintedLine.read(printed, corrections)
    let proof = Proofreader.findings(
      lines: markup.lines.filter { $0.table == nil } + markup.tableLines, nodes: nodes,
      contents: contents, corrections: corrections)
    return (structuralFindings + printed.findings + markup.findings + proof)
      .sorted(by: Finding.isBefore)
  }
}
