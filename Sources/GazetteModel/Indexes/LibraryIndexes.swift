/// What is worked out from one issue after it is on the screen.
///
/// A class, since it is handed on for every row that is drawn and holds dozens of arrays; nothing of it changes.
public final class IssueIndexes: Sendable {
  /// Who is responsible for what.
  public let departments: DepartmentIndex
  /// The quantities and deadlines.
  public let targets: TargetIndex
  /// The references to other texts.
  public let references: CrossReferenceIndex
  /// What filters ask; it holds the three others too.
  public let filter: FilterIndex

  init(
    departments: DepartmentIndex, targets: TargetIndex, references: CrossReferenceIndex,
    filter: FilterIndex
  ) {
    self.departments = departments
    self.targets = targets
    self.references = references
    self.filter = filter
  }
}

/// What is worked out from a library: issue after issue, in the order of the library.
///
/// It is immutable; while a library is being indexed, each finished issue makes a new one.
public struct LibraryIndexes: Sendable, Hashable {
  /// The library that is indexed.
  public let library: Library
  /// The indexes of the first issues of the library, as many as are finished.
  public let issues: [IssueIndexes]

  init(library: Library, issues: [IssueIndexes]) {
    self.library = library
    self.issues = issues
  }

  /// Indexes the whole library at once.
  public init(_ library: Library) {
    var indexer = LibraryIndexer(library)
    while indexer.advance() {}
    self = indexer.indexes
  }

  /// The indexes of an issue; nil while they are not finished.
  public subscript(issue: IssueID) -> IssueIndexes? {
    guard let place = library.place(of: issue), issues.indices.contains(place) else { return nil }
    return issues[place]
  }

  /// Equal where as much of the same library is indexed: all else is worked out from that.
  public static func == (left: LibraryIndexes, right: LibraryIndexes) -> Bool {
    left.issues.count == right.issues.count && left.library == right.library
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(issues.count)
    for issue in library.issues { hasher.combine(issue.identity.id) }
  }
}

/// Works out the indexes of a library in steps of a few milliseconds, so that a key never waits
/// long.
///
/// Its last step for an issue opens the pinyin table: it must not begin before the first frame.
public struct LibraryIndexer: Sendable {
  private let library: Library
  private var finished: [IssueIndexes] = []
  private var departments: DepartmentIndex?
  private var targets: TargetIndex?
  private var references: CrossReferenceIndex?

  /// Begins with the first issue of a library.
  public init(_ library: Library) {
    self.library = library
  }

  /// Whether every issue is indexed.
  public var isFinished: Bool { finished.count == library.issues.count }

  /// What is indexed so far.
  public var indexes: LibraryIndexes { LibraryIndexes(library: library, issues: finished) }

  /// Does the next step.
  ///
  /// - Returns: Whether there was one to do.
  public mutating func advance() -> Bool {
    guard !isFinished else { return false }
    let issue = library.issues[finished.count]
    guard let departments else {
      departments = DepartmentIndex(issue: issue)
      return true
    }
    guard let targets else {
      targets = TargetIndex(issue)
      return true
    }
    guard let references else {
      references = CrossReferenceIndex(issue)
      return true
    }
    let filter = FilterIndex(
      issue, departments: departments, targets: targets, references: references)
    finished.append(
      IssueIndexes(
        departments: departments, targets: targets, references: references, filter: filter))
    self.departments = nil
    self.targets = nil
    self.references = nil
    return true
  }
}
