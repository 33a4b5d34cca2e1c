import GazetteModel
import GazetteReview

extension State {
  /// The same reading of a library whose files were read again: the place, what is folded and what
  /// is filtered by, as far as the new text has them; nil where it has no text at all.
  func continued(
    in library: Library, _ layouts: LayoutCache, from old: LayoutCache
  ) -> State? {
    guard var next = State(library: library, size: size, settings: settings, layouts: layouts)
    else {
      return nil
    }
    next.review.awaitsPlace = true
    next.restore(places(old), layouts)
    next.review = review
    next.review.awaitsPlace = false
    next.tab = tab
    next.focus = focus == .details && !settings.showsDetails ? .text : focus
    for index in library.issues.indices where index < self.library.issues.count {
      for (folds, keep) in [(treeFolds, \State.treeFolds), (filterFolds, \State.filterFolds)] {
        let names = names(of: folds, in: index, old)
        next[keyPath: keep] = next.folds(named: names, of: index, next[keyPath: keep], layouts)
      }
    }
    next.filter = filter
    next.search = Search()
    next.marks = marks.compactMapValues { place -> ReaderPlace? in
      guard self.library.issues.indices.contains(place.issue),
        library.issues.indices.contains(place.issue)
      else { return nil }
      let (before, now) = (self.library.issues[place.issue], library.issues[place.issue])
      let spot = SavedPlace.Spot(place.cursor, in: before)
      guard let cursor = spot.position(in: now) else { return nil }
      return ReaderPlace(issue: place.issue, top: RowAnchor(position: cursor), cursor: cursor)
    }
    next.message = Message(.readAgain)
    return next
  }
}
