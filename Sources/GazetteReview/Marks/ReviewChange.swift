/// What a reviewer asks to be changed at one node; what is nil stays as it is.
public struct ReviewChange: Hashable, Sendable {
  /// The node the change is about.
  public let key: ReviewKey
  /// The words as they stand now.
  public let text: ReviewedText
  /// The new state. Giving one, even the same, confirms the mark on the present words.
  public var state: ReviewState?
  /// The new note; an empty one removes it.
  public var note: String?
  /// Tags to put on.
  public var addedTags: Set<String>
  /// Tags to take off.
  public var removedTags: Set<String>
  /// Marks of the reviewer's that are shown elsewhere than they are kept, and are kept there from now on.
  public var moves: [ReviewMove]

  /// Creates a change.
  public init(
    key: ReviewKey, text: ReviewedText, state: ReviewState? = nil, note: String? = nil,
    addedTags: Set<String> = [], removedTags: Set<String> = [], moves: [ReviewMove] = []
  ) {
    self.key = key
    self.text = text
    self.state = state
    self.note = note
    self.addedTags = addedTags
    self.removedTags = removedTags
    self.moves = moves
  }

  /// The mark that it makes of `mark`, later than that in any case; nil when nothing would change.
  func applied(to mark: ReviewMark?, reviewer: String, at now: ReviewTime) -> ReviewMark? {
    let changed = ReviewMark(
      key: key, reviewer: reviewer, state: state ?? mark?.state ?? .unread,
      note: note ?? mark?.note ?? "",
      tags: Set(mark?.tags ?? []).union(addedTags).subtracting(removedTags).sorted(),
      at: mark.map { max(now, $0.at.next) } ?? now,
      text: state == nil ? mark?.text ?? text : text)
    if let mark {
      return changed.saysTheSame(as: mark) && changed.text.standsTheSame(as: mark.text)
        ? nil : changed
    }
    return changed.isBlank ? nil : changed
  }
}
