import GazetteText
import Testing

@testable import GazetteModel

/// What a converted folder says of how its text was read.
@Suite struct IntakeRecordTests {
  private let printed = PrintedText(
    source: SourceText(bytes: Array("甲\n乙\n丙\n—1—\n丁\n".utf8)),
    provenance: Provenance(format: .pdf, pages: 3, digest: "00ff"),
    origins: [
      LineOrigin(page: 1, column: nil, form: .heading),
      LineOrigin(page: 1, column: 1, form: .begins),
      LineOrigin(page: 1, column: 1, form: .continues),
      LineOrigin(page: 1, column: nil, form: .furniture),
      LineOrigin(page: 2, column: 2, form: .unknown),
    ],
    tables: [
      PrintedTable(lines: LineRange(2, 3), caption: "附表", headRows: 1, rows: [["序号"], ["1"]])
    ],
    findings: [
      Finding(kind: .pageWithoutText, lines: LineRange(5), excerpt: "3"),
      Finding(kind: .uncertainRecognition, lines: LineRange(2), excerpt: "乙"),
    ])

  private func manifest(_ printed: PrintedText) throws -> Manifest {
    let json: JSONValue = ["intake": IntakeRecord(printed).json]
    return try Manifest(json: JSONWriter.bytes(of: json))
  }

  @Test func aManifestOpensToWhatWasRead() throws {
    let record = try #require(try manifest(printed).intake)
    #expect(record == IntakeRecord(printed))
    #expect(record.printedText(of: printed.source) == printed)
  }

  @Test func aCorrectedWordIsCertain() throws {
    let record = try #require(try manifest(printed).intake)
    let corrected = SourceText(bytes: Array("甲\n己\n丙\n—1—\n丁\n".utf8))
    #expect(record.printedText(of: corrected).findings.map(\.kind) == [.pageWithoutText])
  }

  @Test func placesAreNotGuessedWhereLinesWereAdded() throws {
    let record = try #require(try manifest(printed).intake)
    let longer = SourceText(bytes: printed.source.bytes + Array("戊\n".utf8))
    let text = record.printedText(of: longer)
    #expect(text.origins.isEmpty)
    #expect(text.findings.map(\.kind) == [.placesOutOfStep])
  }

  @Test(arguments: [
    #"{"intake":{"format":"pdf"}}"#, #"{"intake":{"format":"exe","lines":1}}"#,
    #"{"intake":{"format":"pdf","lines":-1}}"#,
    #"{"intake":{"format":"pdf","lines":9999999999}}"#,
    #"{"intake":{"format":"pdf","lines":2,"places":[{"lines":[1,3],"page":1}]}}"#,
    #"{"intake":{"format":"pdf","lines":2,"places":[{"lines":[2,1],"page":1}]}}"#,
    #"{"intake":{"format":"pdf","lines":2,"places":[{"lines":[1,2]},{"lines":[2,2]}]}}"#,
    #"{"intake":{"format":"pdf","lines":2,"forms":{"begins":[[0,1]]}}}"#,
    #"{"intake":{"format":"pdf","lines":2,"forms":{"flies":[[1,1]]}}}"#,
    #"{"intake":{"format":"pdf","lines":2,"findings":[{"kind":"x","lines":[1,1]}]}}"#,
    #"{"intake":{"format":"pdf","lines":2,"tables":[{"lines":[1,1],"headRows":1,"rows":[]}]}}"#,
  ]) func whatCannotBeIsRefused(_ json: String) {
    #expect(throws: ManifestFailure.self) { try Manifest(json: Array(json.utf8)) }
  }
}
