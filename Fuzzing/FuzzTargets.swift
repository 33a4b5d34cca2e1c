// The entry points of `make fuzz`. They are linked with the model, the intake and its reader, which are compiled so that
// the fuzzer sees every branch of them.

import GazetteIntake
import GazetteText
import Glibc

@testable import GazetteModel
@testable import GazetteReview

/// What a round works on; GAZETTE_FUZZ names it.
private enum FuzzTarget: String {
  /// A text through the parser, the indexes over it and the JSON of its tree.
  case parser
  /// A paragraph through the grammar of responsibilities.
  case attributions
  /// A filter query, read and answered.
  case query
  /// A manifest, read and applied.
  case manifest
  /// An exported review, read and written again.
  case `import`
  /// What claims to be the answer of `gazette-intake`.
  case answer
  /// What claims to be the words of a PDF with their places.
  case words
  /// What claims to be the table of a recogniser.
  case recognised
  /// What claims to be a drawing of a page, with a table's words on it.
  case drawing
  /// A saved page, a message with one in it, a record, a text in any encoding.
  case html, mhtml, json, text
  /// The parts of a document of an office, of a layout document and of a book.
  case word, opendocument, ofd, book

  static let chosen: FuzzTarget = {
    guard let value = getenv("GAZETTE_FUZZ"),
      let target = FuzzTarget(rawValue: String(cString: value))
    else { return .parser }
    return target
  }()
}

/// What queries are asked of: a small issue with responsibilities, targets and deadlines.
private let asked = FilterIndex(
  IssueParser.parse(
    SourceText(
      bytes: Array(
        """
        # 某省空气质量行动方案

        一、重点任务

        1. 推进治理。2021年底前达到90%以上，投入3—10万元。（省生态环境厅牵头，省发展改革委等参与）

        2. 加强监管。（省工业和信息化厅负责）

        """.utf8)), manifest: .empty))

/// The words of a table of two rows, for the lines of a drawing.
private let tableWords = Array(
  ["省厅", "市局"].enumerated().reduce("<page width=\"595\" height=\"842\">") { text, row in
    text
      + [60, 260, 460].map { left in
        "<line xMin=\"0\"><word xMin=\"\(left)\" yMin=\"\(100 + 40 * row.offset)\" xMax=\"\(left + 24)\" "
          + "yMax=\"\(112 + 40 * row.offset)\">\(row.element)</word></line>"
      }.joined()
  }.utf8)

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch FuzzTarget.chosen {
  case .parser:
    let issue = IssueParser.parse(SourceText(bytes: bytes), manifest: .empty)
    _ = DepartmentIndex(issue: issue).findings(with: issue.findings)
    _ = TargetIndex(issue)
    _ = CrossReferenceIndex(issue)
    _ = JSONWriter.bytes(of: issue.outlineJSON)
  case .attributions:
    let text = String(decoding: bytes, as: UTF8.self)
    let parser = ResponsibilityParser(text)
    let length = text.unicodeScalars.count
    for found in parser.found { precondition(found.scope.end <= length) }
  case .query:
    let parsed = QueryParser.parse(String(decoding: bytes, as: UTF8.self))
    _ = asked.matches(of: parsed.query)
  case .manifest:
    guard let manifest = try? Manifest(json: bytes) else { return 0 }
    let text = SourceText(bytes: Array("# 某省人民政府通知\n\n1. 加强管理。\n".utf8))
    let issue = IssueParser.parse(text, manifest: manifest)
    _ = JSONWriter.bytes(of: issue.outlineJSON)
  case .import:
    guard let ledger = try? ReviewJSON.ledger(from: bytes),
      let time = ReviewTime(iso8601: "2021-11-05T08:00:00Z")
    else { return 0 }
    // What was read is written so that it reads the same again.
    let written = JSONWriter.bytes(of: ReviewJSON.value(of: ledger, exportedAt: time))
    let again = try? ReviewJSON.ledger(from: written)
    precondition(again?.owners.count == ledger.owners.count)
  case .answer: IntakeFuzzing.answer(bytes)
  case .words: IntakeFuzzing.pages(PageBundle(wordBoxes: bytes))
  case .recognised:
    IntakeFuzzing.pages(
      PageBundle(recognised: [PageBundle.RecognisedPage(number: 1, resolution: 250, table: bytes)]))
  case .drawing:
    var bundle = PageBundle(wordBoxes: tableWords)
    bundle.drawings = [(page: 1, drawing: bytes)]
    IntakeFuzzing.pages(bundle)
  case .html: IntakeFuzzing.read(bytes, as: .html)
  case .mhtml: IntakeFuzzing.read(bytes, as: .mhtml)
  case .json: IntakeFuzzing.read(bytes, as: .json)
  case .text: IntakeFuzzing.read(bytes, as: .text)
  case .word:
    IntakeFuzzing.read(
      bytes,
      asPartsOf: [
        "word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml",
      ])
  case .opendocument:
    IntakeFuzzing.read(bytes, asPartsOf: ["content.xml", "mimetype", "styles.xml"])
  case .ofd:
    IntakeFuzzing.read(bytes, asPartsOf: ["OFD.xml", "Doc_0/Document.xml", "Doc_0/Page.xml"])
  case .book:
    IntakeFuzzing.read(bytes, asPartsOf: ["META-INF/container.xml", "c.opf", "a.xhtml"])
  }
  return 0
}
