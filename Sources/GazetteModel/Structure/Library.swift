import GazetteText

/// The opened issues with what is worked out from them; the only thing the browser is given.
public struct Library: Sendable, Equatable {
  /// The issues in the order in which they were named.
  public let issues: [Issue]
  /// Per issue, what stands before its references where several are open; no two are the same.
  ///
  /// `2021-11`; where the issues are of several publications `吉林省人民政府公报/2021-11`; further copies of
  /// the same issue end in `~2`, `~3`.
  public let ids: [String]
  /// Per issue, what it is called by whatever holds a place in it.
  public let issueIDs: [IssueID]
  /// Where the issue of a number stands among `issues`; nil where it is not open any more.
  private let places: [Int?]

  /// Opens issues together; ids that would stand twice are told apart by their publications.
  public init(issues: [Issue]) {
    self.init(
      issues: issues, issueIDs: issues.indices.map(IssueID.init(number:)),
      numbers: issues.count)
  }

  /// Opens issues that were read again: what `previous` held keeps its id, wherever it stands now,
  /// and what is new gets one that none had.
  ///
  /// An issue is the same when its name is (`Issue.name`); of several with one name the first stays
  /// the first.
  public init(issues: [Issue], continuing previous: Library) {
    var left = zip(previous.issues, previous.issueIDs).map { (name: $0.name, id: $1) }
    var numbers = previous.places.count
    let issueIDs = issues.map { issue in
      let name = issue.name
      if let known = left.firstIndex(where: { $0.name == name }) {
        return left.remove(at: known).id
      }
      numbers += 1
      return IssueID(number: numbers - 1)
    }
    self.init(issues: issues, issueIDs: issueIDs, numbers: numbers)
  }

  /// - Parameter numbers: How many ids were given so far.
  private init(issues: [Issue], issueIDs: [IssueID], numbers: Int) {
    self.issues = issues
    self.issueIDs = issueIDs
    ids = IssueNaming.ids(of: issues.map { ($0.name, $0.identity.publication) })
    var places = [Int?](repeating: nil, count: numbers)
    for (place, id) in issueIDs.enumerated() { places[id.number] = place }
    self.places = places
  }

  /// The issue of an id.
  ///
  /// - Precondition: The issue is open: `place(of:)` says so.
  public subscript(id: IssueID) -> Issue { issues[places[id.number] ?? issues.count] }

  /// Where an issue stands among `issues`; nil where it is not open.
  ///
  /// - Complexity: O(1).
  public func place(of id: IssueID) -> Int? {
    places.indices.contains(id.number) ? places[id.number] : nil
  }

  /// What is printed before the references of an issue where several are open; empty where it is
  /// not open.
  public func printedID(of id: IssueID) -> String { place(of: id).map { ids[$0] } ?? "" }

  /// Libraries are equal when they hold the same printed issues under the same ids: all else is
  /// worked out from those.
  public static func == (left: Library, right: Library) -> Bool {
    left.issueIDs == right.issueIDs
      && zip(left.issues, right.issues).allSatisfy {
        $0.identity == $1.identity && $0.source.bytes == $1.source.bytes
      }
  }

  /// The issue that a typed name means: by its id here, by its whole name, or by its id without the
  /// publication where only one issue has that.
  public func issue(named typed: String) -> IssueID? {
    IssueNaming.index(of: typed, ids: ids, names: issues.map(\.name)).map { issueIDs[$0] }
  }
}

/// How issues are named side by side.
public enum IssueNaming {
  /// Ids that are unique among issues of these names and publications, in their order.
  public static func ids(of issues: [(name: IssueName, publication: Publication?)]) -> [String] {
    // A single issue is named before the first frame, where no dictionary is wanted.
    if issues.count == 1 { return [issues[0].name.id] }
    let isMixed = Set(issues.compactMap(\.publication)).count > 1
    var ids = issues.map { isMixed ? $0.name.description : $0.name.id }
    if !isMixed {
      // An issue that names no publication may have the id of one that does.
      let holders = Dictionary(grouping: issues.indices) { ids[$0] }
      for places in holders.values where Set(places.map { issues[$0].name }).count > 1 {
        for place in places { ids[place] = issues[place].name.description }
      }
    }
    var uses: [String: Int] = [:]
    for index in ids.indices {
      let count = uses[ids[index], default: 0] + 1
      uses[ids[index]] = count
      if count > 1 { ids[index] += "~\(count)" }
    }
    return ids
  }

  /// The place of the issue that a typed name means.
  public static func index(of typed: String, ids: [String], names: [IssueName]) -> Int? {
    let wanted = folded(typed)
    if let index = ids.firstIndex(where: { folded($0) == wanted }) { return index }
    if let index = names.firstIndex(where: { folded($0.description) == wanted }) { return index }
    let named = names.indices.filter { folded(names[$0].id) == wanted }
    return named.count == 1 ? named[0] : nil
  }

  /// A name as it is compared: full-width or not, in whatever case, blanks aside.
  private static func folded(_ text: String) -> String {
    [Unicode.Scalar](text).filter { !$0.isAnySpace }.map(\.halfWidth).string.lowercased()
  }
}
