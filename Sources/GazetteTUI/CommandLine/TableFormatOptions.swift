import ArgumentParser

/// How a command prints its table, where not for a reader.
struct TableFormatOptions: ParsableArguments {
  @Flag(help: "Print JSON.")
  var json = false

  @Flag(
    help: "Print CSV for a spreadsheet: UTF-8 with a byte order mark, one line a body and clause.")
  var csv = false

  func validate() throws {
    if json, csv { throw ValidationError("'--json' and '--csv' exclude each other") }
  }
}
