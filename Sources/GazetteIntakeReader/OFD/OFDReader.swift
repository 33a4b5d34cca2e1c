import GazetteIntake
import GazetteModel

/// Reads OFD (GB/T 33190—2016): pages of text that is placed by position.
struct OFDReader {
  /// The file that names the documents.
  static let index = "OFD.xml"
  /// Far above what people print.
  private static let mostPages = 20_000

  /// The bytes of a file in the container; nil where there is none of that name.
  private let entry: (String) throws(ReadingFailure) -> [UInt8]?
  private var pages: [PlacedPage] = []
  /// The text of templates, by their number.
  private var templates: [String: [PlacedRun]] = [:]

  /// Reads the documents of a container, one after the other.
  static func read(
    _ entry: @escaping (String) throws(ReadingFailure) -> [UInt8]?
  ) throws(ReadingFailure) -> PrintedText {
    var reader = OFDReader(entry: entry)
    try reader.readDocuments()
    let reading = PageReading(reader.pages)
    guard reading.hasText else { throw ReadingFailure(.noTextLayer(pages: reader.pages.count)) }
    return reading.printedText(Provenance(format: .ofd, pages: reader.pages.count))
  }

  private init(entry: @escaping (String) throws(ReadingFailure) -> [UInt8]?) {
    self.entry = entry
  }

  private func tree(_ path: String) throws(ReadingFailure) -> MarkupTree? {
    guard let bytes = try entry(path) else { return nil }
    return try MarkupTree(xml: bytes)
  }

  // MARK: Documents

  private mutating func readDocuments() throws(ReadingFailure) {
    guard let root = try tree(Self.index) else { throw ReadingFailure(.damaged) }
    for document in root.descendants("DocRoot", of: -1) {
      let path = Self.path(root.text(of: document), in: "")
      guard let tree = try tree(path) else {
        let isEncrypted = try entry("Encryptions.xml") != nil
        throw ReadingFailure(isEncrypted ? .encrypted : .damaged)
      }
      try readPages(of: tree, folder: Self.folder(of: path))
    }
  }

  private mutating func readPages(
    of document: MarkupTree, folder: String
  ) throws(ReadingFailure) {
    templates = [:]
    for template in document.descendants("TemplatePage", of: -1) {
      guard let id = document[template]["ID"], let place = document[template]["BaseLoc"],
        let tree = try tree(Self.path(place, in: folder))
      else { continue }
      templates[id] = Self.runs(in: tree)
    }
    let area = document.descendants("PhysicalBox", of: -1).first.map { document.text(of: $0) }
    for list in document.descendants("Pages", of: -1) {
      for page in document.descendants("Page", of: list) {
        guard pages.count < Self.mostPages else { throw ReadingFailure(.tooLarge) }
        let tree = try document[page]["BaseLoc"].flatMap { (place) throws(ReadingFailure) in
          try self.tree(Self.path(place, in: folder))
        }
        add(tree, area: area)
      }
    }
  }

  /// Adds a page; one that cannot be found is empty.
  private mutating func add(_ page: MarkupTree?, area: String?) {
    let own = page.flatMap { page in
      page.descendants("PhysicalBox", of: -1).first.map { page.text(of: $0) }
    }
    let box = Self.numbers(own ?? area ?? "")
    var runs: [PlacedRun] = []
    if let page {
      for template in page.descendants("Template", of: -1) {
        if let id = page[template]["TemplateID"] { runs += templates[id] ?? [] }
      }
      runs += Self.runs(in: page)
    }
    pages.append(
      PlacedPage(
        number: pages.count + 1, width: box.count == 4 ? box[2] * Self.pointsPerMillimetre : 595,
        height: box.count == 4 ? box[3] * Self.pointsPerMillimetre : 842, runs: runs))
  }

  // MARK: Text

  /// Lengths are in millimetres (7.3).
  private static let pointsPerMillimetre = 72 / 25.4

  private static func runs(in page: MarkupTree) -> [PlacedRun] {
    var runs: [PlacedRun] = []
    var objects = page.descendants("TextObject", of: -1)[...]
    while let object = objects.popFirst() {
      var pieces = [object]
      while let next = objects.first, isAtSamePlace(object, next, in: page) {
        pieces.append(next)
        objects.removeFirst()
      }
      guard let text = pieces.lazy.compactMap({ OFDText(page[$0]) }).first else { continue }
      if pieces.count > 1 {
        let line = pieces.map { page.text(of: $0).filter { !$0.isNewline } }.joined()
        if let run = PlacedRun(words: text.spread(line, scale: pointsPerMillimetre)) {
          runs.append(run)
        }
        continue
      }
      runs += page.descendants("TextCode", of: object).compactMap { code in
        PlacedRun(
          words: text.words(
            page.text(of: code), page[code], scale: pointsPerMillimetre))
      }
    }
    return runs
  }

  /// Whether two objects claim the same place on one line, from its left edge on: some writers give the box of the line
  /// to every piece of it, so that only their order tells where they stand. The base lines of characters of several sizes
  /// differ by less than a character.
  private static func isAtSamePlace(_ left: Int, _ right: Int, in page: MarkupTree) -> Bool {
    func start(of object: Int) -> (x: String, y: Double)? {
      page.descendants("TextCode", of: object).first.map {
        (page[$0]["X"] ?? "", numbers(page[$0]["Y"] ?? "").first ?? 0)
      }
    }
    guard let box = page[left]["Boundary"], box == page[right]["Boundary"],
      page[left]["CTM"] == page[right]["CTM"], let first = start(of: left),
      let second = start(of: right), first.x == second.x
    else { return false }
    let size = [left, right].compactMap { OFDText(page[$0])?.size }.max() ?? 0
    return abs(first.y - second.y) < max(size, .leastNonzeroMagnitude)
  }

  // MARK: Places

  /// The place of a file, from the root or from a folder.
  private static func path(_ place: String, in folder: String) -> String {
    let place = String(place.filter { !$0.isWhitespace })
    if place.hasPrefix("/") { return String(place.dropFirst()) }
    var parts = folder.split(separator: "/").map(String.init)
    for part in place.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// Finite numbers divided by blanks.
  static func numbers(_ text: String) -> [Double] {
    text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      .filter { $0.isFinite && abs($0) < 1_000_000 }
  }
}
