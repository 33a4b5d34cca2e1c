import GazetteText
import Testing

@testable import GazetteModel

@Suite struct ManifestTests {
  @Test func aManifestMayBeEmpty() throws {
    #expect(try Manifest(json: Array("{}".utf8)) == .empty)
  }

  @Test func everyFieldOfTheIdentityIsRead() throws {
    let manifest = try Manifest(
      json: Array(
        """
        { "identity": { "id": "2021-11", "title": "公报", "year": 2021, "number": 11,
            "cumulativeNumber": 847, "publicationDate": "2020-02-29", "sponsor": "省政府",
            "frequency": "半月刊" },
          "corrections": [
            { "line": 3, "printed": " and ", "corrected": "和", "reason": "OCR" } ] }
        """.utf8))
    var identity = IdentityOverrides()
    identity.id = "2021-11"
    identity.title = "公报"
    identity.year = 2021
    identity.number = 11
    identity.cumulativeNumber = 847
    identity.publicationDate = CalendarDate(year: 2020, month: 2, day: 29)
    identity.sponsor = "省政府"
    identity.frequency = "半月刊"
    #expect(manifest.identity == identity)
    #expect(
      manifest.corrections
        == [Correction(line: 3, printed: " and ", corrected: "和", reason: "OCR")])
  }

  @Test(arguments: [
    "2021-2-01", "2021-02-29", "2021-13-01", "2021-00-10", "+021-01-01", "20210101",
  ])
  func aDayMustBeInTheCalendar(day: String) {
    #expect(throws: ManifestFailure.badValue(field: "identity.publicationDate")) {
      try Manifest(json: Array("{\"identity\": {\"publicationDate\": \"\(day)\"}}".utf8))
    }
  }
}
