extension Issue {
  /// The issue with its id before each of its references, as they are printed where several issues
  /// are: `2021-11:3.1/2.3.11`. Nodes keep their places.
  public func withReferences(naming id: String) -> Issue {
    var issue = self
    for index in issue.nodes.indices {
      let reference = issue.nodes[index].reference.text
      issue.nodes[index].reference = Reference("\(id):\(reference)")
    }
    return issue
  }

  /// The issue under another id.
  public func withID(_ id: String) -> Issue {
    var issue = self
    issue.identity.id = id
    return issue
  }
}
