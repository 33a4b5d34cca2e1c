import GazetteModel
import GazetteText

/// What changed from one text to another (比对), unit by unit: of two issues, two versions of a plan, or
/// two readings of the same print.
///
/// Units are matched by their words, never by their numbers, so that renumbering alone is no change.
/// A unit whose words stand elsewhere in the order of the others has moved.
public struct Difference: Sendable, Equatable {
  /// What became of a unit.
  public enum Kind: String, Sendable, CaseIterable {
    case same, changed, added, removed, moved
  }

  /// A stretch of words that stays, goes or comes.
  public struct Span: Sendable, Equatable {
    /// What happens to a stretch of text on the way from the old to the new.
    public enum Operation: String, Sendable { case keep, delete, insert }

    /// What happens to it.
    public let operation: Operation
    /// The words, as they read.
    public let text: String

    /// Creates a span.
    public init(_ operation: Operation, _ text: String) {
      self.operation = operation
      self.text = text
    }
  }

  /// A unit of the old text, of the new text, or of both.
  public struct Entry: Sendable, Equatable {
    /// What became of the unit.
    public let kind: Kind
    /// The unit in the old text; nil where it was added.
    public let old: ComparedUnit?
    /// The unit in the new text; nil where it was removed.
    public let new: ComparedUnit?
    /// Of a changed unit what stays, goes and comes, in order: what stays and goes is the old text,
    /// what stays and comes the new one. Empty for all others.
    public let spans: [Span]

    /// What the unit is called: its title, else how its text begins.
    public var title: String { (new ?? old)?.label ?? "" }
  }

  /// In order of the new text; what was removed stands behind what stood before it.
  public let entries: [Entry]

  /// Compares two texts.
  ///
  /// - Complexity: Linear in the length of the texts, but for what similar units and few changes
  ///   cost; both are bounded.
  public init(from old: [ComparedUnit], to new: [ComparedUnit]) {
    // Compared in one direction only, so that the way back is the way there, turned round.
    let isTurned = Self.stands(new, before: old)
    let comparison = UnitComparison(isTurned ? new : old, isTurned ? old : new)
    var partnerOfNew: [Int?] = Array(repeating: nil, count: new.count)
    var partnerOfOld: [Int?] = Array(repeating: nil, count: old.count)
    var isInOrder = Array(repeating: false, count: new.count)
    for pair in comparison.pairs {
      let (before, after) = isTurned ? (pair.second, pair.first) : (pair.first, pair.second)
      partnerOfNew[after] = before
      partnerOfOld[before] = after
      isInOrder[after] = pair.isInOrder
    }
    /// What was removed, by the new unit that it stands behind; −1 for the beginning.
    var removed: [Int: [Int]] = [:]
    var last = -1
    for (index, partner) in partnerOfOld.enumerated() {
      if let partner {
        if isInOrder[partner] { last = partner }
      } else {
        removed[last, default: []].append(index)
      }
    }
    var entries: [Entry] = []
    for index in -1..<new.count {
      if index >= 0 {
        entries.append(
          Self.entry(partnerOfNew[index].map { old[$0] }, new[index], isInOrder: isInOrder[index]))
      }
      for gone in removed[index] ?? [] {
        entries.append(Entry(kind: .removed, old: old[gone], new: nil, spans: []))
      }
    }
    self.entries = entries
  }

  private static func entry(
    _ old: ComparedUnit?, _ new: ComparedUnit, isInOrder: Bool
  ) -> Entry {
    guard let old else { return Entry(kind: .added, old: nil, new: new, spans: []) }
    if old.scalars == new.scalars {
      return Entry(kind: isInOrder ? .same : .moved, old: old, new: new, spans: [])
    }
    return Entry(
      kind: .changed, old: old, new: new, spans: WordComparison.spans(old.scalars, new.scalars))
  }

  private static func stands(_ left: [ComparedUnit], before right: [ComparedUnit]) -> Bool {
    for (first, second) in zip(left, right) where first.scalars != second.scalars {
      return first.scalars.lexicographicallyPrecedes(second.scalars) { $0.value < $1.value }
    }
    return left.count < right.count
  }

  /// How many units there are of a kind.
  public func count(of kind: Kind) -> Int { entries.count { $0.kind == kind } }
}

/// A unit as it is compared: its words without its number.
public struct ComparedUnit: Sendable, Equatable {
  /// The node of the unit, in its own issue.
  public let node: NodeID
  /// The reference, as people type it.
  public let reference: String
  /// The title where it has one.
  public let title: String?
  /// Its own words, by whose scalars spans count: the title where the text does not begin with it,
  /// the paragraphs, of a document what stands around its text; each on a line.
  public let scalars: [Unicode.Scalar]
  /// How many units stand below it, which it takes along.
  let weight: Int

  /// Creates a unit.
  public init(
    node: NodeID, reference: String, title: String?, text: String, unitsBelow: Int = 0
  ) {
    self.node = node
    self.reference = reference
    self.title = title
    scalars = Array(text.unicodeScalars)
    weight = unitsBelow + 1
  }

  /// The words as text.
  public var text: String { scalars.reduce(into: "") { $0.unicodeScalars.append($1) } }

  /// How long a label without a title is, in scalars.
  private static let labelLength = 24

  var label: String {
    if let title { return title }
    let line = scalars.prefix { $0 != "\n" }
    let isCut = line.count > Self.labelLength
    return line.prefix(Self.labelLength).reduce(into: "") { $0.unicodeScalars.append($1) }
      + (isCut ? "…" : "")
  }
}

extension Issue {
  /// The units of the node at `id` and below, or of the whole issue, as they are compared: all that
  /// have words of their own.
  public func comparedUnits(of id: NodeID? = nil, issueID: String? = nil) -> [ComparedUnit] {
    let range = id.map { $0.index..<self[$0].subtreeEnd } ?? nodes.indices
    return nodes[range].compactMap { node in
      var lines: [String] = []
      if let title = node.title, node.paragraphs.first?.text.hasPrefix(title) != true {
        lines.append(title)
      }
      let head = node.head?.lines ?? []
      lines += head.filter { $0.role != .title && !$0.role.standsBehindText }.map(\.text)
      lines += node.paragraphs.map(\.text)
      lines += head.filter(\.role.standsBehindText).map(\.text)
      guard !lines.isEmpty else { return nil }
      return ComparedUnit(
        node: node.id,
        reference: issueID.map { "\($0):\(node.reference.text)" } ?? node.reference.text,
        title: node.title, text: lines.joined(separator: "\n"), unitsBelow: node.descendants.count)
    }
  }
}

extension Difference {
  /// What stays, goes and comes from one text to another that is taken for a version of it.
  public static func spans(from old: String, to new: String) -> [Span] {
    WordComparison.spans(Array(old.unicodeScalars), Array(new.unicodeScalars))
  }
}
