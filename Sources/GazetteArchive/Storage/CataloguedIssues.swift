import GazetteIntake
import GazetteModel
import GazetteText

/// The issues of an index in order (期目), read as they are asked for.
///
/// The list is made once, when the index is built, and lies in one run of bytes: of thousands of
/// issues a screen shows forty.
public struct CataloguedIssues: RandomAccessCollection, Sendable {
  /// What every search asks of an issue.
  struct Head: Sendable {
    /// Its number in the index.
    let number: Int64
    let nodes: Int
    /// The name of its publication, by its place in `texts`.
    let publication: Int
    let year: Int?
    /// Where the rest begins.
    fileprivate let place: Int
  }

  let bytes: [UInt8]
  /// Texts that many issues share.
  private let texts: [String]
  let heads: [Head]
  /// The files that could not be read, by their paths below the folder.
  let failures: [(text: [UInt8], reason: String)]

  /// The first place.
  public var startIndex: Int { 0 }
  /// Behind the last place.
  public var endIndex: Int { heads.count }

  /// The issue at that place. What damage leaves of it is shown.
  public subscript(place: Int) -> CataloguedIssue {
    let head = heads[place]
    var reader = PartReader(bytes, at: head.place)
    return (try? CataloguedIssue(head, &reader, texts))
      ?? CataloguedIssue(head, id: "", name: IssueName(publication: "", id: ""))
  }

  /// The name of the publication of an issue, with the number that its issues share.
  func publication(at place: Int) -> (number: Int, name: String) {
    (heads[place].publication, texts[heads[place].publication])
  }

  /// Creates a list of nothing.
  init() {
    (bytes, texts, heads, failures) = ([], [], [], [])
  }

  /// The most nodes that an issue can have; more are damage.
  private static let mostNodes = 1 << 22

  init(_ bytes: [UInt8]) throws(PartReader.Damage) {
    self.bytes = bytes
    var reader = PartReader(bytes)
    var texts: [String] = []
    for _ in 0..<(try reader.count(atMost: bytes.count)) { texts.append(try reader.text()) }
    var failures: [(text: [UInt8], reason: String)] = []
    for _ in 0..<(try reader.count(atMost: bytes.count)) {
      failures.append((try reader.run(), try reader.text()))
    }
    let count = try reader.count(atMost: bytes.count)
    var heads: [Head] = []
    heads.reserveCapacity(count)
    for _ in 0..<count {
      let number = try reader.number()
      let nodes = try reader.count(atMost: Self.mostNodes)
      let publication = try reader.count(atMost: texts.count - 1)
      let year = try reader.number()
      heads.append(
        Head(
          number: Int64(number), nodes: nodes, publication: publication,
          year: year == 0 ? nil : year - 1, place: reader.place))
      try reader.skipText()
    }
    (self.texts, self.failures, self.heads) = (texts, failures, heads)
  }
}

/// What the index knows of an issue.
public struct CataloguedIssue: Sendable {
  /// Its number in the index.
  let number: Int64
  /// Its id among the issues of the archive.
  public internal(set) var id: String
  /// The name under which marks are kept.
  public let name: IssueName
  /// What the issue says it is.
  public internal(set) var identity: IssueIdentity
  /// How many nodes it has.
  public let nodes: Int
  /// How many documents it has.
  public internal(set) var documents = 0
  /// How many units a review counts in it.
  public internal(set) var units = 0
  /// Paths below the folder: of the issue, the text that is read, and the manifest beside it.
  var path: [UInt8] = []
  var text: [UInt8] = []
  var manifest: [UInt8]?
  var size = 0
  var modified = 0

  init(number: Int64, nodes: Int, name: IssueName) {
    self.number = number
    self.nodes = nodes
    self.name = name
    id = name.id
    identity = IssueIdentity(id: name.id)
  }

  fileprivate init(_ head: CataloguedIssues.Head, id: String, name: IssueName) {
    self.init(number: head.number, nodes: head.nodes, name: name)
    self.id = id
    identity.year = head.year
  }
}

