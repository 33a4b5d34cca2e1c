extension ReviewScope {
  /// Marks where their words stand now.
  ///
  /// A mark belongs to the words that it was put on. Where other words stand at its reference, it goes where its
  /// own do; where more than one place or mark could be meant it is unsure and counts as unread. Marks whose words
  /// are nowhere stay where they are, changed.
  ///
  /// - Complexity: Linear in the length of the marks' words; of the issue's too, once, where one does not sit.
  public func placed(_ marks: [ReviewMark]) -> [ReviewMark] {
    let own = marks.filter { $0.key.issue == issueName.description }
    if own.allSatisfy({ !isChanged($0) }) { return marks }
    let placing = MarkPlacing(self, own)
    return marks.map { placing.placed($0) }
  }

  /// Per words that are asked for, without white space, the references at which they stand.
  func places(of words: Set<String>, amongRows: Bool) -> [String: [String]] {
    var places: [String: [String]] = [:]
    func add(_ content: String, _ reference: String) {
      let plain = MarkPlacing.plain(content)
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

/// Finds where marks belong, each reviewer's for themselves.
private struct MarkPlacing {
  /// What is known of a reviewer's marks.
  private struct Reader {
    /// Per document, where those of its marks are whose words stand at one place only.
    var documents: [String: Set<String>] = [:]
    /// Documents of which clauses were inserted or taken out: a mark's words stand elsewhere, or its node is gone.
    var shifted: Set<String> = []
    /// How many marks only one place is left for, by that.
    var claims: [String: Int] = [:]
    /// Where marks sit.
    var seats: Set<String> = []
  }

  private let scope: ReviewScope
  private let nodes: [String: [String]]
  private let rows: [String: [String]]
  private var readers: [String: Reader] = [:]

  init(_ scope: ReviewScope, _ marks: [ReviewMark]) {
    self.scope = scope
    let ofRows = marks.filter { scope.rowsByReference[Self.reference($0)] != nil }
    let words = Set(marks.map { Self.plain($0.text.content) }).subtracting([""])
    nodes = scope.places(of: words, amongRows: false)
    rows =
      ofRows.isEmpty && nodes.keys.count == words.count
      ? [:] : scope.places(of: words, amongRows: true)
    for mark in marks where !ReviewPlacement.isUnsureKey(mark.key) {
      let places = places(of: mark)
      let isChanged = scope.isChanged(mark)
      let document = Self.document(mark.key.reference)
      var reader = readers[mark.reviewer] ?? Reader()
      if places.count == 1 {
        reader.documents[document, default: []].insert(Self.document(places[0]))
      }
      if isChanged, !places.isEmpty || scope.node(of: mark.key) == nil {
        reader.shifted.insert(document)
      }
      if !isChanged { reader.seats.insert(mark.key.reference) }
      readers[mark.reviewer] = reader
    }
    for mark in marks where !ReviewPlacement.isUnsureKey(mark.key) {
      let meant = meant(mark)
      if meant.count == 1 { readers[mark.reviewer]?.claims[meant[0], default: 0] += 1 }
    }
  }

  /// The mark where it belongs.
  func placed(_ mark: ReviewMark) -> ReviewMark {
    guard mark.key.issue == scope.issueName.description, let reader = readers[mark.reviewer]
    else { return isLeftOut(mark) ? unsure(mark, places(of: mark)) : mark }
    if isLeftOut(mark) {
      return unsure(mark, places(of: mark).filter { !reader.seats.contains($0) })
    }
    let isChanged = scope.isChanged(mark)
    let meant = meant(mark)
    guard let first = meant.first else {
      return isChanged && scope.node(of: mark.key) == nil ? unsure(mark, []) : mark
    }
    if meant.count > 1 {
      let mayHaveMoved = reader.shifted.contains(Self.document(mark.key.reference))
      return isChanged || mayHaveMoved ? unsure(mark, meant) : mark
    }
    if reader.claims[first] ?? 0 > 1 { return unsure(mark, meant) }
    if first == mark.key.reference { return mark }
    return mark.shown(
      at: ReviewKey(issue: mark.key.issue, reference: first), .moved(from: mark.key))
  }

  /// Whether its place was unsure when its reader went on.
  private func isLeftOut(_ mark: ReviewMark) -> Bool {
    mark.key.issue == scope.issueName.description && ReviewPlacement.isUnsureKey(mark.key)
  }

  private func unsure(_ mark: ReviewMark, _ places: [String]) -> ReviewMark {
    mark.shown(at: ReviewPlacement.plain(mark.key), .unsure(places))
  }

  /// Where a mark's words stand: of a row's mark among rows.
  private func places(of mark: ReviewMark) -> [String] {
    let words = Self.plain(mark.text.content)
    let isRow = scope.rowsByReference[Self.reference(mark)] != nil
    let found = (isRow ? rows : nodes)[words] ?? []
    return found.isEmpty ? (isRow ? nodes : rows)[words] ?? [] : found
  }

  /// Of those places the ones that can be meant: in the document that the mark is in, as far as others of the
  /// reviewer's tell which one that is now.
  private func meant(_ mark: ReviewMark) -> [String] {
    let places = places(of: mark)
    if places.count < 2 { return places }
    let own = Self.document(mark.key.reference)
    let documents = readers[mark.reviewer]?.documents[own] ?? [own]
    guard documents.count == 1 else { return places }
    let inside = places.filter { documents.contains(Self.document($0)) }
    return inside.isEmpty ? places : inside
  }

  private static func reference(_ mark: ReviewMark) -> String {
    ReviewPlacement.plain(mark.key).reference
  }

  private static func document(_ reference: String) -> String {
    String(reference.prefix { $0 != "/" })
  }

  /// The words without white space, which does not count.
  static func plain(_ content: String) -> String {
    String(
      String.UnicodeScalarView(content.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}
