import CXlsxWriter
import GazetteExport
import GazetteModel
import GazetteText
import Glibc

/// A table as a workbook of one sheet: the head stays in sight and filters, text wraps and is never a
/// formula, days are days.
enum Workbook {
  /// The bytes of the file; nil where the library cannot make it.
  static func bytes(of table: ExportTable) -> [UInt8]? {
    // The library writes to a path; this one is of a file that has no other name.
    guard let file = tmpfile() else { return nil }
    defer { fclose(file) }
    let descriptor = fileno(file)
    guard let workbook = workbook_new("/proc/self/fd/\(descriptor)") else { return nil }
    fill(workbook, with: table)
    guard workbook_close(workbook) == LXW_NO_ERROR else { return nil }
    lseek(descriptor, 0, SEEK_SET)
    return StandardStreams.bytes(of: descriptor)
  }

  private static func fill(
    _ workbook: UnsafeMutablePointer<lxw_workbook>, with table: ExportTable
  ) {
    let name = sheetName(table.name)
    let isNamed = !name.isEmpty && workbook_validate_sheet_name(workbook, name) == LXW_NO_ERROR
    guard let sheet = workbook_add_worksheet(workbook, isNamed ? name : nil) else { return }
    let formats = Formats(workbook)
    for (index, column) in table.columns.enumerated() {
      let place = lxw_col_t(index)
      worksheet_set_column(sheet, place, place, Double(column.width), nil)
      worksheet_write_string(sheet, 0, place, column.name, formats.head)
    }
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        write(cell, to: sheet, lxw_row_t(row + 1), lxw_col_t(column), formats)
      }
    }
    let last = lxw_col_t(max(0, table.columns.count - 1))
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_autofilter(sheet, 0, 0, lxw_row_t(table.rows.count), last)
    worksheet_set_paper(sheet, 9)  // A4
    worksheet_set_landscape(sheet)
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_footer(sheet, "&C&P / &N")
  }

  private struct Formats {
    let head: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    let date: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
      head = workbook_add_format(workbook)
      text = workbook_add_format(workbook)
      date = workbook_add_format(workbook)
      for format in [head, text, date] {
        format_set_text_wrap(format)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      }
      format_set_bold(head)
      format_set_bg_color(head, 0xEEEEEA)
      // What looks like a number stays text also when somebody edits the cell.
      format_set_num_format(text, "@")
      format_set_num_format(date, "yyyy-mm-dd")
    }
  }

  private static func write(
    _ cell: ExportTable.Cell, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
    _ column: lxw_col_t, _ formats: Formats
  ) {
    switch cell {
    case .text(let text): write(text, to: sheet, row, column, formats)
    case .number(let number): worksheet_write_number(sheet, row, column, Double(number), nil)
    case .empty: worksheet_write_blank(sheet, row, column, formats.text)
    case .date(let date):
      // Workbooks reckon from 1900.
      guard (1900...9999).contains(date.year) else {
        return write(date.iso8601, to: sheet, row, column, formats)
      }
      var day = lxw_datetime()
      day.year = Int32(date.year)
      day.month = Int32(date.month)
      day.day = Int32(date.day)
      worksheet_write_datetime(sheet, row, column, &day, formats.date)
    }
  }

  /// The longest text that a cell takes, in characters of UTF-16.
  private static let cellLimit = 32_767

  private static func write(
    _ text: String, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
    _ column: lxw_col_t, _ formats: Formats
  ) {
    var safe = SafeText.lines(text)
    if safe.utf16.count > cellLimit { safe = String(safe.unicodeScalars.prefix(cellLimit / 2)) + "…" }
    if safe.isEmpty {
      worksheet_write_blank(sheet, row, column, formats.text)
    } else {
      worksheet_write_string(sheet, row, column, safe, formats.text)
    }
  }

  /// A name that a sheet can have: at most 31 characters and none of `[]:*?/\`.
  private static func sheetName(_ name: String) -> String {
    let scalars = SafeText.line(name).unicodeScalars.filter { !"[]:*?/\\'".unicodeScalars.contains($0) }
    var result = String(String.UnicodeScalarView(scalars))
    while result.utf16.count > 31 { result.removeLast() }
    return result
  }
}
