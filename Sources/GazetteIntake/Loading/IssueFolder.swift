import GazetteText

/// A folder of one issue: which of its files is the issue.
struct IssueFolder {
  /// The name that goes before all others.
  private static let textName = "issue.md"
  /// So many bytes tell a format.
  private static let beginning = 4096
  /// In a larger folder nobody means a file by naming the folder.
  private static let mostFiles = 1000

  private let path: String
  /// The names in the folder, sorted.
  let names: [String]

  init(_ path: String) throws(LoadFailure) {
    self.path = path
    names = try IssueLoader.attempt(path) { () throws(FileRefusal) in
      try FileReading.names(in: path)
    }
  }

  func path(of name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

  /// `issue.md`, else the only text by its name, else the only file whose content can be read.
  func issuePath() throws(LoadFailure) -> String {
    if names.contains(Self.textName) { return path(of: Self.textName) }
    let visible = names.filter { !$0.hasPrefix(".") }
    let texts = visible.filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }
    if let text = try single(of: texts) { return path(of: text) }
    let others = visible.prefix(Self.mostFiles).filter(isDocument)
    if let other = try single(of: others) { return path(of: other) }
    throw LoadFailure(path: path, reason: .noIssueInDirectory(visible))
  }

  private func single(of names: [String]) throws(LoadFailure) -> String? {
    if names.count > 1 { throw LoadFailure(path: path, reason: .severalTexts(names)) }
    return names.first
  }

  /// Whether a file is of a format in which issues come; pictures and data beside one are not.
  private func isDocument(_ name: String) -> Bool {
    let path = path(of: name)
    guard let kind = try? FileReading.kind(of: path), kind == .file,
      let start = try? FileReading.beginning(of: path, count: Self.beginning)
    else { return false }
    switch FormatDetection.format(of: start) {
    case .json, .picture, .gzip, nil: return false
    default: return true
    }
  }
}
