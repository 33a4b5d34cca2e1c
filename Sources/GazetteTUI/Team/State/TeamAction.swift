import TerminalKit

/// What the reader can ask for as a member of a team.
enum TeamAction: Hashable, Sendable {
  /// Asks to whom the highlighted units are dealt out.
  case openAssign
  /// Completes the name that is typed.
  case completeName
  /// On to what is the reader's own and unread, or was returned.
  case nextMine, previousMine
  /// Confirms others' marks, or asks for the remark with which they are returned.
  case confirm, sendBack
  /// Answers what was said of the unit, or begins to speak of it.
  case reply
  /// Settles the discussions at the unit, or opens them again.
  case settle
  case nextDisputed
  /// Shows what closing the issue would say, or that it is closed.
  case openClosing, closeBox
  /// Closes the issue, or opens it again.
  case close
  /// Chooses a stretch of words in the text.
  case openStretch, closeStretch, noteStretch
  case moveStretch(StretchMotion)
}

/// A move of the end of a stretch of words.
enum StretchMotion: Hashable, Sendable {
  /// By characters, forward or (negative) back.
  case characters(Int)
  /// To the next or last punctuation mark.
  case phrases(Int)
  /// To the row below or above.
  case rows(Int)
  /// To the paragraph's beginning or end.
  case start, end
  /// The other end is moved from now on.
  case swap
}
