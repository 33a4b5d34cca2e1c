import GazetteText

/// What an intake (收录) reads from a file: its printed lines (印刷行), where each of them stands, and
/// what of their form is certain.
///
/// A text is its own lines; of other formats there is a line for each printed line or paragraph, in
/// reading order.
public struct PrintedText: Sendable, Equatable {
  /// The lines, in UTF-8.
  public var source: SourceText
  /// What file they were read from.
  public var provenance: Provenance
  /// Of each line, the first at 0, where it stands; empty where the format knows no places.
  public var origins: [LineOrigin]
  /// The tables whose cells the format names, in order of line. Tables that a text only writes out
  /// are found by the parser.
  public var tables: [PrintedTable]
  /// What was left out or not understood on the way.
  public var findings: [Finding]

  /// Creates a text from its lines.
  public init(
    source: SourceText, provenance: Provenance = .text, origins: [LineOrigin] = [],
    tables: [PrintedTable] = [], findings: [Finding] = []
  ) {
    self.source = source
    self.provenance = provenance
    self.origins = origins
    self.tables = tables
    self.findings = findings
  }

  /// What is certain of the form of a line, counted from 1.
  func form(ofLine line: Int) -> LineForm {
    line >= 1 && line <= origins.count ? origins[line - 1].form : .unknown
  }

  /// Where a line, counted from 1, stands in the file; nil where the format knows no places.
  public func origin(ofLine line: Int) -> LineOrigin? {
    line >= 1 && line <= origins.count ? origins[line - 1] : nil
  }

  /// Where a stretch of lines begins and ends in the file (出处).
  public struct Places: Hashable, Sendable {
    /// Where its first line stands.
    public var first: LineOrigin
    /// Where its last line stands.
    public var last: LineOrigin
  }

  /// Where lines stand; nil where the format has no pages.
  public func places(of lines: LineRange) -> Places? {
    guard let first = origin(ofLine: lines.first), let last = origin(ofLine: lines.last),
      first.page != nil, last.page != nil
    else { return nil }
    return Places(first: first, last: last)
  }

  /// The first and the last page on which lines stand; nil where the format has no pages.
  public func pages(of lines: LineRange) -> ClosedRange<Int>? {
    guard let first = origin(ofLine: lines.first)?.page, let last = origin(ofLine: lines.last)?.page
    else { return nil }
    return min(first, last)...max(first, last)
  }
}

/// Where a printed line stands in its file (出处), and what is certain of its form.
public struct LineOrigin: Hashable, Sendable {
  /// The page of the file, from 1; nil where the format has no pages.
  public var page: Int?
  /// The column of the page (栏), from 1.
  public var column: Int?
  /// What the geometry of the page says of the line.
  public var form: LineForm

  /// Creates a place; nil for what the format does not have.
  public init(page: Int? = nil, column: Int? = nil, form: LineForm = .unknown) {
    self.page = page
    self.column = column
    self.form = form
  }
}

/// What an intake knows of a line's part in its paragraph.
public enum LineForm: Hashable, Sendable, CaseIterable {
  /// Nothing: the rules for texts decide.
  case unknown
  /// It begins a paragraph or a heading of its own.
  case begins
  /// It begins a title or heading that is set apart: in the middle, larger, or marked by the format.
  case heading
  /// It goes on with the line before it that is no page mark.
  case continues
  /// It is a page number or running head (页码、书眉), no text.
  case furniture
}

/// A table as a format names its cells.
public struct PrintedTable: Hashable, Sendable {
  /// The printed lines that it takes up.
  public var lines: LineRange
  /// The title above it, without its line where that is a paragraph of its own.
  public var caption: String?
  /// How many of the first rows are its head.
  public var headRows: Int
  /// The cells, row by row, all rows of the same length; what a merged cell says is repeated in
  /// every cell that it covers. Lines of a cell are divided by line feeds.
  public var rows: [[String]]
  /// The cells that cover several places, where the format says which; without it each place is a
  /// cell of its own.
  public var merged: [MergedCells]

  /// Creates a table from its grid of cells.
  public init(
    lines: LineRange, caption: String? = nil, headRows: Int, rows: [[String]],
    merged: [MergedCells] = []
  ) {
    self.lines = lines
    self.caption = caption
    self.headRows = headRows
    self.rows = rows
    self.merged = merged
  }
}

/// A cell that covers several places of a table (合并单元格).
public struct MergedCells: Hashable, Sendable {
  /// Its first row, those of the head included, from 0.
  public var row: Int
  /// Its first column, from 0.
  public var column: Int
  /// How many rows it covers, at least 1.
  public var rows: Int
  /// How many columns it covers, at least 1.
  public var columns: Int

  /// Creates a merged cell by its upper left corner and its size, at least 1 each way.
  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = rows
    self.columns = columns
  }
}
