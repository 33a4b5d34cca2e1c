import GazetteModel
import GazetteReview

extension State {
  /// The same reading of a library whose files were read again, in which issues that were open have
  /// their ids: the place, what is folded and what is filtered by, as far as the new text has them;
  /// nil where it has no text at all.
  func continued(
    in library: Library, _ layouts: LayoutCache, from old: LayoutCache
  ) -> State? {
    guard var next = State(library: library, size: size, settings: settings, layouts: layouts)
    else {
      return nil
    }
    if library.place(of: issue) != nil { next.show(savedPlace(old), in: issue, layouts) }
    next.review = review.continued(with: library.issueIDs)
    next.settleLists()
    next.tab = tab
    next.focus = focus == .details && !settings.showsDetails ? .text : focus
    for issue in library.issueIDs where self.library.place(of: issue) != nil {
      for (folds, keep) in [(treeFolds, \State.treeFolds), (filterFolds, \State.filterFolds)] {
        let names = names(of: folds, in: issue, old)
        next[keyPath: keep] = next.folds(named: names, of: issue, next[keyPath: keep], layouts)
      }
    }
    next.filter = filter
    next.search = Search()
    next.marks = marks.compactMapValues { place(again: $0, in: library) }
    next.jumps = jumps.again { place(again: $0, in: library) }
    next.message = Message(.readAgain)
    return next
  }

  /// A place in the text as it is now; nil where its issue or what it names is gone.
  private func place(again place: ReaderPlace, in library: Library) -> ReaderPlace? {
    guard self.library.place(of: place.issue) != nil, library.place(of: place.issue) != nil else {
      return nil
    }
    let spot = SavedPlace.Spot(place.cursor, in: self.library[place.issue])
    guard let cursor = spot.position(in: library[place.issue]) else { return nil }
    return ReaderPlace(issue: place.issue, top: RowAnchor(position: cursor), cursor: cursor)
  }
}
