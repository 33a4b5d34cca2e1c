import GazetteIntake
import GazetteModel
import GazetteText

/// Reads JSON as programs write it that gather documents from sites: an object, or an array of them,
/// with a title, a number and a text.
enum RecordReader {
  private static let titles = ["title", "标题", "文件名称", "name"]
  private static let numbers = [
    "docno", "doc_no", "documentnumber", "document_number", "文号", "发文字号", "fileno", "file_no",
    "pub_number",
  ]
  private static let texts = ["content", "正文", "text", "body", "内容", "article", "fulltext"]

  static func read(_ bytes: [UInt8]) throws(ReadingFailure) -> PrintedText {
    let value: JSONValue
    do throws(JSONFailure) {
      value = try JSONParser.parse(bytes)
    } catch {
      throw ReadingFailure(.damaged)
    }
    var builder = PrintedTextBuilder()
    var isAnyRead = false
    for record in records(in: value) {
      guard case .object(let members) = record, let text = string(texts, in: members) else {
        continue
      }
      isAnyRead = true
      add(text, title: string(titles, in: members), number: string(numbers, in: members), &builder)
    }
    guard isAnyRead else { throw ReadingFailure(.unknownFormat) }
    return try builder.printed(Provenance(format: .text))
  }

  private static func add(
    _ text: String, title: String?, number: String?, _ builder: inout PrintedTextBuilder
  ) {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let beginning = lines.prefix(5).joined()
    if let title, !beginning.contains(title) { builder.add("# " + title) }
    if let number, !beginning.contains(number) { builder.add(number) }
    for line in lines { builder.add(line, form: .unknown) }
  }

  /// The value, or the values of an array.
  private static func records(in value: JSONValue) -> [JSONValue] {
    if case .array(let values) = value { return values }
    return [value]
  }

  private static func string(_ names: [String], in members: JSONObject) -> String? {
    for name in names {
      if case .string(let value)? = members[name], !value.isEmpty { return value }
    }
    return nil
  }
}
