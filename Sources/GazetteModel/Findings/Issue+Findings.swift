extension Issue {
  /// What the parser is unsure of, in order of line.
  ///
  /// - Complexity: Linear in the length of the text: it is proofread anew, since no reader waits
  ///   for it.
  public var findings: [Finding] {
    let proof = Proofreader.findings(
      lines: PrintedLine.lines(of: printed, corrections), nodes: nodes, contents: contents,
      corrections: corrections)
    return (structuralFindings + printed.findings + proof).sorted(by: Finding.isBefore)
  }
}
