/// A move within the pane that has the focus. A count repeats it, and says the row for `first` and
/// `last`.
enum Motion: Hashable, Sendable {
  /// Rows, forward or (negative) back.
  case lines(Int)
  case halfPages(Int)
  case pages(Int)
  case first, last
  /// Units with the same parent.
  case siblings(Int)
  case documents(Int)
}

/// A change to a line that is being typed.
enum LineEdit: Hashable, Sendable {
  case insert(String)
  case eraseBack, eraseForward, eraseWord, eraseAll
  case left, right, start, end
}
