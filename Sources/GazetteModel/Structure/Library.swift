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

  /// Opens issues together; ids that would stand twice are told apart by their publications.
  public init(issues: [Issue]) {
    self.issues = issues
    ids = IssueNaming.ids(of: issues.map { ($0.name, $0.identity.publication) })
  }

  /// Libraries are equal when they hold the same printed issues: all else is worked out from those.
  public static func == (left: Library, right: Library) -> Bool {
    left.issues.count == right.issues.count
      && zip(left.issues, right.issues).allSatisfy {
        $0.identity == $1.identity && $0.source.bytes == $1.source.bytes
      }
  }

  /// The issue that a typed name means: by its id here, by its whole name, or by its id without the
  /// publication where only one issue has that.
  public func index(ofIssue typed: String) -> Int? {
    IssueNaming.index(of: typed, ids: ids, names: issues.map(\.name))
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
