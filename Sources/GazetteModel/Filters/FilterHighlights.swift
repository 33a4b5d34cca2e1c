import GazetteText

/// The stretches of a node that a query is about.
public struct FilterHighlights: Sendable, Equatable {
  /// In the title, in order, without overlaps.
  public internal(set) var title: [ScalarRange] = []
  /// In each paragraph that has any, in order, without overlaps.
  public internal(set) var paragraphs: [Int: [ScalarRange]] = [:]
  /// In each cell of a table that has any, in order, without overlaps.
  public internal(set) var cells: [CellPlace: [ScalarRange]] = [:]

  /// Nothing to show.
  public static let none = FilterHighlights()

  /// Whether nothing is to be set apart.
  public var isEmpty: Bool { title.isEmpty && paragraphs.isEmpty && cells.isEmpty }

  mutating func add(_ ranges: [ScalarRange], at place: TextPlace) {
    guard !ranges.isEmpty else { return }
    switch place {
    case .paragraph(let index): paragraphs[index, default: []] += ranges
    case .cell(let cell): cells[cell, default: []] += ranges
    }
  }
}

extension FilterIndex {
  /// What to highlight in a node for a query: its words, and the phrases that state the facts asked
  /// for.
  ///
  /// Asked for the nodes on the screen only, not for all that match.
  public func highlights(of query: Query, in id: NodeID) -> FilterHighlights {
    var result = FilterHighlights()
    for term in query.positiveTerms {
      switch term {
      case .text(let words, let isPhrase): addText(words, isPhrase: isPhrase, id, &result)
      case .body(let name, let relation):
        let names = Set(bodies(named: name).map { departments.departments[$0].body.name })
        addResponsibilities(id, &result) { group in
          if case .role(let role) = relation, group.role != role { return false }
          return group.bodies.contains { names.contains($0.name) }
        }
      case .role(let role): addResponsibilities(id, &result) { $0.role == role }
      case .has(.responsibility): addResponsibilities(id, &result) { _ in true }
      case .has(.correction):
        for (index, paragraph) in issue[id].paragraphs.enumerated() {
          for correction in paragraph.corrections where correction.range.count > 0 {
            result.paragraphs[index, default: []].append(correction.range)
          }
        }
      case .has(.reference):
        for reference in references.references(of: id) {
          result.add([reference.range], at: reference.place)
        }
      case .has(.target): addTargets(id, &result) { _ in true }
      case .has(.quantity): addTargets(id, &result) { $0.kind == .quantity }
      case .has(.money): addTargets(id, &result) { $0.kind == .money }
      case .has(.period): addTargets(id, &result) { $0.kind == .period }
      case .has(.deadline): addTargets(id, &result) { $0.kind == .deadline || $0.deadline != nil }
      case .until(let day, _): addTargets(id, &result) { $0.deadline.map { $0 <= day } ?? false }
      case .target(let comparison): addTargets(id, &result, where: comparison.matches)
      case .document, .within, .column, .kind, .issue, .review: break
      }
    }
    result.title = ScalarRange.merged(result.title)
    result.paragraphs = result.paragraphs.mapValues(ScalarRange.merged)
    result.cells = result.cells.mapValues(ScalarRange.merged)
    return result
  }

  private func addText(
    _ words: String, isPhrase: Bool, _ id: NodeID, _ result: inout FilterHighlights
  ) {
    let wanted = FoldedText(words).folded
    guard !wanted.isEmpty else { return }
    for field in fields(of: id) {
      let ranges = field.text.occurrences(of: wanted).map { field.text.originalRange(of: $0) }
      switch field.place {
      case .title: result.title += ranges
      case .text(let place): result.add(ranges, at: place)
      case .other: break
      }
    }
    guard !isPhrase, let letters = Self.pinyinLetters(wanted) else { return }
    if let title = issue[id].title,
      let range = Pinyin.shared.matches(query: letters, in: Array(title.unicodeScalars))
    {
      result.title.append(range)
      // The title sentence of a clause is repeated in its first paragraph.
      if let paragraph = issue[id].paragraphs.first, paragraph.text.hasPrefix(title) {
        result.paragraphs[0, default: []].append(range)
      }
    }
    addMentions(of: letters, id, &result)
  }

