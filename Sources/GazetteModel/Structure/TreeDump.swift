import GazetteText

extension Issue {
  /// The tree as readable text, a line for each node and one for each paragraph: for tests and bug
  /// reports.
  ///
  /// ```
  /// 3.1/2.3.11 clause 11. 推进重点行业污染深度治理 @328
  ///   ¶328 推进重点行业污染深度治理。强化源头防控…
  /// ```
  public func treeDump(textLimit: Int = 24) -> String {
    var result = ""
    for node in nodes {
      let indent = String(repeating: "  ", count: node.depth)
      result += "\(indent)\(node.reference) \(node.kind.rawValue)"
      if let numbering = node.numbering { result += " \(numbering.printed)" }
      if let title = node.title { result += " \(title)" }
      result += " @\(dump(node.lines))"
      if !node.otherLines.isEmpty {
        result += " other \(node.otherLines.map(dump).joined(separator: ","))"
      }
      result += "\n"
      for paragraph in node.paragraphs {
        let isCut = paragraph.scalarCount > textLimit
        let text =
          isCut ? String(paragraph.text.unicodeScalars.prefix(textLimit)) + "…" : paragraph.text
        result += "\(indent)  ¶\(dump(paragraph.lines)) \(text)\n"
      }
      for table in node.tables {
        result += "\(indent)  ▦\(dump(table.lines)) after \(table.after)"
        result += " \(table.header.joined(separator: "|")) \(table.rowCount) rows\n"
      }
    }
    return result
  }

  private func dump(_ lines: LineRange) -> String {
    lines.first == lines.last ? "\(lines.first)" : "\(lines.first)-\(lines.last)"
  }
}
