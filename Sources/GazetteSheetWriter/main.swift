import GazetteExport
import GazetteText
import Glibc

// `gazette-sheet`: makes a workbook of the table on standard input. It is started by `gazette`, which
// is one static file and cannot be linked to the library that writes workbooks.
StandardStreams.ignoreBrokenPipes()
guard let bytes = StandardStreams.input(), let value = try? JSONParser.parse(bytes),
  let table = ExportTable(json: value)
else {
  StandardStreams.complain("gazette-sheet is started by gazette, which it makes workbooks for\n")
  exit(64)
}
guard let workbook = Workbook.bytes(of: table) else {
  StandardStreams.complain("the workbook cannot be made\n")
  exit(1)
}
exit(StandardStreams.output(workbook) ? 0 : 1)
