import FoundationEssentials

/// Files of the folder Corpus.
enum CorpusFile {
  /// The lines that are neither empty nor comments.
  static func lines(_ name: String, file: String = #filePath) throws -> [String] {
    let tests = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    let path = tests.joined(separator: "/") + "/Corpus/" + name
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }
}
