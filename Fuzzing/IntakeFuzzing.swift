// The rounds of `make fuzz` that work on the intake: what the reader makes of a stranger's file, and what the browser
// makes of the reader's answer.

import GazetteIntake
import GazetteModel
import GazetteText

@testable import GazetteIntakeReader

/// One round for the intake.
enum IntakeFuzzing {
  /// A file through the reader of its kind; what it answers has to come through as it is, and to parse.
  static func read(_ bytes: [UInt8], as mode: ReaderMode) {
    check(Reader.answer(to: bytes, as: mode))
  }

  /// The parts of an office document or a book, packed as the reader gets them. Between parts stands a byte of 1.
  static func read(_ bytes: [UInt8], asPartsOf names: [String]) {
    var file = ZipFile([])
    let parts = bytes.split(
      separator: 1, maxSplits: names.count - 1, omittingEmptySubsequences: false)
    for (name, part) in zip(names, parts) { file.add(name, Array(part)) }
    check(Reader.answer(to: file.file, as: .zip))
  }

  /// What claims to be the answer of a reader: refused, or written again as it was read.
  static func answer(_ bytes: [UInt8]) {
    guard let answer = try? ReaderAnswer(bytes: bytes) else { return }
    check(answer)
  }

  /// What a PDF's words or a recogniser's table say of pages, as the lines of an issue.
  static func pages(_ bundle: PageBundle) {
    check(Reader.answer(to: bundle.bytes, as: .pages))
  }

  private static func check(_ answer: ReaderAnswer) {
    let again = try? ReaderAnswer(bytes: answer.bytes)
    precondition(again == answer, "an answer is not read as it was written")
    guard case .printed(let printed) = answer else { return }
    let issue = IssueParser.parse(printed, manifest: .empty)
    _ = JSONWriter.bytes(of: issue.outlineJSON)
    _ = DepartmentIndex(issue: issue)
  }
}
