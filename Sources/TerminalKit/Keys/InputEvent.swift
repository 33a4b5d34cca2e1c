import GazetteText

/// What the reader and the terminal do.
package enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// Text that the terminal marks as pasted, with line feeds as line ends, otherwise as it came.
  case paste(String)
  case mouse(MouseEvent)
  /// The terminal has this size now.
  case resize(Size)
  /// The terminal says how wide it draws characters of ambiguous width.
  case ambiguousWidth(AmbiguousWidth)
  /// The terminal is gone, or the program is asked to end.
  case hangUp
}

/// A click or a turn of the wheel.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case press, doublePress, release, wheelUp, wheelDown }
  package var kind: Kind
  package var position: Position

  package init(kind: Kind, position: Position) {
    self.kind = kind
    self.position = position
  }
}
