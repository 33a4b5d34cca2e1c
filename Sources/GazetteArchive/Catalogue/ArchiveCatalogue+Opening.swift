import GazetteIntake
import GazetteModel
import Glibc

// Opening issues, from their files or from what the index keeps of these.

extension ArchiveCatalogue {
  /// The place of the issue that a typed name means; nil where the archive has none of it.
  ///
  /// - Parameters:
  ///   - typed: An id, a whole name, or an id without its publication.
  ///   - reader: Of several that it could mean, the one of this issue's publication is meant.
  public func place(named typed: String, beside reader: IssueName) -> Int? {
    let (ids, names) = (issues.map(\.id), issues.map(\.name))
    let own = IssueName(publication: reader.publication, id: typed)
    return IssueNaming.index(of: typed, ids: ids, names: names)
      ?? IssueNaming.index(of: own.description, ids: ids, names: names)
  }

  /// Opens an issue.
  public func open(_ place: Int) throws(LoadFailure) -> Issue {
    let candidate = candidate(place)
    guard storage.keepsFiles else { return try ArchiveLoader.load(candidate) }
    let number = issues.heads[place].number
    let sources: [Int64: IssueSource]
    do throws(ArchiveFailure) {
      sources = try reading { try $0.sources(ofIssues: [number]) }
    } catch {
      throw LoadFailure(path: path, reason: .unreadable(ENOTCONN))
    }
    return try load(place, sources[number])
  }

  /// Opens some issues one after the other. What a database keeps of them is asked for in blocks.
  ///
  /// - Parameters:
  ///   - places: The issues.
  ///   - body: Called with each in turn, or with why it cannot be opened. Nothing of the index is being
  ///     read meanwhile.
  public func forEachOpened(
    _ places: some Collection<Int>, _ body: (_ place: Int, Result<Issue, LoadFailure>) -> Void
  ) {
    guard storage.keepsFiles else {
      for place in places { body(place, opened(place)) }
      return
    }
    for block in blocks(of: places) {
      let numbers = block.map { issues.heads[$0].number }
      let sources = try? reading { try $0.sources(ofIssues: numbers) }
      for (place, number) in zip(block, numbers) {
        // A line that broke off is taken up again, issue by issue.
        guard let sources else {
          body(place, opened(place))
          continue
        }
        body(place, Result { () throws(LoadFailure) in try load(place, sources[number]) })
      }
    }
  }

  private func opened(_ place: Int) -> Result<Issue, LoadFailure> {
    Result { () throws(LoadFailure) in try open(place) }
  }

  /// Opens an issue from what a database keeps of its files.
  private func load(_ place: Int, _ source: IssueSource?) throws(LoadFailure) -> Issue {
    guard let source else { throw LoadFailure(path: path, reason: .notFound) }
    return try ArchiveLoader.load(candidate(place), source)
  }

  /// The most issues of a block, and the most bytes of one with several.
  private static let mostInBlock = 64
  private static let mostBytes = 8 << 20

  private func blocks(of places: some Collection<Int>) -> [[Int]] {
    var blocks: [[Int]] = []
    var bytes = 0
    for place in places {
      let size = issues[place].size
      if blocks.isEmpty || blocks[blocks.count - 1].count == Self.mostInBlock
        || bytes + size > Self.mostBytes
      {
        blocks.append([])
        bytes = 0
      }
      blocks[blocks.count - 1].append(place)
      bytes += size
    }
    return blocks
  }
}
