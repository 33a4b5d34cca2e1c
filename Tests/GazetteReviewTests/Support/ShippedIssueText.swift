import Foundation
import GazetteModel

/// The issue that ships with the program.
enum ShippedIssueText {
  static let issue: GazetteModel.Issue = {
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4)
    let path = root.joined(separator: "/").dropFirst() + "/Content/jilin-2021-11/issue.md"
    let bytes = (try? Data(contentsOf: URL(fileURLWithPath: String(path)))) ?? Data()
    return IssueParser.parse(SourceText(bytes: [UInt8](bytes)))
  }()
}
