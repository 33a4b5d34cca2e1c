/// The opened issues with what is worked out from them; the only thing the browser is given.
public struct Library: Sendable {
  /// The issues in the order in which they were named.
  public let issues: [Issue]

  public init(issues: [Issue]) {
    self.issues = issues
  }
}
