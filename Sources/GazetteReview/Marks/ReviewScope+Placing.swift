/// What was put on words, and so follows them: a mark, or what a team said.
protocol FollowsWords {
  /// Where it is shown.
  var key: ReviewKey { get }
  /// What it is put on in the store.
  var storedKey: ReviewKey { get }
  /// The words that it was put on.
  var text: ReviewedText { get }
  /// Where it stands in the issue as that is.
  var placement: ReviewPlacement { get }
  /// Of two of the same one, one place has room for one only: whose marks, or what is said of whom.
  var placingGroup: String { get }

  /// The same, shown at another place than it was put on.
  func shown(at key: ReviewKey, _ placement: ReviewPlacement) -> Self
}

extension ReviewMark: FollowsWords {
  var placingGroup: String { reviewer }
}

extension ReviewScope {
  /// Marks where their words stand now.
  ///
  /// A mark belongs to the words that it was put on. Where other words stand at its reference, it goes where its
  /// own do; where more than one place or mark could be meant it is unsure and counts as unread. Marks whose words
  /// are nowhere stay where they are, changed.
  ///
  /// - Complexity: Linear in the length of the marks' words; of the issue's too, once, where one does not sit.
  public func placed(_ marks: [ReviewMark]) -> [ReviewMark] { placedByWords(marks) }

  /// The same of anything that follows words.
  func placedByWords<Item: FollowsWords>(_ items: [Item]) -> [Item] {
    let own = items.filter { $0.key.issue == issueName.description }
    if own.allSatisfy(sits) { return items }
    let placing = WordPlacing(self, own)
    return items.map { placing.placed($0) }
  }

  /// Whether something surely is where it was put: its words stand there, and the document says what it did.
  func sits(_ item: some FollowsWords) -> Bool {
    !ReviewPlacement.isUnsureKey(item.key) && !hasOtherWords(than: item.text, at: item.key)
      && isWhereItWas(item.text, at: item.key)
  }

  /// Per words that are asked for, without white space, the references at which they stand.
  func places(of words: Set<String>, amongRows: Bool) -> [String: [String]] {
    var places: [String: [String]] = [:]
    func add(_ content: String, _ reference: String) {
      let plain = Self.plain(content)
      if words.contains(plain) { places[plain, default: []].append(reference) }
    }
    if amongRows {
      for names in rowReferences.sorted(by: { $0.key < $1.key }).flatMap(\.value).joined() {
        if let row = rowsByReference[names] { add(row.content, names) }
      }
    } else {
      for (content, reference) in zip(contents, references) { add(content, reference) }
    }
    return places
  }
}

/// Finds where things belong, those of each group for themselves.
private struct WordPlacing<Item: FollowsWords> {
  /// What is known of those of a group.
  private struct Group {
    /// Per document, where those in it are whose words stand at one place only.
    var documents: [String: Set<String>] = [:]
    /// The same of those whose words were, and are, nowhere else in the issue.
    var followed: [String: Set<String>] = [:]
    /// Documents of which clauses were inserted or taken out: words stand elsewhere, or their node is gone.
    var shifted: Set<String> = []
    /// Per place, from which references things come for which only it is left, by that.
    var claims: [String: Set<String>] = [:]
    /// Where things sit.
    var seats: Set<String> = []
  }

  private let scope: ReviewScope
  private let nodes: [String: [String]]
  private let rows: [String: [String]]
  private var groups: [String: Group] = [:]

