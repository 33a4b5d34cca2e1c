import GazetteIntake
import GazetteModel

extension LoadFailure.Reason {
  /// The reason as the index keeps it, in one line.
  var stored: String {
    switch self {
    case .notFound: "notFound"
    case .unreadable(let code): "unreadable \(code)"
    case .isEmpty: "isEmpty"
    case .noIssueInDirectory: "noIssueInDirectory"
    case .severalTexts: "severalTexts"
    case .tooLarge(let limit): "tooLarge \(limit)"
    case .unknownFormat: "unknownFormat"
    case .intake: "intake"
    case .badManifest: "badManifest"
    }
  }
}

extension LoadFailure {
  /// Reads what `stored` wrote. Opening the file again says more.
  init(path: String, stored: String) {
    let words = stored.split(separator: " ", maxSplits: 1).map(String.init)
    let reason: Reason =
      switch words.first {
      case "notFound": .notFound
      case "unreadable": .unreadable(words.last.flatMap { Int32($0) } ?? 0)
      case "isEmpty": .isEmpty
      case "noIssueInDirectory": .noIssueInDirectory([])
      case "tooLarge": .tooLarge(words.last.flatMap { Int($0) } ?? 0)
      case "badManifest": .badManifest(.badValue(field: "manifest.json"))
      default: .unknownFormat
      }
    self.init(path: path, reason: reason)
  }
}
