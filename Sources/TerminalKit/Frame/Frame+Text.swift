extension Frame {
  /// The rows as plain text: trailing blanks cut, wide characters once.
  package var text: String {
    rowTexts.joined(separator: "\n")
  }

  /// Every row as plain text, from the top.
  package var rowTexts: [String] { (0..<size.rows).map { rowText($0) } }

  /// One row as plain text.
  package func rowText(_ index: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for cell in row(index) where cell.shape != .continuation {
      scalars.append(cell.scalar)
      if cell.firstMark != "\0" { scalars.append(cell.firstMark) }
      if cell.secondMark != "\0" { scalars.append(cell.secondMark) }
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// The rows, then per row the stretches whose style is not plain; for snapshots.
  ///
  /// A stretch reads `first-last name`, columns counted from 0:
  /// ```
  /// 80x24 cursor 23,4
  /// …rows…
  /// --- styles
  /// 3: 2-4 number, 6-19 heading+selected
  /// ```
  package var styledText: String {
    ([heading] + rowTexts + styleLines).joined(separator: "\n")
  }

  /// The size, and where the cursor stands: `80x24 cursor 23,4`.
  package var heading: String {
    let text = "\(size.columns)x\(size.rows)"
    guard let cursor else { return text }
    return text + " cursor \(cursor.row),\(cursor.column)"
  }

  /// The stretches whose style is not plain, under a line of their own.
  package var styleLines: [String] {
    var lines = ["--- styles"]
    for row in 0..<size.rows {
      let stretches = styleStretches(inRow: row).filter { $0.style != Style() }
      guard !stretches.isEmpty else { continue }
      let list = stretches.map { stretch in
        "\(stretch.columns.lowerBound)-\(stretch.columns.upperBound - 1) \(stretch.style.name)"
      }
      lines.append("\(row): " + list.joined(separator: ", "))
    }
    return lines
  }

  /// The stretches of one style in a row, left to right, covering it.
  package func styleStretches(inRow index: Int) -> [(columns: Range<Int>, style: Style)] {
    var stretches: [(columns: Range<Int>, style: Style)] = []
    for (column, cell) in row(index).enumerated() {
      if let last = stretches.last, last.style == cell.style {
        stretches[stretches.count - 1].columns = last.columns.lowerBound..<column + 1
      } else {
        stretches.append((column..<column + 1, cell.style))
      }
    }
    return stretches
  }
}

extension Style {
  /// The style in words, as snapshots write it: `heading+selected`.
  package var name: String {
    var name = role.rawValue
    if isSelected { name += "+selected" }
    if isMarked { name += "+marked" }
    if isMatch { name += "+match" }
    if isCurrentMatch { name += "+current-match" }
    return name
  }
}
