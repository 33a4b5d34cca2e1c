/// Where a reviewer left an issue.
public struct ReviewPlace: Hashable, Sendable {
  /// The id of the issue.
  public let issue: String
  /// When.
  public let at: ReviewTime
  /// The place, in the words of the program that shows it.
  public let value: String

  /// Creates a place.
  public init(issue: String, at: ReviewTime = .now(), value: String) {
    self.issue = issue
    self.at = at
    self.value = value
  }
}
