import FoundationEssentials
import GazetteModel

/// The printed text of the shipped issue, read from the package.
enum ShippedText {
  /// The issue with its corrections.
  static func issue() throws -> GazetteModel.Issue {
    IssueParser.parse(
      SourceText(bytes: try bytes(of: "issue.md")),
      manifest: try Manifest(json: try bytes(of: "manifest.json")))
  }

  /// Every line that is not blank, without blanks at its ends.
  static func paragraphs() throws -> [[Unicode.Scalar]] {
    let text = String(decoding: try bytes(of: "issue.md"), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      var scalars = Array(line.unicodeScalars)
      while scalars.last == " " { scalars.removeLast() }
      return scalars.isEmpty ? nil : scalars
    }
  }

  private static func bytes(of name: String) throws -> [UInt8] {
    let package = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return Array(try Data(contentsOf: URL(filePath: "/\(package)/Content/jilin-2021-11/\(name)")))
  }
}
