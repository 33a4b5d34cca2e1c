/// What a stretch of text is for; `Theme` decides how that looks.
package struct Style: Hashable, Sendable {
  package var role: StyleRole = .plain
  /// The selected row of the pane that has the focus.
  package var isSelected = false
  /// The selected row of a pane without the focus.
  package var isMarked = false
  /// A hit of the search.
  package var isMatch = false
  /// The hit that n and N stand on.
  package var isCurrentMatch = false

  package init(_ role: StyleRole = .plain) {
    self.role = role
  }
}
