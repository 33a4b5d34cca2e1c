import GazetteModel

// From a cross-reference to what it names, and from a unit to those that refer to it.

extension State {
  /// Follows the only reference of the unit, or lets the reader choose among several.
  mutating func followReference(_ layouts: LayoutCache) {
    let highlight = highlight(layouts)
    let issue = highlight.issue
    guard let index = indexes?[issue] else {
      message = Message(.notIndexed)
      return
    }
    var seen: Set<String> = []
    // That a document speaks of itself leads nowhere else.
    let references = highlight.nodes.flatMap { index.references.references(of: $0) }.filter {
      $0.kind != .itself && seen.insert($0.text).inserted
    }
    guard !references.isEmpty else {
      message = Message(.noReferences)
      return
    }
    if references.count == 1, let only = references.first, let target = only.target {
      jumpFar(to: NodeAddress(issue: issue, node: target), place: nil, nil, layouts)
      return
    }
    let opened = library[issue]
    let choices = references.map { reference in
      let target = reference.target
      return Choice(
        kind: .reference, title: reference.text,
        detail: relationWord(of: reference, in: opened)
          + (target.map { opened[$0].reference.text }
            ?? Strings.text(.notInSource, settings.language)),
        target: target.map { .unit(NodeAddress(issue: issue, node: $0), place: nil, nil) }
          ?? .missing)
    }
    if choices.count == 1, let only = choices.first {
      message = Message(.notInIssue, only.title)
      return
    }
    openChooser(.references, choices, selected: firstReference(references), layouts)
  }

  /// What a reference does to the text that it names, with a blank behind it; empty where it only
  /// names it.
  private func relationWord(of reference: CrossReference, in issue: Issue) -> String {
    RelationText.name(reference.relation(in: issue)).map { $0[settings.language] + " " } ?? ""
  }

  /// The reference at or behind the row being read.
  private func firstReference(_ references: [CrossReference]) -> Int {
    guard references.first?.node == cursor.node else { return 0 }
    let place: Int? =
      switch cursor.part {
      case .paragraph(let paragraph):
        references.firstIndex {
          $0.place.paragraph.map { paragraph < $0 } ?? false
            || $0.place == .paragraph(paragraph) && $0.range.end > cursor.offset
        }
      case .row(let row):
        references.firstIndex {
          $0.place.cell.map { RowPlace(table: $0.table, row: $0.row) >= row } ?? false
        }
      default: nil
      }
    return place ?? 0
  }

  /// Lists who refers to the unit, or to the document that it stands in.
  mutating func listReferrers(_ layouts: LayoutCache) {
    let highlight = highlight(layouts)
    let issue = highlight.issue
    guard let index = indexes?[issue] else {
      message = Message(.notIndexed)
      return
    }
    let opened = library[issue]
    var targets = highlight.nodes
    for document in highlight.nodes.compactMap(opened.document) where !targets.contains(document) {
      targets.append(document)
    }
    var seen: Set<NodeID> = []
    let referrers = targets.flatMap(index.references.referrers).filter {
      !highlight.nodes.contains($0.node) && seen.insert($0.node).inserted
    }
    guard !referrers.isEmpty else {
      message = Message(.noReferrers)
      return
    }
    openChooser(
      .referrers,
      referrers.map { reference in
        let node = opened[reference.node]
        return Choice(
          kind: .clause, title: node.label ?? reference.text,
          detail: relationWord(of: reference, in: opened) + node.reference.text,
          target: .unit(
            NodeAddress(issue: issue, node: reference.node), place: reference.place,
            reference.range))
      }, layouts)
  }

  /// Lets the reader choose the chip to take away; the only one goes at once.
  mutating func chooseChip(_ layouts: LayoutCache) {
    if filter.kept.count == 1 {
      removeChip(0, layouts)
      return
    }
    openChooser(
      .removeFilter,
      filter.kept.enumerated().map {
        Choice(kind: .chip, title: $1, detail: "", target: .chip($0))
      }, layouts)
  }
}
