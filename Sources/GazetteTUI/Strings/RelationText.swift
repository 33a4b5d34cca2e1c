import GazetteModel
import GazetteText

/// How a text stands to one that it names, in words for readers.
enum RelationText {
  /// The word; nil where the text only names the other.
  static func name(_ relation: ReferenceRelation) -> Phrase? {
    switch relation {
    case .repeals: Phrase("废止", "repeals")
    case .amends: Phrase("修改", "amends")
    case .extends: Phrase("延长", "extends")
    case .issues: Phrase("印发", "issues")
    case .implements: Phrase("依据", "implements")
    case .mentions: nil
    }
  }
}
