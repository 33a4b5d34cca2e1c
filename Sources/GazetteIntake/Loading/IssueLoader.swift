import GazetteModel
import GazetteText

/// Opens an issue (期) from a file of any format or a folder.
public enum IssueLoader {
  /// The largest text that is read, in bytes: 32 MiB, some three hundred times a usual issue.
  public static let sizeLimit = 32 << 20
  /// The largest file of another format, in bytes: 256 MiB.
  public static let fileLimit = 256 << 20

  /// The path that names standard input.
  public static let standardInput = "-"

  private static let manifestName = "manifest.json"

  /// Opens the issue at `path`: a file, or a folder with one file of an issue (`issue.md`, or the
  /// only one that can be read) and perhaps a `manifest.json`.
  ///
  /// Damage that leaves the text readable is listed among the findings of the issue.
  public static func load(
    path: String, options: IntakeOptions = IntakeOptions()
  ) throws(LoadFailure) -> Issue {
    let file = try file(at: path)
    return try issue(
      in: file.bytes, path: file.path, manifest: file.manifest,
      fallbackID: path == standardInput ? "stdin" : fileName(of: path),
      options: options)
  }

  /// The file of the issue at `path`, which may be a folder of one, with the manifest beside it.
  static func file(
    at path: String
  ) throws(LoadFailure) -> (path: String, bytes: [UInt8], manifest: Manifest) {
    if path == standardInput {
      let bytes = try bytes(of: path, limit: fileLimit) { limit throws(FileRefusal) in
        try FileReading.standardInput(limit: limit)
      }
      return (path, bytes, .empty)
    }
    var manifest = Manifest.empty
    var filePath = path
    let kind = try attempt(path) { () throws(FileRefusal) in try FileReading.kind(of: path)
    }
    if kind == .directory {
      let folder = try IssueFolder(path)
      filePath = try folder.issuePath()
      if folder.names.contains(manifestName) {
        manifest = try self.manifest(at: folder.path(of: manifestName))
      }
    }
    return (filePath, try bytes(of: filePath, limit: try limit(of: filePath)), manifest)
  }

  /// The issue in a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: How it is called in failures.
  ///   - manifest: What is said beside it.
  ///   - fallbackID: The id of the issue where neither cover nor manifest say one.
  ///   - options: How files of other formats than text are read.
  public static func issue(
    in bytes: [UInt8], path: String, manifest: Manifest = .empty, fallbackID: String = "issue",
    options: IntakeOptions = IntakeOptions()
  ) throws(LoadFailure) -> Issue {
    var printed = try printedText(in: bytes, path: path, options: options)
    if let record = manifest.intake { printed = record.printedText(of: printed.source) }
    return IssueParser.parse(printed, manifest: manifest, fallbackID: fallbackID)
  }

  /// What is printed in a file's bytes.
  static func printedText(
    in bytes: [UInt8], path: String, options: IntakeOptions
  ) throws(LoadFailure) -> PrintedText {
    if let format = FormatDetection.format(of: bytes) {
      return try read(bytes, as: format, path, options)
    }
    if bytes.count > sizeLimit { throw LoadFailure(path: path, reason: .tooLarge(sizeLimit)) }
    do throws(TextScreening.Refusal) {
      let text = try TextScreening.text(in: bytes)
      var printed = PrintedText(source: SourceText(bytes: text))
      // A byte order mark is no part of the text.
      if text.count != bytes.count { printed.provenance.digest = SHA256.hexadecimal(bytes) }
      return printed
    } catch {
      switch error {
      case .isEmpty: throw LoadFailure(path: path, reason: .isEmpty)
      case .notText: throw LoadFailure(path: path, reason: .unknownFormat)
      case .otherEncoding: return try read(bytes, as: .encodedText, path, options)
      }
    }
  }

  /// Reads a file of another format, or takes what was kept of it.
  private static func read(
    _ bytes: [UInt8], as format: FileFormat, _ path: String, _ options: IntakeOptions
  ) throws(LoadFailure) -> PrintedText {
    let cache = options.cacheFolder.flatMap { folder in
      (options.reader ?? ReaderProgram.path).map { ConversionCache(folder: folder, readerPath: $0) }
    }
    let digest = cache?.digest(ofFileAt: path, bytes) ?? SHA256.hexadecimal(bytes)
    do throws(IntakeFailure) {
      var printed: PrintedText
      if case .printed(let kept)? = cache?.answer(digest) {
        printed = kept
      } else {
        printed = try FormatReader(options: options).read(bytes, as: format)
        // What few bytes unpack to may be no longer than a text of the same words.
        if printed.source.bytes.count > sizeLimit { throw IntakeFailure.tooLarge(format.name) }
        cache?.keep(.printed(printed), digest)
      }
      printed.provenance.digest = digest
      return printed
    } catch {
      throw LoadFailure(path: path, reason: .intake(error))
    }
  }

  /// The last part of a path without its extension; it names an issue that says nothing of itself.
  private static func fileName(of path: String) -> String {
    let name = path.split(separator: "/").last ?? "issue"
    let stem = name.prefix { $0 != "." }
    return FileName.shown(String(stem.isEmpty ? name : stem))
  }

  private static func manifest(at path: String) throws(LoadFailure) -> Manifest {
    let json = try bytes(of: path, limit: sizeLimit)
    do throws(ManifestFailure) {
      return try Manifest(json: json)
    } catch {
      throw LoadFailure(path: path, reason: .badManifest(error))
    }
  }

  /// How large the file at `path` may be: a text less than what other formats pack around theirs.
  private static func limit(of path: String) throws(LoadFailure) -> Int {
    try attempt(path) { () throws(FileRefusal) in
      guard let size = try FileReading.size(of: path), size > sizeLimit else { return sizeLimit }
      let beginning = try FileReading.beginning(of: path, count: 4096)
      return FormatDetection.format(of: beginning) == nil ? sizeLimit : fileLimit
    }
  }

  private static func bytes(of path: String, limit: Int) throws(LoadFailure) -> [UInt8] {
    try bytes(of: path, limit: limit) { limit throws(FileRefusal) in
      try FileReading.bytes(of: path, limit: limit)
    }
  }

  private static func bytes(
    of path: String, limit: Int, _ read: (Int) throws(FileRefusal) -> [UInt8]?
  ) throws(LoadFailure) -> [UInt8] {
    let bytes = try attempt(path) { () throws(FileRefusal) in try read(limit) }
    guard let bytes else { throw LoadFailure(path: path, reason: .tooLarge(limit)) }
    return bytes
  }

  /// Runs `read` and turns the system's refusal into a failure at `path`.
  static func attempt<Result>(
    _ path: String, _ read: () throws(FileRefusal) -> Result
  ) throws(LoadFailure) -> Result {
    do throws(FileRefusal) {
      return try read()
    } catch {
      throw LoadFailure(
        path: path, reason: error.isAbsence ? .notFound : .unreadable(error.code))
    }
  }
}
