/// Opens an issue (期) from a file or a folder.
public enum IssueLoader {
  /// The largest text that is read, in bytes: 32 MiB, some three hundred times a usual issue.
  public static let sizeLimit = 32 << 20

  /// The name of the text in a folder that holds several.
  private static let textName = "issue.md"
  private static let manifestName = "manifest.json"

  /// Opens the issue at `path`: a text, or a folder with one text (`issue.md`, or the only `*.md`
  /// or `*.txt`) and perhaps a `manifest.json`.
  ///
  /// Damage that leaves the text readable is listed among the findings of the issue.
  public static func load(path: String) throws(LoadFailure) -> Issue {
    var manifest = Manifest.empty
    var textPath = path
    let kind = try attempt(path) { () throws(FileReading.Refusal) in try FileReading.kind(of: path)
    }
    if kind == .directory {
      let names = try attempt(path) { () throws(FileReading.Refusal) in
        try FileReading.names(in: path)
      }
      let folder = path.hasSuffix("/") ? path : path + "/"
      textPath = folder + (try textName(among: names, in: path))
      if names.contains(manifestName) { manifest = try self.manifest(at: folder + manifestName) }
    }
    let bytes = try bytes(of: textPath)
    let text: [UInt8]
    do throws(TextScreening.Refusal) {
      text = try TextScreening.text(in: bytes)
    } catch {
      switch error {
      case .isEmpty: throw LoadFailure(path: textPath, reason: .isEmpty)
      case .notText: throw LoadFailure(path: textPath, reason: .notText)
      case .otherEncoding(let name): throw LoadFailure(path: textPath, reason: .otherEncoding(name))
      }
    }
    return IssueParser.parse(
      SourceText(bytes: text), manifest: manifest, fallbackID: fileName(of: path))
  }

  /// The text of a folder that holds files of these names.
  private static func textName(among names: [String], in path: String) throws(LoadFailure) -> String
  {
    if names.contains(textName) { return textName }
    let texts = names.filter { !$0.hasPrefix(".") && ($0.hasSuffix(".md") || $0.hasSuffix(".txt")) }
    guard let text = texts.first else { throw LoadFailure(path: path, reason: .noIssueInDirectory) }
    guard texts.count == 1 else { throw LoadFailure(path: path, reason: .severalTexts(texts)) }
    return text
  }

  /// The last part of a path without its extension; it names an issue that says nothing of itself.
  private static func fileName(of path: String) -> String {
    let name = path.split(separator: "/").last ?? "issue"
    let stem = name.prefix { $0 != "." }
    return String(stem.isEmpty ? name : stem)
  }

  private static func manifest(at path: String) throws(LoadFailure) -> Manifest {
    let json = try bytes(of: path)
    do throws(ManifestFailure) {
      return try Manifest(json: json)
    } catch {
      throw LoadFailure(path: path, reason: .badManifest(error))
    }
  }

  private static func bytes(of path: String) throws(LoadFailure) -> [UInt8] {
    let bytes = try attempt(path) { () throws(FileReading.Refusal) in
      try FileReading.bytes(of: path, limit: sizeLimit)
    }
    guard let bytes else { throw LoadFailure(path: path, reason: .tooLarge) }
    return bytes
  }

  /// Runs `read` and turns the system's refusal into a failure at `path`.
  private static func attempt<Result>(
    _ path: String, _ read: () throws(FileReading.Refusal) -> Result
  ) throws(LoadFailure) -> Result {
    do throws(FileReading.Refusal) {
      return try read()
    } catch {
      throw LoadFailure(
        path: path, reason: error.isAbsence ? .notFound : .unreadable(error.code))
    }
  }
}
