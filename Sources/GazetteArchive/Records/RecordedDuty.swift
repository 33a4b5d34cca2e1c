import GazetteModel
import GazetteText

extension RecordedIssue {
  /// What a phrase gives some bodies to do.
  struct Duty: Sendable, Equatable {
    /// A body as the phrase names it.
    struct Named: Sendable, Equatable {
      let name: String
      let printed: String
      let role: Role
    }

    let node: Int
    /// With the issue before it, where there are several.
    let reference: String
    /// The words that the phrase speaks for.
    let text: String
    let bodies: [Named]
  }

  /// Works out which words each phrase of an issue speaks for.
  struct DutyWords {
    private var last: (node: Int, paragraph: Int, end: Int)?
    /// The fewest letters that say what is to be done.
    private static let least = 4

    /// The words before a phrase, up to the one before it; where it stands alone those of the
    /// paragraph before, or the title.
    ///
    /// - Parameter text: The text of a paragraph of the node; nil where there is none.
    mutating func words(
      before phrase: ScalarRange, node: Int, paragraph: Int, title: String?,
      _ text: (Int) -> [Unicode.Scalar]
    ) -> String {
      let own = text(paragraph)
      let start = min(max(0, phrase.start), own.count)
      var begin = 0
      if let last, last.node == node, last.paragraph == paragraph { begin = min(last.end, start) }
      last = (node, paragraph, min(phrase.end, own.count))
      let before = Array(own[begin..<start])
      if BareWords.letters(of: before.string).count >= Self.least { return before.string }
      let sentence = Sentences.sentence(around: start..<min(phrase.end, own.count), in: own)
      let rest =
        own[sentence.lowerBound..<start]
        + own[min(phrase.end, sentence.upperBound)..<sentence.upperBound]
      if BareWords.letters(of: Array(rest).string).count >= Self.least {
        return Array(own[sentence]).string
      }
      if paragraph > 0 { return text(paragraph - 1).string }
      return title ?? Array(own[sentence]).string
    }
  }

  /// Adds the duties of the issue itself.
  mutating func addDuties(of issue: Issue, lead: String) {
    var words = DutyWords()
    for responsibility in DepartmentIndex(issue: issue).responsibilities
    where !responsibility.isInherited {
      let node = issue[responsibility.node]
      var reference = node.reference.text
      var text = responsibility.text
      if let row = responsibility.row {
        reference = issue.reference(of: NodeRow(node: node.id, place: row))
      } else if let range = responsibility.range {
        text = words.words(
          before: range, node: node.id.index, paragraph: responsibility.paragraph,
          title: node.title
        ) { node.paragraphs.indices.contains($0) ? node.paragraphs[$0].scalars : [] }
      }
      duties.append(
        Duty(
          node: node.id.index, reference: lead + reference, text: text,
          bodies: responsibility.groups.flatMap { group in
            group.bodies.map {
              Duty.Named(name: $0.name, printed: $0.printed, role: group.role)
            }
          }))
    }
  }
}
