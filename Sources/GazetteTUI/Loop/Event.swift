import GazetteModel

/// What reaches the browser from outside.
enum Event: Hashable, Sendable {
  case key(Key)
  /// Text that the terminal marks as pasted, with line feeds as line ends, otherwise as it came.
  case paste(String)
  case mouse(MouseEvent)
  /// The terminal has this size now.
  case resize(Size)
  /// The terminal says how wide it draws characters of ambiguous width.
  case ambiguousWidth(AmbiguousWidth)
  /// Nothing was pressed for a while.
  case pause
  /// More of the library is worked out.
  case indexed(LibraryIndexes)
  /// The review store answers.
  case review(ReviewReply)
  /// The terminal is gone, or the program is asked to end.
  case hangUp
}

/// A click or a turn of the wheel.
struct MouseEvent: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case press, doublePress, wheelUp, wheelDown }
  var kind: Kind
  var position: Position
}
