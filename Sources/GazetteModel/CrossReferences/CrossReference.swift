import GazetteText

/// A place where the text names another text (引用).
public struct CrossReference: Sendable, Equatable {
  /// What kind of text is referred to.
  public enum Kind: String, Sendable, CaseIterable {
    /// 《关于加快推进乡村人才振兴的意见》
    case title
    /// 吉政办发〔2021〕6号
    case documentNumber
    /// 本方案, 本办法: the document itself
    case itself
    /// 第十二条
    case article
    /// 附件2
    case attachment
  }

  /// Where it stands.
  public let node: NodeID
  /// The text it stands in.
  public let place: TextPlace
  /// The scalars of that text that make the reference.
  public let range: ScalarRange
  /// Exactly that stretch.
  public let text: String
  /// What is referred to.
  public let kind: Kind
  /// What it names; nil when that is not in the issue.
  public let target: NodeID?

  package init(
    node: NodeID, place: TextPlace, range: ScalarRange, text: String, kind: Kind, target: NodeID?
  ) {
    self.node = node
    self.place = place
    self.range = range
    self.text = text
    self.kind = kind
    self.target = target
  }
}

/// The cross-references of an issue, from and to each node.
public struct CrossReferenceIndex: Sendable {
  /// Every cross-reference, in order of print.
  public let references: [CrossReference]
  private let byNode: [NodeID: Range<Int>]
  private let byTarget: [NodeID: [Int]]

  /// Finds the cross-references of an issue.
  public init(_ issue: Issue) {
    let reader = CrossReferenceReader(issue)
    var references: [CrossReference] = []
    for node in issue.nodes where node.kind != .cover && node.kind != .contents {
      for place in node.textPlaces { references += reader.references(in: node, at: place) }
    }
    self.init(references)
  }

  /// Takes cross-references in order of print.
  package init(_ references: [CrossReference]) {
    var byNode: [NodeID: Range<Int>] = [:]
    for (index, reference) in references.enumerated() {
      byNode[reference.node] = (byNode[reference.node]?.lowerBound ?? index)..<index + 1
    }
    var byTarget: [NodeID: [Int]] = [:]
    for (index, reference) in references.enumerated() {
      if let target = reference.target { byTarget[target, default: []].append(index) }
    }
    self.references = references
    self.byNode = byNode
    self.byTarget = byTarget
  }

  /// What a node's own text refers to.
  public func references(of node: NodeID) -> ArraySlice<CrossReference> {
    references[byNode[node] ?? 0..<0]
  }

  /// Who refers to a node. That a document speaks of itself (本方案) is left out.
  public func referrers(of node: NodeID) -> [CrossReference] {
    (byTarget[node] ?? []).map { references[$0] }.filter { $0.kind != .itself }
  }
}
