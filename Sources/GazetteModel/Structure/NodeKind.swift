/// What a node of the tree is.
public enum NodeKind: String, Sendable, CaseIterable {
  /// The cover (封面) with the identity of the issue.
  case cover
  /// The contents page (目录).
  case contents
  /// A notice, plan, policy, decision, list or note printed under its own title (文件).
  case document
  /// A document that another one issues (附件), such as the plan behind a 印发…的通知.
  case attachment
  /// A part of a law (编).
  case part
  /// A chapter of a law (章).
  case chapter
  /// A numbered heading that has numbered units below it: 一、, and 节 in laws.
  case section
  /// A numbered heading （一） that has numbered units below it.
  case subsection
  /// The smallest numbered unit that carries text of its own (条).
  case clause
  /// A numbered unit inside a clause: （1）, ①, and 项 in laws.
  case subclause
  /// An unnumbered run of paragraphs between units: an opening, a decision, a closing.
  case text

  /// Whether the node is printed under a title of its own and may have a document head.
  public var isDocument: Bool { self == .document || self == .attachment }
}