  init(_ scope: ReviewScope, _ items: [Item]) {
    self.scope = scope
    let ofRows = items.filter { scope.rowsByReference[Self.reference($0)] != nil }
    let words = Set(items.map { ReviewScope.plain($0.text.content) }).subtracting([""])
    nodes = scope.places(of: words, amongRows: false)
    rows =
      ofRows.isEmpty && nodes.keys.count == words.count
      ? [:] : scope.places(of: words, amongRows: true)
    for item in items where !ReviewPlacement.isUnsureKey(item.key) {
      let places = places(of: item)
      let isChanged = scope.hasOtherWords(than: item.text, at: item.key)
      let document = ReviewScope.document(of: item.key.reference)
      var group = groups[item.placingGroup] ?? Group()
      if places.count == 1 {
        let now = ReviewScope.document(of: places[0])
        group.documents[document, default: []].insert(now)
        if item.text.surroundings?.inIssue == 1 {
          group.followed[document, default: []].insert(now)
        }
      }
      if isChanged, !places.isEmpty || scope.node(of: item.key) == nil {
        group.shifted.insert(document)
      }
      if !isChanged { group.seats.insert(item.key.reference) }
      groups[item.placingGroup] = group
    }
    for item in items where !ReviewPlacement.isUnsureKey(item.key) {
      let meant = scope.sits(item) ? [item.key.reference] : meant(item)
      if meant.count == 1 {
        groups[item.placingGroup]?.claims[meant[0], default: []].insert(item.key.reference)
      }
    }
  }

  /// The item where it belongs.
  func placed(_ item: Item) -> Item {
    guard item.key.issue == scope.issueName.description, let group = groups[item.placingGroup]
    else { return isLeftOut(item) ? unsure(item, places(of: item)) : item }
    if isLeftOut(item) {
      return unsure(item, places(of: item).filter { !group.seats.contains($0) })
    }
    if scope.sits(item) { return item }
    let isChanged = scope.hasOtherWords(than: item.text, at: item.key)
    let meant = meant(item)
    guard let first = meant.first else {
      return isChanged && scope.node(of: item.key) == nil ? unsure(item, []) : item
    }
    if meant.count > 1 {
      // What stood around the words is no longer there, or not known, and others tell that the clauses are not
      // the same.
      let mayHaveMoved =
        item.text.surroundings != nil
        || group.shifted.contains(ReviewScope.document(of: item.key.reference))
      return isChanged || mayHaveMoved ? unsure(item, meant) : item
    }
    if mayBeAnother(item, at: first, group) || group.claims[first]?.count ?? 0 > 1 {
      return unsure(item, meant)
    }
    if first == item.key.reference { return item }
    return item.shown(
      at: ReviewKey(issue: item.key.issue, reference: first), .moved(from: item.key))
  }

  /// Whether the one place left may be that of another clause, which had the same words when the item was put on
  /// its own.
  private func mayBeAnother(_ item: Item, at place: String, _ group: Group) -> Bool {
    guard let surroundings = item.text.surroundings else { return false }
    if surroundings.inDocument > 1 { return true }
    let count = places(of: item).count
    if surroundings.inIssue == 1, count == 1 { return false }
    // Other documents have the words, or had them.
    if let documents = group.followed[ReviewScope.document(of: item.key.reference)] {
      return documents != [ReviewScope.document(of: place)]
    }
    return place != item.key.reference || count != surroundings.inIssue
  }

  /// Whether its place was unsure when its reader went on.
  private func isLeftOut(_ item: Item) -> Bool {
    item.key.issue == scope.issueName.description && ReviewPlacement.isUnsureKey(item.key)
  }

  private func unsure(_ item: Item, _ places: [String]) -> Item {
    item.shown(at: ReviewPlacement.plain(item.key), .unsure(places))
  }

  /// Where an item's words stand: of what is put on a row among rows.
  private func places(of item: Item) -> [String] {
    let words = ReviewScope.plain(item.text.content)
    let isRow = scope.rowsByReference[Self.reference(item)] != nil
    let found = (isRow ? rows : nodes)[words] ?? []
    return found.isEmpty ? (isRow ? nodes : rows)[words] ?? [] : found
  }

  /// Of those places the ones that can be meant: in the document that the item is in, as far as others of its
  /// group tell which one that is now.
  private func meant(_ item: Item) -> [String] {
    let places = places(of: item)
    if places.count < 2 { return places }
    let own = ReviewScope.document(of: item.key.reference)
    let documents = groups[item.placingGroup]?.documents[own] ?? [own]
    guard documents.count == 1 else { return places }
    let inside = places.filter { documents.contains(ReviewScope.document(of: $0)) }
    return inside.isEmpty ? places : inside
  }

  private static func reference(_ item: Item) -> String {
    ReviewPlacement.plain(item.key).reference
  }
}
