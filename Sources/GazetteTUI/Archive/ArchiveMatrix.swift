import GazetteArchive
import GazetteText
import TerminalKit

/// Bodies over the years (矩阵): how many clauses name a body in each year.
extension ArchiveRow {
  /// The columns of a year.
  private static let yearColumns = 6
  /// The most columns of a name.
  private static let nameColumns = 28

  /// A row for each body, the newest year first; years that do not fit are left out.
  static func matrix(
    _ bodies: [CataloguedBody], _ catalogue: ArchiveCatalogue, columns: Int
  ) -> [ArchiveRow] {
    let yearOfIssue = catalogue.issues.indices.map { catalogue.heading(ofIssueAt: $0).year ?? 0 }
    let widest = bodies.map { DisplayWidth.columns(of: $0.body.name) }.max() ?? 0
    let nameWidth = min(widest, nameColumns)
    let room = max(1, (columns - 3 - nameWidth) / yearColumns)
    let years = Set(yearOfIssue).sorted(by: >).prefix(room)
    let placeOfYear = Dictionary(
      zip(years, years.indices), uniquingKeysWith: { first, _ in first })
    var rows = [
      ArchiveRow(
        key: "years",
        text: String(repeating: " ", count: nameWidth)
          + years.map { cell($0 == 0 ? "-" : String($0)) }.joined(), isHeading: true)
    ]
    for body in bodies {
      var counts = Array(repeating: 0, count: years.count)
      for (issue, clauses) in body.issues {
        if let place = placeOfYear[yearOfIssue[issue]] { counts[place] += clauses }
      }
      let name = DisplayWidth.truncated(body.body.name, to: nameWidth)
      let padding = nameWidth - DisplayWidth.columns(of: name)
      rows.append(
        ArchiveRow(
          key: body.body.name,
          text: name + String(repeating: " ", count: max(0, padding))
            + counts.map { cell($0 == 0 ? "" : String($0)) }.joined(),
          target: .body(body.body.name)))
    }
    return rows
  }

  private static func cell(_ text: String) -> String {
    String(repeating: " ", count: max(1, yearColumns - text.unicodeScalars.count)) + text
  }
}

extension ArchiveRoom {
  /// The matrix as the screen has room for it.
  func matrix(_ catalogue: ArchiveCatalogue) throws(ArchiveFailure) -> [ArchiveRow] {
    ArchiveRow.matrix(try catalogue.departments(), catalogue, columns: size.columns)
  }
}
