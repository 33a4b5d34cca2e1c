import FoundationEssentials

@testable import GazetteModel

/// Files of the repository that tests read.
enum TestContent {
  private static var tests: String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(
      separator: "/")
  }

  static func annotations() throws -> String {
    try String(contentsOfFile: tests + "/Annotations/jilin-2021-11.txt", encoding: .utf8)
  }

  static func register() throws -> String {
    try String(contentsOfFile: tests + "/../../Content/bodies.txt", encoding: .utf8)
  }

  /// The shipped issue as it stands in the repository.
  static func shippedIssue() throws -> GazetteModel.Issue { try shippedOnce.get() }

  /// Parsed once for all tests.
  private static let shippedOnce = Result {
    let folder = tests + "/../../Content/jilin-2021-11/"
    let text = try Data(contentsOf: URL(filePath: folder + "issue.md"))
    let manifest = try Data(contentsOf: URL(filePath: folder + "manifest.json"))
    return IssueParser.parse(
      SourceText(bytes: Array(text)), manifest: try Manifest(json: Array(manifest)))
  }
}
