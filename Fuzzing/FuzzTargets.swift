// The entry points of `make fuzz`. They are compiled with the sources of the model into one module,
// so that the fuzzer sees every branch of it.

import Glibc

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
  }
  return 0
}
