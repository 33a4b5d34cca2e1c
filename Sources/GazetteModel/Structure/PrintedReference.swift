extension Issue {
  /// The issue with its id before each of its references, as they are printed where several issues
  /// are: `2021-11:3.1/2.3.11`. Nodes keep their places.
  public func withReferences(naming id: String) -> Issue {
    named(identity, nodes: nodes.map { $0.quoted(by: Reference("\(id):\($0.reference.text)")) })
  }

  /// The issue under another id.
  public func withID(_ id: String) -> Issue {
    var identity = identity
    identity.id = id
    return named(identity, nodes: nodes)
  }
}
