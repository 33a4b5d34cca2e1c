import GazetteModel
import GazetteText

extension Failure {
  /// That a reference names nothing, with the range of what stands where it begins.
  init(unknownReference typed: String, in issue: GazetteModel.Issue, _ language: Language) {
    self.init(
      Messages.unknownReference, at: typed, remedy: Self.range(near: typed, in: issue), language)
  }

  /// Which references there are below the longest beginning of `typed` that names something.
  private static func range(near typed: String, in issue: GazetteModel.Issue) -> Phrase {
    var beginning = TypedReference(typed).reference.text
    while let cut = beginning.lastIndex(where: { $0 == "." || $0 == "/" }) {
      beginning = String(beginning[..<cut])
      guard let above = issue.node(at: Reference(beginning)) else { continue }
      let below = issue.children(of: above).map { issue[$0].reference.text }
      return Messages.range(of: below, below: beginning)
    }
    let documents = issue.roots.filter { issue[$0].kind == .document }
    return Messages.range(of: documents.map { issue[$0].reference.text }, below: nil)
  }
}

extension Messages {
  static let unknownReference = Phrase("没有这一条", "no such reference")

  /// From the first to the last of `references`, which stand below another or at the top.
  fileprivate static func range(of references: [String], below: String?) -> Phrase {
    guard let first = references.first, let last = references.last else {
      return below.map { Phrase("\($0) 下没有编号", "nothing stands below \($0)") }
        ?? Phrase("这一期没有文件", "the issue has no documents")
    }
    let range = Phrase(
      first == last ? "只有 \(first)" : "有 \(first) 至 \(last)",
      first == last ? "there is \(first) alone" : "there are \(first) to \(last)")
    guard let below else {
      return Phrase("文件\(range)", "of documents \(range)")
    }
    return Phrase("\(below) 下\(range)", "below \(below) \(range)")
  }
}
