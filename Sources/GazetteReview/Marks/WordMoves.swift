/// What has to be kept under other keys before something is put on the present text: what went with its words, and
/// what is unsure, which from then on sits nowhere by itself.
enum WordMoves {
  /// Per key in the store, the key under which what it has is to be kept.
  ///
  /// - Parameters:
  ///   - items: Everything of one group, where it stands.
  ///   - keys: What something is put on.
  ///   - isShown: Whether something is what is changed at a key of those.
  static func targets<Item: FollowsWords>(
    of items: [Item], before keys: [ReviewKey], isShown: (Item) -> Bool = { _ in true }
  ) -> [ReviewKey: ReviewKey] {
    let own = items.sorted { $0.storedKey < $1.storedKey }
    guard own.contains(where: { $0.placement != .asPut && $0.placement != .unsure([]) }) else {
      return [:]
    }
    var taken = Set(own.map(\.storedKey))
    var moves: [ReviewKey: ReviewKey] = [:]
    func move(_ item: Item, to key: ReviewKey) {
      if key != item.storedKey { moves[item.storedKey] = key }
    }
    let targets = Set(own.filter { $0.placement.rank == ReviewPlacement.movedRank }.map(\.key))
    for item in own {
      // What is shown under a key is what is changed there.
      if keys.contains(item.key), isShown(item) {
        move(item, to: item.key)
        continue
      }
      switch item.placement {
      case .moved: move(item, to: item.key)
      case .asPut where !targets.contains(item.key): break
      case .asPut, .unsure:
        let key = ReviewPlacement.unsureKey(item.storedKey, besides: taken)
        taken.insert(key)
        move(item, to: key)
      }
    }
    return moves
  }
}
