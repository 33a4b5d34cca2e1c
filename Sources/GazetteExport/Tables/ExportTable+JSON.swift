import GazetteModel
import GazetteText

extension ExportTable {
  /// The table as the program that makes workbooks takes it.
  public var json: JSONValue {
    [
      "name": .string(name),
      "columns": .array(columns.map { ["name": .string($0.name), "width": .integer($0.width)] }),
      "rows": .array(rows.map { .array($0.map(\.json)) }),
    ]
  }

  /// Reads what `json` made; nil for anything else.
  public init?(json: JSONValue) {
    guard case .object(let members) = json, case .string(let name)? = members["name"],
      case .array(let columns)? = members["columns"], case .array(let rows)? = members["rows"]
    else { return nil }
    var read: [Column] = []
    for column in columns {
      guard case .object(let members) = column, case .string(let name)? = members["name"],
        case .integer(let width)? = members["width"]
      else { return nil }
      read.append(Column(name, width: width))
    }
    var cells: [[Cell]] = []
    for row in rows {
      guard case .array(let values) = row else { return nil }
      let read = values.compactMap(Cell.init(json:))
      guard read.count == values.count, read.count == columns.count else { return nil }
      cells.append(read)
    }
    self.init(name: name, columns: read, rows: cells)
  }
}

extension ExportTable.Cell {
  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .integer(number)
    case .empty: .null
    case .date(let date): .array([.integer(date.year), .integer(date.month), .integer(date.day)])
    }
  }

  fileprivate init?(json: JSONValue) {
    switch json {
    case .string(let text): self = .text(text)
    case .integer(let number): self = .number(number)
    case .null: self = .empty
    case .array(let parts):
      guard parts.count == 3, case .integer(let year) = parts[0], case .integer(let month) = parts[1],
        case .integer(let day) = parts[2]
      else { return nil }
      self = .date(CalendarDate(year: year, month: month, day: day))
    default: return nil
    }
  }
}
