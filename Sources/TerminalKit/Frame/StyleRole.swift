/// What a stretch of text means. Raw values name styles in snapshots.
package enum StyleRole: String, Sendable, CaseIterable {
  /// Running text.
  case plain
  /// Less important: counts, hints, marks.
  case muted
  /// The title of a document or an attachment.
  case title
  /// A heading of a section, or a title sentence.
  case heading
  /// A printed number of a unit.
  case number
  /// The bar that names the issue, a pane or a mode.
  case bar
  /// The name of a pane that has the focus.
  case activeBar
  /// A key in a hint.
  case key
  /// A label before a value.
  case label
  /// The mark of the current clause.
  case current
  /// A column of the contents.
  case column
  /// Listed, but its text is not in the source.
  case missing
  /// A line between panes.
  case border
  /// Text that a correction changed.
  case corrected
  /// Text that a newer version has no more.
  case removed
  /// Text that a newer version has in addition.
  case inserted
  /// A printed source line.
  case printed
  /// A hidden character shown as a mark.
  case hidden
  /// A message that something could not be done.
  case warning
  /// An attribution of responsibility.
  case attribution
  /// A responsible body that leads.
  case lead
  /// A clause that was agreed to.
  case agreed
  /// A clause that somebody has to ask about, or that changed since its mark.
  case question
  /// A stretch of what is typed that cannot be read.
  case wrong
  /// A filter that is kept.
  case chip
  /// A condition that is turned on.
  case toggleOn
  /// A cell of a table with a small, a middling and a large count.
  case heatLow, heatMiddle, heatHigh
}
