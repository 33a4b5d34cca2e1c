import GazetteText

/// Names a node by what is printed (引用), so that it survives re-parsing and can be quoted:
/// `3.1/2.3.11`.
public struct Reference: Hashable, Sendable, CustomStringConvertible {
  /// The canonical text, without the issue.
  public let text: String

  /// Creates a reference from its canonical text.
  public init(_ text: String) {
    self.text = text
  }

  public var description: String { text }
}

/// A reference as somebody typed it, perhaps with the issue before it: `2021-11:3.1/2.3.11`.
public struct TypedReference: Hashable, Sendable {
  /// The issue's id; nil when none was typed.
  public let issue: String?
  /// The reference itself, without the issue.
  public let reference: Reference

  /// Reads what was typed: full-width characters and spaces are accepted, a closing mark is
  /// dropped.
  public init(_ typed: String) {
    var scalars = [Unicode.Scalar](typed).filter { !$0.isAnySpace }.map {
      scalar -> Unicode.Scalar in
      scalar == "。" ? "." : scalar.halfWidth
    }
    while let last = scalars.last, last == "/" || last == "." { scalars.removeLast() }
    if let colon = scalars.firstIndex(of: ":") {
      issue = Array(scalars[..<colon]).string
      reference = Reference(Array(scalars[(colon + 1)...]).string.lowercased())
    } else {
      issue = nil
      reference = Reference(scalars.string.lowercased())
    }
  }
}

/// A node of a library: which issue, and where in it.
public struct NodeAddress: Hashable, Sendable {
  /// The issue.
  public let issue: IssueID
  /// The node in that issue.
  public let node: NodeID

  /// Creates an address.
  public init(issue: IssueID, node: NodeID) {
    self.issue = issue
    self.node = node
  }
}

extension Issue {
  /// The node with that reference, or nil.
  ///
  /// - Complexity: Linear in the number of nodes.
  public func node(at reference: Reference) -> NodeID? {
    nodes.first { $0.reference == reference }?.id
  }
}

extension Library {
  /// The node that a typed reference names; without an issue in it, the one of `current` is meant.
  public func node(at typed: TypedReference, current: IssueID) -> NodeAddress? {
    var issue = current
    if let name = typed.issue {
      guard let named = self.issue(named: name) else { return nil }
      issue = named
    }
    guard let place = place(of: issue), let node = issues[place].node(at: typed.reference) else {
      return nil
    }
    return NodeAddress(issue: issue, node: node)
  }
}
