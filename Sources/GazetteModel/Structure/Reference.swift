/// Names a node by what is printed (引用), so that it survives re-parsing and can be quoted: `3.1/2.3.11`.
public struct Reference: Hashable, Sendable, CustomStringConvertible {
  /// The canonical text, without the issue.
  public let text: String

  /// Creates a reference from its canonical text.
  public init(_ text: String) {
    self.text = text
  }

  public var description: String { text }
}
