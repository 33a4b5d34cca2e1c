/// What is known of the text that words stood in when something was put on them, so that it can be told whether
/// clauses were put in or taken out since (周围).
public struct WordSurroundings: Hashable, Sendable {
  /// 16 hexadecimal digits of the words of the document, in order.
  let document: String
  /// At how many places of the document the same words stood.
  let inDocument: Int
  /// At how many places of the issue the same words stood.
  let inIssue: Int

  init(document: String, inDocument: Int, inIssue: Int) {
    self.document = document
    self.inDocument = inDocument
    self.inIssue = inIssue
  }

  /// As it is kept: the digits and both counts, parted by blanks.
  package var written: String { "\(document) \(inDocument) \(inIssue)" }

  /// Reads what `written` wrote; nil for anything else, such as nothing at all, which entries of older versions
  /// have.
  package init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 16, parts[0].allSatisfy(\.isHexDigit),
      let inDocument = Int(parts[1]), let inIssue = Int(parts[2]), inDocument >= 0,
      inIssue >= inDocument
    else { return nil }
    self.init(document: String(parts[0]), inDocument: inDocument, inIssue: inIssue)
    if written != text { return nil }
  }
}

extension ReviewedText {
  /// The surroundings as they are kept; empty where nothing is known of them.
  var writtenSurroundings: String { surroundings?.written ?? "" }
}
