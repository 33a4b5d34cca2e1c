import GazetteModel
import GazetteText

/// A table that is handed on: the one shape from which CSV and XLSX are made.
public struct ExportTable: Sendable, Equatable {
  /// How a column is set in a workbook.
  public struct Column: Sendable, Equatable {
    /// The head of the column.
    public let name: String
    /// The width in columns of a Latin letter; a Han character takes two.
    public let width: Int

    /// Creates a column; `width` is in characters of a half em.
    public init(_ name: String, width: Int) {
      self.name = name
      self.width = width
    }
  }

  /// What stands in a cell.
  public enum Cell: Sendable, Equatable {
    /// Text, which no program may take for a formula, a number or a date.
    case text(String)
    /// A day, which a spreadsheet can reckon with.
    case date(CalendarDate)
    /// A number that counts or measures.
    case number(Int)
    case empty

    /// The day, or nothing.
    public init(_ date: CalendarDate?) {
      self = date.map(Cell.date) ?? .empty
    }
  }

  /// What the table is called.
  public let name: String
  /// The columns, from the left.
  public let columns: [Column]
  /// The rows below the head, each with a cell for every column.
  public let rows: [[Cell]]

  /// Creates a table of rows that each have as many cells as there are columns.
  public init(name: String, columns: [Column], rows: [[Cell]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}
