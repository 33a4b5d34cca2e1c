import GazetteText

/// Documents by what other texts call them, title and number (题名、文号), over any number of issues.
public struct DocumentNames: Sendable {
  private var references: [[Unicode.Scalar]: String] = [:]

  /// Knows no document.
  public init() {}

  /// Adds a document; of several of one name the first that is added is meant.
  public mutating func add(title: String?, number: String?, reference: String) {
    for name in [title, number] {
      guard let name, !name.isEmpty else { continue }
      let key = CrossReference.key(name)
      if references[key] == nil { references[key] = reference }
    }
  }

  /// The reference of the document that a printed name means: 《…》 or a number.
  public func reference(of printed: String) -> String? {
    var name = Substring(printed)
    if name.hasPrefix("《"), name.hasSuffix("》") { name = name.dropFirst().dropLast() }
    return references[CrossReference.key(String(name))]
  }
}

extension CrossReference {
  /// What titles and numbers are compared by: folded, without spaces.
  package static func key(_ text: String) -> [Unicode.Scalar] {
    FoldedText(text).folded.filter { $0 != " " }
  }
}

extension CrossReferenceIndex {
  /// The references that print a text, by a part of it: 《…条例》, 吉政发〔2021〕6号. That a document speaks
  /// of itself is none.
  public func references(to text: String) -> [CrossReference] {
    let wanted = FoldedText(text).folded
    return references.filter { $0.kind != .itself && FoldedText($0.text).contains(wanted) }
  }
}
