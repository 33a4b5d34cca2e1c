import GazetteModel
import GazetteText

/// A review carried over into the next version of a text (审阅承接).
///
/// Nothing is overwritten: where the reviewer has marked the new text already, that stays. A mark on
/// words that are the same holds as it did. One on words that changed keeps its state but is put on
/// the old words, so that it counts as unread until its reviewer confirms it on the new ones.
public struct ReviewCarry: Sendable {
  /// What becomes of a mark.
  public enum Outcome: String, Sendable, CaseIterable {
    /// The words are the same.
    case kept
    /// The words changed: to be looked at again.
    case again
    /// The reviewer has marked the new unit already.
    case present
    /// No unit of the new text continues the old one.
    case gone
    /// It is unsure where in the old text the mark belongs.
    case unsure
  }

  /// A mark of the old text with what becomes of it.
  public struct Entry: Sendable {
    /// The mark, where it stands in the old text.
    public let mark: ReviewMark
    /// The unit or row that continues the marked one; nil where none does.
    public let target: ReviewKey?
    /// What becomes of it.
    public let outcome: Outcome
    /// The words at the target; nil where there is none.
    public let words: String?
  }

  /// The reviewer's marks in the order of the old text.
  public let entries: [Entry]
  /// The changes that carry them over, for one step of the store.
  public let changes: [ReviewChange]

  /// Works out what becomes of each mark.
  ///
  /// - Parameters:
  ///   - marks: The reviewer's marks of the old text, placed in it.
  ///   - targets: The units and rows of the new text by those that they continue.
  ///   - scope: What is reviewed of the new text.
  ///   - present: The marks of the new text, placed in it.
  ///   - reviewer: Whose marks are carried over.
  ///   - note: What is noted at the new unit.
  public init(
    _ marks: [ReviewMark], to targets: [ReviewKey: ReviewKey], in scope: ReviewScope,
    besides present: [ReviewMark], reviewer: String, note: (Entry) -> String
  ) {
    let sheet = ReviewSheet(reviewer: reviewer, marks: present)
    var entries: [Entry] = []
    var changes: [ReviewChange] = []
    for mark in marks where mark.reviewer == reviewer && !mark.isBlank {
      let target = targets[mark.key]
      let text = target.flatMap(scope.text)
      let outcome: Outcome
      if mark.placement.isUnsure || mark.isKeptApart {
        outcome = .unsure
      } else if let target, let text {
        let isMarked = target == mark.key || sheet.mark(at: target) != nil
        outcome = isMarked ? .present : text.saysTheSame(as: mark.text) ? .kept : .again
      } else {
        outcome = .gone
      }
      let entry = Entry(
        mark: mark, target: outcome == .unsure ? nil : target, outcome: outcome,
        words: text?.content)
      entries.append(entry)
      guard let target, let text, outcome == .kept || outcome == .again else { continue }
      changes.append(
        ReviewChange(
          key: target, text: outcome == .kept ? text : mark.text, state: mark.state,
          note: note(entry), addedTags: Set(mark.tags)))
    }
    if !changes.isEmpty { changes[0].moves = sheet.moves(before: changes.map(\.key)) }
    self.entries = entries
    self.changes = changes
  }
}
