import GazetteModel
import GazetteText

/// What `gazette-intake` answers, once, on its standard output.
///
/// The answer is a heading, records of one letter, a length in eight bytes and so many bytes, and
/// an end record. All of it is checked on the way in: the program that wrote it has read a
/// stranger's file and is not trusted.
package enum ReaderAnswer: Equatable, Sendable {
  /// The file, read.
  case printed(PrintedText)
  /// The only file in a container, to be looked at anew.
  case contents([UInt8])
  /// Why it cannot be read.
  case problem(ReaderProblem)
}

/// Why a file of a known format cannot be read.
package enum ReaderProblem: Equatable, Sendable {
  /// It is cut off or broken.
  case damaged
  /// It wants a password.
  case encrypted
  /// It holds no text.
  case noText
  /// Its pages, so many, hold pictures or nothing.
  case noTextLayer(pages: Int)
  /// It is none of the formats that are read.
  case unknownFormat
  /// A container of several files, none of which goes before the others.
  case severalFiles([String])
  /// What is packed in it is larger than may be.
  case tooLarge
  /// It declares entities of its own, which are not followed.
  case declaresEntities
}

/// An answer that is not made as it has to be.
package struct BadAnswer: Error, Equatable {}

extension ReaderAnswer {
  /// Goes up with every change of the form, so that no answer that was kept is misread.
  package static let version = 2

  fileprivate static let heading = Array("GAZETTE-INTAKE \(version)\n".utf8)

  /// The letters of the records.
  fileprivate enum Tag: UInt8 {
    case provenance = 0x50  // P
    case lines = 0x4C  // L
    case origins = 0x4F  // O
    case table = 0x54  // T
    case finding = 0x46  // F
    case contents = 0x43  // C
    case problem = 0x58  // X
    case end = 0x5A  // Z
  }
}

// MARK: Writing

extension ReaderAnswer {
  /// The answer in bytes.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.bytes = Self.heading
    switch self {
    case .contents(let bytes): writer.record(Tag.contents.rawValue) { $0.bytes += bytes }
    case .problem(let problem):
      writer.record(Tag.problem.rawValue) { $0.write(problem) }
    case .printed(let printed): writer.write(printed)
    }
    writer.record(Tag.end.rawValue) { _ in }
    return writer.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ printed: PrintedText) {
    record(ReaderAnswer.Tag.provenance.rawValue) {
      $0.write(printed.provenance.format.rawValue)
      $0.write(printed.provenance.encoding)
      $0.write(printed.provenance.pages)
    }
    record(ReaderAnswer.Tag.lines.rawValue) { $0.bytes += printed.source.bytes }
    record(ReaderAnswer.Tag.origins.rawValue) {
      $0.write(printed.origins.count)
      for origin in printed.origins {
        $0.write(origin.page)
        $0.write(origin.column)
        $0.write(LineForm.allCases.firstIndex(of: origin.form) ?? 0)
      }
    }
    for table in printed.tables {
      record(ReaderAnswer.Tag.table.rawValue) { $0.write(table) }
    }
    for finding in printed.findings {
      record(ReaderAnswer.Tag.finding.rawValue) {
        $0.write(finding.kind.rawValue)
        $0.write(finding.lines)
        $0.write(finding.excerpt)
        $0.write(finding.count)
      }
    }
  }

  fileprivate mutating func write(_ lines: LineRange) {
    write(lines.first)
    write(lines.last)
  }

  fileprivate mutating func write(_ table: PrintedTable) {
    write(table.lines)
    write(table.caption == nil ? 0 : 1)
    write(table.caption ?? "")
    write(table.headRows)
    write(table.rows.count)
    write(table.rows.first?.count ?? 0)
    for row in table.rows { for cell in row { write(cell) } }
  }

  fileprivate mutating func write(_ problem: ReaderProblem) {
    switch problem {
    case .damaged: write(0)
    case .encrypted: write(1)
    case .noText: write(2)
    case .unknownFormat: write(3)
    case .severalFiles(let names):
      write(4)
      write(names.count)
      for name in names { write(name) }
    case .tooLarge: write(5)
    case .noTextLayer(let pages):
      write(6)
      write(pages)
    case .declaresEntities: write(7)
    }
  }
}

// MARK: Reading

extension ReaderAnswer {
  /// Reads an answer; throws at the first thing that is not as it has to be.
  package init(bytes: [UInt8]) throws(BadAnswer) {
    guard bytes.starts(with: Self.heading) else { throw BadAnswer() }
    var reader = ByteReader(bytes[Self.heading.count...])
    var draft = AnswerDraft()
    while true {
      let (letter, content) = try reader.record()
      guard let tag = Tag(rawValue: letter) else { throw BadAnswer() }
      if tag == .end {
        guard content.isEmpty, reader.isAtEnd else { throw BadAnswer() }
        self = try draft.answer()
        return
      }
      var record = ByteReader(content)
      try draft.take(tag, &record)
      guard record.isAtEnd else { throw BadAnswer() }
    }
  }

