import GazetteModel
import GazetteText
import TerminalKit

/// What a command writes to standard output: collected, made safe for terminals, and written at
/// once.
struct TextOutput {
  /// The columns to set text in; nil where the output is not a terminal and lines stay whole.
  let columns: Int?
  private(set) var bytes: [UInt8] = []
  /// How many characters of them stand for what may not be shown.
  private var marks = 0
  /// Whether people are to read it, and not programs.
  private var isText = true

  init(columns: Int? = Platform.outputColumns) {
    self.columns = columns
  }

  /// Adds a line; whatever in it acts on a terminal becomes visible.
  mutating func writeLine(_ line: String) {
    write(Line(line, columns: nil))
  }

  /// Adds a line, cut to the width of the terminal.
  mutating func writeCutLine(_ line: String) {
    write(Line(line, columns: columns))
  }

  /// Adds a line that is made.
  mutating func write(_ line: Line) {
    bytes += line.bytes
    marks += line.marks
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

  /// Writes everything, and says on standard error how many characters are shown as marks. A reader
  /// that has gone away, such as `head`, ends the process quietly.
  func flush(language: Language) throws(Failure) {
    switch Platform.writeOutput(bytes) {
    case .done:
      if isText { Messages.report(marks: marks, language) }
    case .readerIsGone: Platform.exit(0)
    case .failed:
      throw Failure(
        Messages.cannotWrite, at: Messages.standardOutput[language], remedy: Messages.freeSpace,
        language)
    }
  }
}

extension TextOutput {
  /// A line, made safe and cut; many can be made at a time.
  struct Line: Sendable {
    fileprivate let bytes: [UInt8]
    fileprivate let marks: Int

    /// - Parameter columns: The columns to cut it to; nil leaves it whole.
    init(_ line: String, columns: Int?) {
      var (text, marks) = SafeText.markedLine(line)
      if let columns {
        text = DisplayWidth.truncated(text, to: columns)
        if marks > 0 { marks = SafeText.markCount(in: text) }
      }
      text.append("\n")
      bytes = Array(text.utf8)
      self.marks = marks
    }
  }
}
