/// One change as the history tells it.
public struct ReviewEvent: Equatable, Sendable {
  /// How it came about.
  public enum Kind: String, Sendable { case change, undo, redo, `import` }

  /// What was done.
  public let kind: Kind
  /// What held before; nil for the first.
  public let previous: ReviewMark?
  /// What was put.
  public let mark: ReviewMark
}
