import GazetteModel
import TerminalKit

// What frames the text: closing lines, the cover, the contents page, and the printed source.

extension DocumentTypesetter {
  /// Sets signature, date and notes behind the text of a document.
  mutating func setClosing(of node: Node) {
    let lines = node.head?.lines ?? []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if !line.role.standsBehindText {
        index += 1
      } else if line.role == .note {
        setText(
          Array(line.text.unicodeScalars), node: node, part: .head(index), block: .note,
          firstColumn: indent, column: 0,
          role: .muted)
        index += 1
      } else {
        var end = index + 1
        while end < lines.count, lines[end].role == .signature || lines[end].role == .date {
          end += 1
        }
        setSignatures(of: node, lines: Array(lines[index..<end]), from: index)
        index = end
      }
    }
  }

  /// Sets signatures and dates at the right, centred on each other.
  private mutating func setSignatures(of node: Node, lines: [HeadLine], from first: Int) {
    let firstText = texts.count
    let set = lines.map { line in
      let scalars = remember(line.text)
      return LineBreaking.rows(
        of: scalars, firstWidth: measure, restWidth: measure, ambiguous: options.ambiguous)
    }
    let widest = set.joined().map(\.columns).max() ?? 0
    let margin = measure >= 48 ? 8 : measure >= 32 ? 4 : 0
    let start = max(0, measure - margin - widest)
    separate(before: .closing)
    for (offset, rows) in set.enumerated() {
      for row in rows {
        append(
          DocumentRow(
            node: node.id, part: .head(first + offset), range: row.range,
            column: start + (widest - row.columns) / 2, columns: row.columns),
          text: firstText + offset)
      }
    }
  }

  /// Sets the cover: everything centred, apart where it was printed apart.
  mutating func setCover(_ node: Node) {
    var titleIsSet = false
    if let title = node.title, title != node.paragraphs.first?.text {
      setCentred(title, node: node, part: .heading, block: .title, role: .title)
      titleIsSet = true
    }
    for (index, paragraph) in node.paragraphs.enumerated() {
      let isTitle = !titleIsSet && index == 0
      let isApart =
        index == 0 ? titleIsSet : paragraph.lines.first > node.paragraphs[index - 1].lines.last + 1
      if isApart { blank(1) }
      setCentred(
        paragraph.text, node: node, part: .paragraph(index), block: nil,
        role: isTitle ? .title : .plain)
    }
  }
}

// MARK: - Contents page

extension DocumentTypesetter {
  /// Sets the contents page: headings of columns, entries with leaders and pages.
  mutating func setContents(_ node: Node) {
    if let title = node.title {
      setCentred(title, node: node, part: .heading, block: .title, role: .title)
    }
    for index in node.paragraphs.indices {
      setCentred(
        node.paragraphs[index].text, node: node, part: .paragraph(index), block: .identity,
        role: .muted)
    }
    let pageColumns = issue.contents.compactMap { $0.page.map { String($0).count } }.max() ?? 0
    var column: String?
    for (index, entry) in issue.contents.enumerated() {
      let isApart = entry.column != column
      if index == 0 || isApart { blank(1) }
      if isApart, let heading = entry.column {
        let scalars = remember(heading)
        for row in TitleBreaking.rows(of: scalars, width: measure, ambiguous: options.ambiguous) {
          append(
            DocumentRow(
              node: node.id, part: .column(index), range: row.range, columns: row.columns,
              role: .column))
        }
      }
      column = entry.column
      setEntry(entry, index: index, node: node, pageColumns: pageColumns)
    }
  }

  private mutating func setEntry(
    _ entry: ContentsEntry, index: Int, node: Node, pageColumns: Int
  ) {
    let isMissing = entry.document == nil
    let mark = isMissing && measure >= 32 ? options.missingMark : ""
    let markColumns = mark.isEmpty ? 0 : columns(of: mark) + 1
    let firstColumn = entry.column == nil ? 0 : 2
    let column = firstColumn + 2
    // Text, a blank, three dots, a blank, the mark, the page.
    let end = measure - pageColumns - markColumns - 5
    let role: StyleRole = isMissing ? .missing : .plain
    let scalars = remember(entry.title)
    let set = TitleBreaking.rows(
      of: scalars, width: end - column, ambiguous: options.ambiguous)
    for (number, row) in set.enumerated() {
      var result = DocumentRow(
        node: node.id, part: .entry(index), range: row.range,
        column: number == 0 ? firstColumn : column, columns: row.columns, role: role)
      if number == set.count - 1 {
        result.trailers = trailers(
          after: result.column + result.columns, page: entry.page, pageColumns: pageColumns,
          mark: mark, markColumns: markColumns)
      }
      append(result)
    }
  }

  private func trailers(
    after column: Int, page: Int?, pageColumns: Int, mark: String, markColumns: Int
  ) -> [DocumentRow.Fixture] {
    let pageStart = measure - pageColumns
    var result: [DocumentRow.Fixture] = []
    let leaderEnd = pageStart - 1 - markColumns
    let dots = leaderEnd - column - 1
    if page != nil, dots > 0 {
      result.append(
        .init(text: String(repeating: ".", count: dots), column: column + 1, role: .muted))
    }
    if !mark.isEmpty {
      result.append(.init(text: mark, column: leaderEnd + 1, role: .missing))
    }
    if let page {
      let text = String(page)
      result.append(.init(text: text, column: measure - text.count, role: .number))
    }
    return result
  }
}

// MARK: - Printed source

extension DocumentTypesetter {
  /// Sets the source lines as they were printed, each under its number.
  mutating func setPrinted() {
    let lines = issue[root].lines
    let first = max(1, lines.first)
    let last = min(lines.last, issue.source.lineCount)
    guard first <= last else { return }
    let owners = lineOwners(from: first, to: last)
    let numberColumns = String(last).count
    let column = numberColumns + 2
    var followsGap = false
    for line in first...last {
      let scalars = Array(issue.source.text(ofLine: line).unicodeScalars)
      guard scalars.contains(where: { !$0.properties.isWhitespace }) else {
        followsGap = true
        continue
      }
      if followsGap { blank(1) }
      followsGap = false
      let owner = owners[line - first]
      texts.append(scalars)
      let number = String(line)
      let set = LineBreaking.rows(
        of: scalars, firstWidth: measure - column, restWidth: measure - column,
        ambiguous: options.ambiguous)
      for (index, row) in set.enumerated() {
        append(
          DocumentRow(
            node: owner, part: .line(line), range: row.range, column: column, columns: row.columns,
            role: .printed,
            marker: index > 0
              ? nil
              : .init(text: number, column: numberColumns - number.count, role: .muted)))
      }
    }
  }

  /// The node that each line belongs to: the first that has it among its own.
  private func lineOwners(from first: Int, to last: Int) -> [NodeID] {
    var owners = [NodeID?](repeating: nil, count: last - first + 1)
    for index in root.index..<issue[root].subtreeEnd {
      let node = issue.nodes[index]
      let own = node.otherLines + node.paragraphs.map(\.lines) + node.tables.map(\.lines)
      for range in own where range.first <= last && range.last >= first {
        for line in max(first, range.first)...min(last, range.last)
        where owners[line - first] == nil {
          owners[line - first] = node.id
        }
      }
    }
    // Blank lines between, and lines that no node claims, go with what stands above.
    var current = root
    return owners.map { owner in
      if let owner { current = owner }
      return current
    }
  }
}