// MARK: - As bytes

extension CataloguedIssue {
  fileprivate init(
    _ head: CataloguedIssues.Head, _ reader: inout PartReader, _ texts: [String]
  ) throws(PartReader.Damage) {
    func shared() throws(PartReader.Damage) -> String? {
      let place = try reader.count(atMost: texts.count)
      return place == 0 ? nil : texts[place - 1]
    }
    func optional() throws(PartReader.Damage) -> Int? {
      let value = try reader.number()
      return value == 0 ? nil : value - 1
    }
    // How long it is.
    _ = try reader.number()
    let id = try reader.text()
    let publication = try shared() ?? ""
    self.init(head, id: id, name: IssueName(publication: publication, id: try reader.text()))
    identity.title = try shared()
    identity.sponsor = try shared()
    identity.frequency = try shared()
    identity.number = try optional()
    identity.cumulativeNumber = try optional()
    let date = try reader.text()
    identity.publicationDate = date.isEmpty ? nil : CalendarDate(iso8601: date)
    (documents, units) = (try reader.number(), try reader.number())
    (path, text) = (try reader.run(), try reader.run())
    let manifest = try reader.run()
    self.manifest = manifest.isEmpty ? nil : manifest
    size = try reader.number()
    modified = Int(Int64(bitPattern: try reader.word()))
  }

  /// Writes what stands behind the head.
  fileprivate func write(_ texts: inout SharedTexts) -> [UInt8] {
    var writer = PartWriter()
    writer.add(id)
    writer.add(texts.number(of: name.publication.isEmpty ? nil : name.publication))
    writer.add(name.id)
    for text in [identity.title, identity.sponsor, identity.frequency] {
      writer.add(texts.number(of: text))
    }
    for number in [identity.number, identity.cumulativeNumber] {
      writer.add(number.map { $0 + 1 } ?? 0)
    }
    writer.add(identity.publicationDate?.iso8601 ?? "")
    for number in [documents, units] { writer.add(number) }
    for path in [path, text, manifest ?? []] { writer.add(bytes: path) }
    writer.add(size)
    writer.add(words: [UInt64(bitPattern: Int64(modified))])
    return writer.bytes
  }
}

extension CataloguedIssues {
  /// Puts issues in order and gives each its id among them.
  ///
  /// - Parameter failures: Files that could not be read, by their paths below the folder.
  static func write(
    _ issues: [CataloguedIssue], failures: [(text: [UInt8], reason: String)]
  ) -> [UInt8] {
    let order = ArchiveOrder.sorted(issues.map { ($0.identity, FilePath(bytes: $0.path)) })
    let ids = IssueNaming.ids(of: order.map { (issues[$0.place].name, $0.publication) })
    var texts = SharedTexts()
    var list = PartWriter()
    list.add(issues.count)
    for (entry, id) in zip(order, ids) {
      var issue = issues[entry.place]
      issue.id = id
      list.add(Int(issue.number))
      list.add(issue.nodes)
      let publication = entry.publication?.name ?? issue.name.publication
      list.add(texts.number(of: publication) - 1)
      list.add(issue.identity.year.map { $0 + 1 } ?? 0)
      list.add(bytes: issue.write(&texts))
    }
    var writer = PartWriter()
    writer.add(texts.all.count)
    for text in texts.all { writer.add(text) }
    writer.add(failures.count)
    for failure in failures {
      writer.add(bytes: failure.text)
      writer.add(failure.reason)
    }
    return writer.bytes + list.bytes
  }
}

/// Texts that are kept once.
private struct SharedTexts {
  private(set) var all: [String] = []
  /// By their bytes: texts are brought to a normal form when they are looked up.
  private var numbers: [[UInt8]: Int] = [:]

  /// The number of a text, from 1; 0 for none.
  mutating func number(of text: String?) -> Int {
    guard let text else { return 0 }
    let bytes = Array(text.utf8)
    if let number = numbers[bytes] { return number }
    all.append(text)
    numbers[bytes] = all.count
    return all.count
  }
}
