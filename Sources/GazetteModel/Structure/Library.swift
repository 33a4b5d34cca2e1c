/// The opened issues with what is worked out from them; the only thing the browser is given.
public struct Library: Sendable, Equatable {
  /// The issues in the order in which they were named.
  public let issues: [Issue]

  public init(issues: [Issue]) {
    self.issues = issues
  }

  /// Libraries are equal when they hold the same printed issues: all else is worked out from those.
  public static func == (left: Library, right: Library) -> Bool {
    left.issues.count == right.issues.count
      && zip(left.issues, right.issues).allSatisfy {
        $0.identity == $1.identity && $0.source.bytes == $1.source.bytes
      }
  }
}