  /// The names in a node's responsibilities that match letters.
  private func addMentions(of letters: [UInt8], _ id: NodeID, _ result: inout FilterHighlights) {
    for responsibility in departments.responsibilities[departments.responsibilities(of: id)] {
      guard let range = responsibility.range else { continue }
      let phrase = Array(responsibility.text.unicodeScalars)
      for group in responsibility.groups {
        for body in group.bodies {
          let name = Array(body.printed.unicodeScalars)
          guard Pinyin.shared.matches(query: letters, in: name) != nil,
            let place = phrase.firstOffset(of: name)
          else { continue }
          result.paragraphs[responsibility.paragraph, default: []].append(
            ScalarRange(range.start + place, range.start + place + name.count))
        }
      }
    }
  }

  private func addResponsibilities(
    _ id: NodeID, _ result: inout FilterHighlights,
    where isWanted: (Responsibility.Group) -> Bool
  ) {
    for responsibility in departments.responsibilities[departments.responsibilities(of: id)] {
      guard responsibility.groups.contains(where: isWanted) else { continue }
      if let row = responsibility.row {
        addNames(of: row, responsibility.groups.filter(isWanted), id, &result)
      }
      guard let range = responsibility.range else { continue }
      result.paragraphs[responsibility.paragraph, default: []].append(range)
    }
  }

  /// The names of bodies in the cells of a row.
  private func addNames(
    of row: RowPlace, _ groups: [Responsibility.Group], _ id: NodeID,
    _ result: inout FilterHighlights
  ) {
    let table = issue[id].tables[row.table]
    for column in 0..<table.columnCount {
      let text = table.cell(row: row.row, column: column).scalars
      let place = table.place(ofCellAt: row.row, column: column)
      for name in groups.flatMap(\.bodies) {
        let printed = [Unicode.Scalar](name.printed)
        guard let start = text.firstOffset(of: printed) else { continue }
        result.add(
          [ScalarRange(start, start + printed.count)],
          at: .cell(CellPlace(table: row.table, row: place.row, column: place.column)))
      }
    }
  }

  private func addTargets(
    _ id: NodeID, _ result: inout FilterHighlights, where isWanted: (Target) -> Bool
  ) {
    for target in targets.targets(of: id) where isWanted(target) {
      result.add([target.range], at: target.place)
    }
  }
}

extension ScalarRange {
  /// The ranges in order, those that touch made one.
  package static func merged(_ ranges: [ScalarRange]) -> [ScalarRange] {
    var result: [ScalarRange] = []
    for range in ranges.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = result.last, range.start < last.end {
        result[result.count - 1].end = max(last.end, range.end)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

extension FilterHighlights {
  /// Whether the words alone show why a node matches: no letters that may be pinyin, no facts.
  package static func areWordsAlone(_ query: Query) -> Bool {
    query.positiveTerms.allSatisfy { term in
      switch term {
      case .text(let words, let isPhrase):
        isPhrase || FilterIndex.pinyinLetters(FoldedText(words).folded) == nil
      case .document, .within, .column, .kind, .issue: true
      default: false
      }
    }
  }

  /// The words of such a query in a node's title and paragraphs.
  package init(words query: Query, title: String?, paragraphs: [String]) {
    for term in query.positiveTerms {
      guard case .text(let words, _) = term else { continue }
      let wanted = FoldedText(words).folded
      if wanted.isEmpty { continue }
      if let title { self.title += Self.ranges(of: wanted, in: title) }
      for (index, paragraph) in paragraphs.enumerated() {
        let ranges = Self.ranges(of: wanted, in: paragraph)
        if !ranges.isEmpty { self.paragraphs[index, default: []] += ranges }
      }
    }
    self.title = ScalarRange.merged(self.title)
    self.paragraphs = self.paragraphs.mapValues(ScalarRange.merged)
  }

  private static func ranges(of wanted: [Unicode.Scalar], in text: String) -> [ScalarRange] {
    let folded = FoldedText(text)
    return folded.occurrences(of: wanted).map { folded.originalRange(of: $0) }
  }
}

extension [Unicode.Scalar] {
  /// Where `word` first stands.
  func firstOffset(of word: [Unicode.Scalar]) -> Int? {
    guard !word.isEmpty, word.count <= count else { return nil }
    return (0...count - word.count).first { matches(word, at: $0) }
  }
}
