import GazetteModel
import GazetteReview

// Marking what the reader has gone past.

extension State {
  /// Marks as read what the reader has read to its end, all at once.
  ///
  /// - Parameter start: The place before the move.
  mutating func markRead(from start: ReaderPlace, by motion: Motion, _ layouts: LayoutCache)
    -> [Effect]
  {
    guard settings.marksOnReading, let sheet, Self.isReading(motion), start.issue == issue,
      start.cursor != cursor
    else { return [] }
    let opened = library[issue]
    let root = opened.root(of: start.cursor.node)
    let isSameText = root == opened.root(of: cursor.node)
    let layout = layouts.document(of: start.cursor.node, in: issue, for: self)
    let first = layout.row(of: start.cursor)
    let behind = isSameText ? layout.row(of: cursor) : layout.rows.count
    // Whoever skips more than the screen shows has not read it.
    guard behind > first, behind - first <= textRows else { return [] }
    let scope = layouts.scope(of: issue)
    let read = scope.units[scope.units(in: root)].filter { unit in
      let end = lastRow(of: unit, layout)
      return end >= first && end < behind && sheet.mark(at: unit, of: scope) == nil
        && review.asked[scope.key(of: unit)] == nil
    }
    if read.isEmpty { return [] }
    // Whoever reads is not told of every clause.
    for unit in read { review.quiet.insert(scope.key(of: unit)) }
    return put(UnitSelection(issue: issue, units: read), state: .read, layouts)
  }

  private static func isReading(_ motion: Motion) -> Bool {
    switch motion {
    case .lines(let step), .halfPages(let step), .pages(let step): step > 0
    case .first, .last, .siblings, .documents: false
    }
  }

  /// The last row of a unit: of a heading that of its own paragraphs.
  private func lastRow(of unit: NodeID, _ layout: DocumentLayout) -> Int {
    let opened = library[issue]
    if !Self.takesAllBelow(opened[unit]), let child = opened.children(of: unit).first {
      return max(layout.firstRow(of: unit), layout.firstRow(of: child) - 1)
    }
    return layout.lastRow(of: unit)
  }

  mutating func toggleMarksOnReading() {
    settings.marksOnReading.toggle()
    message = Message(settings.marksOnReading ? .readingMarksOn : .readingMarksOff)
  }

  mutating func toggleMovesOn() {
    settings.movesOnAfterMark.toggle()
    message = Message(settings.movesOnAfterMark ? .movesOn : .staysAfterMark)
  }
}
