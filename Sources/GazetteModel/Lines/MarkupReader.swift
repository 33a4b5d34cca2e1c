import GazetteText

/// Frees the lines of a text of Markdown, HTML and LaTeX, as people and recognition engines write
/// them, and finds the tables that it writes out.
///
/// Markup is read over the whole text: comments, tags and tables go on over lines.
struct MarkupReader {
  /// The lines that are left, none of them blank but those that are nothing but markup; a table is
  /// one line.
  var lines: [PrintedLine] = []
  private(set) var tables: [DraftTable] = []
  /// The lines that tables take up, without their text, for what is doubtful about them.
  private(set) var tableLines: [PrintedLine] = []
  /// Images, and formulas that stay as they are printed.
  private(set) var findings: [Finding] = []

  private let raw: [PrintedLine]
  /// The tables that a format names, in order of line.
  private var named: ArraySlice<PrintedTable>
  private var index = 0
  /// Whether some table began that no end was found for, so that nobody looks for one again.
  private var tablesNeverClose = false
  /// The most lines of a block of settings.
  private static let mostSettings = 60

  /// Reads lines that are decoded and corrected.
  init(_ raw: [PrintedLine], tables named: [PrintedTable]) {
    let mayHaveTags = raw.contains { $0.mayHaveMarkup && $0.scalars.contains("<") }
    self.raw = mayHaveTags ? MarkupMending(raw).lines : raw
    self.named = named.sorted { $0.lines.first < $1.lines.first }[...]
    lines.reserveCapacity(raw.count)
    while index < raw.count { readNext() }
  }

  private mutating func readNext() {
    let line = raw[index]
    if let table = named.first {
      if table.lines.last < line.line {
        named.removeFirst()
        return
      }
      if table.lines.contains(line.line) {
        take(DraftTable(table), through: table.lines.last)
        named.removeFirst()
        return
      }
    }
    guard line.mayHaveMarkup else {
      var plain = line
      plain.trim()
      lines.append(plain)
      index += 1
      return
    }
    if readSettings() || readPipeTable() { return }
    if let start = HTMLTableReader.start(in: line.scalars, from: 0), !tablesNeverClose {
      readTables(from: start)
    } else {
      add(line, 0..<line.scalars.count)
      index += 1
    }
  }

  // MARK: Lines

  /// Adds what is left of a stretch of a line; a line of nothing but markup stays as an empty one.
  private mutating func add(_ line: PrintedLine, _ range: Range<Int>) {
    let isWhole = range.count == line.scalars.count
    let markup = InlineMarkup(
      isWhole ? line.scalars : Array(line.scalars[range]),
      tags: line.tags.isEmpty || isWhole ? line.tags : Array(line.tags[range]),
      isLine: range.lowerBound == 0)
    note(markup, line: line.line)
    let isFirst = lines.last?.line != line.line
    for (place, piece) in markup.pieces.enumerated() {
      var result = line.holding(
        piece.scalars, tags: piece.tags, keepsDoubts: isFirst && place == 0)
      result.isMarkedHeading = piece.isHeading
      result.trim()
      lines.append(result)
    }
    if markup.pieces.isEmpty, isFirst {
      lines.append(line.holding([], tags: [], keepsDoubts: true))
    }
  }

  private mutating func note(_ markup: InlineMarkup, line: Int) {
    if markup.imageCount > 0 {
      findings.append(
        Finding(kind: .picture, lines: LineRange(line), excerpt: InlineMarkup.image.string))
    }
    for formula in markup.formulas {
      findings.append(
        Finding(kind: .formula, lines: LineRange(line), excerpt: formula.string))
    }
  }

  // MARK: Settings

  /// The settings between two `---` that some tools write before a text or a page (front matter).
  private mutating func readSettings() -> Bool {
    guard raw[index].isRuleOfSettings else { return false }
    var end = index + 1
    while end < raw.count, end - index <= Self.mostSettings, raw[end].isSetting { end += 1 }
    guard end > index + 1, end < raw.count, raw[end].isRuleOfSettings else { return false }
    for place in index...end { lines.append(raw[place].holding([], tags: [], keepsDoubts: true)) }
    index = end + 1
    return true
  }

  // MARK: Tables

  private mutating func readPipeTable() -> Bool {
    guard let reader = PipeTableReader(raw, from: index) else { return false }
    for (line, markup) in reader.markup { note(markup, line: line) }
    take(reader.table, through: raw[reader.end - 1].line)
    return true
  }

  /// Reads the table that begins on the line, and those that begin where it ends.
  private mutating func readTables(from first: Int) {
    var (start, unread) = (first, 0)
    while true {
      let line = raw[index]
      var reader = HTMLTableReader(raw, from: (index, start))
      reader.read()
      if !reader.isClosed { tablesNeverClose = true }
      guard !reader.table.rows.isEmpty else {
        add(line, unread..<line.scalars.count)
        index += 1
        return
      }
      addText(of: line, unread..<start)
      for (line, markup) in reader.markup { note(markup, line: line) }
      let end = reader.end
      take(reader.table, through: raw[end.line].line)
      let last = raw[end.line]
      guard let next = HTMLTableReader.start(in: last.scalars, from: end.offset), !tablesNeverClose
      else {
        addText(of: last, end.offset..<last.scalars.count)
        return
      }
      index = end.line
      (start, unread) = (next, end.offset)
    }
  }

  private mutating func addText(of line: PrintedLine, _ range: Range<Int>) {
    if line.scalars[range].contains(where: { !$0.isAnySpace }) { add(line, range) }
  }

  /// Adds a table as one line and goes on behind its last line.
  private mutating func take(_ table: DraftTable, through last: Int) {
    var line = raw[index].holding([], tags: [], keepsDoubts: false)
    line.table = tables.count
    line.lastLine = max(last, line.line)
    while index < raw.count, raw[index].line <= last {
      tableLines.append(raw[index].holding([], tags: [], keepsDoubts: true))
      index += 1
    }
    if table.isDamaged {
      findings.append(
        Finding(
          kind: .damagedTable, lines: table.lines,
          excerpt: Array(table.text(0, 0).prefix(16)).string))
    }
    tables.append(table)
    lines.append(line)
  }
}

extension PrintedLine {
  /// Whether the line opens or closes settings: `---`, `...`.
  fileprivate var isRuleOfSettings: Bool {
    let text = scalars.trimmed
    return text == ["-", "-", "-"] || text == [".", ".", "."]
  }

  /// Whether the line is a setting: `name: value`, `- value`, a comment.
  fileprivate var isSetting: Bool {
    let text = scalars.trimmed
    guard let first = text.first else { return true }
    if isRuleOfSettings { return false }
    if first == "-" || first == "#" { return true }
    var index = 0
    while index < text.count, index < 40,
      text[index].isLatinLetter || text[index].isDigit || text[index].isOneOf("_-. ")
    {
      index += 1
    }
    return index > 0 && index < text.count && text[index] == ":"
  }
}
