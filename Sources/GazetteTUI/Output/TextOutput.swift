import GazetteModel
import GazetteText
import TerminalKit

/// What a command writes to standard output: collected, made safe for terminals, and written at
/// once, or piece by piece where it may be much.
struct TextOutput: Sendable {
  /// The columns to set text in; nil where the output is not a terminal and lines stay whole.
  let columns: Int?
  private(set) var bytes: [UInt8] = []
  /// The line that is put together.
  private var line = LineBytes()
  /// How many characters of them stand for what may not be shown.
  private var marks = 0
  /// Whether people are to read it, and not programs.
  private var isText = true

  init(columns: Int? = Platform.outputColumns) {
    self.columns = columns
  }

  /// Adds a line; whatever in it acts on a terminal becomes visible.
  mutating func writeLine(_ line: String) {
    write(line, columns: nil)
  }

  /// Adds a line, cut to the width of the terminal.
  mutating func writeCutLine(_ line: String) {
    write(line, columns: columns)
  }

  private mutating func write(_ line: String, columns: Int?) {
    var (text, lineMarks) = SafeText.markedLine(line)
    if let columns {
      text = DisplayWidth.truncated(text, to: columns)
      if lineMarks > 0 { lineMarks = SafeText.markCount(in: text) }
    }
    bytes += text.utf8
    bytes.append(0x0A)
    marks += lineMarks
  }

  /// Adds a line, cut to the width of the terminal, that `write` puts together.
  mutating func writeCutLine(_ write: (inout LineBytes) -> Void) {
    line.removeAll()
    write(&line)
    guard columns == nil, line.isPlain else {
      return writeCutLine(String(decoding: line.bytes, as: UTF8.self))
    }
    bytes += line.bytes
    bytes.append(0x0A)
  }

  /// Adds what others have.
  mutating func write(_ others: TextOutput) {
    bytes += others.bytes
    marks += others.marks
  }

  /// Adds a paragraph, broken into lines by the rules for Chinese where the output is a terminal.
  ///
  /// - Parameters:
  ///   - indent: Blank columns before the first line.
  ///   - hanging: Blank columns before the others.
  mutating func writeParagraph(_ text: String, indent: Int = 0, hanging: Int = 0) {
    let blank = String(repeating: " ", count: indent)
    guard let columns, columns > max(indent, hanging) + 2 else { return writeLine(blank + text) }
    let scalars = Array(SafeText.line(text).unicodeScalars)
    let rows = LineBreaking.rows(
      of: scalars, firstWidth: columns - indent, restWidth: columns - hanging)
    let restBlank = String(repeating: " ", count: hanging)
    for (index, row) in rows.enumerated() {
      var line = String.UnicodeScalarView()
      line.append(contentsOf: scalars[row.range.start..<row.range.end])
      writeLine((index == 0 ? blank : restBlank) + String(line))
    }
  }

  /// Adds a JSON value, which is safe by its nature.
  mutating func write(_ value: JSONValue) {
    isText = false
    bytes.append(contentsOf: JSONWriter.bytes(of: value))
  }

  /// Adds bytes as they are, for formats that other programs read.
  mutating func write(bytes: [UInt8]) {
    self.bytes.append(contentsOf: bytes)
    marks += SafeText.markCount(in: bytes)
  }

  /// Writes what has been collected, so that much of it takes no memory.
  mutating func writePiece(language: Language) throws(Failure) {
    try pass(language)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes everything, and says on standard error how many characters are shown as marks. A reader
  /// that has gone away, such as `head`, ends the process quietly.
  func flush(language: Language) throws(Failure) {
    try pass(language)
    if isText { Messages.report(marks: marks, language) }
  }

  private func pass(_ language: Language) throws(Failure) {
    switch Platform.writeOutput(bytes) {
    case .done: break
    case .readerIsGone: Platform.exit(0)
    case .failed:
      throw Failure(
        Messages.cannotWrite, at: Messages.standardOutput[language], remedy: Messages.freeSpace,
        language)
    }
  }
}
