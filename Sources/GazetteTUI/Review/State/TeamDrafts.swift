import GazetteModel
import GazetteReview

/// What a note that is being written is for.
enum NotePurpose: Hashable, Sendable {
  /// The reviewer's own note.
  case note
  /// Why these marks of others are returned.
  case sendingBack([ReviewMark])
  /// A remark in a discussion, or one that begins it, about these words.
  case remark(thread: String?, quote: TextQuote?)
}

/// Words of the text while they are chosen.
struct TextStretch: Hashable, Sendable {
  var issue: IssueID
  var node: NodeID
  /// The paragraph of the node.
  var paragraph: Int
  /// The first character that is chosen and the last one, in either order, in scalars.
  var anchor: Int
  var end: Int

  /// The characters that are chosen.
  var range: Range<Int> { min(anchor, end)..<max(anchor, end) + 1 }
}

/// What the browser holds of the reader's work in a team besides the sheets.
struct TeamWork: Hashable, Sendable {
  /// The words that are being chosen; nil while none are.
  var stretch: TextStretch?
  /// Where the mouse was pressed in the text and is held; nil where it is not.
  var press: TextStretch?
  /// A remark that is on its way to the disk, to be given back where that fails.
  var sent: NoteDraft?
}
