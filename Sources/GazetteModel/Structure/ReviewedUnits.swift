extension Issue {
  /// What a review counts (审阅单位), in document order: every clause with all below it, every run of text outside
  /// clauses, and a heading only where it carries paragraphs of its own.
  package var reviewedUnits: [NodeID] {
    var units: [NodeID] = []
    var skipUntil = 0
    for node in nodes where node.id.index >= skipUntil {
      switch node.kind {
      case .cover, .contents:
        skipUntil = node.subtreeEnd
      case .clause, .subclause, .text:
        skipUntil = node.subtreeEnd
        if !node.paragraphs.isEmpty || !node.tables.isEmpty || node.title != nil
          || node.subtreeEnd > node.id.index + 1
        {
          units.append(node.id)
        }
      case .document, .attachment, .part, .chapter, .section, .subsection:
        if !node.paragraphs.isEmpty || !node.tables.isEmpty { units.append(node.id) }
      }
    }
    return units
  }
}