  /// The records so far.
  private struct AnswerDraft {
    var provenance: Provenance?
    var source: SourceText?
    var origins: [LineOrigin] = []
    var tables: [PrintedTable] = []
    var findings: [Finding] = []
    var other: ReaderAnswer?

    mutating func take(_ tag: Tag, _ record: inout ByteReader) throws(BadAnswer) {
      // Nothing goes with contents or a problem.
      guard other == nil else { throw BadAnswer() }
      switch tag {
      case .provenance:
        guard provenance == nil, let format = SourceFormat(rawValue: try record.string()) else {
          throw BadAnswer()
        }
        provenance = Provenance(
          format: format, encoding: try record.string(), pages: try record.optionalInteger())
      case .lines:
        guard source == nil else { throw BadAnswer() }
        let bytes = Array(record.rest())
        guard String(validating: bytes, as: UTF8.self) != nil else { throw BadAnswer() }
        source = SourceText(bytes: bytes)
      case .origins:
        guard origins.isEmpty else { throw BadAnswer() }
        for _ in 0..<(try record.count(ofAtLeast: 24)) { origins.append(try record.origin()) }
      case .table: tables.append(try record.table())
      case .finding: findings.append(try record.finding())
      case .contents: other = .contents(Array(record.rest()))
      case .problem: other = .problem(try record.problem())
      case .end: throw BadAnswer()
      }
    }

    func answer() throws(BadAnswer) -> ReaderAnswer {
      if let other {
        guard provenance == nil, source == nil, tables.isEmpty, findings.isEmpty else {
          throw BadAnswer()
        }
        return other
      }
      guard let provenance, let source else { throw BadAnswer() }
      let lines = source.lineCount
      guard origins.isEmpty || origins.count == lines else { throw BadAnswer() }
      var end = 0
      for table in tables {
        guard table.lines.first > end, table.lines.last <= lines else { throw BadAnswer() }
        end = table.lines.last
      }
      guard findings.allSatisfy({ $0.lines.last <= max(1, lines) }) else { throw BadAnswer() }
      return .printed(
        PrintedText(
          source: source, provenance: provenance, origins: origins, tables: tables,
          findings: findings))
    }
  }
}

extension ByteReader {
  fileprivate mutating func lineRange() throws(BadAnswer) -> LineRange {
    let first = try integer()
    let last = try integer()
    guard first >= 1, last >= first else { throw BadAnswer() }
    return LineRange(first, last)
  }

  fileprivate mutating func origin() throws(BadAnswer) -> LineOrigin {
    let page = try optionalInteger()
    let column = try optionalInteger()
    let form = try integer()
    guard LineForm.allCases.indices.contains(form) else { throw BadAnswer() }
    return LineOrigin(page: page, column: column, form: LineForm.allCases[form])
  }

  fileprivate mutating func table() throws(BadAnswer) -> PrintedTable {
    let lines = try lineRange()
    let hasCaption = try integer() == 1
    let caption = try string()
    let headRows = try integer()
    let rowCount = try count(ofAtLeast: 0)
    let width = try count(ofAtLeast: 8)
    guard width > 0 || rowCount == 0, headRows >= 0, headRows <= rowCount else { throw BadAnswer() }
    var rows: [[String]] = []
    for _ in 0..<rowCount {
      var row: [String] = []
      for _ in 0..<width { row.append(try string()) }
      rows.append(row)
    }
    return PrintedTable(
      lines: lines, caption: hasCaption ? caption : nil, headRows: headRows, rows: rows)
  }

  fileprivate mutating func finding() throws(BadAnswer) -> Finding {
    guard let kind = Finding.Kind(rawValue: try string()) else { throw BadAnswer() }
    return Finding(
      kind: kind, lines: try lineRange(), excerpt: try string(), count: try optionalInteger())
  }

  fileprivate mutating func problem() throws(BadAnswer) -> ReaderProblem {
    switch try integer() {
    case 0: return .damaged
    case 1: return .encrypted
    case 2: return .noText
    case 3: return .unknownFormat
    case 4:
      var names: [String] = []
      for _ in 0..<(try count(ofAtLeast: 8)) { names.append(try string()) }
      return .severalFiles(names)
    case 5: return .tooLarge
    case 6:
      let pages = try integer()
      guard pages >= 0 else { throw BadAnswer() }
      return .noTextLayer(pages: pages)
    case 7: return .declaresEntities
    default: throw BadAnswer()
    }
  }
}
