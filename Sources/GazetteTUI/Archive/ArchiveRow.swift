import GazetteArchive
import GazetteIntake
import GazetteModel
import GazetteText
import TerminalKit

/// One row of a list of the archive.
struct ArchiveRow: Hashable {
  /// Where Enter leads.
  enum Target: Hashable {
    /// An issue by its place, and a unit in it.
    case issue(Int, String?)
    case body(String)
    case query(String)
    /// The deadlines of a month, `2021-12`.
    case month(String)
    /// A body's duties through time.
    case history(String)
    /// What a key asks for.
    case command(Action)
  }

  /// What the row stands for, so that it is found again when the list is made anew.
  var key: String
  var text: String
  /// What stands at the right.
  var note = ""
  var target: Target?
  /// Headings name a publication or a year, warnings a file that cannot be read.
  var isHeading = false
  var isWarning = false
  /// Whether what the row says is a guess.
  var isGuess = false
  /// The stretches of the text that were found, in scalars.
  var hits: [ScalarRange] = []

  var isSelectable: Bool { target != nil || isWarning }

  // MARK: Found

  /// What a query finds; nil where only an open issue can answer it.
  static func found(
    _ text: String, in catalogue: ArchiveCatalogue, limit: Int, _ language: Language
  ) throws(ArchiveFailure) -> [ArchiveRow]? {
    let parsed = QueryParser.parse(text)
    guard let matches = try catalogue.evaluate(parsed.query) else { return nil }
    var rows: [ArchiveRow] = []
    for place in matches.nodes.keys.sorted() {
      guard rows.count < limit, let nodes = matches.nodes[place]?.nodes else { break }
      let id = catalogue.issues[place].id
      rows.append(
        ArchiveRow(
          key: id, text: id, note: ArchiveText.matches(nodes.count, isAll: true)[language],
          isHeading: true))
      for found in try catalogue.units(matches, of: place) {
        let lead = "  \(found.reference)  "
        let shift = lead.unicodeScalars.count
        rows.append(
          ArchiveRow(
            key: "\(id):\(found.reference)", text: lead + found.match.snippet,
            target: .issue(place, found.reference),
            hits: found.match.ranges.map { ScalarRange($0.start + shift, $0.end + shift) }))
      }
    }
    return rows
  }

  // MARK: Bodies

  static func bodies(_ bodies: [CataloguedBody], _ language: Language) -> [ArchiveRow] {
    bodies.map { body in
      ArchiveRow(
        key: body.body.name, text: body.body.name,
        note: ArchiveText.clauses(body.counts.clauses)[language], target: .body(body.body.name))
    }
  }

  /// A body over the years: a bar for each year, and below it the issues that name the body.
  static func dossier(
    of name: String, in room: ArchiveRoom, _ catalogue: ArchiveCatalogue
  ) throws(ArchiveFailure) -> [ArchiveRow] {
    guard let body = try catalogue.departments().first(where: { $0.body.name == name }) else {
      return []
    }
    var years: [Int: [(issue: Int, clauses: Int)]] = [:]
    for entry in body.issues {
      years[catalogue.issues[entry.issue].identity.year ?? 0, default: []].append(entry)
    }
    let most = years.values.map { $0.reduce(0) { $0 + $1.clauses } }.max() ?? 1
    var rows = [
      ArchiveRow(key: name, text: name, isHeading: true),
      ArchiveRow(
        key: "history", text: "  " + ArchiveText.history[room.language], target: .history(name)),
    ]
    for year in years.keys.sorted(by: >) {
      let entries = years[year] ?? []
      let count = entries.reduce(0) { $0 + $1.clauses }
      rows.append(
        ArchiveRow(
          key: "year \(year)", text: "  \(year)  \(bar(count, most))",
          note: ArchiveText.clauses(count)[room.language],
          target: .query("@\(name) year:\(year)")))
      for entry in entries {
        rows.append(
          ArchiveRow(
            key: "\(year) \(entry.issue)", text: "      \(catalogue.issues[entry.issue].id)",
            note: ArchiveText.clauses(entry.clauses)[room.language],
            target: .query("@\(name) issue:\(catalogue.issues[entry.issue].name)")))
      }
    }
    return rows
  }

  /// A bar of up to 30 columns, at least one where anything is.
  static func bar(_ count: Int, _ most: Int) -> String {
    String(repeating: "|", count: count == 0 ? 0 : max(1, count * 30 / max(1, most)))
  }
}

extension ArchiveRow {
  /// A unit that refers to what was asked for.
  init(
    citing citation: (issue: Int, reference: String, text: String, relation: ReferenceRelation),
    _ id: String, _ language: Language
  ) {
    self.init(
      key: "\(citation.issue):\(citation.reference)",
      text: "\(id):\(citation.reference)  \(citation.text)",
      note: RelationText.name(citation.relation)?[language] ?? "",
      target: .issue(citation.issue, citation.reference))
  }
}
