import GazetteArchive
import GazetteIntake
import GazetteModel
import GazetteText

/// The rows of a list of the archive. Those of thousands of issues are made when they are shown.
struct ArchiveRows: RandomAccessCollection {
  private enum Source {
    case made([ArchiveRow])
    case issues(IssueRows)
  }

  private let source: Source

  init(_ rows: [ArchiveRow]) { source = .made(rows) }
  init(_ rows: IssueRows) { source = .issues(rows) }

  var startIndex: Int { 0 }

  var endIndex: Int {
    switch source {
    case .made(let rows): rows.count
    case .issues(let rows): rows.count
    }
  }

  subscript(place: Int) -> ArchiveRow {
    switch source {
    case .made(let rows): rows[place]
    case .issues(let rows): rows.row(place)
    }
  }

  /// The row itself or the next one in a direction that can be selected, else the nearest the other
  /// way; where none can, the row itself or the nearest end.
  func selectable(near row: Int, step: Int) -> Int {
    let start = Swift.min(Swift.max(0, row), count - 1)
    func search(_ step: Int) -> Int? {
      var row = start
      while indices.contains(row), !self[row].isSelectable { row += step }
      return indices.contains(row) ? row : nil
    }
    return search(step < 0 ? -1 : 1) ?? search(step < 0 ? 1 : -1) ?? start
  }
}

/// The issues under their publications and years, the newest first; files that could not be read
/// come last.
struct IssueRows {
  private enum Entry {
    case publication(String)
    case year(Int, publication: String)
    case issue(Int)
    case failure(Int)
  }

  private let catalogue: ArchiveCatalogue
  private let marks: [String: Int]
  private let language: Language
  private var entries: [Entry] = []

  /// - Parameter narrowing: Words of which each must stand in what is listed of an issue, as it is or
  ///   as pinyin.
  init(
    _ catalogue: ArchiveCatalogue, narrowing: String, marks: [String: Int], _ language: Language
  ) {
    self.catalogue = catalogue
    self.marks = marks
    self.language = language
    // Folding takes the blanks beside Han away, which part the words here.
    let words = narrowing.split(whereSeparator: \.isWhitespace).map {
      FoldedText(String($0)).folded
    }
    var narrowing = IssueNarrowing(words)
    var publication: Int?
    var year: Int?
    for place in catalogue.issues.indices {
      guard narrowing.keeps(place, of: catalogue) else { continue }
      let heading = catalogue.heading(ofIssueAt: place)
      if heading.publication != publication {
        (publication, year) = (heading.publication, nil)
        entries.append(.publication(heading.name))
      }
      if let next = heading.year, next != year {
        entries.append(.year(next, publication: heading.name))
      }
      year = heading.year
      entries.append(.issue(place))
    }
    if words.isEmpty { entries += catalogue.failures.indices.map { .failure($0) } }
  }

  var count: Int { entries.count }

  func row(_ place: Int) -> ArchiveRow {
    switch entries[place] {
    case .publication(let name):
      ArchiveRow(key: "publication \(name)", text: name, isHeading: true)
    case .year(let year, let publication):
      ArchiveRow(key: "year \(publication) \(year)", text: "  \(year)", isHeading: true)
    case .issue(let place): row(of: catalogue.issues[place], at: place)
    case .failure(let place): row(of: catalogue.failures[place])
    }
  }

  private func row(of failure: LoadFailure) -> ArchiveRow {
    ArchiveRow(
      key: failure.path,
      text: "\(failure.path): \(Messages.explanation(of: failure.reason).what[language])",
      isWarning: true)
  }

  private func row(of issue: CataloguedIssue, at place: Int) -> ArchiveRow {
    let identity = issue.identity
    var text = "    "
    if let year = identity.year, let number = identity.number {
      text += Messages.issue(year: year, number: number)[language]
    } else {
      text += issue.name.id
    }
    if let date = identity.publicationDate { text += "  \(date.iso8601)" }
    var note = ArchiveText.documents(issue.documents)[language]
    if let marks = marks[issue.name.description], marks > 0 {
      let done = min(marks, max(issue.units, 1))
      note = ArchiveText.progress(done, of: max(issue.units, 1))[language] + "  " + note
    }
    return ArchiveRow(
      key: issue.name.description, text: text, note: note, target: .issue(place, nil))
  }
}

extension ArchiveRoom {
  /// The rows of the issues.
  var issueRows: ArchiveRows {
    catalogue.map {
      ArchiveRows(IssueRows($0, narrowing: narrowing, marks: marks, language))
    } ?? ArchiveRows([])
  }
}

/// Which issues a list is narrowed to.
private struct IssueNarrowing {
  private let words: [[Unicode.Scalar]]
  /// For each word whether it stands in the name of a publication, by the publication's number.
  private var publications: [[Int: Bool]]
  /// Those of the words that are nothing but digits, as bytes.
  private let digits: [[UInt8]?]

  init(_ words: [[Unicode.Scalar]]) {
    self.words = words
    publications = Array(repeating: [:], count: words.count)
    digits = words.map { word in
      word.allSatisfy(\.isDigit) ? word.map { UInt8(truncatingIfNeeded: $0.value) } : nil
    }
  }

  private static func has(_ digits: [UInt8], in text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while rest.count >= digits.count {
      if rest.starts(with: digits) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  mutating func keeps(_ place: Int, of catalogue: ArchiveCatalogue) -> Bool {
    if words.isEmpty { return true }
    let heading = catalogue.heading(ofIssueAt: place)
    var texts: [String]?
    for (number, word) in words.enumerated() {
      // Digits stand in no name, and thousands of issues are asked for each key.
      if let digits = digits[number] {
        let own = texts ?? Self.texts(of: catalogue.issues[place])
        texts = own
        if !own.contains(where: { Self.has(digits, in: $0) }) { return false }
        continue
      }
      let isNamed =
        publications[number][heading.publication] ?? FilterIndex.matches(heading.name, word)
      publications[number][heading.publication] = isNamed
      if isNamed { continue }
      let own = texts ?? Self.texts(of: catalogue.issues[place])
      texts = own
      if !own.contains(where: { FilterIndex.matches($0, word) }) { return false }
    }
    return true
  }

  private static func texts(of issue: CataloguedIssue) -> [String] {
    let identity = issue.identity
    let printed = identity.year.flatMap { year in identity.number.map { "\(year)年第\($0)期" } }
    return [issue.id, identity.publicationDate?.iso8601 ?? "", printed ?? ""]
  }
}
