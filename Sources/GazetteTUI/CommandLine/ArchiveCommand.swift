import ArgumentParser
import GazetteArchive
import GazetteIntake
import GazetteModel
import GazetteText
import PostgresKit

/// `gazette archive`: the index of a folder of many issues.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Make, list and check the index of a folder of many issues.",
    subcommands: [
      ArchiveBuildCommand.self, ArchiveListCommand.self, ArchiveCheckCommand.self,
    ]
  )
}

/// `gazette archive build DIR`: makes the index, or brings it up to date.
struct ArchiveBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make the index of a folder, or bring it up to date.",
    discussion: """
      Only files that changed are read. The finished index takes the place of the old one, so whoever \
      reads is never disturbed; a build that was cut off goes on where it was. The file can be handed \
      to others: gazette FILE opens it, and nothing is ever written to it by reading.
      """
  )

  @Argument(help: "The folder.", completion: .directory)
  var folder: String

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "The index, or postgresql://…; without it that of the user, below $XDG_CACHE_HOME/gazette.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    let root = FilePath(folder)
    let path = try path(for: root, language)
    let report: ArchiveBuilder.Report?
    let builder = ArchiveBuilder(root: root, path: path)
    do throws(ArchiveFailure) {
      report = try builder.run()
    } catch {
      throw Failure(error, language: language)
    }
    guard let report else { return }
    for failure in report.failures { Failure(failure, language: language).tell() }
    var text = TextOutput()
    if json {
      text.write([
        "path": .string(builder.shown), "issues": .integer(report.issues),
        "parsed": .integer(report.parsed),
        "removed": .integer(report.removed), "failures": .integer(report.failures.count),
      ])
    } else {
      text.writeLine(builder.shown)
      text.writeLine(
        ArchiveMessages.built(
          issues: report.issues, parsed: report.parsed, removed: report.removed,
          failures: report.failures.count)[language])
    }
    try text.flush(language: language)
  }

  private func path(for root: FilePath, _ language: Language) throws(Failure) -> String {
    if let output { return output }
    let path = ArchivePlace.index(
      of: .folder(root), cache: Platform.variable("XDG_CACHE_HOME"), home: Platform.variable("HOME")
    )
    guard let path, ArchivePlace.makeFolder(of: path) else {
      throw Failure(
        ArchiveMessages.noPlace, at: "XDG_CACHE_HOME", remedy: ArchiveMessages.namePlace, language)
    }
    return path
  }
}

/// `gazette archive list`: the issues of an archive.
struct ArchiveListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the issues of an archive, publication by publication, the newest first."
  )

  @Argument(help: "A folder, or its index, or postgresql://….", completion: .file())
  var path: String

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    let entries = try ArchiveListing(path, language)
    var output = TextOutput()
    if json {
      output.write(.array(entries.entries.map(\.json)))
    } else {
      for entry in entries.entries {
        var parts = [entry.id, entry.identity.title ?? ""]
        if let date = entry.identity.publicationDate { parts.append(date.iso8601) }
        parts.append(ArchiveMessages.documents(entry.documents)[language])
        parts.append(entry.path)
        output.writeCutLine(parts.filter { !$0.isEmpty }.joined(separator: "  "))
      }
    }
    for failure in entries.failures { Failure(failure, language: language).tell() }
    try output.flush(language: language)
  }
}

/// `gazette archive check`: whether an index says what the files say.
struct ArchiveCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check an index: its soundness, and which files changed since; status 1 if any did."
  )

  @Argument(help: "The index, or its folder, or postgresql://….", completion: .file())
  var path: String

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    let check: ArchiveCheck
    do throws(ArchiveFailure) {
      check = try ArchiveCatalogue(at: ArchiveListing.index(at: path) ?? path).check()
    } catch {
      throw Failure(error, language: language)
    }
    var output = TextOutput()
    let groups: [(name: String, phrase: Phrase, entries: [String])] = [
      ("damage", ArchiveMessages.damaged, check.damage),
      ("gone", ArchiveMessages.gone, check.gone.map(\.description)),
      ("changed", ArchiveMessages.changed, check.changed.map(\.description)),
      ("added", ArchiveMessages.added, check.added.map(\.description)),
    ]
    if json {
      var members: JSONObject = ["current": .bool(check.isCurrent)]
      for group in groups { members[group.name] = JSONValue(group.entries) }
      output.write(.object(members))
    } else if check.isCurrent {
      output.writeLine(ArchiveMessages.isCurrent[language])
    } else {
      for group in groups {
        for entry in group.entries { output.writeLine("\(group.phrase[language]): \(entry)") }
      }
    }
    try output.flush(language: language)
    if !check.isCurrent {
      throw Failure(
        ArchiveMessages.isStale, at: PostgresAddress.shown(path),
        remedy: ArchiveMessages.buildAgain, language)
    }
  }
}

/// The issues of a folder or an index, as they are listed.
private struct ArchiveListing {
  struct Entry {
    let id: String
    let identity: IssueIdentity
    let documents: Int
    let path: String

    var json: JSONValue {
      [
        "id": .string(id), "title": JSONValue(identity.title), "year": JSONValue(identity.year),
        "number": JSONValue(identity.number), "sponsor": JSONValue(identity.sponsor),
        "cumulativeNumber": JSONValue(identity.cumulativeNumber),
        "publicationDate": JSONValue(identity.publicationDate), "documents": .integer(documents),
        "path": .string(path),
      ]
    }
  }

  var entries: [Entry] = []
  var failures: [LoadFailure] = []

  /// The index of a folder, where one is kept.
  static func index(at path: String) -> String? {
    let file = FilePath(path)
    if ArchiveCatalogue.isIndex(named: path) || !ArchiveLoader.isArchive(file) { return nil }
    return ArchivePlace.index(
      of: .folder(file), cache: Platform.variable("XDG_CACHE_HOME"), home: Platform.variable("HOME")
    )
  }

  init(_ path: String, _ language: Language) throws(Failure) {
    if let catalogue = try IssueOptions.catalogue(at: path, language) {
      failures = catalogue.failures
      entries = catalogue.issues.indices.map { place in
        let issue = catalogue.issues[place]
        return Entry(
          id: issue.id, identity: issue.identity, documents: issue.documents,
          path: catalogue.candidate(place).path.description)
      }
      return
    }
    guard let walk = ArchiveLoader.walk(FilePath(path)) else {
      let library = Library(issues: try IssueOptions.issues(at: [path], language: language))
      entries = zip(library.issues, library.ids).map { Entry($0, $1, path) }
      return
    }
    var found: [(issue: GazetteModel.Issue, path: FilePath)] = []
    for candidate in walk.candidates {
      do throws(LoadFailure) {
        found.append((try ArchiveLoader.load(candidate), candidate.path))
      } catch {
        failures.append(error)
      }
    }
    failures += walk.refusals.map { LoadFailure(path: $0.path.description, reason: $0.reason) }
    found.sort { ArchiveOrder.isBefore(($0.issue.identity, $0.path), ($1.issue.identity, $1.path)) }
    let ids = IssueNaming.ids(of: found.map { ($0.issue.name, $0.issue.identity.publication) })
    entries = zip(found, ids).map { Entry($0.issue, $1, $0.path.description) }
  }
}

extension ArchiveListing.Entry {
  fileprivate init(_ issue: GazetteModel.Issue, _ id: String, _ path: String) {
    self.init(
      id: id, identity: issue.identity,
      documents: issue.roots.count { issue[$0].kind == .document }, path: path)
  }
}
