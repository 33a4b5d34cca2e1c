/// Names an issue among those that are open, as long as the program runs (期).
///
/// Only a library gives ids, and only to a library do they mean anything: no place among its issues
/// can be taken for one. When the files are read again, an issue keeps its id
/// (`Library.init(issues:continuing:)`), so that what holds a place in it still means that issue.
/// Beyond the run of the program an issue is named by `Issue.name`.
public struct IssueID: Hashable, Sendable {
  /// Counts the issues in the order in which they were opened.
  package let number: Int

  package init(number: Int) { self.number = number }
}
