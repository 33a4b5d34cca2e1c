import GazetteDifference
import GazetteModel
import GazetteText

/// A body's duties through time (职责沿革): what each version of a document gives it, and what became of
/// that in the next one.
///
/// Versions are documents of one publication whose titles are the same but for years and figures. A
/// document that comes once gives new duties and takes none.
public struct DutyHistory: Sendable {
  /// What becomes of a duty from one version to the next.
  public enum Change: String, Sendable, CaseIterable {
    /// The version before had no such duty.
    case new
    /// The same words, whatever the body is called.
    case continued
    /// The duty goes on in other words.
    case changed
    /// Another body had it in the version before.
    case movedHere
    /// Another body has it now.
    case movedAway
    /// The version has no such duty any more.
    case dropped
  }

  /// A duty in an issue.
  public struct Entry: Sendable, Equatable {
    /// What became of it.
    public let change: Change
    /// The issue in which that is seen, by its place among the issues.
    public let issue: Int
    /// The unit; of what was dropped the last one that had it.
    public let reference: String
    /// The issue of that unit, by its place among the issues.
    public let unitIssue: Int
    /// The unit in the version before; nil of what is new.
    public let previous: String?
    /// What is to be done.
    public let text: String
    /// What the body does there; of what it lost what it did.
    public let role: Role
    /// The name that is printed.
    public let printed: String
    /// The bodies that it moved from or to.
    public let others: [String]
    /// The year of the reform by which the other body is its successor; nil where it is none.
    public let reform: Int?
    /// The title of the document.
    public let document: String?
  }

  /// The entries, the oldest issue first, in order of print.
  public let entries: [Entry]
  /// The body, and those of its forerunners by the register that the issues name.
  public let names: [String]

  /// Works out the history of a body.
  ///
  /// - Parameters:
  ///   - name: The canonical name.
  ///   - records: The issues, in any order.
  ///   - register: Who took over whose duties.
  public init(of name: String, in records: [RecordedIssue], register: BodyRegister = .shipped) {
    let named = Set(records.flatMap(\.duties).flatMap { $0.bodies.map(\.name) })
    let names =
      [name] + register.predecessors(of: name).map(\.name).filter { named.contains($0) }
    let successors = register.successors(of: name)
    let issues = RecordedIssue.chronological(records)
    // Of each document, told by its node, what it gives to do.
    let duties = issues.map { issue in
      Dictionary(grouping: issue.duties) { issue.document(of: $0.node)?.inner.node ?? -1 }
    }
    var entries: [[Entry]] = Array(repeating: [], count: issues.count)
    for versions in Self.series(in: issues) {
      var before: Version?
      for place in versions {
        let document = issues[place.issue].documents[place.document]
        let version = Version(
          duties: duties[place.issue][document.node] ?? [], title: document.title,
          issue: issues[place.issue].place)
        entries[place.issue] += Self.entries(
          from: before, to: version, Set(names), successors)
        before = version
      }
    }
    self.entries = entries.flatMap(\.self)
    self.names = names
  }

  /// A document of an issue.
  private struct Place {
    let issue: Int
    let document: Int
  }

  /// The documents of each series, the oldest first, in the order in which they are first met.
  private static func series(in issues: [RecordedIssue]) -> [[Place]] {
    struct Key: Hashable {
      let publication: String
      let title: [Unicode.Scalar]
    }
    var result: [[Place]] = []
    var numbers: [Key: Int] = [:]
    for (issue, record) in issues.enumerated() {
      for (document, own) in record.documents.enumerated() {
        let place = Place(issue: issue, document: document)
        guard let title = own.title.flatMap(DocumentTies.series) else {
          result.append([place])
          continue
        }
        let key = Key(publication: record.publication, title: title)
        // Two of one title in an issue are no versions of each other.
        if let number = numbers[key], result[number].last?.issue != issue {
          result[number].append(place)
        } else {
          numbers[key] = result.count
          result.append([place])
        }
      }
    }
    return result
  }

  /// The duties of one document, as they are compared.
  private struct Version {
    let duties: [RecordedIssue.Duty]
    let title: String?
    let issue: Int

    var units: [ComparedUnit] {
      duties.enumerated().map {
        ComparedUnit(node: NodeID($0), reference: $1.reference, title: nil, text: $1.text)
      }
    }
  }

  private static func entries(
    from old: Version?, to new: Version, _ names: Set<String>,
    _ successors: [BodyRegister.Relative]
  ) -> [Entry] {
    // Nothing of the body in either: most documents.
    guard (new.duties + (old?.duties ?? [])).contains(where: { $0.named(names) != nil }) else {
      return []
    }
    return Difference(from: old?.units ?? [], to: new.units).entries.compactMap { entry in
      let before = entry.old.flatMap { old?.duties[$0.node.index] }
      let after = entry.new.map { new.duties[$0.node.index] }
      let (had, has) = (before?.named(names), after?.named(names))
      guard let named = has ?? had, let duty = has == nil ? before : after else { return nil }
      let change: Change
      var others: [String] = []
      switch (had, has) {
      case (nil, _?):
        change = before == nil ? .new : .movedHere
        others = before?.leaders ?? []
      case (_?, nil):
        change = after == nil ? .dropped : .movedAway
        others = after?.leaders ?? []
      default: change = entry.kind == .changed ? .changed : .continued
      }
      return Entry(
        change: change, issue: new.issue, reference: (after ?? duty).reference,
        unitIssue: after == nil ? old?.issue ?? new.issue : new.issue,
        previous: before?.reference, text: (after ?? duty).text, role: named.role,
        printed: named.printed, others: others,
        reform: change == .movedAway
          ? successors.first { others.contains($0.name) }?.year : nil,
        document: new.title)
    }
  }
}

extension RecordedIssue.Duty {
  /// How the phrase names one of some bodies; nil where it names none.
  fileprivate func named(_ names: Set<String>) -> Named? {
    bodies.first { names.contains($0.name) }
  }

  /// Who leads, or where nobody does all that it names.
  fileprivate var leaders: [String] {
    let leading = bodies.filter { $0.role == .lead }
    return (leading.isEmpty ? bodies : leading).map(\.name)
  }
}
